//! What must always hold of a docket, whatever is written in a log.

#![allow(clippy::unwrap_used, reason = "helpers of a test, which may fail")]

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use klacht::case::{Case, DataValue, LogEntry, read};
use klacht::check::Basis;
use klacht::desk::Short;
use klacht::docket::{ClockState, Docket, Duty, LackKind, Possible};
use klacht::register::Register;
use klacht::regulation::{Ask, AskType, Does, Dossier, Per, Step};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

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
            let last = dossier(regulation).versions.values().next_back().unwrap();
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

/// The steps that each short verb may mean, by regulation.
#[test]
fn a_short_verb_means_the_step_of_its_word_and_no_other() {
    use Short::{Acknowledge, Close, Extend, Hear, Judge, Refer};
    let verbs = [Acknowledge, Extend, Hear, Judge, Close, Refer];
    let table = [
        ("cmm", ["ontvangst-bevestigd", "", "gehoord", "", "gesloten", "mediator-gevraagd"]),
        (
            "square-mile",
            ["ontvangst-bevestigd", "verlengd", "deelnemer-gehoord", "besloten", "afgesloten", "doorverwezen"],
        ),
        ("cbmk", ["ontvangst-bevestigd", "", "", "overleg-klager", "afgesloten", "beroep-gemeld"]),
        ("interactie", ["", "verlenging-gemeld", "gehoord", "oordeel-gegeven", "afgesloten", "verwezen"]),
        ("academie", ["gereageerd", "verlengd", "doorgevraagd", "behandeld", "afgesloten", "bij-orde-ingediend"]),
    ];
    for (id, steps) in table {
        let last = dossier(id).versions.values().next_back().unwrap();
        for (verb, step) in verbs.into_iter().zip(steps) {
            assert_eq!(verb.steps(&last.regulation).join(", "), step, "{id}: {verb:?}");
        }
    }
}

#[test]
fn judging_where_closing_judges_is_refused_and_says_what_comes_first() {
    let mut case = base("cmm").into_iter().find(|c| c.log.iter().any(|e| e.step == "gesloten")).unwrap();
    case.log.truncate(case.log.iter().position(|e| e.step == "gesloten").unwrap());
    let refused = Short::Judge.step(&replay("cmm", &case), None).unwrap_err();
    let klacht::desk::DeskError::Asked(said, choices) = refused else { unreachable!("{refused:?}") };
    assert!(
        said.nl.contains("geen eigen stap voor beoordelen; dat gebeurt bij stap") && said.nl.contains("(gesloten)"),
        "{}",
        said.nl
    );
    assert!(choices.nl.starts_with("kies uit: gesloten ("), "what must be done comes first: {}", choices.nl);
    assert!(choices.nl.split(", ").last().unwrap().starts_with("ingetrokken"), "{}", choices.nl);
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

#[test]
fn a_step_names_all_that_is_demanded_with_it() {
    let card = |regulation: &str, case: &Case, step: &str| -> String {
        let docket = replay(regulation, case);
        let card = klacht::desk::cards(&docket).into_iter().find(|card| card.step == step).unwrap();
        card.asks.iter().map(|line| line.en.as_str()).collect::<Vec<_>>().join("\n")
    };
    let mut case = base("square-mile").into_iter().next().unwrap();
    case.log.clear();
    case.attestations.clear();
    assert!(card("square-mile", &case, "ontvangst-bevestigd").contains("with --ref"));
    let assigning = card("square-mile", &case, "toegewezen");
    assert!(assigning.contains("who that can be here: m"), "{assigning}");
    let mut told = 0;
    for regulation in REGULATIONS {
        let mut case = base(regulation).into_iter().next().unwrap();
        case.log.clear();
        case.attestations.clear();
        let rules = &replay(regulation, &case).version.regulation;
        let always = rules.attestations.iter().filter(|a| a.per == Per::Case && a.when.is_none());
        for rule in always {
            let step = rule.at.as_ref().filter(|at| *at != "closing").or(rules.milestones.closing.as_ref()).unwrap();
            told += 1;
            let told = card(regulation, &case, step);
            assert!(told.contains(&format!("--attest {}=", rule.id)), "{regulation} {}: {told}", rule.id);
        }
    }
    assert!(told > 0);
}

#[test]
fn what_is_advised_can_be_done() {
    let mut case = base("cmm").into_iter().find(|c| c.log.iter().any(|e| e.step == "contact-klager")).unwrap();
    case.log.truncate(case.log.iter().position(|e| e.step == "contact-klager").unwrap());
    let docket = replay("cmm", &case);
    let day = docket.last_recorded().checked_add_days(Days::new(100));
    let advice = klacht::rules::terms::t310::judge(&docket, day);
    assert!(!advice.is_empty());
    for placed in advice {
        let said = placed.said.remedy.en;
        assert!(said.starts_with("first take: `klacht step") && said.contains(" contact-klager`; then"), "{said}");
    }
    let mut case = base("square-mile").into_iter().find(|c| c.log.iter().any(|e| e.step == "ingetrokken")).unwrap();
    let late = LogEntry { step: "besproken".to_owned(), ..case.log[0].clone() };
    case.log.push(LogEntry { on: case.log.last().unwrap().on, ..late });
    let docket = replay("square-mile", &case);
    let after = docket.lacks.iter().find(|l| matches!(l.kind, LackKind::AfterEnd { .. })).unwrap();
    let said = klacht::rules::of_lack(&after.kind, &docket).unwrap().1;
    assert!(!said.remedy.en.contains("re-open"), "{}", said.remedy.en);
}

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
