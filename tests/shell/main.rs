//! The command line around the verbs: completion, manual pages, mistakes, help, and the guides that show them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]
#![allow(clippy::print_stderr, reason = "a test says what it leaves out")]

#[path = "../common/mod.rs"]
mod common;

mod bundle;
mod completing;
mod guides;
mod mistakes;
mod pages;
mod shells;
mod tree;
mod typos;
