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

pub mod audit;
pub mod correction;
mod count;
mod derived;
mod earlier;
mod explain;
mod figures;
mod flow;
mod ladder;
mod plan;
pub mod protect;
mod record;
mod refused;
mod release;
mod schema;
mod shape;
mod sound;
pub mod system;
mod tabulate;
#[cfg(test)]
#[path = "../../tests/unit/statistics/tests/mod.rs"]
mod tests;
pub mod verify;

pub use count::{Count, Counts};
pub use derived::{share, sum};
pub use explain::explain;
pub use figures::{ALSO, Basis, Certificate, Figures, MAIN, MENTIONS, NOTATION, Row, Size, Table, Times};
pub use flow::{Flow, Imbalance};
pub use ladder::Part;
pub use plan::{Axis, Grid, Plan};
pub use record::Record;
pub use refused::Refused;
pub use release::{Prepared, prepare, release};
pub use schema::{Dimension, OTHER, Schema, UNKNOWN};
pub use sound::{Unsound, sound};
pub use tabulate::{Tally, Year, tabulate};
