//! Terms that are kept and not kept, to the day.

use chrono::NaiveDate;
use klacht::docket::{ClockState, ViolationKind};

use crate::common::REGULATIONS;
use crate::docket::{base, replay};

#[test]
fn a_step_after_its_term_is_late_and_one_on_its_last_day_is_not() {
    let mut seen = 0;
    for regulation in REGULATIONS {
        for case in base(regulation) {
            let docket = replay(regulation, &case);
            for clock in docket.clocks().iter().filter(|c| c.term.hard && c.due.reckoning.is_some()) {
                let ClockState::Stopped { index, .. } = clock.state else { continue };
                let term = clock.term.id.clone();
                let late = |on: NaiveDate| {
                    let mut other = case.clone();
                    for entry in other.log.iter_mut().skip(index) {
                        entry.on = entry.on.max(on);
                    }
                    other.log[index].on = on;
                    let violations = replay(regulation, &other).violations;
                    violations.iter().any(|l| matches!(&l.kind, ViolationKind::Late { term: t, .. } if *t == term))
                };
                if case.log[index].late.is_none() && clock.due.extensions == 0 {
                    seen += 1;
                    assert!(!late(clock.due.on), "{regulation} {} {term}: its last day is in time", case.id);
                    let next = clock.due.on.succ_opt().unwrap();
                    assert!(late(next), "{regulation} {} {term}: the day after is not", case.id);
                }
            }
        }
    }
    assert!(seen > 50, "only {seen} clocks were tried");
}

#[test]
fn a_recurring_notice_that_does_not_come_is_overdue_until_it_comes() {
    let case = base("square-mile").into_iter().find(|c| c.log.iter().any(|e| e.step == "tussenbericht")).unwrap();
    let first = case.log.iter().position(|e| e.step == "tussenbericht").unwrap();
    let mut open = case.clone();
    open.log.truncate(first);
    let docket = replay("square-mile", &open);
    let notices = docket.timetable.next_notices.clone();
    let [(term, due)] = notices.as_slice() else { unreachable!("{notices:?}") };
    assert_eq!(term.step.as_deref(), Some("tussenbericht"));
    assert!(case.log[first].on <= *due, "the base case is in time");
    let of_this = |rule: &klacht::regulation::RuleRef| rule.id.as_deref() == Some(term.id.as_str());
    let late = |day| {
        let judged = klacht::rules::terms::overdue(&docket, Some(day));
        judged.iter().any(|p| p.rule.as_ref().is_some_and(of_this))
    };
    assert!(!late(*due), "its last day is in time");
    assert!(late(due.succ_opt().unwrap()), "the day after is not");
    let mut told = case.clone();
    told.log.truncate(first + 1);
    let later = replay("square-mile", &told).timetable.next_notices.first().map(|(_, due)| *due);
    assert!(later.is_some_and(|later| later > *due), "a notice moves the next one");
}
