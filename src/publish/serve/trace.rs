//! What the files that a site is made of look like from outside, to see that one changed without reading any.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::paths;

/// Length and last change of every file that a site is made of. Two that are the same are of the same files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WatchedFiles(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl WatchedFiles {
    /// Looks at the files below the root of a register. What cannot be looked at counts as not there. Of the cases only the
    /// yearbooks are looked for, by their names: there may be a hundred thousand files beside them.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        let mut trace = Self::default();
        trace.add(root.join(paths::SETTINGS));
        for folder in [paths::POLICY, paths::TEMPLATES] {
            let entries = WalkDir::new(root.join(folder)).into_iter().flatten();
            entries.filter(|e| !e.file_type().is_dir()).for_each(|e| trace.add(e.into_path()));
        }
        for regulation in folders(&root.join(paths::CASES)) {
            folders(&regulation).into_iter().for_each(|year| trace.add(year.join(paths::YEARBOOK)));
        }
        trace
    }

    fn add(&mut self, path: PathBuf) {
        if let Ok(about) = fs::symlink_metadata(&path) {
            let told = |about: &Metadata| (about.len(), about.modified().ok());
            self.0.insert(path, told(&about));
        }
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).into_iter().flatten().flatten();
    entries.filter(|e| e.file_type().is_ok_and(|kind| kind.is_dir())).map(|e| e.path()).collect()
}

#[cfg(test)]
#[path = "../../../tests/unit/publish/serve/trace.rs"]
mod tests;
