use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

use crate::calendar::{Counting, Duration, Unit, closed, date_words, due, parse_date};

/// Days of the years whose calendar is known, and well around them.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..60 * 365).prop_map(|days| NaiveDate::from_ymd_opt(1985, 1, 1).expect("a day") + Days::new(days))
}

fn any_duration(most: u32) -> impl Strategy<Value = Duration> {
    (1..=most, prop::sample::select(&Unit::ALL[..]))
        .prop_map(|(count, unit)| Duration::new(count, unit).expect("in range"))
}

fn any_counting() -> impl Strategy<Value = Counting> {
    prop::sample::select(&Counting::ALL[..])
}

/// Durations within article 4.
fn extendable() -> impl Strategy<Value = Duration> {
    prop_oneof![
        (1_u32..=90, Just(Unit::CalendarDays)),
        (1_u32..=12, Just(Unit::Weeks)),
        (1_u32..=3, Just(Unit::Months)),
    ]
    .prop_map(|(count, unit)| Duration::new(count, unit).expect("in range"))
}

proptest! {
    #[test]
    fn a_legal_term_ends_on_an_open_day(start in any_day(), duration in extendable()) {
        let end = due(start, duration, Counting::Termijnenwet).end;
        prop_assert_eq!(closed(end), None, "{}", end);
    }

    #[test]
    fn a_legal_term_of_three_days_holds_two_open_days(start in any_day(), duration in extendable()) {
        prop_assume!(duration.unit() != Unit::CalendarDays || duration.count() >= 3);
        let end = due(start, duration, Counting::Termijnenwet).end;
        let open = start.iter_days().skip(1).take_while(|date| *date <= end).filter(|date| closed(*date).is_none());
        prop_assert!(open.count() >= 2);
    }

    #[test]
    fn a_legal_term_is_extended_no_further_than_it_must(start in any_day(), duration in extendable()) {
        let reckoning = due(start, duration, Counting::Termijnenwet);
        let earlier = |end: NaiveDate| {
            let open = start.iter_days().skip(1).take_while(|date| *date <= end).filter(|date| closed(*date).is_none());
            let enough = duration.unit() == Unit::CalendarDays && duration.count() < 3 || open.count() >= 2;
            closed(end).is_none() && enough
        };
        let between = reckoning.nominal_end.iter_days().take_while(|date| *date < reckoning.end);
        prop_assert_eq!(between.filter(|date| earlier(*date)).count(), 0);
    }

    #[test]
    fn working_days_are_open_days(start in any_day(), count in 1_u32..60, counting in any_counting()) {
        let duration = Duration::new(count, Unit::WorkingDays).expect("in range");
        let end = due(start, duration, counting).end;
        let open = start.iter_days().skip(1).take_while(|date| *date <= end).filter(|date| closed(*date).is_none());
        prop_assert_eq!(open.count(), count as usize);
        prop_assert_eq!(closed(end), None);
    }

    #[test]
    fn a_later_start_never_ends_earlier(start in any_day(), duration in any_duration(100), counting in any_counting()) {
        let next = start.succ_opt().expect("a day");
        prop_assert!(due(start, duration, counting).end <= due(next, duration, counting).end);
    }

    #[test]
    fn as_stated_is_never_later(start in any_day(), duration in any_duration(100)) {
        let stated = due(start, duration, Counting::AsStated);
        let legal = due(start, duration, Counting::Termijnenwet);
        prop_assert!(stated.end <= legal.end);
        prop_assert_eq!(stated.nominal_end, legal.nominal_end);
        prop_assert!(start < stated.end);
    }

    #[test]
    fn an_explanation_ends_with_the_end(start in any_day(), duration in any_duration(100), counting in any_counting()) {
        let reckoning = due(start, duration, counting);
        let (lines, end) = (reckoning.explain(), date_words(reckoning.end));
        let moved = reckoning.end != reckoning.nominal_end;
        let last = lines.last().expect("a line");
        prop_assert!(last.en.ends_with(&end.en) && last.nl.ends_with(&end.nl), "{:?}", last);
        prop_assert_eq!(moved, lines.iter().any(|line| line.en.contains("moved to")));
    }

    #[test]
    fn any_year_and_any_length_can_be_reckoned(
        days in -719_528_i64..4_000_000, duration in any_duration(Duration::MOST), counting in any_counting(),
    ) {
        let start = NaiveDate::from_epoch_days(i32::try_from(days).expect("small")).expect("a day");
        let reckoning = due(start, duration, counting);
        prop_assert!(reckoning.end > start);
        prop_assert!(due(NaiveDate::MAX, duration, counting).end == NaiveDate::MAX);
    }

    #[test]
    fn a_duration_is_read_as_written(duration in any_duration(Duration::MOST)) {
        prop_assert_eq!(duration.to_string().parse::<Duration>(), Ok(duration));
    }

    #[test]
    fn no_text_upsets_the_readers(text in any::<String>()) {
        let _ = parse_date(&text).map_err(super::super::date::DateError::words);
        let _ = text.parse::<Duration>().map_err(super::super::duration::DurationError::words);
    }

    #[test]
    fn only_the_written_form_is_a_date(text in "[0-9]{1,4}[-/. T]?[0-9]{1,3}[-/. T]?[0-9]{1,4} ?") {
        match parse_date(&text) {
            Ok(date) => prop_assert_eq!(date.to_string(), text),
            Err(fault) => prop_assert!(fault.words().en.is_ascii()),
        }
    }

    #[test]
    fn a_date_is_read_as_written(date in any_day()) {
        prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        prop_assert!(date_words(date).en.contains(&date.year().to_string()));
    }
}
