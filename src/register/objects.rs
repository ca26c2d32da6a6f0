//! What the rest of the room asks of an engine that reads a repository; there are two: libgit2, and the git command for
//! what libgit2 cannot open.

use super::{Id, RegisterError};

/// The four kinds of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectKind {
    /// A commit.
    Commit,
    /// A folder.
    Tree,
    /// A file's bytes.
    Blob,
    /// An annotated tag.
    Tag,
}

/// An entry of the index as the engine gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IndexEntry {
    /// Path as stored.
    pub path: Vec<u8>,
    /// Mode as stored.
    pub mode: u32,
    /// The blob.
    pub id: Id,
    /// 0, or 1 to 3 while a merge is unresolved.
    pub stage: u8,
    /// `git add -N`: announced but without content.
    pub intent_to_add: bool,
}

/// Reads objects, names and settings of one repository. Never writes an object, never contacts another machine.
pub(super) trait Objects {
    /// Kind and size in bytes without inflating the object; `None` when it is not there.
    fn header(&self, id: Id) -> Result<Option<(ObjectKind, u64)>, RegisterError>;
    /// Kind and bytes; `None` when it is not there.
    fn read(&self, id: Id) -> Result<Option<(ObjectKind, Vec<u8>)>, RegisterError>;
    /// The commit that a revision (`HEAD`, a branch, a short id, `HEAD~2`) names.
    fn commit_named(&self, revision: &str) -> Result<Option<Id>, RegisterError>;
    /// All references that name an object directly, sorted by name; names that are not UTF-8 are made readable.
    fn references(&self) -> Result<Vec<(String, Id)>, RegisterError>;
    /// The index that git is using now (in a hook: the one of the commit being made), sorted by path.
    fn index(&self) -> Result<Vec<IndexEntry>, RegisterError>;
    /// The value of a setting.
    fn setting(&self, key: &str) -> Result<Option<String>, RegisterError>;
}

/// The error for an object that should be there: in a shallow or partial clone it has its own remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Completeness {
    /// Everything should be here.
    Full,
    /// History is cut off.
    Shallow,
    /// Objects are fetched on demand, which is never done here.
    Partial,
}

impl Completeness {
    /// The error for an absent object.
    pub(super) fn missing(self, id: Id) -> RegisterError {
        match self {
            Self::Full => RegisterError::Missing(id),
            Self::Shallow => RegisterError::Shallow(id),
            Self::Partial => RegisterError::NotFetched(id),
        }
    }
}
