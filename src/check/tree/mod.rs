//! A state of the register judged.

pub mod deciders;
pub mod draft_version;
pub mod file;
pub mod misplaced;
pub mod regulations;
pub mod whole;
pub mod yearbooks;
