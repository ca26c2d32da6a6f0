//! Rules on personal data where they should not be. Each rule's file finds its own kind; [`scan`](scan()) asks them all in one
//! pass.

rules! {
    d601, d602, d603, d604, d605, d606, d607, d608, d609, d610,
}

mod accepted;
mod allowed;
mod alone;
mod known;
mod scan;
mod source;
#[cfg(test)]
#[path = "../../../tests/unit/rules/data_protection/tests.rs"]
mod tests;

pub(crate) use accepted::{Acceptance, AcceptanceFault, acceptable};
pub use allowed::Allowed;
pub(crate) use d606::is_document;
pub(crate) use d608::say as say_of_acceptance;
pub(crate) use d609::CONFIDENTIAL;
pub(crate) use d610::CODE as KNOWN_PERSON;
pub use known::Known;
pub(crate) use scan::scan;
pub(crate) use source::Source;
