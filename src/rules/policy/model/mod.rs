//! The workflow as a model: every way in which a case can go, searched with the order rules of the docket in the abstract.
//!
//! Persons, dates and words are left out. What remains decides which steps are possible: what was taken (and how often, as
//! far as a condition counts it), the values that conditions ask after, the round, whether it is a report still and
//! whether it has ended. A step that no condition looks at and that sets no such value can only make more possible, never
//! less; such a step is taken at once, which keeps the search small without hiding a dead end.
//!
//! - `machine`: a workflow in numbers, with the order rules; `making`: how it comes from a regulation; `facts`, `options`: what
//!   conditions tell apart; `holds`: conditions.
//! - `state`: where a case stands; `explore`: the search over all states; `stuck`: where none goes on; `ends`: short ways to each
//!   end.

mod conditions;
mod ends;
mod explore;
mod facts;
mod holds;
mod machine;
mod making;
mod options;
mod state;
mod stuck;

pub(crate) use conditions::{conditions, parts};
pub(crate) use ends::{Taken, Way, ways};
pub(crate) use explore::{Explored, Move, explore, explored};
pub(crate) use machine::Machine;
pub(crate) use options::allowed;
pub(crate) use state::Value;

use super::names;
use crate::regulation::Regulation;

/// The longest path that a message prints.
const LONGEST: usize = 12;

/// A path of steps as words, such as `gehoord → besloten (oordeel: gegrond)`. A long one loses its beginning.
#[must_use]
pub fn told(regulation: &Regulation, path: &[Move]) -> String {
    let skipped = path.len().saturating_sub(LONGEST);
    let shown = path.iter().skip(skipped).map(|m| {
        let name = regulation.steps.get(m.step).map(|s| s.id.as_str()).unwrap_or_default();
        if m.values.is_empty() { name.to_owned() } else { format!("{name} ({})", m.values.join(", ")) }
    });
    let words: Vec<String> = (skipped > 0).then(|| "…".to_owned()).into_iter().chain(shown).collect();
    if words.is_empty() { "—".to_owned() } else { names::short_path(&words) }
}
