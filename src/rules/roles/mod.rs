//! Rules on roles and people: who may take a step, conflicts of interest, identity.

use super::Rule;
use super::said::OfLack;

/// The family, sorted by code.
pub static RULES: &[&Rule] = &[];

/// What the family says of what a docket lacks.
pub static OF_LACKS: &[(&Rule, OfLack)] = &[];
