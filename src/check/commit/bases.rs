//! What commits are judged by: the state before the push, before the commit and after it, each read once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::check::authority::people;
use crate::check::case::personal;
use crate::check::commit::candidate::{Candidate, Changed};
use crate::check::commit::prefetch::touches_context;
use crate::check::commit::validator::CommitValidator;
use crate::context::Context;
use crate::paths::regulation_of;
use crate::register::{Id, RegisterError, Snapshot};
use crate::rules::data_protection::Allowed;

/// What a commit is judged by.
pub(crate) struct Bases {
    /// What stood before the push.
    pub push: Option<Arc<Context>>,
    /// What stood before the commit, in its first parent.
    pub before: Option<Arc<Context>>,
    /// What holds after it.
    pub context: Arc<Context>,
    /// What its cases are judged by.
    pub judged_by: Arc<Context>,
}

impl Bases {
    /// Whether it is the first commit of a register.
    pub(super) fn begins(&self) -> bool {
        self.push.is_none() && self.before.as_ref().is_none_or(|before| !before.is_register())
    }

    /// What stood before the commit; of a first one, itself.
    pub(super) fn stood(&self) -> &Context {
        let before = self.before.as_ref().filter(|before| before.is_register());
        before.or(self.push.as_ref()).unwrap_or(&self.context)
    }
}

impl CommitValidator<'_> {
    /// What a commit is judged by: the basis of its first parent, its own, and what stood before the push.
    pub(crate) fn bases_of(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
    ) -> Result<Bases, RegisterError> {
        let push = self.powers.before_push.map(|id| self.basis_of(id, changed)).transpose()?;
        let push = push.filter(|push| push.is_register());
        let before = match candidate.parents.first() {
            Some(parent) => Some(self.basis_of(*parent, changed)?),
            None => None,
        };
        let known = candidate
            .id
            .and_then(|id| self.bases.get(&id))
            .filter(|context| touches_context(changed) || before.as_ref().is_some_and(|b| Arc::ptr_eq(b, context)));
        let context = match known {
            Some(context) => Arc::clone(context),
            None => Self::basis_after(candidate, changed, before.as_ref())?,
        };
        if let Some(id) = candidate.id {
            self.bases.insert(id, Arc::clone(&context));
        }
        let judged_by = self.joined(push.as_ref(), &context);
        Ok(Bases { push, before, context, judged_by })
    }

    /// What cases are judged by: roles that the push brings count from the next one on.
    fn joined(&mut self, push: Option<&Arc<Context>>, context: &Arc<Context>) -> Arc<Context> {
        let Some(push) = push.filter(|push| !Arc::ptr_eq(push, context)) else { return Arc::clone(context) };
        let key = (Arc::as_ptr(push) as usize, Arc::as_ptr(context) as usize);
        let join = || people::joined(push, context).map_or_else(|| Arc::clone(context), Arc::new);
        Arc::clone(self.joined.entry(key).or_insert_with(join))
    }

    /// What is no personal data here; worked out once for each basis.
    pub(super) fn allowed_by(&mut self, context: &Context) -> Rc<Allowed> {
        let key = std::ptr::from_ref(context) as usize;
        let allowed = match &self.allowed {
            Some((known, allowed)) if *known == key => Rc::clone(allowed),
            _ => Rc::new(personal::allowed(context).knowing(Arc::clone(&self.known))),
        };
        self.allowed = Some((key, Rc::clone(&allowed)));
        allowed
    }

    /// The same as it was worked out for the last commit.
    pub(super) fn last_allowed(&self) -> Option<Rc<Allowed>> {
        self.allowed.as_ref().map(|(_, allowed)| Rc::clone(allowed))
    }

    /// What a parent's cases are judged by: as much of it as the change concerns.
    fn basis_of(&mut self, commit: Id, changed: &BTreeMap<&str, Changed>) -> Result<Arc<Context>, RegisterError> {
        let wanted: BTreeSet<&str> =
            changed.keys().filter(|path| path.starts_with("cases/")).filter_map(|path| regulation_of(path)).collect();
        // A commit of no regulation may still bear the addresses of anybody's staff, and be made by anybody.
        let all = wanted.is_empty() || changed.keys().any(|p| !p.starts_with("cases/"));
        let known = self.bases.get(&commit);
        if let Some(context) = known
            && if all { context.is_whole() } else { wanted.iter().all(|id| context.has(id)) }
        {
            return Ok(Arc::clone(context));
        }
        // What the commits before this one were judged by may be wanted again.
        let before: BTreeSet<String> = known.iter().flat_map(|b| b.policy.histories.keys().cloned()).collect();
        let files = self.register.at_commit(commit)?;
        let context = Arc::new(read(&files, &|id| all || wanted.contains(id) || before.contains(id))?);
        self.bases.insert(commit, Arc::clone(&context));
        Ok(context)
    }

    fn basis_after(
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        before: Option<&Arc<Context>>,
    ) -> Result<Arc<Context>, RegisterError> {
        match before {
            Some(before) if !touches_context(changed) => Ok(Arc::clone(before)),
            _ => Ok(Arc::new(read(candidate.files, &|_| true)?)),
        }
    }
}

/// The basis of one state, with the yearbooks of every year that a regulation has been in force.
fn read(files: &dyn Snapshot, wanted: &dyn Fn(&str) -> bool) -> Result<Context, RegisterError> {
    let mut context = Context::read_only(files, wanted)?;
    let paths = context.yearbook_paths();
    context.read_years(files, &paths)?;
    Ok(context)
}

/// The size up to which a case of a commit is read. The settings before it count: nobody allows himself more in the commit
/// that needs it.
pub(crate) fn limit(before: Option<&Context>, context: &Context) -> u64 {
    before.unwrap_or(context).settings.limit()
}
