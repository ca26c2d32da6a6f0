//! Verbs for setting up: a register, an editor, a shell.

pub mod args;
pub mod completions;
pub mod doctor;
pub mod init;
pub mod init_ask;
pub mod lsp;
pub mod man;
pub mod schema;
