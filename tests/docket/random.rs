//! Any log at all: it can be replayed, an open case has a duty, and what is possible can be done.

use chrono::{Days, NaiveDate};
use klacht::case::{Case, DataValue, LogEntry};
use klacht::docket::{Duty, Possible, ViolationKind};
use klacht::regulation::{Ask, AskType, Does, Step};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::common::{REGULATIONS, chance};
use crate::docket::{base, history, replay};

/// A change of one entry, drawn from numbers: swap, drop, double, another step, another day, another person.
fn mangle(case: &mut Case, regulation: &str, (what, at, other): (u8, usize, usize)) {
    if case.log.is_empty() {
        return;
    }
    let (at, other) = (at % case.log.len(), other % case.log.len());
    let steps = &history(regulation).versions.values().next_back().unwrap().regulation.steps;
    match what % 7 {
        0 => case.log.swap(at, other),
        1 => drop(case.log.remove(at)),
        2 => case.log.insert(at, case.log[other].clone()),
        3 => case.log[at].step.clone_from(&steps[other % steps.len()].id),
        4 => case.log[at].on = case.log[at].on.checked_add_days(Days::new(other as u64 * 9)).unwrap(),
        5 => case.log[at].by = vec![format!("m{other}")],
        _ => case.log[at].data.push(("tevreden".to_owned(), DataValue::Text("nee".to_owned()))),
    }
}

/// One of the steps that are possible now, with some value for each datum of a list.
fn drawn(regulation: &str, case: &Case, like: &LogEntry, (step, value): (usize, usize)) -> Option<LogEntry> {
    let docket = replay(regulation, case);
    // Not the way out that is always open: it says nothing of the others.
    let open =
        |p: &&Possible<'_>| p.obstacles.is_empty() && (p.step.does != Some(Does::End) || !p.step.after.is_empty());
    let possible = docket.possible();
    let free: Vec<&Step> = possible.iter().filter(open).map(|p| p.step).collect();
    let step = free.get(step.checked_rem(free.len())?)?;
    let mut entry = like.clone();
    (entry.step, entry.on, entry.parts, entry.data) =
        (step.id.clone(), docket.last_recorded(), step.parts.clone(), Vec::new());
    entry.party = case.parties.iter().map(|p| p.key.clone()).collect();
    for (number, ask) in step.asks.iter().enumerate() {
        let values = values_of(regulation, ask);
        if let Some(at) = (value >> number).checked_rem(values.len()) {
            entry.data.push((ask.key.clone(), DataValue::Text(values[at].clone())));
        }
    }
    Some(entry)
}

/// Values that conditions may look at.
fn values_of(regulation: &str, ask: &Ask) -> Vec<String> {
    let all = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
    match ask.kind {
        AskType::Date => all(&["2026-12-01"]),
        AskType::Amount => all(&["0", "49,50"]),
        AskType::YesNo | AskType::Satisfaction => all(&["ja", "nee"]),
        AskType::Judgement => {
            let last = history(regulation).versions.values().next_back().unwrap();
            last.regulation.judgement.iter().flat_map(|j| j.scale.iter().map(|item| item.id.clone())).collect()
        }
        _ => ask.values.clone(),
    }
}

fn has_a_duty(regulation: &str, case: &Case) -> Result<(), TestCaseError> {
    let docket = replay(regulation, case);
    let duties = docket.duties(docket.last_recorded());
    let last = case.log.last().map_or("receipt", |e| &e.step);
    prop_assert!(docket.progress.ended.is_some() || !duties.is_empty(), "{regulation}: nothing to do after {last}");
    let closing = |d: &Duty<'_>| d.steps().any(|s| s.does == Some(Does::Close));
    let can_close = docket.possible().iter().any(|p| p.obstacles.is_empty() && p.step.does == Some(Does::Close));
    prop_assert!(!can_close || duties.iter().any(closing), "{regulation}: closing is not told after {last}");
    Ok(())
}

proptest! {
    #![proptest_config(chance(40, 200))]

    /// Whatever became of a log, replaying it ends, says the same each time, and no due date of a term in working days or
    /// under the Termijnenwet is a closed day.
    #[test]
    fn any_log_can_be_replayed(
        regulation in 0..REGULATIONS.len(),
        which in any::<usize>(),
        changes in prop::collection::vec(any::<(u8, usize, usize)>(), 0..6),
    ) {
        let regulation = REGULATIONS[regulation];
        let cases = base(regulation);
        let mut case = cases[which % cases.len()].clone();
        for change in changes {
            mangle(&mut case, regulation, change);
        }
        let docket = replay(regulation, &case);
        let again = replay(regulation, &case);
        prop_assert_eq!(format!("{:?}", docket.violations), format!("{:?}", again.violations));
        for clock in docket.clocks() {
            if let Some(reckoning) = &clock.due.reckoning {
                let open = klacht::calendar::closed(reckoning.end).is_none();
                let moved = reckoning.duration.unit() == klacht::calendar::Unit::WorkingDays;
                prop_assert!(open || !moved, "{} ends on a closed day", clock.term.id);
                // An agreed date may lie in the past: that is the case's fault, not the clock's.
                prop_assert!(reckoning.end >= clock.from, "{} ends before it begins", clock.term.id);
            }
        }
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        for duty in docket.duties(day) {
            let open = |s: &Step| docket.progress.obstacles(s).is_empty();
            prop_assert!(duty.steps().all(open), "{} cannot be done", duty.step.id);
        }
    }

    /// "Nothing else needs to be done" is only true at the end: however a case goes on, one that has not ended has a duty.
    #[test]
    fn a_case_that_has_not_ended_has_a_duty(
        regulation in 0..REGULATIONS.len(),
        which in any::<usize>(),
        length in any::<usize>(),
        choices in prop::collection::vec(any::<(usize, usize)>(), 0..12),
    ) {
        let regulation = REGULATIONS[regulation];
        let cases = base(regulation);
        let mut case = cases[which % cases.len()].clone();
        case.log.truncate(length % (case.log.len() + 1));
        has_a_duty(regulation, &case)?;
        for choice in choices {
            let Some(entry) = drawn(regulation, &case, &cases[0].log[0], choice) else { break };
            case.log.push(entry);
            has_a_duty(regulation, &case)?;
        }
    }

    /// What is said to be possible is possible: taking such a step brings no lack of order, occasion or end.
    #[test]
    fn what_is_possible_can_be_done(
        regulation in 0..REGULATIONS.len(),
        which in any::<usize>(),
        length in any::<usize>(),
        choice in any::<usize>(),
    ) {
        let regulation = REGULATIONS[regulation];
        let cases = base(regulation);
        let mut case = cases[which % cases.len()].clone();
        case.log.truncate(length % (case.log.len() + 1));
        let docket = replay(regulation, &case);
        let day = docket.last_recorded();
        let free: Vec<String> = docket.possible().iter().filter(|p| p.obstacles.is_empty()).map(|p| p.step.id.clone()).collect();
        prop_assume!(!free.is_empty());
        let step = free[choice % free.len()].clone();
        let mut entry: LogEntry = cases[0].log[0].clone();
        (entry.step, entry.on, entry.data) = (step, day, Vec::new());
        let index = case.log.len();
        case.log.push(entry);
        let docket = replay(regulation, &case);
        let here = format!("log[{index}]");
        for violation in docket.violations.iter().filter(|l| l.at.to_string().starts_with(&here)) {
            let of_order = matches!(
                violation.kind,
                ViolationKind::NoOccasion { .. } | ViolationKind::AfterEnd { .. } | ViolationKind::AfterRuling { .. } | ViolationKind::WrongKind { .. }
                    | ViolationKind::Twice { .. } | ViolationKind::Unfinished { .. }
            );
            prop_assert!(!of_order, "{:?}", violation.kind);
        }
    }
}
