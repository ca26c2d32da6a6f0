use super::*;

#[test]
fn paths_have_their_kinds() {
    for (path, kind) in [
        ("klacht.yaml", Some(FileKind::Known(Document::Settings))),
        ("policy/cmm/2022-01-01/regulation.yaml", Some(FileKind::Known(Document::Regulation))),
        ("policy/cmm/2022-01-01/text.nl.md", Some(FileKind::Other)),
        ("policy/cmm/people.yaml", Some(FileKind::Known(Document::People))),
        ("cases/cmm/2026/01/K26-7F3QXM.md", Some(FileKind::Known(Document::Case))),
        ("cases/cmm/2026/yearbook.yaml", Some(FileKind::Known(Document::Yearbook))),
        ("cases/cmm/2026/foto.jpg", Some(FileKind::Other)),
        ("README.md", None),
        ("site-templates/page.html", None),
    ] {
        assert_eq!(FileKind::of(path), kind, "{path}");
    }
}

#[test]
fn front_matter_is_found_while_it_is_typed() {
    let part = |text: &str| FileKind::Known(Document::Case).data(text).map(|r| text[r].to_owned());
    assert_eq!(part("---\nid: x\n---\nbody").as_deref(), Some("id: x\n"));
    assert_eq!(part("\u{feff}---\r\nid: x\r\n").as_deref(), Some("id: x\r\n"));
    assert_eq!(part("---"), Some(String::new()));
    assert_eq!(part("id: x\n"), None);
}

#[test]
fn tables_are_followed() {
    let at = |route: &str| kind_at(Document::Case.table(), &route.parse().unwrap());
    assert!(matches!(at("log[2]"), Some(Kind::Sub(t)) if t.name == "case.log"));
    assert!(matches!(at("parties[0].as"), Some(Kind::OneOf(_))));
    assert!(matches!(at("topics").map(single), Some(Kind::Id)));
    assert!(at("nothing").is_none() && at("received.on").is_none());
}
