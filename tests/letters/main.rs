//! Letters: what they say, what they must never say, and the command that writes them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of a test, which may fail")]

mod command;
mod register;
mod shown;
mod sweep;
