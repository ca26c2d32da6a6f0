//! What runs a scenario: a small register in a folder of its own, judged by the library.

pub mod base;
pub mod change;
pub mod history;
pub mod register;
pub mod scenario;
