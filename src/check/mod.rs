//! The verdict: files are read, cases replayed, rules asked, findings placed. Pure functions of content, history and an
//! explicit day.
//!
//! - `basis`: what cases are judged by (policy, yearbooks, settings).
//! - `one`: one case file. `whole`: a state of the register. `commit`: a commit against each of its parents.
//! - `identity`: who did it. `gate`: a push.

mod basis;
mod one;
mod place;
mod settings;
mod whole;

pub use basis::{Basis, Kept, Year, decode, yearbook_of};
pub use one::{Judged, judge_case, judge_source};
pub use place::{Page, article, refuses, whole as about_file};
pub use settings::{AcceptedHit, Identity, Notice, Override, SETTINGS, Settings, Strength};
pub use whole::{Verdict, check_snapshot};
