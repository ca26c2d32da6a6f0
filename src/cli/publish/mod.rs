//! Verbs for the site and the figures.

pub mod args;
pub mod build;
pub mod figures;
pub mod serve;
pub mod stats;
pub mod year;
