//! What was taken out of a server's repository for good, and does not come back.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::Write;

use super::command::output;
use super::exchange::TRAVELS;
use super::{Id, Range, Register, RegisterError};
use crate::atomic_file;

/// Where the ids of what went are kept: in git's own folder, which no push reaches. One a line.
const KEPT: &str = "klacht-gone";

/// Where a history stands that was brought in to take another's place.
const BROUGHT: &str = "refs/klacht/";

/// Whether a reference is one of those: not of what is sealed, which stands beside it and stays.
fn is_brought(name: &str) -> bool {
    let below = name.strip_prefix(BROUGHT).map(|rest| rest.split('/').next().unwrap_or_default());
    below.is_some_and(|first| !TRAVELS.contains(&first))
}

impl Register {
    /// The ids of what was taken out.
    pub fn gone(&self) -> Result<HashSet<Id>, RegisterError> {
        let Some(dir) = self.git_dir() else { return Ok(HashSet::new()) };
        let text = match std::fs::read(dir.join(KEPT)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(HashSet::new()),
            Err(error) => return Err(RegisterError::Unreadable(KEPT.to_owned(), error.kind().to_string())),
        };
        Ok(text.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect())
    }

    /// Of commits that are new to this repository, the first that is, or brings, what was taken out.
    pub fn brings_back(&self, tips: impl FnOnce() -> Vec<Id>) -> Result<Option<Id>, RegisterError> {
        let gone = self.gone()?;
        if gone.is_empty() {
            return Ok(None);
        }
        let except = self.commits_named()?;
        for step in self.walk(&Range { tips: tips(), except })? {
            let step = step?;
            let mut brought = step.against.iter().flat_map(|difference| &difference.changes).filter_map(|c| c.new);
            if gone.contains(&step.commit.id) || brought.any(|id| gone.contains(&id)) {
                return Ok(Some(step.commit.id));
            }
        }
        Ok(None)
    }

    /// The branches and labels, this branch left out, from which one of these commits can be reached.
    pub fn reach(&self, commits: &[Id], branch: &str) -> Result<Vec<String>, RegisterError> {
        let wanted: HashSet<&Id> = commits.iter().collect();
        let mut found = Vec::new();
        for (name, id) in self.references()? {
            if name != branch
                && !name.starts_with(BROUGHT)
                && self.walk(&Range::all(id))?.ids().iter().any(|id| wanted.contains(id))
            {
                found.push(name);
            }
        }
        Ok(found)
    }

    /// Sets a branch from one history to another, and lets what only the old one held go: references to it, its traces, its
    /// objects. What went is remembered first, so that whatever stops this half-way, it does not come back by a push.
    pub fn take_out(&self, branch: &str, old: Id, new: Id, gone: &[Id]) -> Result<(), RegisterError> {
        let Some(dir) = self.git_dir() else { return Ok(()) };
        let lines = gone.iter().fold(String::new(), |lines, id| lines + &id.to_string() + "\n");
        let kept = OpenOptions::new().create(true).append(true).open(dir.join(KEPT));
        let kept = kept.and_then(|mut file| file.write_all(lines.as_bytes()).and_then(|()| file.sync_all()));
        kept.map_err(|error| RegisterError::Unreadable(KEPT.to_owned(), error.kind().to_string()))?;
        let run = |arguments: &[&str]| output(dir, arguments).map(Option::unwrap_or_default);
        run(&["update-ref", "-m", "klacht hook except", branch, &new.to_string(), &old.to_string()])?;
        for (name, _) in self.references()?.iter().filter(|(name, _)| is_brought(name)) {
            run(&["update-ref", "-d", name])?;
        }
        run(&["reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all"])?;
        run(&["gc", "--prune=now", "--quiet"])?;
        self.forget(dir, gone)
    }

    /// Forgets the ids of what is still there: the new history holds it too.
    fn forget(&self, dir: &std::path::Path, gone: &[Id]) -> Result<(), RegisterError> {
        let mut kept = self.gone()?;
        for id in gone {
            if output(dir, &["cat-file", "-e", &id.to_string()]).is_ok_and(|there| there.is_some()) {
                kept.remove(id);
            }
        }
        let mut lines: Vec<String> = kept.iter().map(|id| format!("{id}\n")).collect();
        lines.sort_unstable();
        let written = atomic_file::file(dir).and_then(|mut file| {
            file.write_all(lines.concat().as_bytes())?;
            file.as_file().sync_all()?;
            file.persist(dir.join(KEPT)).map_err(|error| error.error)
        });
        written.map(|_| ()).map_err(|error| RegisterError::Unreadable(KEPT.to_owned(), error.kind().to_string()))
    }
}
