//! The language server as editors use it: real messages to the real program, and Neovim.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;
#[allow(dead_code, reason = "the desk's own tests use the rest")]
#[path = "../desk/office.rs"]
mod office;

mod acting;
mod asked;
mod handled;
mod judged;
mod neovim;
mod random;
mod resting;
mod session;
mod spoken;
