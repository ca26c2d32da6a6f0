//! Rules on the case file as such: can it be read, are its keys and values what they should be.

mod c101;

use super::Rule;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[&c101::RULE];
