//! Corrections of any entry of any case.

use klacht::case::{Case, LogEntry};
use klacht::docket::{Docket, ViolationKind};
use proptest::prelude::*;

use crate::common::{REGULATIONS, chance};
use crate::docket::{base, replay};

/// A correction of entry `of` (from 1), on the day of the last entry.
fn correction(case: &Case, of: usize) -> LogEntry {
    let mut entry = case.log[of - 1].clone();
    "correctie".clone_into(&mut entry.step);
    entry.on = case.log.iter().map(|e| e.on).max().unwrap();
    (entry.by, entry.of, entry.reason) = (vec!["m1".to_owned()], Some(of.to_string()), Some("vergissing".to_owned()));
    entry.data.clear();
    entry
}

/// The entries that lack something of their order, by number from 0.
fn out_of_place(docket: &Docket<'_>) -> Vec<String> {
    let order = |kind: &ViolationKind| {
        use ViolationKind::{
            AfterEnd, AfterRuling, Before, NoOccasion, Twice, Unfinished, WrongActor, WrongHandler, WrongKind,
        };
        matches!(kind, Before { .. } | NoOccasion { .. } | Unfinished { .. } | AfterEnd { .. } | AfterRuling { .. })
            || matches!(kind, Twice { .. } | WrongActor { .. } | WrongHandler { .. } | WrongKind { .. })
    };
    docket.violations.iter().filter(|l| order(&l.kind)).map(|l| l.at.to_string()).collect()
}

proptest! {
    #![proptest_config(chance(60, 300))]

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
        let twice = again.violations.iter().any(|l| matches!(l.kind, ViolationKind::Twice { .. }));
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
