//! One file a rule. A rule reads and reports; its file's leading comment is the page that explains it.

pub mod case_file;
pub mod data_protection;
mod docs;
#[cfg(test)]
mod fixture;
pub mod history;
pub(crate) mod naming;
mod page;
pub mod policy;
mod registry;
pub mod roles;
mod said;
pub mod site;
pub mod terms;
pub mod workflow;

pub use docs::docs;
pub use page::{Page, Rule};
pub use registry::{ALL, FAMILIES, UnknownRule, cards, find, of_lack};
pub use said::{OfLack, Placed, Said};
