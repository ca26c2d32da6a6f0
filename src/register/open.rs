//! Opening a register: which engine reads it, and a clear refusal where none can.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::command::GitCommand;
use super::libgit::{LibGit, Refusal};
use super::objects::{Completeness, ObjectKind, Objects};
use super::tree::TreeCache;
use super::{Content, Id, Part, RegisterError};

/// The size above which a file is not read, in bytes, unless the caller sets another: 256 KiB. A case is a few kB.
pub const DEFAULT_LIMIT: u64 = 256 * 1024;
/// The size above which a commit, a tag or a tree is taken for an attack, in bytes.
const STRUCTURE_LIMIT: u64 = 64 * 1024 * 1024;

/// Where the bytes of a register are: a repository, or a plain folder without git.
pub struct Register {
    root: Option<PathBuf>,
    git: Option<Git>,
    limit: u64,
}

/// What is known of the repository behind a register.
pub(super) struct Git {
    pub(super) objects: Rc<dyn Objects>,
    pub(super) dir: PathBuf,
    pub(super) common_dir: PathBuf,
    pub(super) completeness: Completeness,
    pub(super) trees: TreeCache,
    by_command: bool,
}

impl Register {
    /// Opens the repository that git's environment names (inside a hook), or else the one at or above `dir`: a work tree, a
    /// linked worktree or a bare repository, with either object format. What libgit2 cannot open (reftable, a partial clone,
    /// a quarantine whose path holds a `:`) is read by way of the git command.
    pub fn open(dir: &Path) -> Result<Self, RegisterError> {
        if !dir.is_dir() {
            return Err(RegisterError::NoFolder(dir.display().to_string()));
        }
        if quoted_alternates() {
            return Self::by_command(dir, "a path with a colon");
        }
        match LibGit::open(dir) {
            Ok(engine) => {
                // A clone made by `--filter` may also be marked on its remote only; blobs are then absent all the same.
                let partial = engine.setting("remote.origin.promisor")?.is_some_and(|value| value == "true");
                let shallow = engine.is_shallow() || shallow_push();
                let (dir, common_dir) = (engine.git_dir().to_path_buf(), engine.common_dir().to_path_buf());
                let root = engine.work_tree().map(Path::to_path_buf);
                let git = Git::new(Rc::new(engine), dir, common_dir, completeness(shallow, partial), false);
                Ok(Self { root, git: Some(git), limit: DEFAULT_LIMIT })
            }
            Err(Refusal::Final(error)) => Err(error),
            Err(Refusal::TryCommand(why)) => Self::by_command(dir, &why),
            Err(Refusal::Foreign(owned)) => Self::by_command(dir, "").map_err(|error| match error {
                RegisterError::Unsupported(_) => RegisterError::ForeignOwner(owned),
                other => other,
            }),
        }
    }

    /// A plain folder: files without history.
    pub fn folder(dir: &Path) -> Result<Self, RegisterError> {
        if !dir.is_dir() {
            return Err(RegisterError::NoFolder(dir.display().to_string()));
        }
        Ok(Self { root: Some(dir.to_path_buf()), git: None, limit: DEFAULT_LIMIT })
    }

    fn by_command(dir: &Path, why: &str) -> Result<Self, RegisterError> {
        let engine = GitCommand::open(dir).map_err(|error| match error {
            RegisterError::GitCommand(also) => RegisterError::Unsupported(format!("{why}; {also}")),
            other => other,
        })?;
        let partial = engine.setting("extensions.partialClone")?.is_some();
        let shallow = engine.is_shallow() || shallow_push();
        let (dir, common_dir) = (engine.git_dir().to_path_buf(), engine.common_dir().to_path_buf());
        let root = engine.work_tree().map(Path::to_path_buf);
        let git = Git::new(Rc::new(engine), dir, common_dir, completeness(shallow, partial), true);
        Ok(Self { root, git: Some(git), limit: DEFAULT_LIMIT })
    }

    /// The same register with another limit on the size of a file, in bytes.
    #[must_use]
    pub fn with_limit(mut self, limit: u64) -> Self {
        self.limit = limit;
        self
    }

    /// The limit on the size of a file, in bytes.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// The work tree, or the plain folder; `None` in a bare repository.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// The repository's own folder; `None` for a plain folder.
    #[must_use]
    pub fn git_dir(&self) -> Option<&Path> {
        self.git.as_ref().map(|git| git.dir.as_path())
    }

    /// The folder that all its work trees share; `None` for a plain folder.
    pub(crate) fn common_dir(&self) -> Option<&Path> {
        self.git.as_ref().map(|git| git.common_dir.as_path())
    }

    /// Whether it is a repository without a work tree.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.root.is_none()
    }

    /// Whether the git command does the reading, because libgit2 cannot open this repository.
    #[must_use]
    pub fn is_read_by_command(&self) -> bool {
        self.git.as_ref().is_some_and(|git| git.by_command)
    }

    /// Whether history is cut off here.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.git.as_ref().is_some_and(|git| git.completeness == Completeness::Shallow)
    }

    /// The commit that a revision names: `HEAD`, a branch, a tag, an id, `HEAD~2`.
    pub fn commit_named(&self, revision: &str) -> Result<Id, RegisterError> {
        let not_here = || {
            let name = revision.to_string();
            if self.is_shallow() { RegisterError::CutOff(name) } else { RegisterError::NoRevision(name) }
        };
        self.git()?.objects.commit_named(revision)?.ok_or_else(not_here)
    }

    /// The commit checked out now; `None` before the first commit.
    pub fn head(&self) -> Result<Option<Id>, RegisterError> {
        self.git()?.objects.commit_named("HEAD")
    }

    /// All references with the object each names, sorted by name; symbolic ones are left out.
    pub fn references(&self) -> Result<Vec<(String, Id)>, RegisterError> {
        self.git()?.objects.references()
    }

    /// The bytes of a file by its id, if they are within the limit. What is not here is an error: a file that cannot be read is
    /// not an absent one.
    pub fn blob(&self, id: Id) -> Result<Content, RegisterError> {
        let git = self.git()?;
        match git.blob(id, self.limit)? {
            Content::Missing => Err(git.completeness.missing(id)),
            other => Ok(other),
        }
    }

    pub(super) fn git(&self) -> Result<&Git, RegisterError> {
        self.git.as_ref().ok_or(RegisterError::Lacks(Part::History))
    }
}

impl Git {
    fn new(
        objects: Rc<dyn Objects>,
        dir: PathBuf,
        common_dir: PathBuf,
        completeness: Completeness,
        by_command: bool,
    ) -> Self {
        Self { objects, dir, common_dir, completeness, trees: TreeCache::default(), by_command }
    }

    /// A file's bytes. The size is asked first: a blob of 600 kB in the pack can inflate to 600 MB.
    pub(super) fn blob(&self, id: Id, limit: u64) -> Result<Content, RegisterError> {
        match self.objects.header(id)? {
            None => Ok(Content::Missing),
            Some((ObjectKind::Blob, size)) if size > limit => Ok(Content::TooLarge(size)),
            Some((ObjectKind::Blob, _)) => {
                Ok(self.objects.read(id)?.map_or(Content::Missing, |(_, bytes)| Content::Bytes(bytes)))
            }
            Some(_) => Err(RegisterError::Malformed(id)),
        }
    }

    /// The bytes of an object that must be there and of this kind. Its size is not asked first, which costs a third of a
    /// long walk: git itself has read every commit and tree of a push before any hook runs, to see that none is missing.
    pub(super) fn structure(&self, id: Id, kind: ObjectKind) -> Result<Vec<u8>, RegisterError> {
        match self.objects.read(id)? {
            None => Err(self.completeness.missing(id)),
            Some((found, _)) if found != kind => Err(RegisterError::Malformed(id)),
            Some((_, bytes)) if bytes.len() as u64 > STRUCTURE_LIMIT => {
                Err(RegisterError::Oversized(id, bytes.len() as u64))
            }
            Some((_, bytes)) => Ok(bytes),
        }
    }
}

/// Git quotes an object directory whose path holds a `:`; libgit2 would split it there and find nothing.
fn quoted_alternates() -> bool {
    std::env::var_os("GIT_ALTERNATE_OBJECT_DIRECTORIES").is_some_and(|value| value.to_string_lossy().contains('"'))
}

/// A push from a shallow clone brings its own list of cut-off commits.
fn shallow_push() -> bool {
    std::env::var_os("GIT_SHALLOW_FILE").is_some_and(|value| !value.is_empty())
}

fn completeness(shallow: bool, partial: bool) -> Completeness {
    match (shallow, partial) {
        (true, _) => Completeness::Shallow,
        (false, true) => Completeness::Partial,
        (false, false) => Completeness::Full,
    }
}
