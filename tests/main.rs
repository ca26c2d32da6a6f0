//! Every test of the whole program and of the library from outside, in one binary: it is linked once.
//!
//! A folder a subject; what several of them need is in `common`. The tests share one process, so none may change its folder or
//! its environment: a program under test gets its own with `common::World::command`.
//!
//! `cargo test --test all gate::` runs one subject, `cargo test --test all` all of them, with few draws where chance is tried;
//! `KLACHT_TESTS=full` asks for all the draws.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test stops where it fails, and says what it leaves out"
)]

mod authority;
mod bundled;
mod common;
mod contributing;
mod desk;
mod docket;
mod docs;
mod doctor;
mod drafts;
mod figures;
mod gate;
mod init;
mod intake;
mod letters;
mod lsp;
mod merging;
mod model;
mod model_growth;
mod model_parties;
mod model_policy;
mod model_public;
mod overview;
mod owner;
mod people;
mod readme;
mod refused;
mod register;
mod requirements;
mod rooms;
mod sealed;
mod shell;
mod site;
mod site_rows;
mod sturdy;
mod unseen;
mod vault;
mod walk;
