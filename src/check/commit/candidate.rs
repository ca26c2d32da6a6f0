//! What is judged as one commit: a commit that exists, or the index that is about to become one.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::authority::maker::ActorEvidence;
use crate::check::commit::push_context::PushContext;
use crate::register::{Commit, CommitFault, Difference, Id, Snapshot, Step};

/// A commit, or what may become one.
pub struct Candidate<'a> {
    /// Its id, when it exists.
    pub id: Option<Id>,
    /// Its parents.
    pub parents: Vec<Id>,
    /// What differs from each of them.
    pub against: &'a [Difference],
    /// Its files.
    pub files: &'a dyn Snapshot,
    /// Its day: never before that of a parent.
    pub day: Option<NaiveDate>,
    /// The day that it bears, where that is more than a day before its parent's, and the parent's.
    pub older: Option<(NaiveDate, NaiveDate)>,
    /// Its message, when there is one yet.
    pub message: Option<&'a [u8]>,
    /// Who made it.
    pub evidence: ActorEvidence<'a>,
    /// What is wrong with it as a commit.
    pub faults: &'a [CommitFault],
}

/// One path that differs from some parent.
#[derive(Debug, Clone)]
pub struct Changed {
    /// What it is now; nothing when it is gone.
    pub new: Option<Id>,
    /// What it was in each parent. `Same` when that parent has it as it is now.
    pub old: Vec<Was>,
}

/// What a path was in a parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Was {
    /// As it is now.
    Same,
    /// Another blob.
    Blob(Id),
    /// Not there.
    Absent,
}

impl<'a> Candidate<'a> {
    /// From a step of a walk; at a gate the server's day counts as the day of receipt.
    #[must_use]
    pub fn of(step: &'a Step, files: &'a dyn Snapshot, push: Option<&'a PushContext<'a>>) -> Self {
        let commit: &Commit = &step.commit;
        let day = commit.committer.date();
        Self {
            id: Some(commit.id),
            parents: commit.parents.clone(),
            against: &step.against,
            files,
            day,
            older: None,
            message: Some(&commit.message),
            evidence: ActorEvidence {
                commit: Some(commit),
                email: Some(commit.author.email.clone()),
                server: push.map(|g| g.variable),
                received: push.map(|g| g.today).or(day),
                ..ActorEvidence::default()
            },
            faults: &commit.faults,
        }
    }

    /// The same, of no earlier day than its latest parent: the date of a commit is what its maker typed.
    #[must_use]
    pub fn not_before(mut self, parents: Option<NaiveDate>) -> Self {
        let (Some(own), Some(latest)) = (self.day, parents) else { return self };
        self.older = (own.succ_opt().is_some_and(|next| next < latest)).then_some((own, latest));
        self.day = Some(own.max(latest));
        if self.evidence.server.is_none() {
            self.evidence.received = self.day;
        }
        self
    }

    /// Every path that differs from some parent, with what it was in each.
    #[must_use]
    pub fn changed(&self) -> BTreeMap<&'a str, Changed> {
        let count = self.against.len();
        let mut all: BTreeMap<&'a str, Changed> = BTreeMap::new();
        for (parent, difference) in self.against.iter().enumerate() {
            for change in &difference.changes {
                let entry = all
                    .entry(change.path.as_str())
                    .or_insert_with(|| Changed { new: change.new, old: vec![Was::Same; count] });
                entry.old[parent] = change.old.map_or(Was::Absent, Was::Blob);
            }
        }
        // A path that is gone and that one parent never had was no loss against that parent.
        for changed in all.values_mut().filter(|c| c.new.is_none()) {
            for was in &mut changed.old {
                if *was == Was::Same {
                    *was = Was::Absent;
                }
            }
        }
        all
    }
}
