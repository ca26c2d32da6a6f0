use super::*;

#[test]
fn families_are_sorted() {
    assert!(FAMILIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
}

#[test]
fn rules_are_found_by_code_and_name() {
    for rule in ALL.iter() {
        assert_eq!(find(&rule.code.to_ascii_lowercase()), Ok(*rule));
        assert_eq!(find(rule.name), Ok(*rule));
    }
}

#[test]
fn a_typing_error_gets_a_suggestion() {
    assert_eq!(find("c1011"), Err(UnknownRule { suggestion: Some("C101") }));
    assert_eq!(find("unreadible-fil"), Err(UnknownRule { suggestion: Some("C101") }));
    assert_eq!(find("xyz"), Err(UnknownRule { suggestion: None }));
}
