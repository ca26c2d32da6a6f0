use super::*;
use proptest::prelude::*;

#[test]
fn nothing_steers() {
    assert_eq!(clean("a\x1b[31mb\u{9b}c\r\nd\te\u{202e}f"), "a\u{fffd}[31mb\u{fffd}c  d e\u{fffd}f");
    assert_eq!(clean("x ##[error]y ##vso[z] ## kop ### kop"), "x #\u{fffd}[error]y #\u{fffd}vso[z] ## kop ### kop");
    assert_eq!(clean("één 😀 %0A"), "één 😀 %0A");
}

#[test]
fn cuts_at_characters() {
    assert_eq!(shorten("ééé", 3), "ééé");
    assert_eq!(shorten("éééé", 3), "éé…");
    assert_eq!(shorten_bytes("éééé", 8), "éééé");
    assert_eq!(shorten_bytes("éééé", 7), "éé…");
}

proptest! {
    #[test]
    fn cleaning_keeps_the_columns_and_leaves_nothing_unsafe(text in any::<String>()) {
        let cleaned = clean(&text);
        prop_assert_eq!(cleaned.chars().count(), text.chars().count());
        prop_assert!(!cleaned.chars().any(is_unsafe));
        prop_assert!(!cleaned.contains("##["));
        prop_assert!(shorten_bytes(&text, 40).len() <= 40);
    }
}
