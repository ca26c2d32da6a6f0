//! The desk: one case taken up, changed and put back. Nothing changes but what was meant, and nothing that `check` would
//! refuse is ever written.
//!
//! - `open`: the register on disk, as much of it as one case needs; finding a case by its id.
//! - `want`: what is still wanted of somebody, and the values there are.
//! - `number`, `draft`, `intake`, `party`: a new case, its id, and what its regulation wants to know.
//! - `addition`: what is added to a case after it was opened.
//! - `alike`: the cases that say the same as a new one.
//! - `entry`, `taking`: an entry of the log put together in the order of the file format; the file with it.
//! - `step_wants`, `asked`, `people_choices`: what a step still wants, the data it asks, and whom it may name.
//! - `shorthand`: the step that a short verb means.
//! - `again`: a step that was written just before, and not committed.
//! - `spoken`: values as people type them, and as they stand in a file.
//! - `verdict`: what an edit would bring, judged as `check` judges it.
//! - `overview`: all cases at a glance, and what is due.
//! - `stock`: what there is to name, for completion.
//! - `destroying`, `destroyed`: how a case is destroyed, and what is left of it.
//! - `store`: one writer at a time; written beside, then renamed.
//! - `account`, `particulars`, `words`: a case and its steps for a reader.

mod account;
mod addition;
mod again;
mod alike;
mod asked;
mod destroyed;
mod destroying;
mod draft;
mod entry;
mod error;
mod intake;
mod intake_words;
mod number;
mod open;
pub mod overview;
mod particulars;
mod party;
mod people_choices;
mod shorthand;
mod spoken;
mod step_wants;
mod stock;
mod store;
mod taking;
mod verdict;
mod want;
mod words;

pub use account::{Account, ClockView, DutyView, Event, KeepingView, account};
pub use addition::{Addition, CHARGED, EARLIER, HOLD, known_of};
pub use alike::alike;
pub use destroyed::{Remains, remains, still_kept};
pub use destroying::{Destruction, Rewritten, destroyers, destruction, may_go, to_choose};
pub use draft::{NewCase, NewParty};
pub use entry::{appended, entry_of};
pub use error::DeskError;
pub use intake::{Counter, FIELD};
pub use number::free_id;
pub use open::{CaseFile, Desk, is_register, there};
pub use shorthand::{Short, step_choices};
pub use spoken::field_choices;
pub use step_wants::Table;
pub use stock::{KnownCase, Opened, Stock};
pub use store::{Lock, create, replace};
pub use taking::{ATTEST, ATTEST_BY, CHANNEL, DAY, corrects_nothing, drafted};
pub use verdict::{Brought, judge_edit};
pub use want::{Choice, Values, Want, complete, named, suggestion};
pub use words::{StepCard, cards, reckoning, standing};
