//! One state of the register's files: of a commit, of the index, of the work tree. All three answer the same questions.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Fault, FaultKind};
use super::objects::IndexEntry;
use super::open::Git;
use super::tree::{Mode, Named};
use super::{Change, Difference, Id, Register, RegisterError, names};

/// What reading a file gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is larger than the limit: its size in bytes.
    TooLarge(u64),
    /// It should be there, but its bytes are not in this repository.
    Missing,
    /// There is something of that name, but not one ordinary file: a link, a folder, a name that occurs twice.
    NotAFile,
}

impl Content {
    /// The same, or that it is too large, where a state of the register allows less than what was read.
    #[must_use]
    pub fn within(self, limit: u64) -> Self {
        match self {
            Self::Bytes(bytes) if bytes.len() as u64 > limit => Self::TooLarge(bytes.len() as u64),
            other => other,
        }
    }
}

/// One file of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Path with `/`.
    pub path: String,
    /// Its blob; `None` in a work tree.
    pub id: Option<Id>,
}

/// The files of a folder and everything below it, sorted by path, with what is wrong with their names and kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The files.
    pub files: Vec<File>,
    /// What is not a proper file.
    pub faults: Vec<Fault>,
}

/// One state of the register's files.
pub trait Snapshot {
    /// All files in and below a folder (`""`, `cases`, `policy/cmm`); an absent folder has none.
    fn list(&self, folder: &str) -> Result<Listing, RegisterError>;
    /// The paths that a commit holds outside a folder of the root; nothing of other states.
    fn tracked_beside(&self, _folder: &str) -> Result<Vec<String>, RegisterError> {
        Ok(Vec::new())
    }
    /// The content of one path; `None` when there is nothing of that name.
    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError>;
}

/// The files of a commit.
pub struct CommitSnapshot<'a> {
    git: &'a Git,
    tree: Id,
    limit: u64,
}

/// The files of the index: what the next commit will hold.
pub struct IndexSnapshot<'a> {
    git: &'a Git,
    files: BTreeMap<String, Id>,
    not_files: BTreeSet<String>,
    faults: Vec<Fault>,
    limit: u64,
}

impl Register {
    /// The files of a commit.
    pub fn at_commit(&self, id: Id) -> Result<CommitSnapshot<'_>, RegisterError> {
        let git = self.git()?;
        Ok(CommitSnapshot { git, tree: git.outline(id)?.0, limit: self.limit() })
    }

    /// The files of a tree, by the tree's own id.
    pub fn at_tree(&self, tree: Id) -> Result<CommitSnapshot<'_>, RegisterError> {
        Ok(CommitSnapshot { git: self.git()?, tree, limit: self.limit() })
    }

    /// The files of the index that git is using: in a hook, that of the commit being made.
    pub fn at_index(&self) -> Result<IndexSnapshot<'_>, RegisterError> {
        Ok(IndexSnapshot::new(self.git()?, &self.index_entries()?, self.limit()))
    }

    /// What the index holds.
    pub(super) fn index_entries(&self) -> Result<Vec<IndexEntry>, RegisterError> {
        self.git()?.objects.index().or_else(|error| match error {
            // A split or sparse index: libgit2 refuses it, the git command reads it.
            RegisterError::Engine(_) => super::command::GitCommand::open(&self.place()).and_then(|command| {
                use super::objects::Objects;
                command.index()
            }),
            other => Err(other),
        })
    }

    /// A folder in which the git command finds this repository.
    fn place(&self) -> std::path::PathBuf {
        self.root().or(self.git_dir()).unwrap_or(std::path::Path::new(".")).to_path_buf()
    }
}

impl CommitSnapshot<'_> {
    /// The id of its tree.
    #[must_use]
    pub fn tree(&self) -> Id {
        self.tree
    }

    /// The blob at a path, when there is an ordinary file.
    pub fn id_of(&self, path: &str) -> Result<Option<Id>, RegisterError> {
        Ok(match self.find(path)? {
            Named::One(entry) if entry.mode.is_file() => Some(entry.id),
            _ => None,
        })
    }

    /// The entry at a path, found by going through the entries of each folder on the way.
    fn find(&self, path: &str) -> Result<Named, RegisterError> {
        let mut folder = self.tree;
        let mut rest = path;
        loop {
            let (name, below) = rest.split_once('/').map_or((rest, None), |(name, below)| (name, Some(below)));
            let found = self.git.tree(folder)?.named(name.as_bytes());
            match (found, below) {
                (Named::One(entry), Some(below)) if entry.mode == Mode::Folder => (folder, rest) = (entry.id, below),
                (Named::One(entry), Some(_)) if entry.mode.is_file() => return Ok(Named::Nothing),
                _ => return Ok(found),
            }
        }
    }
}

impl Snapshot for CommitSnapshot<'_> {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        let folder = folder.trim_end_matches('/');
        if folder.is_empty() {
            return Ok(listing(self.git.changes("", None, Some(self.tree))?));
        }
        let kind = match self.find(folder)? {
            Named::One(entry) if entry.mode == Mode::Folder => {
                return Ok(listing(self.git.changes(&format!("{folder}/"), None, Some(entry.id))?));
            }
            Named::Nothing => return Ok(Listing::default()),
            Named::Several => FaultKind::Duplicate,
            Named::One(entry) => match entry.mode {
                Mode::Symlink => FaultKind::Symlink,
                Mode::Submodule => FaultKind::Submodule,
                _ => FaultKind::Swapped,
            },
        };
        Ok(Listing { files: Vec::new(), faults: vec![Fault { path: folder.to_string(), kind }] })
    }

    fn tracked_beside(&self, folder: &str) -> Result<Vec<String>, RegisterError> {
        let root = self.git.tree(self.tree)?;
        let mut found = Vec::new();
        for (at, entry) in (0..root.len()).filter_map(|at| root.entry(at).map(|entry| (at, entry))) {
            let name = String::from_utf8_lossy(root.name(at)).into_owned();
            if entry.mode == Mode::Folder && name != folder {
                found.extend(paths_of(self.git.changes(&format!("{name}/"), None, Some(entry.id))?));
            } else if entry.mode.is_file() {
                found.push(name);
            }
        }
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError> {
        match self.find(path)? {
            Named::Nothing => Ok(None),
            Named::One(entry) if entry.mode.is_file() => self.git.blob(entry.id, self.limit).map(Some),
            _ => Ok(Some(Content::NotAFile)),
        }
    }
}

fn paths_of(found: Difference) -> impl Iterator<Item = String> {
    found.changes.into_iter().map(|change| change.path)
}

fn listing(found: Difference) -> Listing {
    let files = found.changes.into_iter().map(|change| File { path: change.path, id: change.new }).collect();
    Listing { files, faults: found.faults }
}

impl<'a> IndexSnapshot<'a> {
    fn new(git: &'a Git, entries: &[IndexEntry], limit: u64) -> Self {
        let mut snapshot = Self { git, files: BTreeMap::new(), not_files: BTreeSet::new(), faults: Vec::new(), limit };
        let mut folders: BTreeMap<&[u8], BTreeSet<&[u8]>> = BTreeMap::new();
        // `git add -N` announces a file without content: the next commit will not hold it.
        for entry in entries.iter().filter(|entry| !entry.intent_to_add) {
            let mut path = entry.path.as_slice();
            loop {
                let slash = path.iter().rposition(|byte| *byte == b'/');
                let (folder, name) = slash.map_or((&b""[..], path), |at| (&path[..at], &path[at + 1..]));
                if !folders.entry(folder).or_default().insert(name) || folder.is_empty() {
                    break;
                }
                path = folder;
            }
            snapshot.add(entry);
        }
        for (folder, names) in &folders {
            snapshot.name_faults(folder, names);
        }
        snapshot.faults.sort_unstable();
        snapshot.faults.dedup();
        snapshot
    }

    fn add(&mut self, entry: &IndexEntry) {
        let mode = Mode::new(entry.mode);
        let kind = match mode {
            _ if entry.stage != 0 => Some(FaultKind::Unmerged),
            Mode::File | Mode::Folder => None,
            Mode::Executable => Some(FaultKind::Executable),
            Mode::Symlink => Some(FaultKind::Symlink),
            Mode::Submodule => Some(FaultKind::Submodule),
            Mode::Odd(number) => Some(FaultKind::OddMode(format!("{number:06o}"))),
        };
        if let Some(kind) = kind {
            self.faults.push(Fault { path: names::shown(&entry.path), kind });
        }
        let usable = |name: &[u8]| !names::faults(name).contains(&FaultKind::Dangerous);
        let Ok(path) = String::from_utf8(entry.path.clone()) else { return };
        if entry.stage == 0 && mode.is_file() && path.split('/').all(|name| usable(name.as_bytes())) {
            self.files.insert(path, entry.id);
        } else {
            self.not_files.insert(path);
        }
    }

    fn name_faults(&mut self, folder: &[u8], names_in: &BTreeSet<&[u8]>) {
        let path = |name: &[u8]| {
            let slash: &[u8] = if folder.is_empty() { b"" } else { b"/" };
            names::shown(&[folder, slash, name].concat())
        };
        for name in names_in {
            self.faults.extend(names::faults(name).into_iter().map(|kind| Fault { path: path(name), kind }));
        }
        let all: Vec<&[u8]> = names_in.iter().copied().collect();
        for (name, other) in names::duplicates(&all) {
            self.faults.push(Fault { path: path(name), kind: FaultKind::LooksLike(other) });
        }
    }

    /// What the next commit changes against a tree (`None`: against nothing), with the faults of those paths only.
    pub fn changes_since(&self, tree: Option<Id>) -> Result<Difference, RegisterError> {
        let before = self.git.changes("", None, tree)?;
        let mut paths: BTreeMap<String, (Option<Id>, Option<Id>)> =
            before.changes.into_iter().map(|change| (change.path, (change.new, None))).collect();
        for (path, id) in &self.files {
            paths.entry(path.clone()).or_default().1 = Some(*id);
        }
        let changes: Vec<Change> = paths
            .into_iter()
            .filter(|(_, (old, new))| old != new)
            .map(|(path, (old, new))| Change { path, old, new })
            .collect();
        let faults = self.faults.iter().filter(|fault| !before.faults.contains(fault)).cloned().collect();
        Ok(Difference { changes, faults })
    }
}

impl Snapshot for IndexSnapshot<'_> {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        let folder = folder.trim_end_matches('/');
        let below =
            |path: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let files = self.files.iter().filter(|(path, _)| below(path));
        // A link in place of the folder itself hides all that should be below it.
        let faults = self.faults.iter().filter(|fault| below(&fault.path) || fault.path == folder);
        Ok(Listing {
            files: files.map(|(path, id)| File { path: path.clone(), id: Some(*id) }).collect(),
            faults: faults.cloned().collect(),
        })
    }

    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError> {
        match self.files.get(path) {
            Some(id) => self.git.blob(*id, self.limit).map(Some),
            None => Ok(self.not_files.contains(path).then_some(Content::NotAFile)),
        }
    }
}
