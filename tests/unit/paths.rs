use super::*;

#[test]
fn each_path_is_one_thing() {
    let cases = [
        ("klacht.yaml", RegisterPath::Settings),
        ("policy/cmm/people.yaml", RegisterPath::People { regulation: "cmm" }),
        (
            "policy/cmm/2022-01-01/regulation.yaml",
            RegisterPath::Regulation { regulation: "cmm", version: "2022-01-01" },
        ),
        (
            "policy/cmm/2022-01-01/text.nl.md",
            RegisterPath::Text { regulation: "cmm", version: "2022-01-01", name: "text.nl.md" },
        ),
        ("policy/cmm/2022-01-01/a/b.md", RegisterPath::Other),
        ("cases/cmm/2026/05/K26-7F3QXM.md", RegisterPath::Case { regulation: "cmm" }),
        ("cases/README.md", RegisterPath::Case { regulation: "" }),
        ("cases/cmm/2026/yearbook.yaml", RegisterPath::Yearbook { regulation: "cmm", year: 2026 }),
        ("cases/cmm/yearbook.yaml", RegisterPath::Other),
        ("cases/cmm/x/yearbook.yaml", RegisterPath::Other),
        ("cases/cmm/2026/05/yearbook.yaml", RegisterPath::Other),
        ("site-templates/nl/page.html", RegisterPath::Template { name: "nl/page.html" }),
        ("docs/klacht.yaml", RegisterPath::Other),
        ("", RegisterPath::Other),
    ];
    for (path, what) in cases {
        assert_eq!(RegisterPath::of(path), what, "{path}");
    }
}

#[test]
fn what_is_made_is_read() {
    assert_eq!(RegisterPath::of(&people("cmm")), RegisterPath::People { regulation: "cmm" });
    assert_eq!(yearbook_of(&yearbook("cmm", 2026)), Some(("cmm", 2026)));
    assert_eq!(regulation_of(&version_file("cmm", "2022-01-01", "text.nl.md")), Some("cmm"));
    assert_eq!(case_name("cases/cmm/2026/05/K26-7F3QXM.md"), Some("K26-7F3QXM"));
}
