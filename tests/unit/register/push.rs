use super::*;

#[test]
fn reads_lines_of_both_formats() {
    for width in [40, 64] {
        let (zero, one) = ("0".repeat(width), "1".repeat(width));
        let input = format!("{zero} {one} refs/heads/main\n{one} {zero} refs/tags/a b\n");
        let updates = Update::parse_all(input.as_bytes()).unwrap();
        assert_eq!((updates[0].old, updates[0].new.is_some()), (None, true));
        assert_eq!(
            (updates[1].new, updates[1].kind(), updates[1].name.as_str()),
            (None, RefKind::Tag, "refs/tags/a b")
        );
    }
}

#[test]
fn refuses_what_git_does_not_write() {
    let (zero, one) = ("0".repeat(40), "1".repeat(40));
    for line in ["junk".into(), format!("{zero} {zero} refs/heads/x"), format!("{zero} {one}"), format!("{one} {one} ")]
    {
        assert!(Update::parse_all(line.as_bytes()).is_err(), "{line}");
    }
    assert_eq!(Update::parse_all(b"").unwrap(), []);
}
