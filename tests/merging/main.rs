//! Two people's edits of one case, merged by the real git.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[path = "../common/mod.rs"]
mod common;

mod attributes;
mod driver;
mod office;
mod resolved;
