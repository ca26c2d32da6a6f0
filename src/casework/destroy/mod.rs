//! How a case is destroyed, what is left of it, and what can be said of it afterwards.

pub mod certificate;
pub mod destruction;
pub mod plan;
pub mod replay;
pub mod stub;
