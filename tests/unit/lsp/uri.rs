use super::*;

#[test]
fn a_path_comes_back_from_its_uri() {
    for path in ["/tmp/klacht.yaml", "/a b/één/%41#?.md", "/x/[1]/{2}.md"] {
        assert_eq!(path_of(&uri_of(Path::new(path))), Some(PathBuf::from(path)));
    }
}

#[test]
fn editors_write_paths_in_several_ways() {
    assert_eq!(path_of("file:///c%3A/a%20b.md"), Some(PathBuf::from("c:/a b.md")));
    assert_eq!(path_of("file://localhost/a/b.md"), Some(PathBuf::from("/a/b.md")));
    assert_eq!(path_of("untitled:Untitled-1"), None);
    assert_eq!(path_of("file://"), None);
    assert_eq!(path_of("file:///%ff"), None);
}
