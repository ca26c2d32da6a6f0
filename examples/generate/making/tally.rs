//! What a destroyed case leaves behind: a row of codes, written in one line.

use std::collections::BTreeMap;

use klacht::yaml::{NewValue, Scalar};
use klacht::yearbook::TallyRow;

use super::yaml::{list, scalar};

/// Rows with how often each occurs.
pub type Tally = BTreeMap<String, usize>;

/// The row without braces.
pub fn line(row: &TallyRow) -> String {
    let value = |value: &NewValue| match value {
        NewValue::One(one) => scalar(&one.text(), true),
        NewValue::Many(many) => list(&many.iter().map(Scalar::text).collect::<Vec<_>>()),
    };
    row.item().0.iter().map(|(key, v)| format!("{key}: {}", value(v))).collect::<Vec<_>>().join(", ")
}
