use super::*;

#[test]
fn only_what_a_site_is_made_of_counts() {
    let dir = tempfile::TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("cases/cmm/2026/K26-0001.md", "a");
    let mut before = WatchedFiles::of(dir.path());
    for (path, counts) in [
        ("cases/cmm/2026/K26-0002.md", false),
        ("notes.txt", false),
        ("klacht.yaml", true),
        ("policy/cmm/2022-01-01/regulation.md", true),
        ("site-templates/deep/own.html", true),
        ("cases/cmm/2026/yearbook.yaml", true),
    ] {
        write(path, "text");
        let after = WatchedFiles::of(dir.path());
        assert_eq!(before != after, counts, "{path}");
        before = after;
    }
    write("klacht.yaml", "longer");
    assert_ne!(before, WatchedFiles::of(dir.path()));
}
