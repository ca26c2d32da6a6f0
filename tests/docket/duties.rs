//! What is a duty, and by which day.

use chrono::NaiveDate;
use klacht::case::{Case, DataValue, LogEntry};
use klacht::docket::{Docket, Duty};

use crate::docket::{base, replay};

/// The duties of a bundled case right after the first time a step was taken: the steps that will do, and whether a day is set.
fn told_after(regulation: &str, step: &str) -> Vec<(Vec<String>, bool)> {
    let after = |case: &Case| case.log.iter().position(|e| e.step == step);
    let mut case = base(regulation).into_iter().find(|c| after(c).is_some()).unwrap();
    case.log.truncate(after(&case).unwrap() + 1);
    let docket = replay(regulation, &case);
    let duties = docket.duties(docket.last_recorded());
    let ids = |d: &Duty<'_>| d.steps().map(|s| s.id.clone()).collect();
    duties.iter().map(|d| (ids(d), d.until.is_some())).collect()
}

#[test]
fn a_choice_is_a_duty_with_the_day_of_the_term_that_runs() {
    let either = vec!["maatregel-voorgesteld".to_owned(), "geen-maatregel".to_owned()];
    assert_eq!(told_after("cmm", "conclusie-getrokken"), [(either, true)]);
}

#[test]
fn what_closes_a_case_is_a_duty_once_nothing_else_is_left() {
    for (regulation, last, closing) in [
        ("cmm", "maatregel-getoetst", "gesloten"),
        ("square-mile", "tevredenheid-vastgelegd", "afgesloten"),
        ("academie", "afhandeling-gecontroleerd", "afgesloten"),
    ] {
        let told = told_after(regulation, last);
        assert!(told.contains(&(vec![closing.to_owned()], false)), "{regulation}: {told:?}");
    }
}

#[test]
fn a_report_goes_on_as_a_complaint_or_ends() {
    let told = told_after("interactie", "om-schriftelijke-klacht-gevraagd");
    let either = vec!["schriftelijk-ingediend".to_owned(), "melding-afgedaan".to_owned()];
    assert_eq!(told, [(either, false)]);
}

/// The last day up to which a step is possible, and of which term.
fn last_day(docket: &Docket<'_>, step: &str) -> Option<(NaiveDate, String)> {
    let possible = docket.possible().into_iter().find(|p| p.step.id == step).unwrap();
    possible.until.zip(possible.term)
}

#[test]
fn a_step_has_the_day_that_is_its_own() {
    let cut = base("square-mile").into_iter().find(|c| c.log.iter().any(|e| e.step == "verlengd")).unwrap();
    let mut case = cut.clone();
    case.log.truncate(cut.log.iter().position(|e| e.step == "verlengd").unwrap());
    let docket = replay("square-mile", &case);
    let (day, term) = last_day(&docket, "verlengd").expect("an extension has a last day");
    let clock = docket.running().into_iter().find(|c| c.term.id == term).unwrap();
    assert_eq!(day, clock.due.on);
    assert_eq!(last_day(&docket, "ingetrokken"), None, "a withdrawal is always possible");
    let decided = last_day(&docket, "besloten").unwrap();
    assert!(decided.1 == "beslissing" || decided.1 == "afhandeling", "{decided:?}");
}

/// Re-opened, the old outcome told once more, and then decided otherwise: the new decision is not told yet, so it may be, once.
#[test]
fn what_was_told_before_a_new_decision_is_told_again() {
    let cases = base("square-mile");
    let mut case = cases.into_iter().find(|c| c.log.iter().any(|e| e.step == "afgesloten")).unwrap();
    let entry = |case: &Case, step: &str| case.log.iter().find(|e| e.step == step).unwrap().clone();
    let (outcome, decision) = (entry(&case, "uitkomst-gemeld"), entry(&case, "besloten"));
    let said = decision.value("beslissing").unwrap();
    let other = ["gegrond", "ongegrond"].into_iter().find(|v| *v != said).unwrap();
    let on = case.log.last().unwrap().on;
    let mut push = |like: LogEntry, step: &str, says: &str| {
        let data = like.data.iter().map(|(key, _)| (key.clone(), DataValue::Text(says.to_owned()))).collect();
        case.log.push(LogEntry { step: step.to_owned(), on, data, ..like });
        let docket = replay("square-mile", &case);
        let told = docket.possible().into_iter().any(|p| p.step.id == "uitkomst-gemeld" && p.obstacles.is_empty());
        (told, docket.duties(on).iter().any(|d| d.step.id == "uitkomst-gemeld"))
    };
    let (reopened, _) = push(LogEntry { data: Vec::new(), ..outcome.clone() }, "heropend", "");
    assert!(reopened, "in a new round it may be told");
    assert_eq!(push(outcome.clone(), "uitkomst-gemeld", said), (false, false), "once a round");
    assert_eq!(push(decision, "besloten", other), (true, true), "the new decision is not told");
    assert_eq!(push(outcome, "uitkomst-gemeld", other), (false, false), "now it is");
}
