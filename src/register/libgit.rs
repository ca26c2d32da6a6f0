//! The engine for ordinary repositories: libgit2, used as a store of objects and no more.

use std::path::Path;
use std::sync::Once;

use git2::{ErrorClass, ErrorCode, ObjectType, Odb, Oid, Repository, RepositoryOpenFlags};

use super::objects::{IndexEntry, ObjectKind, Objects};
use super::{Id, RegisterError};

/// Flag of an extended index entry: `git add -N`.
const INTENT_TO_ADD: u16 = 0x2000;

/// A repository opened by libgit2.
pub(super) struct LibGit {
    repository: Repository,
}

/// Why libgit2 did not open: finally, or in a way that the git command can still help with.
pub(super) enum Refusal {
    /// Nothing else will help.
    Final(RegisterError),
    /// The git command may be able to: the format is newer than libgit2.
    TryCommand(String),
    /// It belongs to somebody else, for all that libgit2 knows. Git may know better: it also heeds `safe.directory` with
    /// a `*` at its end or from the environment.
    Foreign(String),
}

/// From here on the hash of every object that is read is made anew: slow, for an audit of the store itself.
pub fn verify_hashes() {
    git2::opts::strict_hash_verification(true);
}

impl LibGit {
    /// Opens the repository that the environment names (inside a hook), or else the one at or above `dir`.
    pub(super) fn open(dir: &Path) -> Result<Self, Refusal> {
        static ONCE: Once = Once::new();
        // Hashing every object anew doubles the time of every walk; `git fsck` does it better and is named in remedies.
        // Its cache of objects only costs time: trees are kept by the room's own cache, already taken apart.
        ONCE.call_once(|| {
            git2::opts::strict_hash_verification(false);
            git2::opts::enable_caching(false);
        });
        let opened = if std::env::var_os("GIT_DIR").is_some() {
            Repository::open_from_env()
        } else {
            // FROM_ENV also heeds GIT_INDEX_FILE and the quarantine's object directories, which a plain open does not.
            Repository::open_ext(dir, RepositoryOpenFlags::FROM_ENV, &[] as &[&Path])
        };
        opened.map(|repository| Self { repository }).map_err(|error| refusal(dir, &error))
    }

    /// The repository's own folder (of a linked worktree: that worktree's).
    pub(super) fn git_dir(&self) -> &Path {
        self.repository.path()
    }

    /// The folder that linked worktrees share.
    pub(super) fn common_dir(&self) -> &Path {
        self.repository.commondir()
    }

    /// The work tree; none in a bare repository.
    pub(super) fn work_tree(&self) -> Option<&Path> {
        self.repository.workdir()
    }

    /// Whether history is cut off.
    pub(super) fn is_shallow(&self) -> bool {
        self.repository.is_shallow()
    }

    fn odb(&self) -> Result<Odb<'_>, RegisterError> {
        self.repository.odb().map_err(|error| engine(&error))
    }
}

fn refusal(dir: &Path, error: &git2::Error) -> Refusal {
    let place = dir.display().to_string();
    let text = error.message().to_string();
    if error.code() == ErrorCode::NotFound && error.class() == ErrorClass::Repository {
        return Refusal::Final(RegisterError::NoRepository(place));
    }
    if error.code() == ErrorCode::Owner {
        // libgit2 names the folder that must be declared safe, which may lie above `dir`.
        let owner = text.split('\'').nth(1).unwrap_or(&place).trim_end_matches('/').to_string();
        return Refusal::Foreign(owner);
    }
    Refusal::TryCommand(text)
}

/// An error of libgit2 in our words. Its messages name ids, paths and settings, never content.
pub(super) fn engine(error: &git2::Error) -> RegisterError {
    RegisterError::Engine(error.message().to_string())
}

fn oid(id: Id) -> Result<Oid, RegisterError> {
    Oid::from_bytes(id.as_bytes()).map_err(|error| engine(&error))
}

fn own_id(oid: Oid) -> Result<Id, RegisterError> {
    Id::from_bytes(oid.as_bytes()).ok_or_else(|| RegisterError::Engine("an id of unknown length".into()))
}

fn kind(of: ObjectType) -> Option<ObjectKind> {
    match of {
        ObjectType::Commit => Some(ObjectKind::Commit),
        ObjectType::Tree => Some(ObjectKind::Tree),
        ObjectType::Blob => Some(ObjectKind::Blob),
        ObjectType::Tag => Some(ObjectKind::Tag),
        ObjectType::Any => None,
    }
}

fn absent<T>(error: &git2::Error) -> Result<Option<T>, RegisterError> {
    if error.code() == ErrorCode::NotFound { Ok(None) } else { Err(engine(error)) }
}

impl Objects for LibGit {
    fn header(&self, id: Id) -> Result<Option<(ObjectKind, u64)>, RegisterError> {
        match self.odb()?.read_header(oid(id)?) {
            Ok((size, object)) => Ok(kind(object).map(|kind| (kind, size as u64))),
            Err(error) => absent(&error),
        }
    }

    fn read(&self, id: Id) -> Result<Option<(ObjectKind, Vec<u8>)>, RegisterError> {
        match self.odb()?.read(oid(id)?) {
            Ok(object) => Ok(kind(object.kind()).map(|kind| (kind, object.data().to_vec()))),
            Err(error) => absent(&error),
        }
    }

    fn commit_named(&self, revision: &str) -> Result<Option<Id>, RegisterError> {
        let object = match self.repository.revparse_single(revision) {
            Ok(object) => object,
            Err(error)
                if matches!(error.code(), ErrorCode::InvalidSpec | ErrorCode::Ambiguous | ErrorCode::UnbornBranch) =>
            {
                return Ok(None);
            }
            Err(error) => return absent(&error),
        };
        object.peel(ObjectType::Commit).map_or(Ok(None), |commit| own_id(commit.id()).map(Some))
    }

    fn references(&self) -> Result<Vec<(String, Id)>, RegisterError> {
        let mut found = Vec::new();
        for reference in self.repository.references().map_err(|error| engine(&error))? {
            let reference = reference.map_err(|error| engine(&error))?;
            if let Some(target) = reference.target() {
                found.push((String::from_utf8_lossy(reference.name_bytes()).into_owned(), own_id(target)?));
            }
        }
        found.sort();
        Ok(found)
    }

    fn index(&self) -> Result<Vec<IndexEntry>, RegisterError> {
        let index = self.repository.index().map_err(|error| engine(&error))?;
        let mut entries = Vec::with_capacity(index.len());
        for entry in index.iter() {
            entries.push(IndexEntry {
                mode: entry.mode,
                id: own_id(entry.id)?,
                stage: u8::try_from(entry.flags >> 12 & 3).unwrap_or(0),
                intent_to_add: entry.flags_extended & INTENT_TO_ADD != 0,
                path: entry.path,
            });
        }
        Ok(entries)
    }

    fn setting(&self, key: &str) -> Result<Option<String>, RegisterError> {
        let settings =
            self.repository.config().and_then(|mut config| config.snapshot()).map_err(|error| engine(&error))?;
        match settings.get_string(key) {
            Ok(value) => Ok(Some(value)),
            Err(error) => absent(&error),
        }
    }
}
