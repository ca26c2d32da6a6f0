//! Registers made from chance, the same for the same seed: hand-made legal cases are the paths, and each new case follows
//! one of them on other days, by other people, about other things.
//!
//! [`bundled`] makes the register that stands in this repository; [`history`] and [`work_tree`] make large ones to
//! measure with.

mod bundle;
mod casting;
mod closing;
mod days;
mod dice;
mod draft;
mod facts;
mod history;
mod keeping;
mod maker;
mod mishap;
mod paths;
mod plan;
mod policy;
mod render;
mod tally;
mod trial;
mod words;
mod yaml;
mod yearbooks;

pub use bundle::bundled;
pub use history::{history, put, work_tree};
pub use policy::read as policy;

use chrono::NaiveDate;

/// Why nothing could be made: a file that cannot be read, or a path that cannot be followed.
pub type Fault = Box<dyn std::error::Error>;

/// The seed of the bundled register.
pub const SEED: u64 = 20_261_120;

/// The first day of the registers.
pub const FIRST: NaiveDate = day(2024, 1, 1);

/// The day on which the bundled register stands: nothing in it is later, nothing is overdue.
pub const STANDS_ON: NaiveDate = day(2026, 11, 20);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The repository that this file belongs to.
#[must_use]
pub fn home() -> std::path::PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}
