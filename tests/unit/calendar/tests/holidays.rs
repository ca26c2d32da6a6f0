use chrono::{Datelike, Weekday};

use super::{day, five_years};
use crate::calendar::equated::{CSV, Decrees};
use chrono::NaiveDate;

use crate::calendar::equated::{covered, equated_days};
use crate::calendar::holidays::{Closed, Holiday};
use crate::calendar::{closed, last_covered};

/// The holidays of a year, in order.
fn holidays(year: i32) -> impl Iterator<Item = (NaiveDate, Holiday)> {
    let days = (1..=366).filter_map(move |day| NaiveDate::from_yo_opt(year, day));
    days.filter_map(|date| Holiday::on(date).map(|holiday| (date, holiday)))
}

#[test]
fn the_years_ahead_are_as_listed_by_hand() {
    let lists = [
        (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26"),
        (2027, "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26"),
        (2028, "01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26"),
    ];
    for (year, list) in lists {
        let computed: Vec<String> = holidays(year).map(|(date, _)| date.format("%m-%d").to_string()).collect();
        assert_eq!(computed.join(" "), list, "{year}");
    }
}

#[test]
fn the_royal_birthday_is_never_a_sunday() {
    let king = Some(Closed::Holiday(Holiday::KingsDay));
    for moved in ["2014-04-26", "2025-04-26", "2031-04-26"] {
        assert_eq!(closed(day(moved)), king, "{moved}");
        assert_eq!(closed(day(moved).succ_opt().expect("a day")), Some(Closed::Sunday));
    }
    assert_eq!(closed(day("2026-04-27")), king);
    assert_eq!(closed(day("2026-04-30")), None);
    let queen = Some(Closed::Holiday(Holiday::QueensDay));
    assert_eq!(closed(day("2013-04-30")), queen);
    assert_eq!(closed(day("2006-04-29")), queen);
    assert_eq!(closed(day("2006-04-30")), Some(Closed::Sunday));
    for year in 1990..2100 {
        let royal = |holiday| matches!(holiday, Holiday::KingsDay | Holiday::QueensDay);
        let days: Vec<_> = holidays(year).filter(|(_, holiday)| royal(*holiday)).collect();
        assert!(matches!(days[..], [(date, _)] if date.weekday() != Weekday::Sun), "{year}");
    }
}

#[test]
fn a_day_names_its_best_reason() {
    assert_eq!(closed(day("2026-12-26")), Some(Closed::Holiday(Holiday::BoxingDay)), "a Saturday too");
    assert_eq!(closed(day("2026-11-21")), Some(Closed::Saturday));
    assert_eq!(closed(day("2026-11-22")), Some(Closed::Sunday));
    assert!(matches!(closed(day("2026-05-15")), Some(Closed::Equated)));
    for year in 2005..=2028 {
        assert!(closed(day(&format!("{year}-05-05"))).is_some(), "5 May {year}");
    }
}

#[test]
fn the_table_of_equated_days_is_whole() {
    assert!(Decrees::read(CSV).is_ok());
    assert_eq!(equated_days().count(), 53);
    for (date, source) in equated_days() {
        assert!(covered(date.year()), "{date}");
        assert!(source.len() > 8, "{date}");
        assert_eq!(closed(date), Some(Closed::Equated), "{date}, {source}, is neither a weekend nor a holiday already");
    }
    assert!(closed(day("2011-05-06")).is_some());
    assert_eq!(closed(day("2022-05-06")), None, "a formula would have closed this Friday");
}

#[test]
fn the_friday_after_ascension_day_is_equated_in_every_known_year_since_2005() {
    for year in 2005..=2028 {
        let easter = computus::gregorian(year).expect("Easter");
        let easter = chrono::NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day).expect("a day");
        let friday = easter + chrono::Days::new(40);
        assert!(matches!(closed(friday), Some(Closed::Equated | Closed::Holiday(_))), "{friday}");
    }
}

#[test]
fn the_table_knows_what_it_does_not_know() {
    assert_eq!(last_covered(), Some(day("2028-12-31")));
    let known: Vec<i32> = (1980..2040).filter(|year| covered(*year)).collect();
    assert_eq!(known, (1990..=1992).chain(2005..=2028).collect::<Vec<_>>());
}

#[test]
fn a_bad_row_names_its_line() {
    for row in ["2026-01-01,2026-12-31,2027-01-02,outside", "2026-01-01,2026-12-31,2 Jan,words", "2026-01-01"] {
        let csv: &'static str = Box::leak(format!("from,until,days,source\n{row}\n").into_boxed_str());
        assert_eq!(Decrees::read(csv).expect_err("refused"), 2, "{row}");
    }
}

#[test]
fn as_many_terms_end_on_closed_days_as_was_measured() {
    let share = |weekdays: bool, days: u64| {
        let receipts: Vec<_> =
            five_years().filter(|date| !weekdays || !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)).collect();
        let hits = receipts.iter().filter(|date| closed(**date + chrono::Days::new(days)).is_some()).count();
        (hits * 1000 + receipts.len() / 2) / receipts.len()
    };
    // Tenths of a per cent.
    assert_eq!([share(false, 14), share(true, 14), share(true, 5)], [311, 35, 415]);
}
