//! What is being merged while the merge is not committed yet.

use std::path::Path;

use super::command::git;
use super::{Content, Id, ObjectKind, Register, RegisterError};

/// A path of the index that a merge left unresolved, with its three versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmerged {
    /// The path.
    pub path: String,
    /// Before, ours, theirs; nothing where it was not there.
    pub stages: [Option<Vec<u8>>; 3],
}

/// A text that git brought together line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedLines {
    /// The text, with git's markers where the two sides collide.
    pub text: Vec<u8>,
    /// Whether there are any.
    pub conflicts: bool,
}

/// Brings three versions together as git itself does, line by line.
pub fn merge_lines(base: &[u8], ours: &[u8], theirs: &[u8]) -> Result<MergedLines, RegisterError> {
    let failed = |error: &std::io::Error| RegisterError::GitCommand(error.to_string());
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    for (name, bytes) in [("ours", ours), ("base", base), ("theirs", theirs)] {
        std::fs::write(folder.path().join(name), bytes).map_err(|error| failed(&error))?;
    }
    let arguments = ["merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs", "ours", "base", "theirs"];
    let done = git(folder.path()).args(arguments).output().map_err(|error| failed(&error))?;
    // The exit code is the number of conflicts, up to 127; above that something failed.
    match done.status.code() {
        Some(count @ 0..=127) => Ok(MergedLines { text: done.stdout, conflicts: count > 0 }),
        _ => Err(RegisterError::GitCommand(String::from_utf8_lossy(&done.stderr).trim().to_owned())),
    }
}

/// What git keeps in its own folder while `git am` takes patches.
const TAKING: &str = "rebase-apply/applying";

impl Register {
    /// Whether commits are being laid one upon the other (`git rebase`, `git pull --rebase`, `git am`, `git cherry-pick`): then git calls
    /// ours what is there already, and theirs what somebody made here.
    #[must_use]
    pub fn rebases(&self) -> bool {
        self.goes_on_with().is_some()
    }

    /// Whether commits of a branch are being laid upon another (`git rebase`).
    #[must_use]
    pub fn rebases_branch(&self) -> bool {
        self.git_dir().is_some_and(|dir| ["rebase-apply", "rebase-merge"].iter().any(|name| dir.join(name).exists()))
    }

    /// The full name of the branch whose commits are being laid upon another.
    pub(crate) fn rebased_branch(&self) -> Option<String> {
        let dir = self.git_dir()?;
        let read = |name: &str| std::fs::read_to_string(dir.join(name).join("head-name")).ok();
        ["rebase-merge", "rebase-apply"].into_iter().find_map(read).map(|name| name.trim_end().to_owned())
    }

    /// Whether patches from mails are being taken (`git am`).
    #[must_use]
    pub fn takes_patches(&self) -> bool {
        self.git_dir().is_some_and(|dir| dir.join(TAKING).exists())
    }

    /// The command of git by which that goes on; nothing when no such thing is under way.
    #[must_use]
    pub fn goes_on_with(&self) -> Option<&'static str> {
        let under_way = [
            (TAKING, "git am --continue"),
            ("rebase-apply", "git rebase --continue"),
            ("rebase-merge", "git rebase --continue"),
            ("CHERRY_PICK_HEAD", "git cherry-pick --continue"),
        ];
        let dir = self.git_dir()?;
        under_way.into_iter().find(|(name, _)| dir.join(name).exists()).map(|(_, command)| command)
    }

    /// What a merge left unresolved in the index, by path.
    pub fn unmerged(&self) -> Result<Vec<Unmerged>, RegisterError> {
        let mut found: Vec<Unmerged> = Vec::new();
        for entry in self.git()?.objects.index()?.into_iter().filter(|entry| entry.stage > 0) {
            let Ok(path) = String::from_utf8(entry.path) else { continue };
            if found.last().is_none_or(|last| last.path != path) {
                found.push(Unmerged { path, stages: [None, None, None] });
            }
            let bytes = match self.blob(entry.id)? {
                Content::Bytes(bytes) => Some(bytes),
                _ => None,
            };
            let slot = found.last_mut().and_then(|last| last.stages.get_mut(usize::from(entry.stage) - 1));
            if let Some(slot) = slot {
                *slot = bytes;
            }
        }
        Ok(found)
    }

    /// Puts the file at `path` of the work tree into the index, which also says that its merge is resolved.
    pub fn stage(&self, path: &str) -> Result<(), RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let done = git(root).args(["--literal-pathspecs", "add", "--", path]).output();
        let done = done.map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        if done.status.success() {
            return Ok(());
        }
        Err(RegisterError::GitCommand(String::from_utf8_lossy(&done.stderr).trim().to_owned()))
    }

    /// The commits that are being merged into the one checked out; none when no merge is going on.
    ///
    /// After a conflict they stand in `MERGE_HEAD`. While git runs `pre-merge-commit` that file is not there yet: then its
    /// environment names them (`GITHEAD_<id>`).
    pub fn merging(&self) -> Result<Vec<Id>, RegisterError> {
        let git = self.git()?;
        let file = std::fs::read(git.dir.join("MERGE_HEAD")).unwrap_or_default();
        let mut ids: Vec<Id> = file.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect();
        if ids.is_empty() && merges_now() {
            let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
            ids.extend(names.filter_map(|name| Id::from_hex(name.strip_prefix("GITHEAD_")?.as_bytes())));
            ids.sort_unstable();
        }
        let head = self.head()?;
        ids.retain(|id| Some(*id) != head);
        for id in &ids {
            if !matches!(git.objects.header(*id)?, Some((ObjectKind::Commit, _))) {
                return Err(git.completeness.missing(*id));
            }
        }
        Ok(ids)
    }
}

/// Whether it is a merge that runs this process: rebase and `am` set the same variables for other ends.
fn merges_now() -> bool {
    let action = std::env::var_os("GIT_REFLOG_ACTION").unwrap_or_default();
    ["merge", "pull"].iter().any(|word| action.to_string_lossy().starts_with(word))
}
