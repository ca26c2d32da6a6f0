//! A complaint that arrives as an e-mail, handled under each of the five regulations to its very end by commands alone: with
//! every letter that fits, the due list, the calendar, the hook at each commit and the server at each push.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;
#[allow(dead_code, reason = "of another test, which needs more of it")]
#[path = "../desk/office.rs"]
mod office;

mod arrival;
mod looked;
mod scripts;
mod walked;
