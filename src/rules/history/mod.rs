//! Rules on git and history: what was logged stays.

use super::Rule;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[];
