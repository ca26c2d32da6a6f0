//! A repository of its own inside git's folder, for what travels with a register and is no part of its history: no branch, no
//! trace, no collection of garbage of the register ever meets it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::{FileMode, ObjectType, Oid, Repository, RepositoryInitOptions, Signature, Time};

use super::command::output;
use super::libgit::engine;
use super::{Id, Register, RegisterError};

/// Where it stands, in the folder that linked worktrees share.
const PLACE: &str = "klacht/vault.git";
/// Who makes its commits, and when: nobody, never. Equal content is an equal commit on every desk.
pub(super) const MAKER: &str = "klacht <klacht> 0 +0000";
/// So many references have a file of their own at most, folders counted with them.
const LOOSE: usize = 500;
/// Settings that keep it to what it is: no traces of what was, no packing of what cannot be packed.
const SETTINGS: [(&str, &str); 6] = [
    ("core.logAllRefUpdates", "false"),
    ("core.compression", "0"),
    ("pack.window", "0"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("transfer.fsckObjects", "true"),
];

/// The store of a register.
pub(crate) struct Store {
    pub(super) repository: Repository,
    pub(super) register: PathBuf,
}

/// A file of a commit in the store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StoredFile {
    /// Its name.
    pub name: String,
    /// The object that holds its bytes.
    pub id: Id,
}

impl Store {
    /// The store of a register; nothing where it has none yet, or is no repository.
    pub(crate) fn open(register: &Register) -> Result<Option<Self>, RegisterError> {
        let Some((dir, of)) = place(register) else { return Ok(None) };
        if !dir.is_dir() {
            return Ok(None);
        }
        let repository = Repository::open_bare(&dir).map_err(|error| engine(&error))?;
        Ok(Some(Self { repository, register: of }))
    }

    /// The same, made where there is none.
    pub(crate) fn begin(register: &Register) -> Result<Self, RegisterError> {
        let (dir, of) = place(register).ok_or_else(|| RegisterError::NoRepository(String::new()))?;
        let mut options = RepositoryInitOptions::new();
        // Whoever has an account on the machine is none of those who may read a complaint.
        options
            .bare(true)
            .mkpath(true)
            .external_template(false)
            .mode(git2::RepositoryInitMode::from_bits_retain(0o700));
        let repository = Repository::init_opts(&dir, &options).map_err(|error| engine(&error))?;
        let mut config = repository.config().map_err(|error| engine(&error))?;
        for (key, value) in SETTINGS {
            config.set_str(key, value).map_err(|error| engine(&error))?;
        }
        Ok(Self { repository, register: of })
    }

    /// Its folder.
    pub(crate) fn dir(&self) -> &Path {
        self.repository.path()
    }

    /// What follows a prefix in the names of references, with the commit of each.
    pub(crate) fn references(&self, prefix: &str) -> Result<BTreeMap<String, Id>, RegisterError> {
        let found = self.repository.references_glob(&format!("{prefix}*")).map_err(|error| engine(&error))?;
        let mut references = BTreeMap::new();
        for reference in found {
            let reference = reference.map_err(|error| engine(&error))?;
            let name = reference.name().ok().and_then(|name| name.strip_prefix(prefix));
            if let (Some(name), Some(target)) = (name, reference.target()) {
                references.insert(name.to_owned(), id_of(target)?);
            }
        }
        Ok(references)
    }

    /// The commit of a reference.
    pub(crate) fn reference(&self, name: &str) -> Result<Option<Id>, RegisterError> {
        match self.repository.refname_to_id(name) {
            Ok(target) => id_of(target).map(Some),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
            Err(error) => Err(engine(&error)),
        }
    }

    /// The files of a commit, by name.
    pub(crate) fn files(&self, commit: Id) -> Result<Vec<StoredFile>, RegisterError> {
        let commit = self.repository.find_commit(oid(commit)?).map_err(|error| engine(&error))?;
        let tree = commit.tree().map_err(|error| engine(&error))?;
        let file = |entry: git2::TreeEntry<'_>| {
            Ok(StoredFile { name: String::from_utf8_lossy(entry.name_bytes()).into_owned(), id: id_of(entry.id())? })
        };
        tree.iter().filter(|entry| entry.kind() == Some(ObjectType::Blob)).map(file).collect()
    }

    /// The commit before another.
    pub(crate) fn parent(&self, commit: Id) -> Result<Option<Id>, RegisterError> {
        let commit = self.repository.find_commit(oid(commit)?).map_err(|error| engine(&error))?;
        commit.parent_ids().next().map(id_of).transpose()
    }

    /// The bytes of a file.
    pub(crate) fn read(&self, file: Id) -> Result<Vec<u8>, RegisterError> {
        let blob = self.repository.find_blob(oid(file)?).map_err(|error| engine(&error))?;
        Ok(blob.content().to_vec())
    }

    /// How many bytes a file has.
    pub(crate) fn size(&self, file: Id) -> Result<u64, RegisterError> {
        let header = self.repository.odb().and_then(|odb| odb.read_header(Oid::from_bytes(file.as_bytes())?));
        header.map(|(size, _)| size as u64).map_err(|error| engine(&error))
    }

    /// Puts bytes down; what they are named by.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<Id, RegisterError> {
        self.repository.blob(bytes).map_err(|error| engine(&error)).and_then(id_of)
    }

    /// A commit of these files after another, or after none: without a day, a maker or a word.
    pub(crate) fn commit(&self, files: &[StoredFile], parent: Option<Id>) -> Result<Id, RegisterError> {
        let made = || -> Result<Oid, git2::Error> {
            let mut tree = self.repository.treebuilder(None)?;
            for file in files {
                tree.insert(&file.name, Oid::from_bytes(file.id.as_bytes())?, FileMode::Blob.into())?;
            }
            let tree = self.repository.find_tree(tree.write()?)?;
            let maker = Signature::new("klacht", "klacht", &Time::new(0, 0))?;
            let parent = parent.map(|id| Oid::from_bytes(id.as_bytes()).and_then(|id| self.repository.find_commit(id)));
            let parent = parent.transpose()?;
            self.repository.commit(None, &maker, &maker, "", &tree, &parent.iter().collect::<Vec<_>>())
        };
        made().map_err(|error| engine(&error)).and_then(id_of)
    }

    /// Keeps all references in one file, where many have a file of their own: these make every look at them slow.
    pub(crate) fn pack_references(&self) -> Result<(), RegisterError> {
        let loose = walkdir::WalkDir::new(self.dir().join("refs")).into_iter().take(LOOSE + 1).count();
        if loose > LOOSE { output(self.dir(), &["pack-refs", "--all"]).map(drop) } else { Ok(()) }
    }

    /// Removes every object that no reference leads to.
    pub(crate) fn compact(&self) -> Result<(), RegisterError> {
        for arguments in [
            &["reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all"][..],
            &["repack", "-a", "-d", "-q"][..],
            &["prune", "--expire=now"][..],
        ] {
            output(self.dir(), arguments)?;
        }
        Ok(())
    }

    /// Whether one commit is, or stands in the past of, another.
    pub(crate) fn holds(&self, later: Id, earlier: Id) -> Result<bool, RegisterError> {
        if later == earlier {
            return Ok(true);
        }
        let found = self.repository.graph_descendant_of(oid(later)?, oid(earlier)?);
        found.map_err(|error| engine(&error))
    }

    /// Moves a reference from what it names now, or from nothing, to something else, or to nothing. Whether it still named
    /// that: where another program moved it in the meantime, it stays.
    pub(crate) fn set(&self, name: &str, from: Option<Id>, to: Option<Id>) -> Result<bool, RegisterError> {
        if self.reference(name)? != from {
            return Ok(false);
        }
        let moved = match (from, to) {
            (None, None) => return Ok(true),
            (None, Some(to)) => self.repository.reference(name, oid(to)?, false, "").map(|_| ()),
            (Some(from), Some(to)) => {
                self.repository.reference_matching(name, oid(to)?, true, oid(from)?, "").map(|_| ())
            }
            (Some(_), None) => self.repository.find_reference(name).and_then(|mut reference| reference.delete()),
        };
        match moved {
            Ok(()) => Ok(true),
            Err(error) if matches!(error.code(), git2::ErrorCode::Modified | git2::ErrorCode::Exists) => Ok(false),
            Err(error) => Err(engine(&error)),
        }
    }
}

/// Where the store of a register stands, and where git runs for the register.
fn place(register: &Register) -> Option<(PathBuf, PathBuf)> {
    let common = register.common_dir()?;
    let of = register.root().map_or_else(|| common.to_path_buf(), Path::to_path_buf);
    Some((common.join(PLACE), of))
}

pub(super) fn oid(id: Id) -> Result<Oid, RegisterError> {
    Oid::from_bytes(id.as_bytes()).map_err(|error| engine(&error))
}

pub(super) fn id_of(oid: Oid) -> Result<Id, RegisterError> {
    Id::from_hex(oid.to_string().as_bytes()).ok_or_else(|| RegisterError::Engine("an id of an unknown form".to_owned()))
}

#[cfg(test)]
#[path = "../../tests/unit/register/store.rs"]
mod tests;
