//! Verbs for the sealed part: who can read, what is read and added, how it travels.

pub mod access;
pub mod args;
pub mod contents;
pub mod dossier;
pub mod find;
pub mod hands;
pub mod keys;
pub mod known;
pub mod list_of_keys;
pub mod moving_in;
pub mod open;
pub mod people;
pub mod recovery;
pub mod seal;
pub mod session;
pub mod share;
pub mod sync;
pub mod withdraw;
