//! Parties, rounds, keeping and facts: what a case is refused for and what must pass, one test for each row by its id.
// Helpers of tests may stop a test the short way, as tests may.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod desk;
mod gate;
mod keeping;
mod parties;
mod rounds;
mod said;
mod searched;
