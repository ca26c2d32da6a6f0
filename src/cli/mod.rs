//! To be filled.

pub mod policy;
