use super::lasting;
use crate::calendar::{Counting, Duration, DurationError, Unit};

#[test]
fn reads_what_people_write() {
    let cases = [
        ("5 calendar days", 5, Unit::CalendarDays, "5 kalenderdagen"),
        ("1 calendar day", 1, Unit::CalendarDays, "1 kalenderdag"),
        ("1 working day", 1, Unit::WorkingDays, "1 werkdag"),
        ("5 working days", 5, Unit::WorkingDays, "5 werkdagen"),
        ("1 week", 1, Unit::Weeks, "1 week"),
        ("2 weeks", 2, Unit::Weeks, "2 weken"),
        ("1 month", 1, Unit::Months, "1 maand"),
        ("6 months", 6, Unit::Months, "6 maanden"),
        ("1 year", 1, Unit::Years, "1 jaar"),
        ("2 years", 2, Unit::Years, "2 jaar"),
    ];
    for (text, count, unit, dutch) in cases {
        let duration = lasting(text);
        assert_eq!((duration.count(), duration.unit()), (count, unit), "{text}");
        assert_eq!(duration.to_string(), text);
        assert_eq!(duration.words().nl, dutch);
    }
    assert_eq!(lasting(" 02  week "), lasting("2 weeks"));
}

#[test]
fn refuses_the_rest_with_a_reason() {
    let misnamed = |meant: &str| DurationError::Misnamed { meant: lasting(meant) };
    let cases = [
        ("", DurationError::NoCount),
        ("two weeks", DurationError::NoCount),
        ("-2 weeks", DurationError::NoCount),
        ("+2 weeks", DurationError::NoCount),
        ("2.5 weeks", DurationError::NoCount),
        ("5", DurationError::NoUnit),
        ("5 days", DurationError::BareDays { count: Some(5) }),
        ("1 dag", DurationError::BareDays { count: Some(1) }),
        ("0 days", DurationError::BareDays { count: None }),
        ("2 weken", misnamed("2 weeks")),
        ("5 werkdagen", misnamed("5 working days")),
        ("5 business days", misnamed("5 working days")),
        ("5 Working-days", misnamed("5 working days")),
        ("0 weken", DurationError::Zero),
        ("2 fortnights", DurationError::UnknownUnit),
        ("2 weeks and 1 day", DurationError::UnknownUnit),
        ("0 weeks", DurationError::Zero),
        ("10000 weeks", DurationError::TooLong),
        ("99999999999999999999 weeks", DurationError::TooLong),
    ];
    for (text, fault) in cases {
        assert_eq!(text.parse::<Duration>(), Err(fault), "{text}");
    }
    let said = DurationError::BareDays { count: Some(5) };
    assert_eq!(
        said.to_string(),
        "calendar days or working days? The law knows both: write `5 calendar days` or `5 working days`"
    );
}

#[test]
fn is_a_string_in_data() {
    assert_eq!(serde_json::to_string(&lasting("2 week")).expect("written"), "\"2 weeks\"");
    assert_eq!(serde_json::from_str::<Duration>("\"1 year\"").expect("read"), lasting("1 year"));
    let refused = serde_json::from_str::<Duration>("\"5 days\"").expect_err("bare days");
    assert!(refused.to_string().contains("working days?"), "{refused}");
}

#[test]
fn counting_is_the_same_word_everywhere() {
    for counting in Counting::ALL {
        assert_eq!(counting.as_str().parse(), Ok(counting));
        assert_eq!(serde_json::to_string(&counting).expect("written"), format!("\"{counting}\""));
    }
    assert!("Termijnenwet".parse::<Counting>().is_err());
}
