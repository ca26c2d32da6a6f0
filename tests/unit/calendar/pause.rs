use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn resumed(start: &str, lasting: &str, counting: Counting, pauses: &[(&str, &str)]) -> NaiveDate {
    let duration: Duration = lasting.parse().unwrap();
    let reckoned = super::super::due(day(start), duration, counting);
    let all: Vec<Pause> = pauses.iter().map(|(from, until)| Pause { from: day(from), until: day(until) }).collect();
    let mut end = End { nominal: reckoned.nominal_end, on: reckoned.end };
    for count in 1..=all.len() {
        let term = Resumed {
            start: day(start),
            duration: Some(duration),
            counting,
            pauses: &all[..count],
            days: &crate::calendar::Dutch,
        };
        end = term.end(end).0;
    }
    end.on
}

#[test]
fn working_days_are_given_back_in_working_days() {
    let end = |pauses| resumed("2026-01-05", "10 working days", Counting::AsStated, pauses);
    assert_eq!(end(&[("2026-01-09", "2026-01-11")]), day("2026-01-19"), "a weekend holds none");
    assert_eq!(end(&[("2026-01-09", "2026-01-12")]), day("2026-01-20"), "a Monday is one");
    assert_eq!(end(&[("2026-01-09", "2026-01-12"), ("2026-01-13", "2026-01-15")]), day("2026-01-22"));
    assert_eq!(end(&[("2026-01-16", "2026-01-31")]), day("2026-02-02"), "one was left");
}

#[test]
fn the_law_moves_the_end_as_it_is() {
    let end = |counting, pauses| resumed("2026-01-05", "10 weeks", counting, pauses);
    let easter = &[("2026-01-09", "2026-01-28")];
    assert_eq!(end(Counting::Termijnenwet, easter), day("2026-04-07"));
    assert_eq!(end(Counting::AsStated, easter), day("2026-04-04"));
    // The end before it was a Saturday, which the law moved to Monday: five days later is a Thursday.
    let moved = |from, until| resumed("2026-02-28", "2 weeks", Counting::Termijnenwet, &[(from, until)]);
    assert_eq!(moved("2026-03-04", "2026-03-09"), day("2026-03-19"));
    assert_eq!(moved("2026-03-16", "2026-03-21"), day("2026-03-23"), "what was left ended on the day of asking");
}

#[test]
fn two_open_days_are_left_outside_the_pause() {
    // Three days from Friday 2 October 2026: asked at once, completed on the Wednesday after.
    let end = resumed("2026-10-02", "3 calendar days", Counting::Termijnenwet, &[("2026-10-02", "2026-10-07")]);
    assert_eq!(end, day("2026-10-12"));
    let longer = resumed("2026-10-02", "3 calendar days", Counting::Termijnenwet, &[("2026-10-05", "2026-10-09")]);
    assert_eq!(longer, day("2026-10-12"), "Monday 5 was one, Monday 12 is the second");
}

#[test]
fn too_long_a_term_is_not_moved() {
    let end = resumed("2026-01-05", "13 weeks", Counting::Termijnenwet, &[("2026-01-09", "2026-01-14")]);
    assert_eq!(end, day("2026-04-11"), "a Saturday, by article 4");
}
