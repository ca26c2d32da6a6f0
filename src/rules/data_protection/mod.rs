//! Rules on personal data where they should not be. Each rule's file finds its own kind; [`scan`] asks them all in one
//! pass.

mod accepted;
mod allowed;
mod alone;
mod d601;
mod d602;
mod d603;
mod d604;
mod d605;
mod d606;
mod d607;
mod d608;
pub mod d609;
mod scan;
mod source;
#[cfg(test)]
mod tests;

pub use accepted::{ACCEPTABLE, Acceptance, AcceptanceFault};
pub use allowed::Allowed;
pub use d608::say as say_of_acceptance;
pub use d609::CONFIDENTIAL;
pub use scan::{Hit, scan};
pub use source::Source;

use super::Rule;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &d601::RULE,
    &d602::RULE,
    &d603::RULE,
    &d604::RULE,
    &d605::RULE,
    &d606::RULE,
    &d607::RULE,
    &d608::RULE,
    &d609::RULE,
];
