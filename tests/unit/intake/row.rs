use proptest::prelude::*;

use super::*;

#[test]
fn names_of_attachments_stay_in_their_folder() {
    for (given, safe) in [
        ("../../etc/passwd", "001-passwd"),
        ("C:\\temp\\brief.pdf", "001-brief.pdf"),
        ("..", "001"),
        ("", "001"),
        (".git", "001-git"),
        ("foto van mij é.jpg", "001-foto_van_mij__.jpg"),
        ("a\r\nb\0.txt", "001-a__b_.txt"),
    ] {
        assert_eq!(safe_name(1, given), safe);
    }
}

#[test]
fn marks_tell_parts_apart() {
    let of = |parts: &[&str]| mark("row", parts.iter().map(|p| p.as_bytes()));
    assert_ne!(of(&["a", "b"]), of(&["ab"]));
    assert_ne!(of(&["a", ""]), of(&["", "a"]));
    assert_eq!(of(&["a"]).len(), 64);
}

proptest! {
    #[test]
    fn any_name_is_made_safe(given: String, number in 0_usize..10_000) {
        let safe = safe_name(number, &given);
        prop_assert!(safe.len() <= NAME + 6 && !safe.contains(['/', '\\', '\0', '\n']) && !safe.starts_with('.'));
    }
}
