use proptest::prelude::*;

use super::*;

/// The cursor at `|`, in short: what it is in, the key, the word.
fn at(text: &str) -> Option<String> {
    let offset = text.find('|').unwrap();
    let text = text.replacen('|', "", 1);
    let found = look(&text, 0..text.len(), offset)?;
    Some(format!("{} {} {}", found.within, found.key.as_deref().unwrap_or("-"), &text[found.word]))
}

#[test]
fn the_place_is_found_in_whatever_is_there() {
    let before = "id: x\nparties:\n  - {key: p1, role: klant}\nlog:\n  - step: a\n    on: 2026-01-01\n";
    for (after, wanted) in [
        ("|", " - "),
        ("to|", " - to"),
        ("  |", "log - "),
        ("  - |", "log[1] - "),
        ("    |", "log[0] - "),
        ("    b|", "log[0] - b"),
        ("    by: |", "log[0] by "),
        ("    by: m|1", "log[0] by m1"),
        ("    to: [p1, |]", "log[0].to[1] - "),
        ("    to: [p|1, p2]", "log[0].to[0] - p1"),
        ("    to:\n      - p1\n      - |", "log[0].to[1] - "),
        ("  - {step: a, |", "log[1] - "),
        ("  - {step: a, by: |}", "log[1] by "),
        ("  - {step: |b}", "log[1] step b"),
        ("topics: [a|", "topics[0] - a"),
        ("intake: {channel: e-|", "intake channel e-"),
        ("se|verity: x", " - severity"),
        ("x: 1\n\n|", " - "),
    ] {
        assert_eq!(at(&format!("{before}{after}")).as_deref(), Some(wanted), "{after:?}");
    }
}

#[test]
fn nothing_is_found_where_nothing_can_be_meant() {
    for text in ["# een |noot\n", "a: 1  # een |noot", "note: >\n  een |woord\n", "  -|", " | a: 1"] {
        assert_eq!(at(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_place_in_any_text_is_looked_at(
        text in "(log:|- |  |step: a|to: |\n|\r\n|[{]|[}]|[\\[]|\\]|,|#|\"|'|é|😀|[|]|: )*",
        offset in 0usize..200,
    ) {
        if let Some(found) = look(&text, 0..text.len(), text.floor_char_boundary(offset)) {
            prop_assert!(text.get(found.word.clone()).is_some(), "{found:?}");
            prop_assert!(!text[found.word.clone()].contains('\n'));
        }
    }
}
