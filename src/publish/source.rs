//! Which state of the register a site is built from, and by which day.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::context::Context;
use crate::paths;
use crate::register::{Id, Register, RegisterError, Snapshot};

/// A state of the register.
pub struct Source<'a> {
    /// Its files.
    pub files: Box<dyn Snapshot + 'a>,
    /// The last commit, where there is one.
    pub head: Option<Id>,
    /// Whether the files on disk differ from the last commit in what the site is made of, so that they were taken.
    pub work_tree: bool,
}

impl<'a> Source<'a> {
    /// The last commit, when what the site is made of is on disk as it is there; otherwise the files on disk.
    pub fn of(register: &'a Register) -> Result<Self, RegisterError> {
        if register.git_dir().is_none() {
            return Ok(Self { files: Box::new(register.work_tree()?), head: None, work_tree: true });
        }
        if register.is_bare() {
            let head = register.commit_named("HEAD")?;
            return Ok(Self { files: Box::new(register.at_commit(head)?), head: Some(head), work_tree: false });
        }
        let disk = register.work_tree()?;
        let Some(head) = register.head()? else {
            return Ok(Self { files: Box::new(disk), head: None, work_tree: true });
        };
        let commit = register.at_commit(head)?;
        if same(&disk, &commit, &matter(&disk, &commit)?)? {
            Ok(Self { files: Box::new(commit), head: Some(head), work_tree: false })
        } else {
            Ok(Self { files: Box::new(disk), head: Some(head), work_tree: true })
        }
    }

    /// The day to build by: the one asked for, the one on which the register stands still, that of the commit that is
    /// built, or the clock's.
    pub fn day(
        &self,
        register: &Register,
        context: &Context,
        asked: Option<NaiveDate>,
        clock: NaiveDate,
    ) -> Result<NaiveDate, RegisterError> {
        let given = asked.or(context.settings.stands_on);
        let committed = match self.head.filter(|_| !self.work_tree) {
            Some(head) => register.commit(head)?.committer.date(),
            None => None,
        };
        Ok(given.or(committed).unwrap_or(clock))
    }
}

/// The files that a site is made of, in either state: the settings, the regulations, the yearbooks and the templates.
fn matter(disk: &dyn Snapshot, commit: &dyn Snapshot) -> Result<BTreeSet<String>, RegisterError> {
    let mut paths = BTreeSet::from([paths::SETTINGS.to_owned()]);
    for files in [disk, commit] {
        for folder in ["policy", "site-templates"] {
            paths.extend(files.list(folder)?.files.into_iter().map(|file| file.path));
        }
    }
    paths.extend(Context::read(disk)?.yearbook_paths());
    Ok(paths)
}

/// Whether these files are the same in both.
pub(super) fn same(a: &dyn Snapshot, b: &dyn Snapshot, paths: &BTreeSet<String>) -> Result<bool, RegisterError> {
    for path in paths {
        if a.read(path)? != b.read(path)? {
            return Ok(false);
        }
    }
    Ok(true)
}
