//! Who may change what cases are judged by: whose everything is, what gives power, and what nobody may.
//! `docs/decisions/authority.md` is the model.
//!
//! - `kind`: whose a path is, or a part of a file: one question, one table.
//! - `maker`, `standing`: who made a commit, and what he may rest on: what stood before the push and before the commit.
//! - `own`: what a merge changes itself.
//! - `judge`: a commit, by all that it changes; `case`: one case of it, with `access` and `names`; `books`: its yearbooks.
//! - `two`: what takes two persons.
//! - `never` (of a case), `settings`, `people`, `versions`, `entries`, `lockout`: what nobody may, whoever asks.

pub mod access;
pub mod books;
pub mod case;
pub mod entries;
pub mod judge;
pub mod kind;
pub mod lockout;
pub mod maker;
pub mod names;
pub mod never;
pub mod own;
pub mod people;
pub mod settings;
pub mod standing;
pub mod two;
pub mod versions;
