//! Counting, protecting, auditing: from coded records to figures that say nothing about one person.
//!
//! [`Record`]s are counted by a [`Schema`]; what comes out is [`Figures`], which hold published numbers only. Nothing here knows a file,
//! and only [`counting`] knows regulations and cases.

mod count;
pub mod counting;
mod figures;
mod flow;
mod record;
mod schema;

pub use count::{Count, Counts};
pub use figures::{ALSO, Basis, Certificate, Figures, MAIN, MENTIONS, NOTATION, Row, Size, Table, Times};
pub use flow::{Flow, Imbalance};
pub use record::Record;
pub use schema::{Dimension, OTHER, Schema, UNKNOWN};
