//! One file a rule. A rule reads and reports; its file's leading comment is the page that explains it.

mod c101;
mod docs;
mod page;
mod registry;

pub use docs::docs;
pub use page::{Page, Rule};
pub use registry::{ALL, FAMILIES, UnknownRule, cards, find};
