//! The room `register` against real git: repositories of every format, hostile trees, hooks, histories.
// Helpers of tests may stop a test the short way, as tests may.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

#[path = "../common/mod.rs"]
mod common;

mod hooks;
mod opening;
mod signing;
mod snapshots;
mod trees;
mod walking;

use klacht::register::{Id, Register};

/// The id that git wrote.
fn id(hex: &str) -> Id {
    Id::from_hex(hex.as_bytes()).unwrap()
}

/// Opens a repository of the test's world.
fn open(repo: &common::Repo) -> Register {
    Register::open(repo.path()).unwrap()
}
