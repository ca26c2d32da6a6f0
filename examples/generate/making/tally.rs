//! What a destroyed case leaves behind: a row of codes, without id and with no date finer than a quarter.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use klacht::docket::Docket;
use klacht::statistics::counting;
use klacht::yaml::{NewValue, Scalar};

use super::yaml::{list, scalar};

/// Rows with how often each occurs.
pub type Tally = BTreeMap<String, usize>;

/// The row of a case that is destroyed on `gone`, without braces.
pub fn row(docket: &Docket<'_>, gone: NaiveDate) -> String {
    let value = |value: &NewValue| match value {
        NewValue::One(one) => scalar(&one.text(), true),
        NewValue::Many(many) => list(&many.iter().map(Scalar::text).collect::<Vec<_>>()),
    };
    let pairs = counting::row(docket, gone).item().0;
    pairs.iter().map(|(key, v)| format!("{key}: {}", value(v))).collect::<Vec<_>>().join(", ")
}
