//! Closing a year and reading its figures: the counting, the freeze, the chain, and the program that does it.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[path = "../common/mod.rs"]
mod common;

mod closing;
mod counting;
mod frozen;
mod register;
mod stats;
