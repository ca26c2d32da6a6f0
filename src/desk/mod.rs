//! The desk: one case taken up, changed and put back. Nothing changes but what was meant, and nothing that `check` would
//! refuse is ever written.
//!
//! - `open`: the register on disk, as much of it as one case needs; finding a case by its id.
//! - `entry`: an entry of the log put together in the order of the file format.
//! - `draft`: a new case.
//! - `verdict`: what an edit would bring, judged as `check` judges it.
//! - `overview`: all cases at a glance, and what is due.
//! - `store`: one writer at a time; written beside, then renamed.

mod draft;
mod entry;
mod error;
mod open;
pub mod overview;
mod store;
mod verdict;

pub use draft::{NewCase, NewParty};
pub use entry::{appended, entry_of};
pub use error::DeskError;
pub use open::{CaseFile, Desk};
pub use store::{Lock, create, replace};
pub use verdict::{Brought, judge_edit};
