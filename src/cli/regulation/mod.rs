//! Verbs for the owner of a regulation.

pub mod args;
pub mod compare;
pub mod new;
pub mod policy;
pub mod skeleton;
pub mod walk;
