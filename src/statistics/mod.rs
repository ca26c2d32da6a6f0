//! Counting, protecting, auditing: from coded records to figures that say nothing about one person.
//!
//! [`release`](release()) takes a [`Year`] of coded [`Record`]s and a [`Schema`] and gives [`Figures`], which hold published numbers only:
//!
//! 1. `ladder`: by its size, a year says nothing, its total, tables of one dimension, or tables by the hub; small hub values are merged.
//! 2. `tabulate`, `shape`: records become keyed counts and the sums between them, with what every reader knows besides.
//! 3. [`protect`]: counts below `k` are hidden, and others with them, until none can be worked out.
//! 4. [`verify`]: the proof is checked by addition.
//! 5. [`audit`]: attackers start again from the published figures. What does not pass is left out, and the year starts again at 3.
//!
//! [`correction`] says whether published figures may be replaced, [`explain`](explain()) why a number is a dash. Nothing here knows a
//! file, and only `counting` knows regulations and cases: it makes a year of them. `yearbook::frozen` keeps what was published.

pub(crate) mod audit;
pub(crate) mod correction;
mod count;
mod derived;
mod earlier;
mod explain;
mod figures;
mod flow;
mod ladder;
mod plan;
pub(crate) mod protect;
mod record;
mod refused;
mod release;
mod schema;
mod shape;
mod sound;
pub(crate) mod system;
mod tabulate;
#[cfg(test)]
#[path = "../../tests/unit/statistics/tests/mod.rs"]
mod tests;
pub(crate) mod verify;

pub(crate) use count::Count;
#[cfg(test)]
pub(crate) use count::Counts;
pub(crate) use explain::explain;
pub(crate) use figures::{ALSO, Basis, Figures, MAIN, MENTIONS, Row, Size, Table};
#[cfg(test)]
pub(crate) use figures::{Certificate, NOTATION, Times};
pub use flow::Flow;
pub use record::Record;
pub(crate) use refused::Refused;
pub use release::release;
pub use schema::{Dimension, Schema};
pub(crate) use schema::{OTHER, UNKNOWN};
pub(crate) use sound::{Unsound, sound};
pub use tabulate::Year;
