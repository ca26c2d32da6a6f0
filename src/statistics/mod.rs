//! Counting, protecting, auditing: from coded records to figures that say nothing about one person.
//!
//! [`Record`]s are counted by a [`Schema`]; what comes out is [`Figures`], which hold published numbers only. Nothing here knows a file,
//! and only [`counting`] knows regulations and cases.

pub mod audit;
pub mod correction;
mod count;
pub mod counting;
mod derived;
mod earlier;
mod explain;
mod figures;
mod flow;
pub mod frozen;
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
mod tests;
pub mod verify;

pub use count::{Count, Counts};
pub use derived::{share, sum};
pub use explain::explain;
pub use figures::{ALSO, Basis, Certificate, Figures, MAIN, MENTIONS, NOTATION, Row, Size, Table, Times};
pub use flow::{Flow, Imbalance};
pub use frozen::{Broken, Frozen};
pub use ladder::Part;
pub use plan::{Axis, Grid, Plan};
pub use record::Record;
pub use refused::Refused;
pub use release::{Prepared, prepare, release};
pub use schema::{Dimension, OTHER, Schema, UNKNOWN};
pub use sound::{Unsound, sound};
pub use tabulate::{Tally, Year, tabulate};
