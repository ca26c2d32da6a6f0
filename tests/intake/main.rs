//! Words in: e-mails, tables and forms into cases, by the command and by the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of a test, which may fail")]

mod form;
mod mail;
mod room;
mod table;
