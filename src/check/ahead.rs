//! Cases judged ahead of their commits, side by side: what a file says by itself needs nothing of the commits before it, as
//! long as what it is judged by stays the same.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::basis::{Basis, yearbook_of};
use super::candidate::{Candidate, Changed, Was};
use super::commit::{CommitJudge, is_policy};
use super::one::{Bench, Judged};
use super::whole::{is_case, judge_content};
use crate::register::{Content, Id, RegisterError, Step};

/// How many commits are read before their cases are judged side by side: bounds memory, whatever the length of the history.
pub(super) const BATCH: usize = 512;
/// With fewer commits than this the threads cost more than they save.
const WORTHWHILE: usize = 16;

/// Cases judged ahead, by commit and path.
pub(super) type Ahead = HashMap<(Id, String), Judged>;

/// Whether a commit changes what cases are judged by, against its first parent.
pub(super) fn touches_basis(changed: &BTreeMap<&str, Changed>) -> bool {
    changed.iter().any(|(path, change)| {
        (is_policy(path) || yearbook_of(path).is_some()) && change.old.first() != Some(&Was::Same)
    })
}

impl CommitJudge<'_> {
    /// Judges every case that these commits bring, each by the basis of its commit.
    pub(super) fn ahead(&mut self, batch: &[Step]) -> Result<Ahead, RegisterError> {
        if batch.len() < WORTHWHILE {
            return Ok(Ahead::new());
        }
        let mut jobs = Vec::new();
        for step in batch {
            let files = self.register.at_tree(step.commit.tree)?;
            let candidate = Candidate::of(step, &files, self.gate);
            let changed = candidate.changed();
            let (_, basis) = self.bases_of(&candidate, &changed)?;
            for (path, _) in changed.iter().filter(|(path, change)| is_case(path) && change.new.is_some()) {
                let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
                jobs.push(((step.commit.id, (*path).to_owned()), content, candidate.day, Arc::clone(&basis)));
            }
        }
        let mut allowed = HashMap::new();
        for (.., basis) in &jobs {
            allowed.entry(Arc::as_ptr(basis) as usize).or_insert_with(|| super::personal::allowed(basis));
        }
        let judge = |(key, content, day, basis): ((Id, String), Content, _, Arc<Basis>)| {
            let allowed = allowed.get(&(Arc::as_ptr(&basis) as usize))?;
            let judged = judge_content(&key.1, content, Bench { basis: &basis, allowed, day });
            Some((key, judged))
        };
        Ok(jobs.into_par_iter().filter_map(judge).collect())
    }
}
