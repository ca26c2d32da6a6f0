//! Rules on the case file as such: can it be read, are its keys and values what they should be.
//!
//! The words of C101 to C107, C114 and C116 are those of the faults of the [`yaml`](crate::yaml) room.

pub mod c101;
mod c102;
mod c103;
mod c104;
mod c105;
pub mod c106;
pub mod c107;
pub mod c108;
pub mod c109;
pub mod c110;
pub mod c111;
mod c112;
pub mod c113;
mod c114;
pub mod c115;
mod c116;
#[cfg(test)]
mod tests;
mod words;

use super::Rule;
use crate::rules::message::OfViolation;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[
    &c101::RULE,
    &c102::RULE,
    &c103::RULE,
    &c104::RULE,
    &c105::RULE,
    &c106::RULE,
    &c107::RULE,
    &c108::RULE,
    &c109::RULE,
    &c110::RULE,
    &c111::RULE,
    &c112::RULE,
    &c113::RULE,
    &c114::RULE,
    &c115::RULE,
    &c116::RULE,
];

/// What the family says of what a docket lacks.
pub static OF_VIOLATIONS: &[(&Rule, OfViolation)] = &[(&c112::RULE, c112::say)];
