use super::*;

#[test]
fn names_that_mean_something_else_elsewhere() {
    for (name, fault) in [
        (&b".."[..], FaultKind::Dangerous),
        (b".GIT", FaultKind::Dangerous),
        (b"git~1", FaultKind::Dangerous),
        (b"a/b", FaultKind::Dangerous),
        ("\u{200c}.git".as_bytes(), FaultKind::Dangerous),
        (b"\xe9.md", FaultKind::NotUtf8),
        (b"a\nb", FaultKind::Control),
        ("a\u{202e}b".as_bytes(), FaultKind::Invisible),
        (b"a\\b", FaultKind::Backslash),
        (b"CON.md", FaultKind::Windows),
        (b"lpt1", FaultKind::Windows),
        (b"a:b", FaultKind::Windows),
        (b"a.md.", FaultKind::TrailingDot),
        (b"a ", FaultKind::TrailingDot),
    ] {
        assert_eq!(faults(name), [fault], "{}", shown(name));
    }
    for good in ["K26-7F3QXM.md", "text.nl.md", "café.md", "com.md", "console.md", ".gitattributes"] {
        assert_eq!(faults(good.as_bytes()), [], "{good}");
    }
}

#[test]
fn names_that_are_one_name_elsewhere() {
    let all = [&b"A.md"[..], b"a.md", "e\u{301}".as_bytes(), "\u{e9}".as_bytes(), b"z"];
    let alike = |added: &[&'static [u8]]| look_alikes(added, all.iter().copied()).len();
    assert_eq!(alike(&[b"a.md"]), 1);
    assert_eq!(alike(&["\u{e9}".as_bytes()]), 1);
    assert_eq!(alike(&all), 4);
    assert_eq!(alike(&[b"z"]), 0);
}

#[test]
fn a_path_is_safe_to_print() {
    assert_eq!(shown(b"a\x1b[31m\xff\n"), "a\\u{1b}[31m\\xff\\u{a}");
}
