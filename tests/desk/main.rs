//! Cases handled by commands: by staff at a desk who know neither git nor YAML.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;

mod adding;
mod bytes;
mod correcting;
mod destroying;
mod extending;
mod handled;
mod odd;
mod office;
mod opening;
mod refusing;
mod showing;
mod spoken;
mod stepping;
mod terminal;
mod together;
mod walk;
mod wander;
