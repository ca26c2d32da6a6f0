//! How a case is destroyed, and what is left of it.

pub mod destruction;
pub mod stub;
