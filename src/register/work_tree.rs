//! The files on disk. Links are reported and never followed; `.git` is passed over.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::fault::{Fault, FaultKind};
use super::snapshot::{Content, File, Listing, Snapshot};
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

/// What stands at a path, without following links.
enum Place {
    Nothing,
    Link(String),
    Folder(PathBuf),
    File(PathBuf, u64),
    Other,
}

impl WorkTree {
    /// The folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Goes down name by name, so that no link on the way is followed.
    fn place(&self, path: &str) -> Result<Place, RegisterError> {
        let mut here = self.root.clone();
        let mut place = Place::Folder(here.clone());
        let mut passed = String::new();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            if names::faults(name.as_bytes()).contains(&FaultKind::Dangerous) || !matches!(place, Place::Folder(_)) {
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
                kind if kind.is_dir() => Place::Folder(here.clone()),
                kind if kind.is_file() => Place::File(here.clone(), about.len()),
                _ => Place::Other,
            };
        }
        Ok(place)
    }

    fn walk(&self, top: &Path) -> Listing {
        let mut listing = Listing::default();
        let mut folders: BTreeMap<Vec<u8>, Vec<Vec<u8>>> = BTreeMap::new();
        let mut walk = WalkDir::new(top).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = names::shown(&self.relative(error.path().unwrap_or(top)));
                    let why = error.io_error().map_or_else(|| "?".into(), |error| error.kind().to_string());
                    listing.faults.push(Fault { path, kind: FaultKind::Unreadable(why) });
                    continue;
                }
            };
            let path = self.relative(entry.path());
            let (folder, name) = split(&path);
            if name.eq_ignore_ascii_case(b".git") {
                if !folder.is_empty() {
                    listing.faults.push(Fault { path: names::shown(folder), kind: FaultKind::Submodule });
                }
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            match folders.get_mut(folder) {
                Some(names_in) => names_in.push(name.to_vec()),
                None => _ = folders.insert(folder.to_vec(), vec![name.to_vec()]),
            }
            if !add(&mut listing, &entry, &path) && entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
        }
        for (folder, names_in) in &folders {
            look_alikes(&mut listing, folder, names_in);
        }
        listing.files.sort_unstable();
        listing.faults.sort_unstable();
        listing.faults.dedup();
        listing
    }

    /// The path below the root, with `/`, as bytes.
    fn relative(&self, path: &Path) -> Vec<u8> {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let bytes = below.as_os_str().as_encoded_bytes();
        if std::path::MAIN_SEPARATOR == '/' {
            return bytes.to_vec();
        }
        let names: Vec<&[u8]> = below.components().map(|part| part.as_os_str().as_encoded_bytes()).collect();
        names.join(&b'/')
    }
}

fn split(path: &[u8]) -> (&[u8], &[u8]) {
    path.iter().rposition(|byte| *byte == b'/').map_or((&b""[..], path), |at| (&path[..at], &path[at + 1..]))
}

/// Adds one entry with its faults; `false` when nothing below it can be named.
fn add(listing: &mut Listing, entry: &DirEntry, path: &[u8]) -> bool {
    let faults = names::faults(split(path).1);
    let harmful = faults.iter().any(|kind| matches!(kind, FaultKind::Dangerous | FaultKind::NotUtf8));
    let kind = entry.file_type();
    let wrong = if kind.is_symlink() {
        Some(FaultKind::Symlink)
    } else {
        (!kind.is_dir() && !kind.is_file()).then_some(FaultKind::Special)
    };
    if kind.is_file() && !harmful {
        listing.files.push(File { path: String::from_utf8_lossy(path).into_owned(), id: None });
    }
    listing.faults.extend(faults.into_iter().chain(wrong).map(|kind| Fault { path: names::shown(path), kind }));
    !harmful
}

fn look_alikes(listing: &mut Listing, folder: &[u8], names_in: &[Vec<u8>]) {
    let all: Vec<&[u8]> = names_in.iter().map(Vec::as_slice).collect();
    for (name, other) in names::look_alikes(&all, all.iter().copied()) {
        let slash: &[u8] = if folder.is_empty() { b"" } else { b"/" };
        listing
            .faults
            .push(Fault { path: names::shown(&[folder, slash, name].concat()), kind: FaultKind::LooksLike(other) });
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> RegisterError {
    RegisterError::Unreadable(path.to_string(), error.kind().to_string())
}

impl Snapshot for WorkTree {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        let fault =
            |path: &str, kind| Listing { files: Vec::new(), faults: vec![Fault { path: path.to_string(), kind }] };
        Ok(match self.place(folder)? {
            Place::Folder(top) => self.walk(&top),
            Place::Nothing => Listing::default(),
            Place::Link(path) => fault(&path, FaultKind::Symlink),
            Place::File(..) => fault(folder.trim_end_matches('/'), FaultKind::Swapped),
            Place::Other => fault(folder.trim_end_matches('/'), FaultKind::Special),
        })
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
