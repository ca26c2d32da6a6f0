//! What is held against a case, a regulation, a history, a site: one file a rule, and one page a rule in `docs/rules/`.
//!
//! The page is the rule: its code, name, severity and summaries stand above it, and the program reads them there. The file
//! holds the words of the rule and, where it can, the check; where it cannot, the page names the file that checks it.
//! [`Rule::of`] finds the rule that a [violation](crate::docket::ViolationKind) belongs to.

/// The rules of a family: their files and their list, sorted by code. With `each judge: Judge in JUDGES`, also a list of
/// the rules with what each does.
macro_rules! rules {
    ($($rule:ident),+ $(,)?) => {
        $(pub(crate) mod $rule;)+

        /// The family, sorted by code.
        pub static RULES: &[&$crate::rules::Rule] = &[$(&$rule::RULE),+];
    };
    (each $does:ident: $form:ty; $($rule:ident),+ $(,)?) => {
        rules! { $($rule),+ }

        /// Every rule of the family with what it does, sorted by code.
        const EACH: &[(&$crate::rules::Rule, $form)] = &[$((&$rule::RULE, $rule::$does)),+];
    };
}

pub(crate) mod case_file;
pub mod data_protection;
#[cfg(test)]
#[path = "../../tests/unit/rules/fixture.rs"]
pub(crate) mod fixture;
mod front_matter;
pub(crate) mod history;
mod index;
pub(crate) mod message;
mod of_violation;
pub(crate) mod policy;
mod registry;
pub mod roles;
mod rule;
pub(crate) mod site;
pub mod terms;
#[cfg(test)]
#[path = "../../tests/unit/rules/tests.rs"]
mod tests;
pub(crate) mod workflow;

pub(crate) use crate::rules::message::{Message, Placed};
pub use index::index;
pub use registry::ALL;
pub(crate) use registry::{UnknownRule, cards, find, may_be_softened};
pub use rule::Rule;
