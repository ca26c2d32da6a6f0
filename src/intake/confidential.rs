//! The confidential folder: out of git's reach, one folder a case, and the index of what was imported before. Several registers
//! may share one; its own lock keeps them apart.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::row::Row;
use crate::atomic_file;
use crate::casework::{CaseworkError, Lock};
use crate::diagnostics::{Text, text};
use crate::register::{in_plain_folder, out_of_reach};

/// The name of the index.
const INDEX: &str = "imported.csv";

/// A confidential folder.
#[derive(Debug)]
pub struct Confidential {
    dir: PathBuf,
    /// What was imported, by the digest of its name.
    known: BTreeMap<String, Noted>,
    /// Held by whoever writes.
    _lock: Option<Lock>,
}

/// What is noted of something that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noted {
    /// The path of its case.
    pub path: String,
    /// The digest of what it says; empty where that was not noted.
    pub content: String,
}

/// Why a folder cannot be used.
#[derive(Debug)]
pub enum Unusable {
    /// Git would take up what is put there.
    WithinReach(Text, Text),
    /// It cannot be read or written.
    File(io::Error),
    /// Somebody else is writing in it.
    Held(CaseworkError),
}

impl From<io::Error> for Unusable {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl Confidential {
    /// Opens the folder, which need not be there yet, to look in it. `root` is the folder of the register: a register that
    /// is no repository today may be one tomorrow.
    pub fn open(dir: &Path, root: &Path) -> Result<Self, Unusable> {
        safe(dir, root)?;
        Ok(Self { dir: dir.to_path_buf(), known: index(dir)?, _lock: None })
    }

    /// Opens the folder to write in it, alone among all registers that share it: makes it, takes its lock after that of
    /// the register, and removes what an import that was killed left half done, personal data that no case names. The index
    /// is read after that: of two that import the same message at once, the second finds what the first noted.
    pub fn hold(dir: &Path, root: &Path, register: &Lock) -> Result<Self, Unusable> {
        safe(dir, root)?;
        make(dir)?;
        let what = text!("deze vertrouwelijke map", "this confidential folder");
        let lock = register.and_of(dir, &what).map_err(Unusable::Held)?;
        Ok(Self { dir: dir.to_path_buf(), known: index(dir)?, _lock: Some(lock) })
    }

    /// What was imported from what has this digest.
    #[must_use]
    pub(super) fn known(&self, mark: &str) -> Option<&Noted> {
        self.known.get(mark)
    }

    /// Whether there is a confidential part of this case.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.dir.join(id).exists()
    }

    /// Writes what was imported into the index, the whole of it in one step. The caller holds the folder.
    pub(super) fn note(&mut self, imported: &[(String, Noted)]) -> io::Result<()> {
        let mut known = self.known.clone();
        known.extend(imported.iter().cloned());
        make(&self.dir)?;
        let mut file = atomic_file::file(&self.dir)?;
        for (mark, Noted { path, content }) in &known {
            writeln!(file, "{mark},{path},{content}")?;
        }
        file.as_file().sync_all()?;
        file.persist(self.dir.join(INDEX)).map_err(|error| error.error)?;
        self.known = known;
        Ok(())
    }

    /// Takes out of the index again what could not be imported after all.
    pub(super) fn forget(&mut self, marks: &[(String, Noted)]) -> io::Result<()> {
        for (mark, _) in marks {
            self.known.remove(mark);
        }
        self.note(&[])
    }

    /// Puts down the confidential part of a case: made beside, then renamed. What an interrupted import left is replaced. The
    /// caller holds the folder.
    pub fn put(&self, id: &str, row: &Row) -> io::Result<PathBuf> {
        let target = self.dir.join(id);
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        self.put_down(&target, row)?;
        Ok(target)
    }

    /// Puts down what came in later of a case that is there, in a folder of its own beside what came first; its name.
    pub fn put_later(&self, id: &str, row: &Row) -> io::Result<String> {
        let case = self.dir.join(id);
        make(&case)?;
        let free = (2..1000).map(|number| format!("{number:03}")).find(|name| !case.join(name).exists());
        let name = free.ok_or_else(|| io::Error::from(io::ErrorKind::StorageFull))?;
        self.put_down(&case.join(&name), row)?;
        Ok(name)
    }

    fn put_down(&self, target: &Path, row: &Row) -> io::Result<()> {
        make(&self.dir)?;
        let beside = atomic_file::folder(&self.dir)?;
        let folder = beside.path().join("case");
        make(&folder)?;
        let data = serde_json::to_string_pretty(&row.confidential).map_err(io::Error::other)?;
        write(&folder.join("data.json"), format!("{data}\n").as_bytes())?;
        if let Some(original) = &row.original {
            write(&folder.join(&original.name), &original.bytes)?;
        }
        if !row.attachments.is_empty() {
            let attached = folder.join("attachments");
            make(&attached)?;
            for attachment in &row.attachments {
                write(&attached.join(&attachment.name), &attachment.bytes)?;
            }
        }
        fs::rename(&folder, target)
    }

    /// Takes back the confidential part of a case.
    pub fn take_back(&self, id: &str) -> io::Result<()> {
        match fs::remove_dir_all(self.dir.join(id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Refuses a folder that git could take up.
fn safe(dir: &Path, root: &Path) -> Result<(), Unusable> {
    if out_of_reach(dir) && !in_plain_folder(dir, root) {
        return Ok(());
    }
    let shown = dir.display();
    Err(Unusable::WithinReach(
        text!(
            "{shown} ligt in een git-register en wordt niet genegeerd: persoonsgegevens zouden er nooit meer uit gaan",
            "{shown} lies in a git register and is not ignored: personal data would never leave it again"
        ),
        text!(
            "kies een map buiten het register, of zet die map in .gitignore",
            "choose a folder outside the register, or put that folder in .gitignore"
        ),
    ))
}

/// What was imported before, by its digest.
fn index(dir: &Path) -> io::Result<BTreeMap<String, Noted>> {
    match fs::read_to_string(dir.join(INDEX)) {
        Ok(text) => Ok(text
            .lines()
            .filter_map(|line| {
                let (mark, rest) = line.split_once(',')?;
                let (path, content) = rest.split_once(',').unwrap_or((rest, ""));
                Some((mark.to_owned(), Noted { path: path.to_owned(), content: content.to_owned() }))
            })
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(error) => Err(error),
    }
}

/// A folder for its owner alone, where the system knows owners.
fn make(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// A file for its owner alone, where the system knows owners.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
