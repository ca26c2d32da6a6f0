//! Where bytes come from: a work tree, the index, a commit, a history. The only room that knows git, and it knows nothing
//! else: paths and bytes, not what they mean.
//!
//! - `open`: a [`Register`] from a folder or from a hook's environment; the engines are `libgit` and `command`.
//! - `snapshot`, `work_tree`: one state of the files ([`Snapshot`]).
//! - `tree`, `names`, `fault`, `changes`: folders entry by entry, what is wrong with them, what differs between two.
//! - `commit`, `history`, `bases`: commits, walking them oldest first, and where two histories part.
//! - `push`, `signature`: what a push asks, and whose key signed.
//! - `below`: all files below a folder on disk. `stamps`: what tells that a file is still the one that was read.
//! - `store`, `exchange`, `stored`: a repository of its own for what travels beside the history, how it travels, and how it is known again.
//! - `inspect`: every object unpacked and looked at. `tidying`: a server that lets go of what nothing leads to.
//! - `renewing`: a history that begins anew, and a desk that moves over to it.
//! - `begin`: a repository where there is none. - `settings`: configuration and hooks. `merging`: what a merge that waits for its commit takes in.

mod bases;
mod begin;
mod below;
mod changes;
mod command;
mod commit;
mod error;
mod exchange;
mod fault;
mod gone;
mod history;
mod id;
mod inspect;
mod libgit;
mod merging;
mod names;
mod objects;
mod open;
mod outside;
mod push;
mod recording;
mod renewing;
mod settings;
mod signature;
mod snapshot;
mod stamps;
mod store;
mod stored;
mod tidying;
mod tree;
mod work_tree;

pub(crate) use begin::{begin, setting_at};
pub use changes::{Change, Difference};
pub(crate) use commit::Commit;
pub use commit::CommitFault;
pub(crate) use error::Part;
pub use error::{ErrorKind, RegisterError};
pub(crate) use exchange::{Move, Outcome, SEEN, TIDIED};
pub use fault::{Fault, FaultKind};
pub use history::{Range, Step};
pub use id::Id;
pub(crate) use inspect::Inspected;
pub(crate) use libgit::verify_hashes;
pub(crate) use merging::{Unmerged, merge_lines};
pub(crate) use objects::ObjectKind;
pub(crate) use open::DEFAULT_LIMIT;
pub use open::Register;
pub(crate) use outside::{file_out_of_reach, in_plain_folder, out_of_reach, resolved};
pub use push::Update;
pub(crate) use push::{Classified, Movement, RefKind};
pub(crate) use recording::Last;
pub(crate) use renewing::Moved;
pub(crate) use settings::{SERVER_SETTINGS, git_version};
pub use signature::{KnownKey, SignatureStatus, verify};
pub(crate) use snapshot::{CommitSnapshot, File};
pub use snapshot::{Content, Listing, Snapshot};
pub(crate) use stamps::{Moment, Stamp, Stamped};
pub(crate) use store::{Store, StoredFile};
pub(crate) use stored::{NotStored, Stored, is_stored};
pub(crate) use work_tree::WorkTree;
