//! Words in: e-mails, tables and issue forms into valid cases.
//!
//! A case gets codes, dates and roles. Names, addresses and the complainant's words go to a confidential folder out of
//! git's reach, and `sealed.fields` names what is there. Every case passes `check` or is not written, but for data of the
//! complainant that are still to be asked for; a file is imported whole or not at all; nothing is imported twice.
//!
//! - `mail`, `form`, `table` (with `map`): one file into rows. - `row`: one complaint as a file brings it in.
//! - `case`, `reading`: a row into a new case, by `given` and the regulation. - `confidential`: the folder out of git's reach.
//! - `import`: files into cases. - `known`: what was imported before. - `later`: what belongs to a case that is there.

mod case;
mod confidential;
pub(crate) mod form;
mod given;
mod import;
mod known;
mod later;
pub(crate) mod mail;
pub mod map;
mod reading;
mod row;
mod sealing;
pub(crate) mod table;

pub use confidential::Confidential;
pub(crate) use confidential::Unusable;
pub use given::{Given, SentBy};
pub use import::{LIMIT, Outcome, Run};
pub use map::Map;
pub(crate) use row::Ask;
