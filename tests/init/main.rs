//! A register begun with `klacht init`: by flags, by answers, again and again, with the real program and the real git.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;

mod begun;
mod desk;
mod kept;
mod pipelines;
mod refused;
mod terminal;
mod watching;
