//! Days as people say them, in both languages.

use proptest::prelude::*;

use super::day;
use crate::calendar::date::{DateError, date_words};
use crate::calendar::{SpokenDay, Toward};

/// Said on Monday 30 November 2026.
fn said(text: &str, toward: Toward) -> Result<String, DateError> {
    SpokenDay::read(text)?.day(day("2026-11-30"), toward).map(|date| date.to_string())
}

#[test]
fn a_day_is_understood_as_people_say_it() {
    for (text, past, future) in [
        ("2026-05-03", "2026-05-03", "2026-05-03"),
        ("3-5-2026", "2026-05-03", "2026-05-03"),
        ("03/05/2026", "2026-05-03", "2026-05-03"),
        ("3.5.2026", "2026-05-03", "2026-05-03"),
        ("2026-5-3", "2026-05-03", "2026-05-03"),
        ("3 mei 2026", "2026-05-03", "2026-05-03"),
        ("3 May 2026", "2026-05-03", "2026-05-03"),
        ("May 3, 2026", "2026-05-03", "2026-05-03"),
        ("zo 3 mei 2026", "2026-05-03", "2026-05-03"),
        ("Sunday 3 May 2026", "2026-05-03", "2026-05-03"),
        ("op 3 mei", "2026-05-03", "2027-05-03"),
        ("the 3rd of May", "2026-05-03", "2027-05-03"),
        ("3 mrt.", "2026-03-03", "2027-03-03"),
        ("1 december", "2025-12-01", "2026-12-01"),
        ("29 februari", "2024-02-29", "2028-02-29"),
        ("vandaag", "2026-11-30", "2026-11-30"),
        ("Gisteren", "2026-11-29", "2026-11-29"),
        ("eergisteren", "2026-11-28", "2026-11-28"),
        ("morgen", "2026-12-01", "2026-12-01"),
        ("overmorgen", "2026-12-02", "2026-12-02"),
        ("yesterday", "2026-11-29", "2026-11-29"),
        ("maandag", "2026-11-30", "2026-11-30"),
        ("vr", "2026-11-27", "2026-12-04"),
        ("Fri", "2026-11-27", "2026-12-04"),
        ("afgelopen maandag", "2026-11-23", "2026-11-23"),
        ("komende maandag", "2026-12-07", "2026-12-07"),
        ("last friday", "2026-11-27", "2026-11-27"),
        ("drie dagen geleden", "2026-11-27", "2026-11-27"),
        ("a week ago", "2026-11-23", "2026-11-23"),
        ("over 2 weken", "2026-12-14", "2026-12-14"),
        ("in 10 days", "2026-12-10", "2026-12-10"),
    ] {
        assert_eq!(said(text, Toward::Past).as_deref(), Ok(past), "{text}");
        assert_eq!(said(text, Toward::Future).as_deref(), Ok(future), "{text}, to come");
    }
}

#[test]
fn what_could_be_two_days_or_none_is_not_guessed_at() {
    for (text, fault) in [
        // Month first is put right once, since the next would be read day first.
        ("11/23/2026", DateError::Order { meant: day("2026-11-23") }),
        ("31 april 2026", DateError::NoSuchDay { last: day("2026-04-30") }),
        ("30 februari", DateError::NoSuchDay { last: day("2024-02-29") }),
        ("29 feb 2026", DateError::NoSuchDay { last: day("2026-02-28") }),
        ("ma 3 mei 2026", DateError::OtherWeekday { date: day("2026-05-03") }),
        ("ma 3 mei", DateError::OtherWeekday { date: day("2026-05-03") }),
        ("3-5-26", DateError::Unspoken),
        ("3-5", DateError::Unspoken),
        ("volgende maandag", DateError::Unspoken),
        ("2026-05-03 10:00", DateError::Surrounded { meant: day("2026-05-03") }),
        ("in de week", DateError::Unspoken),
        ("", DateError::Unspoken),
        ("ééé", DateError::Unspoken),
    ] {
        assert_eq!(said(text, Toward::Past), Err(fault), "{text}");
    }
}

proptest! {
    /// What the program says of a day, it understands; and nothing that is typed makes it fall over.
    #[test]
    fn what_is_said_back_is_the_same_day(offset in 0u64..20_000, noise in "\\PC{0,20}") {
        let date = day("1990-01-01") + chrono::Days::new(offset);
        let words = date_words(date);
        for text in [words.nl, words.en] {
            prop_assert_eq!(said(&text, Toward::Past), Ok(date.to_string()));
        }
        let _ = said(&noise, Toward::Future);
    }
}
