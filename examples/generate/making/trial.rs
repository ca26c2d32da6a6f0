//! Whether a case may stand in the register: replayed, and looked at from the day on which the register stands.

use chrono::NaiveDate;
use klacht::calendar::{Counting, due};
use klacht::case::Case;
use klacht::docket::{Docket, Violation, ViolationKind};
use klacht::yaml::{Route, Segment};

use super::dice::Dice;
use super::draft::Order;
use super::words;

/// Lacks that no rule reports as an error.
fn harmless(violation: &Violation) -> bool {
    match &violation.kind {
        ViolationKind::Late { hard, accounted, .. } => !hard || *accounted,
        ViolationKind::UnusualParty { .. } => true,
        _ => false,
    }
}

/// Whether the case is legal.
pub fn legal(case: &Case, order: &Order<'_>) -> bool {
    Docket::replay(case, order.version, &order.history.people).violations.iter().all(harmless)
}

/// Records why steps were late. True when the case was late, and by nothing else illegal.
pub fn account_for_lateness(case: &mut Case, order: &Order<'_>, dice: &mut Dice) -> bool {
    let violations = Docket::replay(case, order.version, &order.history.people).violations;
    let late: Vec<usize> = violations.iter().filter_map(late_entry).collect();
    for index in &late {
        if let Some(entry) = case.log.get_mut(*index) {
            entry.late = Some(words::late(dice).to_owned());
        }
    }
    !late.is_empty() && legal(case, order)
}

fn late_entry(violation: &Violation) -> Option<usize> {
    let counts = matches!(violation.kind, ViolationKind::Late { hard: true, .. } | ViolationKind::NoticeMissing { .. });
    counts.then(|| entry_of(&violation.at)).flatten()
}

/// The number of the log entry that a route leads to.
fn entry_of(route: &Route) -> Option<usize> {
    route.0.iter().find_map(|s| match s {
        Segment::Index(index) => Some(*index),
        Segment::Key(_) => None,
    })
}

/// Leaves out what is later than `day`.
pub fn cut(case: &mut Case, day: NaiveDate) {
    case.log.retain(|e| e.on <= day);
    case.attestations.retain(|a| a.on <= day);
}

/// Whether a term that still runs, hard or a target, has ended before `day`.
pub fn overdue(case: &Case, order: &Order<'_>, day: NaiveDate) -> bool {
    let docket = Docket::replay(case, order.version, &order.history.people);
    let clocks = docket.running().iter().any(|clock| clock.due.on < day);
    clocks || (docket.progress.ended.is_none() && docket.progress.complaint && silent(&docket, day))
}

/// Whether a message that comes back every so often is overdue.
fn silent(docket: &Docket<'_>, day: NaiveDate) -> bool {
    let progress = &docket.progress;
    progress.regulation().terms.iter().any(|term| {
        let (Some(every), Some(step)) = (term.every, term.step.as_deref()) else { return false };
        let taken = |ids: &dyn Fn(&str) -> bool| progress.taken.iter().rev().find(|t| ids(&t.step.id));
        if taken(&|id| term.until.iter().any(|u| u == id)).is_some() {
            return false;
        }
        let start = (term.from == "received").then_some(progress.started);
        let last = taken(&|id| id == step || id == term.from).map(|t| t.entry.on).or(start);
        last.is_some_and(|last| due(last, every, Counting::AsStated).end < day)
    })
}
