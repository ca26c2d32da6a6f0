//! Rules on personal data where they should not be.

use super::Rule;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[];
