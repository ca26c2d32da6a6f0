//! The help of the command line in two languages, and what is said of a mistake in it.

pub mod command;
pub mod dutch;
pub mod examples;
pub mod groups;
pub mod mistake;
pub mod own;
