//! The verdict: files are read, cases replayed, rules asked, findings placed. Pure functions of content, history and an
//! explicit day. A folder for each unit of judgement:
//!
//! - `case`: one case file, and the personal data in it.
//! - `tree`: one state of the register: every case, every regulation, every yearbook; a version that is only a draft.
//! - `authority`: who may change what cases are judged by.
//! - `commit`: a commit against each of its parents: what it changed and removed.
//! - `push`: every reference of a push, every commit that it brings.

mod authority;
mod case;
mod commit;
mod push;
mod tree;
mod unreadable;

pub use authority::kind::{Kind, Part, Row, Who, whose};
pub use authority::lockout::unknown_actors;
pub use authority::standing::keeps;
pub use case::judge::{CaseContext, Judged, judge_case, judge_source};
pub use case::personal::allowed;
pub use commit::candidate::{Candidate, Changed, Was};
pub use commit::previous::entries as log_entries;
pub use commit::push_context::PushContext;
pub use commit::range::check_range;
pub use commit::staged::{Making, check_staged};
pub use commit::validator::CommitValidator;
pub use push::check_push;
pub use tree::draft_version::{JudgedDraft, judge_draft};
pub use tree::file::check_file;
pub use tree::regulations::{judge_all_versions, judge_version};
pub use tree::whole::{Verdict, check_cases, check_snapshot, sink_of};
