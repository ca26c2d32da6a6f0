//! The room `register` against real git: repositories of every format, hostile trees, hooks, histories.

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
fn open(repo: &crate::common::Repo) -> Register {
    Register::open(repo.path()).unwrap()
}
