//! What must always hold of a docket, whatever is written in a log.

#![allow(clippy::unwrap_used, reason = "helpers of a test, which may fail")]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use klacht::case::{Case, DataValue, LogEntry, read};
use klacht::check::Basis;
use klacht::docket::{ClockState, Docket, LackKind};
use klacht::register::Register;
use klacht::regulation::Dossier;
use proptest::prelude::*;

const REGULATIONS: [&str; 5] = ["cmm", "square-mile", "cbmk", "interactie", "academie"];

static BASIS: LazyLock<Basis> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Basis::read(&Register::folder(root).unwrap().work_tree().unwrap()).unwrap()
});

fn dossier(regulation: &str) -> &'static Dossier {
    &BASIS.policy.dossiers[regulation]
}

fn base(regulation: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/requirements/base").join(regulation);
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|f| f.unwrap());
    let cases = files.filter(|f| f.path().extension().is_some_and(|e| e == "md"));
    cases.filter_map(|f| read(&std::fs::read_to_string(f.path()).unwrap()).0).filter(|c| c.received.is_some()).collect()
}

fn replay<'a>(regulation: &str, case: &'a Case) -> Docket<'a> {
    let (version, dossier) = BASIS.policy.in_force(regulation, case.received.unwrap()).unwrap();
    Docket::replay(case, version, &dossier.people)
}

/// A change of one entry, drawn from numbers: swap, drop, double, another step, another day, another person.
fn mangle(case: &mut Case, regulation: &str, (what, at, other): (u8, usize, usize)) {
    if case.log.is_empty() {
        return;
    }
    let (at, other) = (at % case.log.len(), other % case.log.len());
    let steps = &dossier(regulation).versions.values().next_back().unwrap().regulation.steps;
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

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
        prop_assert_eq!(format!("{:?}", docket.lacks), format!("{:?}", again.lacks));
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
        prop_assert!(docket.duties(day).iter().all(|d| docket.progress.demanded(d.step)));
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
        for lack in docket.lacks.iter().filter(|l| l.at.to_string().starts_with(&here)) {
            let of_order = matches!(
                lack.kind,
                LackKind::NoOccasion { .. } | LackKind::AfterEnd { .. } | LackKind::AfterRuling { .. } | LackKind::WrongKind { .. }
                    | LackKind::Twice { .. } | LackKind::Unfinished { .. }
            );
            prop_assert!(!of_order, "{:?}", lack.kind);
        }
    }
}

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
                    let lacks = replay(regulation, &other).lacks;
                    lacks.iter().any(|l| matches!(&l.kind, LackKind::Late { term: t, .. } if *t == term))
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
    let notices = docket.progress.next_notices();
    let [(term, due)] = notices.as_slice() else { unreachable!("{notices:?}") };
    assert_eq!(term.step.as_deref(), Some("tussenbericht"));
    assert!(case.log[first].on <= *due, "the base case is in time");
    let of_this = |rule: &klacht::regulation::RuleRef| rule.id.as_deref() == Some(term.id.as_str());
    let late = |day| {
        let judged = klacht::rules::terms::t310::judge(&docket, Some(day));
        judged.iter().any(|p| p.rule.as_ref().is_some_and(of_this))
    };
    assert!(!late(*due), "its last day is in time");
    assert!(late(due.succ_opt().unwrap()), "the day after is not");
    let mut told = case.clone();
    told.log.truncate(first + 1);
    let later = replay("square-mile", &told).progress.next_notices().first().map(|(_, due)| *due);
    assert!(later.is_some_and(|later| later > *due), "a notice moves the next one");
}

/// A correction of entry `of` (from 1), on the day of the last entry.
fn correction(case: &Case, of: usize) -> LogEntry {
    let mut entry = case.log[of - 1].clone();
    entry.step = "correctie".to_owned();
    entry.on = case.log.iter().map(|e| e.on).max().unwrap();
    (entry.by, entry.of, entry.reason) = (vec!["m1".to_owned()], Some(of.to_string()), Some("vergissing".to_owned()));
    entry.data.clear();
    entry
}

/// The entries that lack something of their order, by number from 0.
fn out_of_place(docket: &Docket<'_>) -> Vec<String> {
    let order = |kind: &LackKind| {
        use LackKind::{
            AfterEnd, AfterRuling, Before, NoOccasion, Twice, Unfinished, WrongActor, WrongHandler, WrongKind,
        };
        matches!(kind, Before { .. } | NoOccasion { .. } | Unfinished { .. } | AfterEnd { .. } | AfterRuling { .. })
            || matches!(kind, Twice { .. } | WrongActor { .. } | WrongHandler { .. } | WrongKind { .. })
    };
    docket.lacks.iter().filter(|l| order(&l.kind)).map(|l| l.at.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever entry of an open case is corrected, the entries that rest on it stay as good as they were; it no longer
    /// counts, and it may be taken anew.
    #[test]
    fn any_entry_of_an_open_case_can_be_corrected_and_taken_anew(
        regulation in 0..REGULATIONS.len(),
        which in any::<usize>(),
        (upto, at) in any::<(usize, usize)>(),
    ) {
        let regulation = REGULATIONS[regulation];
        let cases = base(regulation);
        let mut case = cases[which % cases.len()].clone();
        case.log.truncate(1 + upto % case.log.len());
        let before = replay(regulation, &case);
        prop_assume!(before.progress.ended.is_none() && before.progress.ruled.is_none());
        prop_assume!(out_of_place(&before).is_empty());
        let entry = case.log[at % case.log.len()].clone();
        prop_assume!(entry.step != "correctie");
        let mut corrected = case.clone();
        corrected.log.push(correction(&case, at % case.log.len() + 1));
        let docket = replay(regulation, &corrected);
        prop_assert_eq!(out_of_place(&docket), Vec::<String>::new());
        prop_assert!(docket.progress.taken.iter().all(|t| t.index != at % case.log.len()));
        // What stands once more, after a re-opening, is not taken a third time.
        prop_assume!(docket.progress.taken.iter().all(|t| t.step.id != entry.step));
        corrected.log.push(LogEntry { on: corrected.log.last().unwrap().on, late: Some("pas nu".to_owned()), ..entry });
        let again = replay(regulation, &corrected);
        let twice = again.lacks.iter().any(|l| matches!(l.kind, LackKind::Twice { .. }));
        prop_assert!(!twice);
    }

    /// A case that stays closed lacks nothing that its closing demands, whatever was corrected afterwards.
    #[test]
    fn a_closed_case_is_complete_with_every_correction(
        regulation in 0..REGULATIONS.len(),
        which in any::<usize>(),
        at in any::<usize>(),
    ) {
        let regulation = REGULATIONS[regulation];
        let cases = base(regulation);
        let base = cases[which % cases.len()].clone();
        let mut case = base.clone();
        let docket = replay(regulation, &base);
        prop_assume!(docket.progress.ended.is_some_and(|e| e.step.does == Some(klacht::regulation::Does::Close)));
        prop_assume!(out_of_place(&docket).is_empty());
        let at = at % case.log.len();
        let step = docket.progress.taken.iter().find(|t| t.index == at).map(|t| t.step);
        let end = docket.progress.taken.iter().rev().find(|t| t.step.does == Some(klacht::regulation::Does::Close));
        let (Some(step), Some(end)) = (step, end.map(|t| t.index)) else { return Ok(()) };
        prop_assume!(at < end && step.does.is_none() && docket.progress.demanded(step));
        let new = correction(&case, at + 1);
        case.log.push(new);
        let corrected = replay(regulation, &case);
        let missing = corrected.progress.demanded(step) && corrected.progress.done(step).is_err();
        let told = out_of_place(&corrected);
        prop_assert!(!missing || told.iter().any(|at| at.starts_with(&format!("log[{end}]"))), "{told:?}");
        // The closing taken back too, nothing stands in the way of the correction.
        let end = correction(&case, end + 1);
        case.log.insert(case.log.len() - 1, end);
        prop_assert_eq!(out_of_place(&replay(regulation, &case)), Vec::<String>::new());
    }
}
