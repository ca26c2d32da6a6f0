//! Puts a site in its folder, whole or not at all: written beside it, then swapped with it. Never takes the place of a
//! folder that it did not make.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::swap::swap;
use crate::diagnostics::{Text, text};
use crate::site::{BUILD_FILE, BUILD_NOTATION, Site};

/// Folders that no site may take the place of.
#[derive(Debug, Clone, Default)]
pub struct Guarded {
    /// The home of the user.
    pub home: Option<PathBuf>,
    /// The register.
    pub root: Option<PathBuf>,
    /// Its repository.
    pub git: Option<PathBuf>,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum NotWritten {
    /// That folder is not for a site: what is wrong, and what to do.
    Refused(Text, Text),
    /// The disk did not do it.
    Failed(PathBuf, io::Error),
}

/// The folders of a register in which no site belongs.
const OURS: [&str; 3] = ["cases", "policy", "site-templates"];

/// Writes a site to a folder. A build that was broken off leaves the old site, and at most one folder beside it that the
/// next build takes away.
pub fn write(site: &Site, target: &Path, guarded: &Guarded) -> Result<(), NotWritten> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |error| NotWritten::Failed(path.clone(), error)
    };
    let target = resolved(target).map_err(failed(target))?;
    let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(refused(&target, Why::Guarded));
    };
    guarded.allow(&target)?;
    let beside = |end: &str| parent.join(format!(".{}.klacht-{end}", name.to_string_lossy()));
    let (new, old) = (beside("new"), beside("old"));
    fs::create_dir_all(parent).map_err(failed(parent))?;
    recover(&target, &new, &old).map_err(failed(&target))?;
    made_by_us(&target)?;
    let done = fill(&new, site).and_then(|()| {
        if let Ok(about) = fs::metadata(&target) {
            fs::set_permissions(&new, about.permissions())?;
        }
        swap(&new, &target, &old)
    });
    if done.is_err() {
        // What could not be written whole is of no use; the next build tries again.
        let _ = fs::remove_dir_all(&new);
    }
    done.map_err(failed(&target))
}

/// Puts right what a build that was broken off left.
fn recover(target: &Path, new: &Path, old: &Path) -> io::Result<()> {
    if !target.exists() && old.exists() {
        fs::rename(old, target)?;
    }
    for left in [new, old] {
        match fs::remove_dir_all(left) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn fill(folder: &Path, site: &Site) -> io::Result<()> {
    fs::create_dir(folder)?;
    let parents: BTreeSet<&str> = site.files.keys().filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
    for parent in parents {
        fs::create_dir_all(folder.join(parent))?;
    }
    site.files.par_iter().try_for_each(|(path, bytes)| fs::write(folder.join(path), bytes))
}

/// The real path, also of what is not there yet.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut there = absolute.as_path();
    let mut rest = Vec::new();
    loop {
        match there.canonicalize() {
            Ok(real) => return Ok(rest.iter().rev().fold(real, |path, name| path.join(name))),
            Err(error) if error.kind() == ErrorKind::NotFound => match (there.parent(), there.file_name()) {
                (Some(parent), Some(name)) => {
                    rest.push(name.to_owned());
                    there = parent;
                }
                _ => return Err(error),
            },
            Err(error) => return Err(error),
        }
    }
}

impl Guarded {
    /// Refuses folders that hold more than a site, and folders of the register.
    fn allow(&self, target: &Path) -> Result<(), NotWritten> {
        let real = |path: &Option<PathBuf>| path.as_ref().and_then(|p| p.canonicalize().ok());
        let (home, root, git) = (real(&self.home), real(&self.root), real(&self.git));
        // Whatever holds a guarded folder would go with it.
        let holds = |guarded: &Option<PathBuf>| guarded.as_ref().is_some_and(|g| g.starts_with(target));
        let inside = |guarded: &Path| target.starts_with(guarded);
        let ours = root.iter().flat_map(|root| OURS.map(|name| root.join(name))).any(|folder| inside(&folder));
        if holds(&home) || holds(&root) || holds(&git) || ours || git.as_deref().is_some_and(inside) {
            return Err(refused(target, Why::Guarded));
        }
        Ok(())
    }
}

enum Why {
    Guarded,
    NoFolder,
    NotOurs,
    Foreign(String),
}

fn refused(target: &Path, why: Why) -> NotWritten {
    let shown = target.display();
    let message = match why {
        Why::Guarded => text!(
            "{shown}: hier hoort geen site; zij zou de plaats innemen van alles in deze map",
            "{shown}: no site belongs here; it would take the place of everything in this folder"
        ),
        Why::NoFolder => text!("{shown}: dit is geen map", "{shown}: this is no folder"),
        Why::NotOurs => text!(
            "{shown}: deze map is niet leeg en niet door `klacht build` gemaakt",
            "{shown}: this folder is not empty and was not made by `klacht build`"
        ),
        Why::Foreign(file) => text!(
            "{shown}: hierin staat een bestand dat niet van de site is: {file}",
            "{shown}: it holds a file that is not of the site: {file}"
        ),
    };
    let remedy = text!(
        "kies een lege of een nieuwe map: `klacht build --output public`",
        "choose an empty or a new folder: `klacht build --output public`"
    );
    NotWritten::Refused(message, remedy)
}

/// Refuses a folder that holds anything that an earlier build did not put there.
fn made_by_us(target: &Path) -> Result<(), NotWritten> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(NotWritten::Failed(target.to_path_buf(), error)),
        Ok(about) if !about.is_dir() => return Err(refused(target, Why::NoFolder)),
        Ok(_) => {}
    }
    let failed = |error| NotWritten::Failed(target.to_path_buf(), error);
    if fs::read_dir(target).map_err(failed)?.next().is_none() {
        return Ok(());
    }
    let Some(known) = files_of(target) else { return Err(refused(target, Why::NotOurs)) };
    for entry in WalkDir::new(target).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| failed(error.into()))?;
        let path = entry.path().strip_prefix(target).unwrap_or(entry.path());
        let names: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let name = names.join("/");
        if !entry.file_type().is_dir() && name != BUILD_FILE && !known.contains(&name) {
            return Err(refused(target, Why::Foreign(name)));
        }
    }
    Ok(())
}

/// The files of the site that a folder holds, by its `build.json`; nothing when it has none of ours.
fn files_of(folder: &Path) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(folder.join(BUILD_FILE)).ok()?;
    let told: serde_json::Value = serde_json::from_str(&text).ok()?;
    (told.get("schema")?.as_str()? == BUILD_NOTATION).then_some(())?;
    Some(told.get("files")?.as_object()?.keys().cloned().collect())
}
