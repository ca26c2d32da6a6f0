use super::*;

#[test]
fn reads_the_index_as_git_lists_it() {
    let text = "100644 587be6b4c3f93f93c489c0111bba5596147a26cb 0\tf\0  ctime: 1:2\n  mtime: 1:2\n  dev: 1\tino: 2\n  \
                    uid: 0\tgid: 0\n  size: 2\tflags: 0\n100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 2\tg h\0  ctime: 0:0\n  \
                    mtime: 0:0\n  dev: 0\tino: 0\n  uid: 0\tgid: 0\n  size: 0\tflags: 20004000\n";
    let entries = parse_index(text.as_bytes()).unwrap();
    assert_eq!(entries.len(), 2);
    assert!(!entries[0].intent_to_add && entries[0].stage == 0);
    assert!(entries[1].intent_to_add && entries[1].stage == 2);
    assert_eq!(entries[1].path, b"g h");
    assert_eq!(parse_index(b"100644 junk"), None);
}
