//! Rules on terms: late steps, extensions, notices, keeping and destruction.

use super::Rule;
use super::said::OfLack;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[];

/// What the family says of what a docket lacks.
pub static OF_LACKS: &[(&Rule, OfLack)] = &[];
