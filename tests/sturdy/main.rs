//! What must hold whatever happens: a program that is killed, a disk that fails, two at once, chance that repeats itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops where it fails"
)]

#[path = "../common/mod.rs"]
mod common;
#[allow(dead_code, reason = "of another test, which needs more of it")]
#[path = "../desk/office.rs"]
mod office;

mod chance;
mod faults;
mod incoming;
mod killed;
mod killing;
mod races;
mod stories;
