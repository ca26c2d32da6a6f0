//! The verdict: files are read, cases replayed, rules asked, findings placed. Pure functions of content, history and an
//! explicit day. A folder for each unit of judgement:
//!
//! - `case`: one case file, and the personal data in it.
//! - `tree`: one state of the register: every case, every regulation, every yearbook; a version that is only a draft.
//! - `authority`: who may change what cases are judged by.
//! - `commit`: a commit against each of its parents: what it changed and removed.
//! - `exception`: a history without what had to go, compared with the one that held it.
//! - `grants`: every power that a history gave.
//! - `guard`: which references of a server are guarded.
//! - `push`: every reference of a push, every commit that it brings.
//! - `renewal`: a history that begins anew, and whether it may.
//! - `vault`: what is sealed, by what anybody sees of it without a key.

mod authority;
mod case;
mod commit;
mod exception;
mod grants;
mod guard;
mod push;
mod renewal;
mod tree;
mod unreadable;
mod vault;

pub(crate) use authority::lockout::unknown_actors;
pub(crate) use authority::standing::keeps;
pub(crate) use case::judge::judge_source;
pub use case::judge::{CaseContext, Judged, judge_case};
pub(crate) use case::personal::allowed;
pub(crate) use commit::previous::entries as log_entries;
pub use commit::push_context::PushContext;
pub use commit::range::check_range;
pub(crate) use commit::staged::{AtDesk, Making, check_message, check_staged};
pub(crate) use exception::{Unlike, compare};
pub(crate) use grants::grants;
pub use push::check_push;
pub(crate) use renewal::{Bridge, Renewal, bridge_of, renewal_due, signed_by};
pub(crate) use tree::deciders::is_somebody;
pub(crate) use tree::draft_version::{JudgedDraft, judge_draft};
pub(crate) use tree::file::check_file;
pub(crate) use tree::misplaced::here as tracked_here;
pub(crate) use tree::regulations::judge_version;
pub(crate) use tree::whole::{Verdict, sink_of};
pub use tree::whole::{check_cases, check_snapshot};
pub(crate) use vault::{check_sealed, here as sealed_here};
