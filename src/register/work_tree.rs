//! The files on disk. Links are reported and never followed; `.git` is passed over.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use super::below::below;
use super::fault::{Fault, FaultKind};
use super::snapshot::{Content, File, Listing, Snapshot};
use super::stamps::Stamped;
use super::{Part, Register, RegisterError, names};

/// The files on disk below one folder. Holds no repository, and may be shared between threads.
#[derive(Debug, Clone)]
pub struct WorkTree {
    root: PathBuf,
    limit: u64,
}

impl Register {
    /// The files on disk, whether committed or not.
    pub fn work_tree(&self) -> Result<WorkTree, RegisterError> {
        let root = self.root().ok_or(RegisterError::Lacks(Part::WorkTree))?;
        Ok(WorkTree { root: root.to_path_buf(), limit: self.limit() })
    }
}

impl Register {
    /// The files below a folder that the index holds and the disk does not: deleted, or left out by a sparse checkout, of which `git
    /// status` says nothing. None where there is no repository.
    pub fn not_on_disk(&self, folder: &str) -> Result<Vec<String>, RegisterError> {
        let (Some(root), Some(_)) = (self.root(), self.git_dir()) else { return Ok(Vec::new()) };
        let below = format!("{folder}/");
        let paths = self.index_entries()?.into_iter().filter(|entry| entry.stage == 0 && !entry.intent_to_add);
        let paths =
            paths.filter_map(|entry| String::from_utf8(entry.path).ok()).filter(|path| path.starts_with(&below));
        Ok(paths.filter(|path| fs::symlink_metadata(root.join(path)).is_err()).collect())
    }

    /// The paths that the index holds outside a folder of the root; none where there is no repository.
    pub fn tracked_beside(&self, folder: &str) -> Result<Vec<String>, RegisterError> {
        if self.git_dir().is_none() {
            return Ok(Vec::new());
        }
        let below = format!("{folder}/");
        let paths = self.index_entries()?.into_iter().filter(|entry| !entry.intent_to_add);
        let paths = paths.filter_map(|entry| String::from_utf8(entry.path).ok());
        let mut paths: Vec<String> = paths.filter(|path| !path.starts_with(&below)).collect();
        // While a merge is unresolved each side has an entry of its own.
        paths.dedup();
        Ok(paths)
    }

    /// The files below folders that are not on disk as the last commit has them, those that it does not have included.
    pub fn not_committed(&self, folders: &[&str]) -> Result<Vec<String>, RegisterError> {
        let (Some(root), Some(_)) = (self.root(), self.git_dir()) else { return Ok(Vec::new()) };
        let arguments =
            ["--literal-pathspecs", "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--"];
        let told = super::command::output(root, &[&arguments[..], folders].concat())?.unwrap_or_default();
        let lines = told.split(|byte| *byte == 0).filter_map(|line| line.get(3..));
        let mut paths: Vec<String> = lines.map(|path| String::from_utf8_lossy(path).into_owned()).collect();
        for folder in folders {
            paths.extend(self.not_on_disk(folder)?);
        }
        paths.sort_unstable();
        paths.dedup();
        Ok(paths)
    }
}

/// What stands at a path, without following links.
enum Place {
    Nothing,
    Link(String),
    Folder,
    File(PathBuf, u64),
    Other,
}

impl WorkTree {
    /// Goes down name by name, so that no link on the way is followed.
    fn place(&self, path: &str) -> Result<Place, RegisterError> {
        let mut here = self.root.clone();
        let mut place = Place::Folder;
        let mut passed = String::new();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            if names::faults(name.as_bytes()).contains(&FaultKind::Dangerous) || !matches!(place, Place::Folder) {
                return Ok(Place::Nothing);
            }
            here.push(name);
            passed = if passed.is_empty() { name.to_string() } else { format!("{passed}/{name}") };
            let about = match fs::symlink_metadata(&here) {
                Ok(about) => about,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Place::Nothing),
                Err(error) => return Err(unreadable(&passed, &error)),
            };
            place = match about.file_type() {
                kind if kind.is_symlink() => return Ok(Place::Link(passed)),
                kind if kind.is_dir() => Place::Folder,
                kind if kind.is_file() => Place::File(here.clone(), about.len()),
                _ => Place::Other,
            };
        }
        Ok(place)
    }

    /// The files in and below a folder with their stamps.
    pub fn stamped(&self, folder: &str) -> Result<Stamped, RegisterError> {
        self.found(folder, true)
    }

    fn found(&self, folder: &str, stamps: bool) -> Result<Stamped, RegisterError> {
        let folder = folder.trim_end_matches('/');
        let fault = |path, kind| Stamped { files: Vec::new(), faults: vec![Fault { path, kind }] };
        Ok(match self.place(folder)? {
            Place::Folder => below(&self.root, folder, stamps),
            Place::Nothing => Stamped::default(),
            Place::Link(path) => fault(path, FaultKind::Symlink),
            Place::File(..) => fault(folder.to_owned(), FaultKind::Swapped),
            Place::Other => fault(folder.to_owned(), FaultKind::Special),
        })
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> RegisterError {
    RegisterError::Unreadable(path.to_string(), error.kind().to_string())
}

impl Snapshot for WorkTree {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        let found = self.found(folder, false)?;
        let files = found.files.into_iter().map(|(path, _)| File { path, id: None }).collect();
        Ok(Listing { files, faults: found.faults })
    }

    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError> {
        match self.place(path)? {
            Place::Nothing => Ok(None),
            Place::File(_, size) if size > self.limit => Ok(Some(Content::TooLarge(size))),
            Place::File(file, _) => {
                let opened = fs::File::open(&file).map_err(|error| unreadable(path, &error))?;
                let mut bytes = Vec::new();
                // It may have grown since its size was asked.
                opened.take(self.limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
                let size = bytes.len() as u64;
                Ok(Some(if size > self.limit { Content::TooLarge(size) } else { Content::Bytes(bytes) }))
            }
            _ => Ok(Some(Content::NotAFile)),
        }
    }
}
