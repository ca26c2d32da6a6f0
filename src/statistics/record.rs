//! A coded record: what is left of a complaint when everything but its codes is gone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::schema::Dimension;

/// One complaint, or several with the same codes. It has no id, no date and no text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// How many complaints; a row of destroyed cases may stand for several.
    pub count: u32,
    /// One code per dimension.
    pub codes: BTreeMap<Dimension, String>,
    /// Hub values that the complaint mentions besides its main one. Each counts once; the main one does not count again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Handling time in calendar days, the day of receipt being day 0; none while it is open or when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

impl Record {
    /// One complaint with these codes.
    #[must_use]
    pub fn new(codes: impl IntoIterator<Item = (Dimension, String)>) -> Self {
        Self { count: 1, codes: codes.into_iter().collect(), also: Vec::new(), days: None }
    }
}
