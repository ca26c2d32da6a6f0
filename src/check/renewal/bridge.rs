//! What the first commit of a renewed history says of the one before: in the last lines of its message, each a word and a value.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::register::{Commit, Id};

/// What the message begins with.
const SUBJECT: &str = "Geschiedenis vernieuwd";
/// What is said of the history before: anything else may not be renewed.
const CLEAN: &str = "no errors";

/// A history that was left, as a later bridge remembers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Earlier {
    /// A commit with which it began.
    pub beginning: Id,
    /// The commit with which it ended.
    pub head: Id,
    /// How many commits it had.
    pub commits: usize,
}

/// What the commit says that takes the place of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge {
    /// The commit with which the history before ended.
    pub renews: Id,
    /// The commits with which it began.
    pub beginnings: Vec<Id>,
    /// How many commits it had.
    pub commits: usize,
    /// The program that judged it.
    pub program: String,
    /// How many cases are destroyed: of these it held what they were.
    pub destroyed: usize,
    /// The histories before that one.
    pub earlier: Vec<Earlier>,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}

impl Bridge {
    /// What a commit says; nothing where it is none, or says it otherwise than this program does.
    #[must_use]
    pub fn of(commit: &Commit) -> Option<Self> {
        let text = std::str::from_utf8(&commit.message).ok().filter(|_| commit.parents.is_empty())?;
        let read = Self::read(text)?;
        (read.message() == text).then_some(read)
    }

    fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(SUBJECT)?.trim_start();
        let (reason, lines) = rest.rsplit_once("\n\n").map_or((None, rest), |(why, lines)| (Some(why), lines));
        let values = |key: &'static str| {
            lines.lines().filter_map(move |line| line.strip_prefix("Klacht-")?.strip_prefix(key)?.strip_prefix(": "))
        };
        let one = |key| values(key).next();
        let id = |word: &str| Id::from_hex(word.as_bytes());
        let earlier = |line: &str| {
            let mut words = line.split(' ');
            let (beginning, head) = (id(words.next()?)?, id(words.next()?)?);
            Some(Earlier { beginning, head, commits: words.next()?.parse().ok()? })
        };
        Some(Self {
            renews: id(one("Renews")?)?,
            beginnings: values("Beginning").map(id).collect::<Option<_>>()?,
            commits: one("Commits")?.parse().ok()?,
            program: one("Program")?.to_owned(),
            destroyed: one("Destroyed")?.parse().ok()?,
            earlier: values("Earlier").map(earlier).collect::<Option<_>>()?,
            reason: reason.map(str::to_owned),
        })
    }

    /// The message that says it.
    #[must_use]
    pub fn message(&self) -> String {
        let mut text = format!("{SUBJECT}\n\n");
        // Writing to a string cannot fail.
        if let Some(reason) = &self.reason {
            let _ = write!(text, "{reason}\n\n");
        }
        let _ = writeln!(text, "Klacht-Renews: {}", self.renews);
        for id in &self.beginnings {
            let _ = writeln!(text, "Klacht-Beginning: {id}");
        }
        let Self { commits, program, destroyed, .. } = self;
        let _ = writeln!(text, "Klacht-Commits: {commits}\nKlacht-Verdict: {CLEAN}\nKlacht-Program: {program}");
        let _ = writeln!(text, "Klacht-Destroyed: {destroyed}");
        for Earlier { beginning, head, commits } in &self.earlier {
            let _ = writeln!(text, "Klacht-Earlier: {beginning} {head} {commits}");
        }
        text
    }

    /// The commits with which every history before began.
    #[must_use]
    pub fn past(&self) -> Vec<Id> {
        self.beginnings.iter().copied().chain(self.earlier.iter().map(|e| e.beginning)).collect()
    }

    /// Commits that are not there once every history before is gone: those with which they began and ended.
    #[must_use]
    pub fn gone(&self) -> Vec<Id> {
        let ends = self.earlier.iter().map(|e| e.head).chain([self.renews]);
        self.past().into_iter().chain(ends).collect()
    }

    /// What a bridge that takes the place of this one's history remembers of it, besides that history itself.
    #[must_use]
    pub fn remembered(&self) -> Vec<Earlier> {
        let own = |beginning: &Id| Earlier { beginning: *beginning, head: self.renews, commits: self.commits };
        self.earlier.iter().cloned().chain(self.beginnings.iter().map(own)).collect()
    }

    /// How many histories were left, and how many commits they had together.
    #[must_use]
    pub fn all(&self) -> (usize, usize) {
        let earlier: BTreeSet<(Id, usize)> = self.earlier.iter().map(|e| (e.head, e.commits)).collect();
        (1 + earlier.len(), self.commits + earlier.iter().map(|(_, commits)| commits).sum::<usize>())
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/check/bridge.rs"]
mod tests;
