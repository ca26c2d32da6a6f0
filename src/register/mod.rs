//! Where bytes come from: a work tree, the index, a commit, a history. The only room that knows git, and it knows nothing
//! else: paths and bytes, not what they mean.
//!
//! - `open`: a [`Register`] from a folder or from a hook's environment; the engines are `libgit` and `command`.
//! - `snapshot`, `work_tree`: one state of the files ([`Snapshot`]).
//! - `tree`, `names`, `fault`, `changes`: folders entry by entry, what is wrong with them, what differs between two.
//! - `commit`, `history`, `bases`: commits, walking them oldest first, and where two histories part.
//! - `push`, `signature`: what a push asks, and whose key signed.
//! - `below`: all files below a folder on disk. `stamps`: what tells that a file is still the one that was read.
//! - `begin`: a repository where there is none. - `settings`: configuration and hooks. `merging`: what a merge that waits for its commit takes in.

mod bases;
mod begin;
mod below;
mod changes;
mod command;
mod commit;
mod error;
mod fault;
mod history;
mod id;
mod libgit;
mod merging;
mod names;
mod objects;
mod open;
mod outside;
mod push;
mod recording;
mod settings;
mod signature;
mod snapshot;
mod stamps;
mod tree;
mod work_tree;

pub use begin::{begin, setting_at};
pub use changes::{Change, Difference};
pub use commit::{Commit, CommitFault, Signature, Signer};
pub use error::{ErrorKind, Part, RegisterError};
pub use fault::{Fault, FaultKind};
pub use history::{Range, Step, Walk};
pub use id::Id;
pub use libgit::verify_hashes;
pub use merging::{MergedLines, Unmerged, merge_lines};
pub use objects::ObjectKind;
pub use open::{DEFAULT_LIMIT, Register};
pub use outside::{file_out_of_reach, in_plain_folder, out_of_reach, resolved};
pub use push::{Classified, HookEnvironment, Movement, RefKind, Update};
pub use settings::{SERVER_SETTINGS, git_version};
pub use signature::{KnownKey, SignatureStatus, verify};
pub use snapshot::{CommitSnapshot, Content, File, IndexSnapshot, Listing, Snapshot};
pub use stamps::{Moment, Stamp, Stamped};
pub use work_tree::WorkTree;
