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

#[test]
fn reads_the_hooks_environment() {
    let lookup = |name: &str| match name {
        "GIT_PUSH_OPTION_COUNT" => Some("2".to_string()),
        "GIT_PUSH_OPTION_0" => Some("reason=audit".to_string()),
        "GIT_PUSH_OPTION_1" => Some(String::new()),
        "GIT_QUARANTINE_PATH" => Some("/x".to_string()),
        _ => None,
    };
    let found = HookEnvironment::from_lookup(lookup);
    assert_eq!(found.options, ["reason=audit", ""]);
    assert!(found.quarantine && !found.shallow);
    assert_eq!(HookEnvironment::from_lookup(|_| None), HookEnvironment::default());
}
