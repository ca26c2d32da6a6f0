//! How a store travels: fetched from the register's remote and pushed to it, by the git command, with the settings by which the
//! register itself reaches that remote.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::command::{git, output};
use super::store::Store;
use super::{Id, RegisterError};

/// What the remote has, as it was last seen. Never onto our own references: that would roll back what was sealed meanwhile.
pub(crate) const SEEN: &str = "refs/klacht/seen/";
/// What travels; the last only from the server.
pub(crate) const TRAVELS: [&str; 3] = ["key", "part", "tidy"];
/// Where a server says which destroyed cases it has seen itself clean of.
pub(crate) const TIDIED: &str = "refs/klacht/tidy/seen";
/// So many references are fetched by name; more of them at once.
const FEW: usize = 100;
/// Settings of the register's own repository by which its remote is reached.
const REACHED_BY: &str = "^(credential|http|ssh|url|protocol|core\\.sshcommand|core\\.gitproxy)(\\.|$)";

/// A reference to be moved on the remote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Move {
    /// Its full name.
    pub name: String,
    /// What the remote was last seen to have there. It moves from that, or not at all.
    pub from: Option<Id>,
    /// What it is to name; nothing when it is to go.
    pub to: Option<Id>,
}

/// What came of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is as was wanted.
    Done,
    /// Somebody else moved it meanwhile.
    Stale,
    /// The server does not take it.
    Refused,
}

impl Store {
    /// The address behind the name of a remote of the register, or behind an address; nothing where there is no such remote.
    pub(crate) fn address(&self, remote: &str) -> Result<Option<String>, RegisterError> {
        let named = output(&self.register, &["config", "--get", &format!("remote.{remote}.url")])?.is_some();
        if !named {
            let is_address = remote.contains(['/', '\\', ':']);
            return Ok(is_address.then(|| self.absolute(remote)));
        }
        let told = output(&self.register, &["remote", "get-url", "--push", remote])?;
        Ok(told.map(|bytes| self.absolute(String::from_utf8_lossy(&bytes).trim_end())))
    }

    /// A path is counted from the register, not from the store.
    fn absolute(&self, address: &str) -> String {
        let path = Path::new(address);
        let here = !address.contains("://") && path.is_relative() && self.register.join(path).is_dir();
        if here { self.register.join(path).display().to_string() } else { address.to_owned() }
    }

    /// Takes in what the remote has. It is asked what that is first: git looks through every reference when it fetches, which
    /// takes seconds where there are thousands, and as a rule none moved.
    pub(crate) fn fetch(&self, address: &str) -> Result<(), RegisterError> {
        let (there, seen) = (self.there(address)?, self.references(SEEN)?);
        for (name, id) in seen.iter().filter(|(name, _)| !there.contains_key(*name)) {
            self.set(&format!("{SEEN}{name}"), Some(*id), None)?;
        }
        let moved = there.iter().filter(|(name, id)| seen.get(*name) != Some(id)).map(|(name, _)| name);
        let mut specs: Vec<String> = moved.map(|name| format!("+refs/klacht/{name}:{SEEN}{name}")).collect();
        if specs.is_empty() {
            return Ok(());
        }
        if specs.len() > FEW {
            specs = TRAVELS.map(|kind| format!("+refs/klacht/{kind}/*:{SEEN}{kind}/*")).to_vec();
        }
        let arguments = ["fetch", "--quiet", "--no-tags", "--no-auto-maintenance", "--no-write-fetch-head", "--"];
        let done = self.reaching()?.args(arguments).arg(address).args(specs).output();
        let done = done.map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        if done.status.success() { Ok(()) } else { Err(RegisterError::Unreachable) }
    }

    /// What the remote has, by kind and id.
    fn there(&self, address: &str) -> Result<BTreeMap<String, Id>, RegisterError> {
        let asked = TRAVELS.map(|kind| format!("refs/klacht/{kind}/*"));
        let done = self.reaching()?.args(["ls-remote", "--quiet", "--refs", "--"]).arg(address).args(asked).output();
        let done = done.map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        if !done.status.success() {
            return Err(RegisterError::Unreachable);
        }
        let told = String::from_utf8_lossy(&done.stdout);
        let line = |line: &str| {
            let (id, name) = line.split_once('\t')?;
            Some((name.strip_prefix("refs/klacht/")?.to_owned(), Id::from_hex(id.as_bytes())?))
        };
        Ok(told.lines().filter_map(line).collect())
    }

    /// Moves references on the remote, each from what was seen there. What was done is seen from now on.
    pub(crate) fn push(&self, address: &str, moves: &[Move]) -> Result<Vec<Outcome>, RegisterError> {
        let mut command = self.reaching()?;
        command.args(["push", "--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no"]);
        for Move { name, from, .. } in moves {
            let from = from.map_or_else(String::new, |id| id.to_string());
            command.arg(format!("--force-with-lease={name}:{from}"));
        }
        command.arg("--").arg(address);
        for Move { name, to, .. } in moves {
            let to = to.map_or_else(String::new, |id| id.to_string());
            command.arg(format!("{to}:{name}"));
        }
        let done = command.output().map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        let told = String::from_utf8_lossy(&done.stdout);
        if !told.starts_with("To ") {
            return Err(RegisterError::Unreachable);
        }
        let outcomes: Vec<Outcome> = moves.iter().map(|m| outcome(&told, &m.name)).collect();
        for (m, outcome) in moves.iter().zip(&outcomes) {
            if let (Outcome::Done, Some(name)) = (outcome, m.name.strip_prefix("refs/klacht/")) {
                let seen = format!("{SEEN}{name}");
                self.set(&seen, self.reference(&seen)?, m.to)?;
            }
        }
        Ok(outcomes)
    }

    /// Git in the store, with what the register's own repository says of reaching others. In its environment, which others on
    /// the machine do not see: it may hold a token.
    fn reaching(&self) -> Result<Command, RegisterError> {
        let told = output(&self.register, &["config", "--local", "--null", "--get-regexp", REACHED_BY])?;
        let told = String::from_utf8_lossy(&told.unwrap_or_default()).into_owned();
        let own: Vec<(&str, &str)> = told.split('\0').filter_map(|entry| entry.split_once('\n')).collect();
        let mut command = git(self.dir());
        // Questions for a password are the person's to answer; inside a hook nobody is there, and git says so.
        command.env_remove("GIT_TERMINAL_PROMPT").env("GIT_DIR", PathBuf::from(self.dir()));
        for name in ["GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.env("GIT_CONFIG_COUNT", own.len().to_string());
        for (n, (key, value)) in own.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{n}"), key).env(format!("GIT_CONFIG_VALUE_{n}"), value);
        }
        Ok(command)
    }
}

/// What `push --porcelain` says of a reference: a flag, `from:to`, and a word in brackets where it was not moved.
fn outcome(told: &str, name: &str) -> Outcome {
    let mut lines = told.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        let (flag, pair, rest) = (parts.next()?, parts.next()?, parts.next()?);
        (pair.rsplit(':').next() == Some(name)).then_some((flag, rest))
    });
    match lines.next() {
        Some((" " | "+" | "*" | "-" | "=", _)) => Outcome::Done,
        Some((_, rest)) if rest.contains("stale info") || rest.contains("failed to update ref") => Outcome::Stale,
        _ => Outcome::Refused,
    }
}
