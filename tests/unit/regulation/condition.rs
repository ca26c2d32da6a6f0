use super::*;

#[test]
fn amounts_are_read_with_comma_or_point_and_nothing_else() {
    assert_eq!(hundredths("125"), Some(12_500));
    assert_eq!(hundredths("49,50"), Some(4_950));
    assert_eq!(hundredths("49.5"), Some(4_950));
    assert_eq!(hundredths("-1,25"), Some(-125));
    assert_eq!(hundredths("1e3"), None);
    assert_eq!(hundredths("1,234"), None);
}

#[test]
fn a_question_that_is_half_asked_is_refused() {
    let read = |source: &str| serde_json::from_str::<Condition>(source);
    for half in [
        r#"{"at_least": "2"}"#,
        r#"{"at_most": "2", "topic": "trainer"}"#,
        r#"{"step": "a", "at_least": "1,5"}"#,
        r#"{"field": "a", "at_least": "1", "at_most": "2"}"#,
        r#"{"field": "a", "at_most": "veel"}"#,
        r#"{"longer_than": "1 week", "from": "a"}"#,
        r#"{"longer_than": "1 week", "from": "a", "since": "b", "to": "c"}"#,
        r#"{"longer_than": "1 week", "from": "received", "to": "received"}"#,
        r#"{"topic": "a", "to": "b"}"#,
        r#"{"differs": ["a"]}"#,
        r#"{"differs": ["a", "a"]}"#,
        r#"{"differs": ["a", "b", "c"]}"#,
    ] {
        assert!(read(half).is_err(), "{half}");
    }
    assert_eq!(read(r#"{"overdue": "a"}"#).unwrap(), Condition::Overdue("a".to_owned()));
}
