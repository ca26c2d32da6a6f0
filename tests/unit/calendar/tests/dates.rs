use super::day;
use crate::calendar::{DateError, date_words, parse_date};

#[test]
fn reads_only_the_one_form() {
    assert_eq!(day("2026-11-01").to_string(), "2026-11-01");
    let cases = [
        ("1-11-2026", DateError::Order { meant: day("2026-11-01") }),
        ("01/11/2026", DateError::Order { meant: day("2026-11-01") }),
        ("12.31.2026", DateError::Order { meant: day("2026-12-31") }),
        ("31-4-2026", DateError::NoSuchDay { last: day("2026-04-30") }),
        ("2026-2-3", DateError::Digits { meant: day("2026-02-03") }),
        ("2026-04-31", DateError::NoSuchDay { last: day("2026-04-30") }),
        ("2026-04-00", DateError::NoSuchDay { last: day("2026-04-30") }),
        ("2027-02-29", DateError::NoSuchDay { last: day("2027-02-28") }),
        ("2026-13-01", DateError::NoSuchMonth),
        ("2026-00-01", DateError::NoSuchMonth),
        ("2026/11/01", DateError::Separators { meant: day("2026-11-01") }),
        ("20261101", DateError::Separators { meant: day("2026-11-01") }),
        ("2026-11-01T10:00", DateError::Surrounded { meant: day("2026-11-01") }),
        (" 2026-11-01", DateError::Surrounded { meant: day("2026-11-01") }),
        ("2026-11-01 10:00", DateError::Surrounded { meant: day("2026-11-01") }),
        ("2026-11-011", DateError::Unreadable),
        ("1-11-26", DateError::Unreadable),
        ("+026-11-01", DateError::Unreadable),
        ("２０２６-11-01", DateError::Unreadable),
        ("yesterday", DateError::Unreadable),
        ("", DateError::Unreadable),
    ];
    for (text, fault) in cases {
        assert_eq!(parse_date(text), Err(fault), "{text}");
    }
}

#[test]
fn says_what_to_write_and_repeats_nothing_else() {
    let said = |text: &str| parse_date(text).expect_err("no date").words();
    assert_eq!(said("1-11-2026").en, "a date is year-month-day: write 2026-11-01");
    assert_eq!(said("2026-2-3").nl, "maand en dag hebben twee cijfers: schrijf 2026-02-03");
    assert_eq!(said("2026-04-31").en, "there is no such day: April 2026 has the days 1 to 30");
    assert!(!said("A. Person").en.contains("Person"));
}

#[test]
fn writes_dates_in_both_languages() {
    let words = date_words(day("2026-04-30"));
    assert_eq!((words.nl.as_str(), words.en.as_str()), ("do 30 april 2026", "Thu 30 April 2026"));
    let words = date_words(day("2027-03-07"));
    assert_eq!((words.nl.as_str(), words.en.as_str()), ("zo 7 maart 2027", "Sun 7 March 2027"));
}
