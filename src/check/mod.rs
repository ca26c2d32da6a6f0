//! The verdict: files are read, cases replayed, rules asked, findings placed. Pure functions of content, history and an
//! explicit day.
//!
//! - `basis`: what cases are judged by (policy, yearbooks, settings).
//! - `one`: one case file. `whole`: a state of the register. `file`: one file of such a state. `commit`: a commit against
//!   each of its parents. `draft`: a version of a regulation that is not in the register yet.
//! - `identity`: who did it. `lockout`: whether anybody is still known, and anything still judged. `gate`: a push.

mod ahead;
mod basis;
mod books;
mod candidate;
mod changes;
mod commit;
mod draft;
mod file;
mod gate;
mod identity;
mod lockout;
mod one;
mod past;
mod personal;
mod place;
mod policy;
mod range;
mod retired;
mod settings;
mod site;
mod staged;
mod stray;
mod whole;
mod words;

pub use basis::{Basis, Kept, Year, decode, yearbook_of};
pub use candidate::{Candidate, Changed, Was};
pub use commit::CommitJudge;
pub use draft::{JudgedDraft, judge_draft};
pub use file::check_file;
pub use gate::{Gate, check_push};
pub use lockout::strangers;
pub use one::{Bench, Judged, judge_case, judge_source};
pub use past::entries as log_entries;
pub use personal::allowed;
pub use place::{Page, article, refuses, whole as about_file};
pub use policy::{judge_all_versions, judge_version};
pub use range::check_range;
pub use settings::{AcceptedHit, Identity, Notice, Override, SETTINGS, Settings, Strength};
pub use site::{SiteSettings, Tested};
pub use staged::{Making, check_staged};
pub use whole::{Verdict, check_cases, check_snapshot, is_case};
