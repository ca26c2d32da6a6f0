//! Which days count: those of the Netherlands, or those that a regulation has of its own.

use chrono::{Datelike, NaiveDate};

use super::equated::covered;
use super::holidays::{Closed, closed};

/// The days by which a term is counted.
pub trait Days: std::fmt::Debug {
    /// Why nothing is open on this day; nothing for a day that counts.
    fn closed(&self, date: NaiveDate) -> Option<Closed>;

    /// Whether all closed days of the year of this day are known. Where they are not, a day that seems open may be closed.
    fn known(&self, date: NaiveDate) -> bool;

    /// Whether a term can stand still at all.
    fn pauses(&self) -> bool {
        false
    }

    /// The name of the period in which a term stands still on this day.
    fn still(&self, _date: NaiveDate) -> Option<&str> {
        None
    }
}

/// Working days as the Algemene termijnenwet knows them.
#[derive(Debug, Clone, Copy)]
pub struct Dutch;

impl Days for Dutch {
    fn closed(&self, date: NaiveDate) -> Option<Closed> {
        closed(date)
    }

    fn known(&self, date: NaiveDate) -> bool {
        covered(date.year())
    }
}
