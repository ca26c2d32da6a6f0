use super::{day, five_years, lasting};
use crate::calendar::term::ReckoningStep;
use crate::calendar::{Counting, Reckoning, due};
use crate::diagnostics::text;

fn by(counting: Counting, start: &str, duration: &str) -> Reckoning {
    due(day(start), lasting(duration), counting)
}

fn legal(start: &str, duration: &str) -> String {
    by(Counting::Termijnenwet, start, duration).end.to_string()
}

fn stated(start: &str, duration: &str) -> String {
    by(Counting::AsStated, start, duration).end.to_string()
}

#[test]
fn golden_terms() {
    let cases = [
        ("2026-04-17", "2 weeks", "2026-05-01", "2026-05-01"),
        ("2026-04-30", "2 weeks", "2026-05-14", "2026-05-18"),
        ("2026-04-24", "5 working days", "2026-05-04", "2026-05-04"),
        ("2024-12-11", "2 weeks", "2024-12-25", "2024-12-30"),
        ("2026-03-01", "6 weeks", "2026-04-12", "2026-04-13"),
        ("2025-08-31", "6 months", "2026-02-28", "2026-02-28"),
        // Both ends of the range of article 2: two days are too few, a bridged Christmas empties a whole week.
        ("2026-04-02", "2 calendar days", "2026-04-04", "2026-04-07"),
        ("2026-04-02", "3 calendar days", "2026-04-05", "2026-04-08"),
        ("2007-12-21", "1 week", "2007-12-28", "2008-01-03"),
        // Months and years.
        ("2026-01-31", "1 month", "2026-02-28", "2026-03-02"),
        ("2028-01-31", "1 month", "2028-02-29", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28", "2029-02-28"),
        // Article 4, on both sides of each border: all these end on a Saturday or Sunday.
        ("2026-05-30", "12 weeks", "2026-08-22", "2026-08-24"),
        ("2026-05-30", "13 weeks", "2026-08-29", "2026-08-29"),
        ("2026-07-25", "3 months", "2026-10-25", "2026-10-26"),
        ("2026-07-25", "4 months", "2026-11-25", "2026-11-25"),
        ("2026-07-22", "4 months", "2026-11-22", "2026-11-22"),
        ("2026-08-23", "90 calendar days", "2026-11-21", "2026-11-23"),
        ("2026-08-22", "91 calendar days", "2026-11-21", "2026-11-21"),
        ("2025-11-22", "1 year", "2026-11-22", "2026-11-22"),
    ];
    for (start, duration, as_stated, termijnenwet) in cases {
        assert_eq!(stated(start, duration), as_stated, "{start} {duration} as stated");
        assert_eq!(legal(start, duration), termijnenwet, "{start} {duration} by the Termijnenwet");
    }
}

#[test]
fn article_two_changes_a_term_of_five_days_for_seventeen_receipt_dates() {
    let lengthened = five_years().filter(|start| {
        let reckoning = due(*start, lasting("5 calendar days"), Counting::Termijnenwet);
        reckoning.steps.iter().any(|step| matches!(step, ReckoningStep::Lengthened { .. }))
    });
    assert_eq!(lengthened.count(), 17);
}

#[test]
fn the_largest_shift_of_a_week_term_is_five_days() {
    let shift = |start| {
        let reckoning = due(start, lasting("2 weeks"), Counting::Termijnenwet);
        ((reckoning.end - reckoning.nominal_end).num_days(), reckoning.nominal_end)
    };
    let largest = five_years().map(shift).map(|(days, _)| days).max();
    assert_eq!(largest, Some(5));
}

#[test]
fn a_term_is_not_overdue_on_its_last_day() {
    let reckoning = by(Counting::AsStated, "2026-04-17", "2 weeks");
    assert!(!reckoning.overdue_on(day("2026-05-01")));
    assert!(reckoning.overdue_on(day("2026-05-02")));
}

#[test]
fn guesses_are_owned_up_to() {
    let guessed = |counting, start: &str, duration: &str| by(counting, start, duration).uncovered_years;
    assert_eq!(guessed(Counting::Termijnenwet, "2028-12-20", "2 weeks"), [2029]);
    assert_eq!(guessed(Counting::AsStated, "2028-12-27", "5 working days"), [2029]);
    assert_eq!(guessed(Counting::AsStated, "2004-12-30", "5 working days"), [2004]);
    let none: [i32; 0] = [];
    assert_eq!(guessed(Counting::AsStated, "2028-12-20", "2 weeks"), none, "nothing was looked up");
    assert_eq!(guessed(Counting::Termijnenwet, "2028-12-20", "1 year"), none, "article 4: nothing could change");
    assert_eq!(guessed(Counting::Termijnenwet, "2028-12-08", "2 weeks"), none);
}

#[test]
fn explains_itself() {
    let reckoning = by(Counting::Termijnenwet, "2026-04-30", "2 weeks");
    let summary = reckoning.summary(&text!("ontvangen", "received"));
    assert_eq!(
        summary.en,
        "received Thu 30 April 2026; 2 weeks end Thu 14 May 2026, Ascension Day; moved to Mon 18 May 2026"
    );
    assert_eq!(
        summary.nl,
        "ontvangen do 30 april 2026; 2 weken lopen tot en met do 14 mei 2026, Hemelvaartsdag; verschoven naar ma 18 mei 2026"
    );
    let lines: Vec<String> = reckoning.explain().into_iter().map(|line| line.en).collect();
    assert_eq!(
        lines,
        [
            "from Thu 30 April 2026",
            "2 weeks end Thu 14 May 2026, Ascension Day",
            "closed too: Fri 15 May 2026 (equated with a holiday), \
         Sat 16 May 2026, Sun 17 May 2026; moved to Mon 18 May 2026",
        ]
    );
}

#[test]
fn explains_each_kind_of_step() {
    let said = |counting, start: &str, duration: &str| {
        let lines = by(counting, start, duration).explain();
        [
            lines.iter().map(|line| line.nl.clone()).collect::<Vec<_>>().join(" | "),
            lines.iter().map(|line| line.en.clone()).collect::<Vec<_>>().join(" | "),
        ]
    };
    assert_eq!(
        said(Counting::AsStated, "2026-04-24", "5 working days"),
        [
            "vanaf vr 24 april 2026 | niet meegeteld: ma 27 april 2026 (Koningsdag), 4 weekenddagen | 5 werkdagen lopen tot en met ma 4 mei 2026",
            "from Fri 24 April 2026 | not counted: Mon 27 April 2026 (King's Day), 4 weekend days | 5 working days end Mon 4 May 2026",
        ]
    );
    assert_eq!(
        said(Counting::Termijnenwet, "2026-01-31", "1 month")[1],
        "from Sat 31 January 2026 | the month in which the term ends has no day 31, so its last day counts | \
         1 month ends Sat 28 February 2026 | closed too: Sun 1 March 2026; moved to Mon 2 March 2026"
    );
    assert_eq!(
        said(Counting::Termijnenwet, "2026-04-02", "3 calendar days")[1],
        "from Thu 2 April 2026 | 3 calendar days end Sun 5 April 2026 | \
         closed too: Mon 6 April 2026 (Easter Monday); moved to Tue 7 April 2026 | \
         the term must contain two open days (art. 2): moved to Wed 8 April 2026"
    );
    assert_eq!(
        said(Counting::Termijnenwet, "2024-11-23", "2 years")[0],
        "vanaf za 23 november 2024 | 2 jaar loopt tot en met ma 23 november 2026"
    );
    assert_eq!(
        said(Counting::Termijnenwet, "2025-11-22", "1 year")[0],
        "vanaf za 22 november 2025 | 1 jaar loopt tot en met zo 22 november 2026 | \
         de Termijnenwet verlengt zo'n lange termijn niet (art. 4): het blijft zo 22 november 2026"
    );
}
