//! A history that begins anew: where histories begin, what leads to one that was left, the commit that takes its place, and a desk
//! that moves over to it and lets go of the old one.

use std::collections::{HashSet, VecDeque};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::command::output;
use super::inspect::Inspected;
use super::tidying::LEFT;
use super::{Id, Range, Register, RegisterError};

/// The last commit that this desk and the server both had. It stays here.
const SYNCED: &str = "refs/klacht/synced";
/// What was set aside: the one reference whose earlier values are people's work.
const STASH: &str = "refs/stash";

/// What came of moving over to another history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moved {
    /// The branch stands on it, with this many commits of this desk.
    Over(usize),
    /// Files were changed and not committed, and there are commits of this desk to be moved.
    Uncommitted,
    /// Commits of this desk and of others change the same; git waits for somebody to say which.
    Stopped,
    /// It is not known which commits are this desk's.
    Unknown,
}

impl Register {
    /// The commits without parents from which a commit comes.
    pub(crate) fn beginnings(&self, tip: Id) -> Result<Vec<Id>, RegisterError> {
        let git = self.git()?;
        let (mut seen, mut waiting) = (HashSet::from([tip]), VecDeque::from([tip]));
        let mut found = Vec::new();
        while let Some(id) = waiting.pop_front() {
            let (_, parents, _) = git.outline(id)?;
            found.extend(parents.is_empty().then_some(id));
            waiting.extend(parents.into_iter().filter(|parent| seen.insert(*parent)));
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Of commits that are in none of these others: those without parents.
    pub(crate) fn begun_apart(&self, tips: Vec<Id>, except: Vec<Id>) -> Result<Vec<Id>, RegisterError> {
        let git = self.git()?;
        let mut found = Vec::new();
        for id in self.walk(&Range { tips, except })?.ids() {
            found.extend(git.outline(*id)?.1.is_empty().then_some(*id));
        }
        Ok(found)
    }

    /// The commits of all references, what is sealed left out.
    pub(crate) fn commits_named(&self) -> Result<Vec<Id>, RegisterError> {
        let all = self.references()?.into_iter().filter(|(name, _)| !name.starts_with("refs/klacht/"));
        let mut commits = all.filter_map(|(_, id)| self.peel(id).ok()?.1).collect::<Vec<Id>>();
        commits.sort_unstable();
        commits.dedup();
        Ok(commits)
    }

    /// Whether an object is here.
    pub(crate) fn has(&self, id: Id) -> Result<bool, RegisterError> {
        Ok(self.git()?.objects.header(id)?.is_some())
    }

    /// Whether any of these objects is here, by git itself: what was read before may be seen still when its pack is gone.
    pub(crate) fn still_has(&self, ids: &[Id]) -> Result<bool, RegisterError> {
        let lines = ids.iter().fold(String::new(), |lines, id| lines + &format!("{id}\n"));
        let told = self.fed(&["cat-file", "--batch-check"], lines.as_bytes())?;
        Ok(told.split(|byte| *byte == b'\n').any(|line| !line.is_empty() && !line.ends_with(b" missing")))
    }

    /// What leads to a past that begins with one of these commits: branches, labels, other work trees, what was set aside.
    pub(crate) fn leading_to(&self, past: &[Id]) -> Result<Vec<String>, RegisterError> {
        let head = self.head()?;
        let leads = |id: Id| -> Result<bool, RegisterError> {
            let Some(commit) = self.peel(id)?.1 else { return Ok(false) };
            Ok(self.begun_apart(vec![commit], head.into_iter().collect())?.iter().any(|id| past.contains(id)))
        };
        let mut found = Vec::new();
        for (name, id) in self.references()? {
            if !name.starts_with("refs/klacht/") && name != STASH && leads(id)? {
                found.push(name);
            }
        }
        let dir = self.root().unwrap_or(&self.git()?.dir);
        let told = |arguments: &[&str]| -> Result<String, RegisterError> {
            Ok(String::from_utf8_lossy(&output(dir, arguments)?.unwrap_or_default()).into_owned())
        };
        if self.references()?.iter().any(|(name, _)| name == STASH) {
            for (nth, id) in told(&["reflog", "show", "--format=%H", STASH])?.lines().enumerate() {
                if Id::from_hex(id.as_bytes()).map(leads).transpose()?.unwrap_or_default() {
                    found.push(format!("stash@{{{nth}}}"));
                }
            }
        }
        let trees = told(&["worktree", "list", "--porcelain"])?;
        for lines in trees.split("\n\n") {
            let of = |key: &str| lines.lines().find_map(|line| line.strip_prefix(key));
            let (place, id) = (of("worktree "), of("HEAD ").and_then(|id| Id::from_hex(id.as_bytes())));
            // A branch is named already; the commit of a work tree with none is named by its folder.
            if let (Some(place), Some(id), true) = (place, id.filter(|id| !id.is_zero()), of("detached").is_some())
                && leads(id)?
            {
                found.push(place.to_owned());
            }
        }
        Ok(found)
    }

    /// Makes a commit without parents of these files, signed with the key with which git signs here. Nothing names it yet.
    pub(crate) fn begin_anew(&self, tree: Id, message: &str) -> Result<Id, RegisterError> {
        let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
        let mut git = self.own_git()?;
        git.args(["commit-tree", "-S", "-F", "-", &tree.to_string()]);
        let mut child =
            git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(message.as_bytes()).map_err(failed)?;
        }
        let done = child.wait_with_output().map_err(failed)?;
        let made = Id::from_hex(done.stdout.trim_ascii()).filter(|_| done.status.success());
        made.ok_or_else(|| RegisterError::GitCommand(String::from_utf8_lossy(&done.stderr).trim().to_owned()))
    }

    /// Lets a remote's branch name another history, if it still names this commit; whether it was taken. What the server says goes to
    /// standard error.
    pub(crate) fn send_anew(&self, remote: &str, branch: &str, old: Id, new: Id) -> Result<bool, RegisterError> {
        let mut git = self.own_git()?;
        git.args([
            "push",
            "--quiet",
            &format!("--force-with-lease={branch}:{old}"),
            remote,
            &format!("{new}:{branch}"),
        ]);
        Ok(git.status().map_err(|error| RegisterError::GitCommand(error.to_string()))?.success())
    }

    /// Everything that a remote names, with the object of each.
    pub(crate) fn named_by(&self, remote: &str) -> Result<Vec<(String, Id)>, RegisterError> {
        let mut git = self.own_git()?;
        let done = git.args(["ls-remote", "--quiet", "--refs", "--", remote]).output();
        let done = done.map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        if !done.status.success() {
            return Err(RegisterError::Unreachable);
        }
        let line = |line: &str| {
            let (id, name) = line.split_once('\t')?;
            Some((name.to_owned(), Id::from_hex(id.as_bytes())?))
        };
        Ok(String::from_utf8_lossy(&done.stdout).lines().filter_map(line).collect())
    }

    /// The last commit that this desk and the server are known to have had both.
    pub(crate) fn synced(&self) -> Result<Option<Id>, RegisterError> {
        Ok(self.references()?.into_iter().find(|(name, _)| name == SYNCED).map(|(_, id)| id))
    }

    /// Remembers that, or forgets it.
    pub(crate) fn set_synced(&self, commit: Option<Id>) -> Result<(), RegisterError> {
        let dir = &self.git()?.dir;
        let arguments: &[&str] = match commit {
            Some(id) => &["update-ref", "--no-deref", SYNCED, &id.to_string()],
            None => &["update-ref", "--no-deref", "-d", SYNCED],
        };
        output(dir, arguments).map(drop)
    }

    /// Remembers where a remote's branch is, where the branch here has all of that.
    pub(crate) fn note_synced(&self, remote: &str) -> Result<(), RegisterError> {
        let (Some(head), Some(there)) = (self.head()?, self.followed(remote)?) else { return Ok(()) };
        let known = self.synced()?;
        if known != Some(there) && self.is_ancestor(there, head)? {
            self.set_synced(Some(there))?;
        }
        Ok(())
    }

    /// The last commit of the branch here that is known to have been on a remote: the one remembered, or one at which its branch was
    /// seen, such as `before`, whichever is later.
    pub(crate) fn shared_with(&self, remote: &str, head: Id, before: Option<Id>) -> Result<Option<Id>, RegisterError> {
        let synced = match self.synced()? {
            Some(id) if self.is_ancestor(id, head)? => Some(id),
            _ => None,
        };
        let Some(branch) = self.head_branch() else { return Ok(synced) };
        let short = branch.strip_prefix("refs/heads/").unwrap_or(&branch);
        let followed = format!("refs/remotes/{remote}/{short}");
        let seen = output(&self.git()?.dir, &["reflog", "show", "--format=%H", &followed])?.unwrap_or_default();
        let mut seen: Vec<Id> = seen.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect();
        // What stood there before the first trace: a clone leaves none of what it brought.
        let first = format!("{followed}@{{{}}}", seen.len());
        let told = output(&self.git()?.dir, &["rev-parse", "--verify", "--quiet", &first]);
        seen.extend(told.ok().flatten().and_then(|told| Id::from_hex(told.trim_ascii())));
        seen.splice(0..0, before);
        for id in seen {
            if self.has(id)? && self.is_ancestor(id, head)? {
                return Ok(match synced {
                    Some(synced) if self.is_ancestor(id, synced)? => Some(synced),
                    _ => Some(id),
                });
            }
        }
        Ok(synced)
    }

    /// Whether a file that git keeps differs from the last commit.
    pub(crate) fn is_changed(&self) -> Result<bool, RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let told = output(root, &["status", "--porcelain", "--untracked-files=no"])?;
        Ok(told.is_some_and(|told| !told.is_empty()))
    }

    /// Moves the branch that is checked out to a commit of another history, with the commits that only this desk has.
    pub(crate) fn move_over(&self, base: Option<Id>, head: Id, to: Id) -> Result<Moved, RegisterError> {
        let own = match base {
            Some(base) => self.walk(&Range::between(base, head))?.ids().to_vec(),
            None => return Ok(Moved::Unknown),
        };
        let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
        let mut git = self.own_git()?;
        if own.is_empty() {
            // What was changed and not committed stays.
            let done = git.args(["reset", "--quiet", "--keep", &to.to_string()]).output().map_err(failed)?;
            return Ok(if done.status.success() { Moved::Over(0) } else { Moved::Uncommitted });
        }
        if self.is_changed()? {
            return Ok(Moved::Uncommitted);
        }
        for id in &own {
            if self.commit(*id)?.signature.is_some() {
                git.args(["-c", "commit.gpgSign=true"]);
                break;
            }
        }
        let base = base.map(|base| base.to_string()).unwrap_or_default();
        let done = git.args(["rebase", "--quiet", "--onto", &to.to_string(), &base]).output().map_err(failed)?;
        Ok(if done.status.success() { Moved::Over(own.len()) } else { Moved::Stopped })
    }

    /// Forgets the branches of a remote that are no longer there.
    pub(crate) fn forget_removed(&self, remote: &str) -> Result<(), RegisterError> {
        let done = self.own_git()?.args(["remote", "prune", remote]).output();
        done.map(drop).map_err(|error| RegisterError::GitCommand(error.to_string()))
    }

    /// Lets go of everything to which nothing leads any more: traces that lead elsewhere than their reference, objects. What was set aside
    /// stays, for git never lets its traces expire by itself. What is left is counted: all objects, and those to which nothing leads.
    pub(crate) fn let_go(&self) -> Result<Inspected, RegisterError> {
        let dir = self.root().unwrap_or(&self.git()?.dir);
        let run = |arguments: &[&str]| output(dir, arguments).map(drop);
        run(&["update-ref", "-d", "ORIG_HEAD"])?;
        if self.root().is_some() {
            run(&["update-index", "--clear-resolve-undo"])?;
        }
        run(&["-c", "gc.reflogExpire=never", "-c", LEFT, "gc", "--quiet", "--prune=now"])?;
        self.inspect_all()
    }

    /// Git as the person runs it here: with own settings, own keys and hooks.
    fn own_git(&self) -> Result<Command, RegisterError> {
        let mut git = Command::new("git");
        git.current_dir(self.root().unwrap_or(&self.git()?.dir)).stdin(Stdio::null());
        Ok(git)
    }
}
