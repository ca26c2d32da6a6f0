//! The verbs that look over all cases: what they show, what they keep between runs, what they never tell.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[path = "../common/mod.rs"]
mod common;

mod calendar;
mod due;
mod export;
mod kept;
mod list;
mod room;
