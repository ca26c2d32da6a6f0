//! Verbs for the owner of a regulation.

pub mod args;
pub mod compare;
pub mod policy;
