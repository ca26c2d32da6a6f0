//! The public site: what it consists of, what it never says, and when there is none.
// Helpers of tests may stop a test the short way, as tests may.

mod house;

mod command;
mod faults;
mod folder;
mod own;
mod planted;
mod room;
mod serve;
mod templates;
