//! Verbs for git: the hooks, the history, and merging.

pub mod args;
pub mod attributes;
pub mod except;
pub mod follow;
pub mod history;
pub mod hook;
pub mod install;
pub mod merge;
pub mod tidy;
