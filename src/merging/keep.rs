//! Two people's entries of which only one may stand: both stay in the log, for what was logged does not vanish, and those of one
//! side are annulled by corrections.

use chrono::NaiveDate;

use super::case::{Three, merge};
use super::legal::{first_error, merge_legally, orders};
use super::reason::Conflict;
use crate::case::{Case, LogEntry};
use crate::casework::{Values, Workspace, appended, entry_of};
use crate::docket::CORRECTION;

/// Which of two sides stands, who says so, and why.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Ours, or theirs.
    pub ours: bool,
    /// The key of who decides it.
    pub by: String,
    /// Why the entries of the other side are annulled.
    pub reason: String,
}

/// What each side logged that the other did not: ours, theirs.
#[must_use]
pub fn apart(three: Three<'_>) -> [Vec<LogEntry>; 2] {
    let [base, ours, theirs] = [three.base, three.ours, three.theirs].map(|text| crate::case::read(text).0);
    let log = |case: Option<Case>| case.map(|case| case.log).unwrap_or_default();
    let (kept, ours, theirs) = (log(base).len(), log(ours), log(theirs));
    let only = |of: &[LogEntry], other: &[LogEntry]| -> Vec<LogEntry> {
        of.iter().skip(kept).filter(|entry| !other.contains(entry)).cloned().collect()
    };
    [only(&ours, &theirs), only(&theirs, &ours)]
}

/// Brings the three together as [`merge_legally`] does; where that is not legal, entries of the side that is not kept are annulled:
/// those of a step that both took, or else all of that side.
///
/// # Errors
///
/// Why it cannot be brought together, with what `check` still says of it.
pub fn merge_keeping(
    workspace: &Workspace,
    path: &str,
    three: Three<'_>,
    day: NaiveDate,
    notes: &dyn Fn(Three<'_>) -> Option<String>,
    keeping: &Kept,
) -> Result<String, Conflict> {
    let mut refused = match merge_legally(Some(workspace), path, three, day, notes) {
        Err(Conflict::NotLegal(why)) => Conflict::NotLegal(why),
        other => return other,
    };
    let [ours, theirs] = apart(three);
    let (kept, dropped) = if keeping.ours { (ours, theirs) } else { (theirs, ours) };
    let twice: Vec<LogEntry> = dropped.iter().filter(|d| kept.iter().any(|k| k.step == d.step)).cloned().collect();
    for gone in [twice, dropped].into_iter().filter(|gone| !gone.is_empty()) {
        for ties in orders(Some(workspace)) {
            let text = annulled(&merge(three, *ties, notes)?, &gone, day, keeping)?;
            match first_error(workspace, path, three, &text, day) {
                None => return Ok(text),
                Some(finding) => refused = Conflict::StillNot(finding.message),
            }
        }
    }
    Err(refused)
}

/// The case with a correction of each of these entries, the newest first: what rests on another goes before it.
fn annulled(merged: &str, gone: &[LogEntry], day: NaiveDate, keeping: &Kept) -> Result<String, Conflict> {
    let case = crate::case::read(merged).0.ok_or(Conflict::Layout)?;
    let mut left: Vec<&LogEntry> = gone.iter().collect();
    let mut numbers = Vec::new();
    for (index, entry) in case.log.iter().enumerate().rev() {
        if let Some(at) = left.iter().position(|wanted| *wanted == entry) {
            left.swap_remove(at);
            numbers.push(index + 1);
        }
    }
    let mut text = merged.to_owned();
    for number in numbers {
        let said = [
            ("step", CORRECTION.to_owned()),
            ("on", day.to_string()),
            ("by", keeping.by.clone()),
            ("of", number.to_string()),
            ("reason", keeping.reason.clone()),
        ];
        let values: Values = said.into_iter().map(|(key, value)| (key.to_owned(), vec![value])).collect();
        text = appended(&text, &entry_of(&[], &values)).map_err(|_| Conflict::Layout)?;
    }
    Ok(text)
}
