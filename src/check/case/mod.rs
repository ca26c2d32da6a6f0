//! One case file judged.

pub mod judge;
pub mod personal;
