//! The flow of a year: what was carried in and received is what was closed and carried out.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The four numbers of a year's flow, as true numbers (`Flow<u32>`) or as published ([`Count`](super::Count)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow<T> {
    /// Open on the first day of the year; the number carried out of the year before.
    pub carried_in: T,
    /// Received in the year; the base of every table.
    pub received: T,
    /// Closed in the year, whenever received.
    pub closed: T,
    /// Open at the end of the last day.
    pub carried_out: T,
}

/// A flow that does not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imbalance {
    /// Carried in and received, together.
    pub came: u64,
    /// Closed and carried out, together.
    pub went: u64,
}

impl fmt::Display for Imbalance {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The numbers are not said: an error reaches logs, and they may be small.
        out.write_str("carried in + received is not closed + carried out")
    }
}

impl std::error::Error for Imbalance {}

impl Flow<u32> {
    /// Checks that carried in + received = closed + carried out.
    pub fn check(&self) -> Result<(), Imbalance> {
        let came = u64::from(self.carried_in) + u64::from(self.received);
        let went = u64::from(self.closed) + u64::from(self.carried_out);
        if came == went { Ok(()) } else { Err(Imbalance { came, went }) }
    }
}
