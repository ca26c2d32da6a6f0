//! All files in and below a folder on disk, several folders at a time, each in one reading of the folder.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::fault::{Fault, FaultKind};
use super::names;
use super::stamps::{Stamp, Stamped};

/// The files in and below `folder` of `root`, with their stamps when those are asked for. Links are not followed, `.git` is
/// passed over.
pub(super) fn below(root: &Path, folder: &str, stamps: bool) -> Stamped {
    let mut all = Stamped::default();
    let mut level = vec![Folder { place: root.join(folder), path: folder.to_owned() }];
    // One level after the other: however deep folders are nested, nothing here is.
    while !level.is_empty() {
        let seen: Vec<Seen> = level.par_iter().map(|folder| folder.look(stamps)).collect();
        level.clear();
        for Seen { found, folders } in seen {
            all.files.extend(found.files);
            all.faults.extend(found.faults);
            level.extend(folders);
        }
        level.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    }
    // Each folder's files are in order already: where no folder lies between them this only looks.
    all.files.sort_by(|a, b| a.0.cmp(&b.0));
    all.faults.sort_unstable();
    all.faults.dedup();
    all
}

/// A folder on disk and its path in the register.
struct Folder {
    place: PathBuf,
    path: String,
}

/// What one folder holds.
#[derive(Default)]
struct Seen {
    found: Stamped,
    folders: Vec<Folder>,
}

impl Folder {
    fn look(&self, stamps: bool) -> Seen {
        let mut seen = Seen::default();
        let mut names_here = Vec::new();
        let entries = match fs::read_dir(&self.place) {
            Ok(entries) => entries,
            Err(error) => {
                seen.found.faults.push(unreadable(&self.path, &error));
                return seen;
            }
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    seen.found.faults.push(unreadable(&self.path, &error));
                    break;
                }
            };
            let name = entry.file_name().into_encoded_bytes();
            if name.eq_ignore_ascii_case(b".git") {
                if !self.path.is_empty() {
                    let path = names::shown(self.path.as_bytes());
                    seen.found.faults.push(Fault { path, kind: FaultKind::Submodule });
                }
                continue;
            }
            self.take(&mut seen, &entry, &name, stamps);
            names_here.push(name);
        }
        // Here the folders are side by side, and their names short.
        seen.found.files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let all: Vec<&[u8]> = names_here.iter().map(Vec::as_slice).collect();
        let duplicates = names::duplicates(&all).into_iter();
        let duplicates = duplicates.map(|(name, other)| self.fault(name, FaultKind::LooksLike(other)));
        seen.found.faults.extend(duplicates);
        seen
    }

    /// Takes in one entry with its faults, if it can be named.
    fn take(&self, seen: &mut Seen, entry: &DirEntry, name: &[u8], stamps: bool) {
        let faults = names::faults(name);
        let harmless = !faults.iter().any(|kind| matches!(kind, FaultKind::Dangerous | FaultKind::NotUtf8));
        seen.found.faults.extend(faults.into_iter().map(|kind| self.fault(name, kind)));
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => {
                let why = FaultKind::Unreadable(error.kind().to_string());
                return seen.found.faults.push(self.fault(name, why));
            }
        };
        if kind.is_symlink() {
            seen.found.faults.push(self.fault(name, FaultKind::Symlink));
        } else if !kind.is_dir() && !kind.is_file() {
            seen.found.faults.push(self.fault(name, FaultKind::Special));
        } else if harmless {
            let path = String::from_utf8_lossy(&self.below(name)).into_owned();
            if kind.is_dir() {
                seen.folders.push(Folder { place: entry.path(), path });
            } else {
                let about = if stamps { entry.metadata().ok() } else { None };
                seen.found.files.push((path, about.map(|about| Stamp::of(&about))));
            }
        }
    }

    fn below(&self, name: &[u8]) -> Vec<u8> {
        let slash: &[u8] = if self.path.is_empty() { b"" } else { b"/" };
        [self.path.as_bytes(), slash, name].concat()
    }

    fn fault(&self, name: &[u8], kind: FaultKind) -> Fault {
        Fault { path: names::shown(&self.below(name)), kind }
    }
}

fn unreadable(path: &str, error: &std::io::Error) -> Fault {
    Fault { path: names::shown(path.as_bytes()), kind: FaultKind::Unreadable(error.kind().to_string()) }
}
