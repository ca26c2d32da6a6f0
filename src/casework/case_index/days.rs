//! Days as numbers in what is kept: a date as text takes most of the time of reading twenty thousand rows.

#![allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde gives values so")]

use chrono::{Datelike, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a day as its number in the common era.
pub fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    day.num_days_from_ce().serialize(serializer)
}

/// Reads it back; an error for a number that is no day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let number = i32::deserialize(deserializer)?;
    NaiveDate::from_num_days_from_ce_opt(number).ok_or_else(|| D::Error::custom("no such day"))
}

/// The same for a day that may be absent.
pub mod maybe {
    use super::{Datelike, Deserialize, Deserializer, Error, NaiveDate, Serialize, Serializer};

    /// Writes it, or that there is none.
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(serializer)
    }

    /// Reads it back; an error for a number that is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(number) = Option::<i32>::deserialize(deserializer)? else { return Ok(None) };
        NaiveDate::from_num_days_from_ce_opt(number).map(Some).ok_or_else(|| D::Error::custom("no such day"))
    }
}
