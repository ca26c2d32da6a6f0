//! Letters: what they say, what they must never say, and the command that writes them.

mod command;
mod register;
mod shown;
mod sweep;
