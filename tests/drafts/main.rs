//! A version of a regulation compared with another, and a draft tried on the cases of a year.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[path = "../common/mod.rs"]
mod common;

mod checked;
mod compared;
mod desk;
mod tried;
