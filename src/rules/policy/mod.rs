//! Rules on the regulation itself: its data, its text, its workflow as a model.

use super::Rule;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[];
