use proptest::prelude::*;

use super::*;

fn kinds(source: &str) -> Vec<(Range<usize>, Unreadable)> {
    let (found, faults) = split(source);
    assert!(found.is_none() != faults.is_empty());
    let kind = |f: &Fault| match f.kind {
        FaultKind::Unreadable(why) => (f.span.start..f.span.end, why),
        _ => panic!("{f:?}"),
    };
    faults.iter().map(kind).collect()
}

#[test]
fn data_and_body_keep_their_places() {
    for (source, data, body) in [
        ("---\nid: 1\n---\ntekst\n", "id: 1\n", "tekst\n"),
        ("\u{feff}---\r\nid: 1\r\n--- \r\ntekst", "id: 1\r\n", "tekst"),
        ("---\n---\n", "", ""),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\na: 1\n---\nkop\n=======\n\n---\n", "a: 1\n", "kop\n=======\n\n---\n"),
        ("---\na: 1\n---\nrest\rrest", "a: 1\n", "rest\rrest"),
    ] {
        let (found, faults) = split(source);
        assert_eq!(faults, [], "{source}");
        let found = found.expect("front matter");
        assert_eq!((&source[found.data], &source[found.body]), (data, body));
    }
}

#[test]
fn what_cannot_be_read() {
    assert_eq!(kinds(""), [(0..0, Unreadable::NoFrontMatter)]);
    assert_eq!(kinds("# Kop\n---\n"), [(0..5, Unreadable::NoFrontMatter)]);
    assert_eq!(kinds("\u{feff}x\n"), [(3..4, Unreadable::NoFrontMatter)]);
    assert_eq!(kinds("---\na: 1\n"), [(0..3, Unreadable::NotClosed)]);
    assert_eq!(kinds("---\na: 1\rb: 2\n---\n"), [(8..9, Unreadable::LoneReturn)]);
    assert_eq!(kinds("---\ra: 1\r---\r"), [(3..4, Unreadable::LoneReturn)]);
    let conflict = "---\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> tak\n---\n<<<<<<< x\n";
    let marker = Unreadable::ConflictMarker;
    assert_eq!(kinds(conflict), [(4..16, marker), (22..29, marker), (35..46, marker), (51..60, marker)]);
}

#[test]
fn bytes_that_are_no_text() {
    let kind = |bytes: &[u8], limit| -> Result<String, (Range<usize>, FaultKind)> {
        decode(bytes, limit).map(str::to_owned).map_err(|f| (f.span.start..f.span.end, f.kind))
    };
    assert_eq!(kind(b"abc", 3), Ok("abc".to_owned()));
    assert_eq!(kind(b"abcd", 3), Err((0..0, FaultKind::Unreadable(Unreadable::TooLarge { limit: 3 }))));
    assert_eq!(kind(b"a\0c", 3), Err((1..2, FaultKind::Unreadable(Unreadable::ZeroByte))));
    assert_eq!(kind(b"a\xffc", 3), Err((1..2, FaultKind::Unreadable(Unreadable::NotUtf8))));
    assert_eq!(kind(b"ab\xe2", 3), Err((2..3, FaultKind::Unreadable(Unreadable::NotUtf8))));
}

proptest! {
    #[test]
    fn nothing_panics(bytes: Vec<u8>, source in "(---|\n|\r|<<<<<<<|a: 1|\u{feff}|é| )*") {
        let _ = decode(&bytes, 64);
        let (found, faults) = split(&source);
        prop_assert!(found.is_some() == faults.is_empty());
    }
}
