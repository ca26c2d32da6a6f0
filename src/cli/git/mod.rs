//! Verbs for git: the hooks, and merging.

pub mod args;
pub mod attributes;
pub mod except;
pub mod hook;
pub mod install;
pub mod merge;
pub mod tidy;
