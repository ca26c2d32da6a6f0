//! Cases judged ahead of their commits, side by side: what a file says by itself needs nothing of the commits before it, as
//! long as what it is judged by stays the same.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::case::judge::{CaseContext, Judged};
use crate::check::commit::bases::limit;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::judge_content;
use crate::context::Context;
use crate::paths::{is_case, is_policy, yearbook_of};
use crate::register::{Content, Id, RegisterError, Step};

/// How many commits are read before their cases are judged side by side: bounds memory, whatever the length of the history.
pub(crate) const BATCH: usize = 512;
/// With fewer commits than this the threads cost more than they save.
const WORTHWHILE: usize = 16;

/// Cases judged ahead, by commit and path.
pub(crate) type Ahead = HashMap<(Id, String), Judged>;

/// Whether a commit changes what cases are judged by, against its first parent.
pub(crate) fn touches_context(changed: &BTreeMap<&str, Changed>) -> bool {
    changed.iter().any(|(path, change)| {
        (is_policy(path) || yearbook_of(path).is_some()) && change.old.first() != Some(&Was::Same)
    })
}

impl CommitValidator<'_> {
    /// Judges every case that these commits bring, each by the basis of its commit.
    pub(crate) fn ahead(&mut self, batch: &[Step]) -> Result<Ahead, RegisterError> {
        if batch.len() < WORTHWHILE {
            return Ok(Ahead::new());
        }
        let mut jobs = Vec::new();
        for step in batch {
            let files = self.register.at_tree(step.commit.tree)?;
            let candidate = Candidate::of(step, &files, self.push).not_before(self.day_of_parents(&step.commit)?);
            let changed = candidate.changed();
            let bases = self.bases_of(&candidate, &changed)?;
            let (limit, context) = (limit(bases.before.as_deref(), &bases.context), bases.judged_by);
            for (path, _) in changed.iter().filter(|(path, change)| is_case(path) && change.new.is_some()) {
                let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
                let key = (step.commit.id, (*path).to_owned());
                jobs.push((key, content, candidate.day, limit, Arc::clone(&context)));
            }
        }
        let mut allowed = HashMap::new();
        for (.., context) in &jobs {
            allowed
                .entry(Arc::as_ptr(context) as usize)
                .or_insert_with(|| crate::check::case::personal::allowed(context));
        }
        let judge = |(key, content, day, limit, context): ((Id, String), Content, _, _, Arc<Context>)| {
            let allowed = allowed.get(&(Arc::as_ptr(&context) as usize))?;
            let judged = judge_content(&key.1, content, CaseContext { context: &context, allowed, day, limit });
            Some((key, judged))
        };
        Ok(jobs.into_par_iter().filter_map(judge).collect())
    }
}
