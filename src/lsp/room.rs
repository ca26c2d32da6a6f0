//! The register that a document belongs to, with what its cases are judged by. It is read again when a file of it changed:
//! in the editor, or on disk, told or not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::overlay::{Overlay, Texts};
use crate::casework::Workspace;
use crate::check::{allowed, check_file};
use crate::context::Context;
use crate::diagnostics::Finding;
use crate::paths::{self, is_case};
use crate::register::{Register, RegisterError, Stamp};
use crate::regulation::Version;
use crate::rules::data_protection::Allowed;
use crate::rules::policy::Explorable;
use crate::rules::policy::model::{Explored, Machine};

/// A register with its basis.
pub struct Room {
    /// The register, its files, and what its cases are judged by.
    pub workspace: Workspace,
    /// What is no personal data here.
    allowed: Allowed,
    /// What was read, by which it is known whether it still holds.
    read: Option<Read>,
    /// The workflows that were searched, by the path of their regulation.
    searched: BTreeMap<String, Searched>,
}

/// A workflow that was searched.
struct Searched {
    machine: Machine,
    explored: Explored,
}

/// What a basis was made of.
#[derive(PartialEq)]
struct Read {
    stamps: Vec<(String, Option<Stamp>)>,
    texts: Texts,
}

/// Where a file stands: the folder of its register and its path in it; nothing when it belongs to none.
#[must_use]
pub fn placed(path: &Path) -> Option<(PathBuf, String)> {
    let folder = path.ancestors().skip(1).find(|dir| dir.is_dir())?;
    let missing = path.strip_prefix(folder).ok()?.to_path_buf();
    let folder = folder.canonicalize().ok()?;
    let path = folder.join(missing);
    let root = match Register::open(&folder) {
        Ok(register) => register.root()?.canonicalize().ok()?,
        // Without git, the folder that holds the settings or the regulations is the register.
        Err(_) => folder.ancestors().find(|dir| is_register(dir))?.to_path_buf(),
    };
    let below = path.strip_prefix(&root).ok()?;
    let names: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    is_register(&root).then(|| names.map(|names| (root, names.join("/"))))?
}

fn is_register(dir: &Path) -> bool {
    dir.join(paths::SETTINGS).is_file() || dir.join(paths::POLICY).is_dir()
}

impl Room {
    /// Opens the register in a folder. Nothing of it is read yet.
    pub fn open(root: &Path) -> Result<Self, RegisterError> {
        let register = match Register::open(root) {
            Err(_) => Register::folder(root)?,
            Ok(register) => register,
        };
        let files = register.work_tree()?;
        let workspace = Workspace { register, files, context: Context::default(), root: root.to_path_buf() };
        Ok(Self { workspace, allowed: Allowed::new(), read: None, searched: BTreeMap::new() })
    }

    /// Reads again what cases are judged by, if anything of it changed.
    pub fn refresh(&mut self, texts: &Texts) -> Result<(), RegisterError> {
        let texts: Texts =
            texts.iter().filter(|(path, _)| !is_case(path)).map(|(p, t)| (p.clone(), t.clone())).collect();
        let now = Read { stamps: self.stamps(&self.workspace.context)?, texts };
        if self.read.as_ref() == Some(&now) {
            return Ok(());
        }
        let files = Overlay { disk: &self.workspace.files, texts: &now.texts };
        let mut context = Context::read(&files)?;
        let years = context.yearbook_paths();
        context.read_years(&files, &years)?;
        self.allowed = allowed(&context);
        self.read = Some(Read { stamps: self.stamps(&context)?, texts: now.texts });
        self.workspace.context = context;
        Ok(())
    }

    /// What tells whether the files of a basis are still those that were read.
    fn stamps(&self, context: &Context) -> Result<Vec<(String, Option<Stamp>)>, RegisterError> {
        let mut stamps = self.workspace.files.stamped("policy")?.files;
        let others = std::iter::once(paths::SETTINGS.to_owned()).chain(context.yearbook_paths());
        let stamp =
            |path: &String| std::fs::symlink_metadata(self.workspace.root.join(path)).ok().map(|m| Stamp::of(&m));
        stamps.extend(others.map(|path| (path.clone(), stamp(&path))));
        Ok(stamps)
    }

    /// What `check` finds about one file, by the text that stands in the editor; what takes a search of the workflow, as far
    /// as it was made for this very workflow. What was found for an earlier one is left out: a step that was unreachable may be
    /// reached now, and the place at which it stood may be another rule's. Better nothing for a moment than what is not so. While
    /// somebody writes words, quotes or remarks the workflow stays the same, and what was found stays too.
    pub fn judge(&self, texts: &Texts, path: &str, day: NaiveDate) -> Result<Vec<Finding>, RegisterError> {
        let files = Overlay { disk: &self.workspace.files, texts };
        let workflow = |version: &Version| Explorable::Given(self.explored(version));
        check_file(&files, &self.workspace.context, &self.allowed, path, Some(day), &workflow)
    }

    fn explored(&self, version: &Version) -> Option<&Explored> {
        let searched = self.searched.get(&version.path)?;
        (searched.machine == machine(version)).then_some(&searched.explored)
    }

    /// The workflow of the regulation that has this path, if it must still be searched.
    #[must_use]
    pub fn unsearched(&self, path: &str) -> Option<Machine> {
        let histories = self.workspace.context.policy.histories.values();
        let version = histories.flat_map(|d| d.versions.values()).find(|v| v.path == path)?;
        let machine = machine(version);
        let known = self.searched.get(path).is_some_and(|searched| searched.machine == machine);
        (!known).then_some(machine)
    }

    /// Takes what a search found. Whether it is still asked: what was found for an earlier one is dropped.
    pub fn found(&mut self, path: &str, machine: Machine, explored: Explored) -> bool {
        let asked = self.unsearched(path).as_ref() == Some(&machine);
        if asked {
            self.searched.insert(path.to_owned(), Searched { machine, explored });
        }
        asked
    }
}

fn machine(version: &Version) -> Machine {
    Machine::of(&version.regulation, &version.precedence)
}
