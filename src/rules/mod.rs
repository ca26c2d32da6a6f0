//! One file a rule. A rule reads and reports; its file's leading comment is the page that explains it.

pub mod case_file;
pub mod data_protection;
mod docs;
#[cfg(test)]
pub(crate) mod fixture;
pub mod history;
pub(crate) mod message;
mod page;
pub mod policy;
mod registry;
pub mod roles;
pub mod site;
pub mod terms;
pub mod workflow;

pub use crate::rules::message::{Message, OfViolation, Placed};
pub use docs::docs;
pub use page::{Page, Rule};
pub use registry::{ALL, FAMILIES, UnknownRule, cards, find, of_violation};
