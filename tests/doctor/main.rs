//! `klacht doctor`: each thing that can be wrong is made wrong, seen, and mended by the command that is named.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[path = "../common/mod.rs"]
mod common;

mod desk;
mod office;
mod server;
