//! A commit judged against each of its parents: what was logged stays, what is new is a legal next step.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::check::case::judge::CaseContext;
use crate::check::case::personal;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::prefetch::{Ahead, BATCH, touches_context};
use crate::check::commit::previous::Past;
use crate::check::commit::push_context::PushContext;
use crate::check::commit::{changes, policy_change, removed, yearbook_change};
use crate::check::tree::misplaced;
use crate::check::tree::whole::judge_content;
use crate::check::unreadable;
use crate::context::{Context, Override, Settings, about_file as about, is_ours, refuses};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{is_case, is_policy, regulation_of, yearbook_of};
use crate::register::{Content, DEFAULT_LIMIT, Id, Range, Register, RegisterError, Snapshot, Step};
use crate::rules::data_protection::{Allowed, CONFIDENTIAL, d609};
use crate::rules::{history, may_be_softened, terms};

/// Judges commits one after another, remembering what the next ones need.
pub struct CommitValidator<'a> {
    pub(crate) register: &'a Register,
    pub(crate) push: Option<&'a PushContext<'a>>,
    bases: HashMap<Id, Arc<Context>>,
    pasts: HashMap<Id, Rc<Past>>,
    allowed: Option<(usize, Rc<Allowed>)>,
    /// What the commits are pushed to, for telling.
    pub(crate) target: String,
    commits: usize,
    /// By path, also below: a case that two commits change is one.
    cases: HashSet<String>,
    versions: BTreeMap<String, HashSet<String>>,
    ahead: Ahead,
    /// Every case so far by its name, when the whole history is walked: then no tree need be searched for a double.
    seen: Option<HashMap<String, String>>,
}

impl<'a> CommitValidator<'a> {
    /// For a history or a range.
    #[must_use]
    pub fn new(register: &'a Register) -> Self {
        Self {
            register,
            push: None,
            bases: HashMap::new(),
            pasts: HashMap::new(),
            allowed: None,
            target: "HEAD".to_owned(),
            commits: 0,
            cases: HashSet::new(),
            versions: BTreeMap::new(),
            ahead: Ahead::new(),
            seen: None,
        }
    }

    /// For a push.
    #[must_use]
    pub fn at_the_gate(register: &'a Register, push: &'a PushContext<'a>) -> Self {
        Self { push: Some(push), ..Self::new(register) }
    }

    /// How many commits and cases were judged, and how many cases by each version.
    #[must_use]
    pub fn into_tally(self) -> (usize, usize, BTreeMap<String, usize>) {
        let versions = self.versions.into_iter().map(|(version, cases)| (version, cases.len()));
        (self.commits, self.cases.len(), versions.collect())
    }

    /// Judges every commit of a range, oldest first.
    pub fn range(&mut self, range: &Range, progress: &dyn Fn(usize, usize)) -> Result<Vec<Finding>, RegisterError> {
        let mut walk = self.register.walk(range)?;
        let all = walk.ids().len();
        let mut done = 0;
        let mut findings = Vec::new();
        let mut begun = !range.except.is_empty();
        self.seen = range.except.is_empty().then(HashMap::new);
        loop {
            let batch = walk.by_ref().take(BATCH).collect::<Result<Vec<Step>, RegisterError>>()?;
            if batch.is_empty() {
                return Ok(findings);
            }
            self.ahead = self.ahead(&batch)?;
            for step in &batch {
                findings.extend(self.step(step, &mut begun)?);
                done += 1;
                progress(done, all);
            }
        }
    }

    fn step(&mut self, step: &Step, begun: &mut bool) -> Result<Vec<Finding>, RegisterError> {
        let files = self.register.at_tree(step.commit.tree)?;
        let candidate = Candidate::of(step, &files, self.push);
        let mut findings = self.judge(&candidate)?;
        if step.commit.parents.is_empty() {
            let second = begun.then(|| about("", &history::g723::RULE, history::g723::say(&self.target)));
            findings.extend(second.map(|f| f.in_commit(step.commit.id.to_string())));
            *begun = true;
        }
        Ok(findings)
    }

    /// Judges one commit, or what may become one.
    pub fn judge(&mut self, candidate: &Candidate<'_>) -> Result<Vec<Finding>, RegisterError> {
        let changed = candidate.changed();
        let (before, context) = self.bases_of(candidate, &changed)?;
        let mut found = self.about_the_commit(candidate, &changed, &context);
        if changed.keys().any(|p| is_policy(p)) {
            found.extend(policy_change::judge(self.register, candidate, &changed, before.as_deref(), &context)?);
        }
        found.extend(self.texts(&changed, before.as_deref(), &context));
        self.commits += 1;
        for (path, change) in changed.iter().filter(|(p, _)| p.starts_with("cases/")) {
            if is_case(path) && !self.cases.contains(*path) {
                self.cases.insert((*path).to_owned());
            }
            found.extend(self.file(candidate, path, change, &changed, before.as_deref(), &context)?);
        }
        let remembered = |blob: Id| self.pasts.get(&blob).is_some_and(|past| past.destroyed);
        found.extend(removed::tally(&changed, self.register, &remembered, candidate, before.as_deref(), &context)?);
        if let Some(id) = candidate.id {
            found = found.into_iter().map(|f| f.in_commit(id.to_string())).collect();
        }
        Ok(found)
    }

    /// What a commit is judged by: the basis of its first parent, and its own.
    pub(crate) fn bases_of(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
    ) -> Result<(Option<Arc<Context>>, Arc<Context>), RegisterError> {
        let before = match candidate.parents.first() {
            Some(parent) => Some(self.basis_of(*parent, changed)?),
            None => None,
        };
        let known = candidate
            .id
            .and_then(|id| self.bases.get(&id))
            .filter(|context| touches_context(changed) || before.as_ref().is_some_and(|b| Arc::ptr_eq(b, context)));
        if let Some(context) = known {
            return Ok((before, Arc::clone(context)));
        }
        let context = Self::basis_after(candidate, changed, before.as_ref())?;
        if let Some(id) = candidate.id {
            self.bases.insert(id, Arc::clone(&context));
        }
        Ok((before, context))
    }

    /// Personal data in the changed texts that are no cases. What stood there before is told, and does not refuse.
    fn texts(
        &mut self,
        changed: &BTreeMap<&str, Changed>,
        before: Option<&Context>,
        context: &Context,
    ) -> Vec<Finding> {
        let allowed = self.allowed_by(context);
        let mut found = Vec::new();
        for file in changed.keys().filter_map(|path| context.files.get(*path)) {
            let old = before.and_then(|b| Some((b, b.files.get(&file.path)?)));
            let known = old.map(|(b, f)| personal::in_file(&f.page(), b, &allowed)).unwrap_or_default();
            let stood = |f: &Finding| known.iter().any(|k| k.code == f.code && k.message == f.message);
            let now = personal::in_file(&file.page(), context, &allowed);
            found.extend(now.into_iter().map(|f| if stood(&f) { softened(f) } else { f }));
        }
        found
    }

    fn about_the_commit(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        context: &Context,
    ) -> Vec<Finding> {
        let mut found: Vec<Finding> = candidate
            .faults
            .iter()
            .map(|f| about("", &history::g716::RULE, history::g716::say(&f.message(), &f.remedy())))
            .collect();
        for fault in candidate.against.iter().flat_map(|d| &d.faults).filter(|f| is_ours(&f.path)) {
            found.push(about(&fault.path, &history::g701::RULE, unreadable::tree(&fault.kind)));
        }
        if let (Some(push), Some(day)) = (self.push, candidate.day)
            && day > push.today.succ_opt().unwrap_or(push.today)
        {
            found.push(about("", &history::g717::RULE, history::g717::say(day, push.today)));
        }
        // A merge brings what its sides had; only what differs from all of them was made in it.
        let made = |of: fn(&str) -> bool| changed.iter().any(|(p, c)| of(p) && !c.old.contains(&Was::Same));
        if made(is_policy) && made(is_case) && !candidate.parents.is_empty() {
            found.push(about("policy", &history::g707::RULE, history::g707::say()));
        }
        let allowed = self.allowed_by(context);
        if let Some(message) = candidate.message {
            found.extend(personal::in_message(message, &allowed));
        }
        for path in changed.iter().filter(|(_, c)| c.new.is_some()).map(|(p, _)| p) {
            found.extend(personal::in_name(path, &allowed));
        }
        if changed.iter().any(|(path, c)| c.new.is_some() && d609::is_confidential(path)) {
            found.push(about(CONFIDENTIAL, &d609::RULE, d609::say()));
        }
        found
    }

    fn file(
        &mut self,
        candidate: &Candidate<'_>,
        path: &str,
        change: &Changed,
        all: &BTreeMap<&str, Changed>,
        before: Option<&Context>,
        context: &Context,
    ) -> Result<Vec<Finding>, RegisterError> {
        if yearbook_of(path).is_some() {
            return yearbook_change::judge(candidate, path, change, self.register, context);
        }
        if !is_case(path) {
            let allowed = self.allowed_by(context);
            return Ok(change.new.and_then(|_| misplaced::judge(path, &allowed)).into_iter().collect());
        }
        let Some(new) = change.new else {
            return Ok(removed::gone(path, change, all));
        };
        let ahead = candidate.id.and_then(|id| self.ahead.remove(&(id, path.to_owned())));
        let judged = if let Some(judged) = ahead {
            judged
        } else {
            let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
            let (allowed, limit) = (self.allowed_by(context), limit(before, context));
            judge_content(path, content, CaseContext { context, allowed: &allowed, day: candidate.day, limit })
        };
        if let Some(version) = &judged.version {
            self.versions.entry(version.clone()).or_default().insert(path.to_owned());
        }
        let mut parents: Vec<Rc<Past>> = Vec::new();
        let now = Rc::new(Past::of(&judged));
        for was in &change.old {
            match was {
                Was::Same => parents.push(Rc::clone(&now)),
                Was::Absent => {}
                Was::Blob(id) => parents.push(self.past(*id, path, before.unwrap_or(context))?),
            }
        }
        self.pasts.insert(new, Rc::clone(&now));
        let mut found: Vec<Finding> = judged
            .findings
            .iter()
            .cloned()
            .map(|f| weighed(f, &before.unwrap_or(context).settings))
            .map(|f| if parents.iter().any(|p| p.knew(&f)) || grows_by_itself(&f) { softened(f) } else { f })
            .collect();
        // Of a case that cannot be read it cannot be said either that its log is gone.
        if judged.case.is_none() && refuses(&found) {
            return Ok(found);
        }
        let subject = changes::Subject { path, judged: &judged, now: &now, parents: &parents };
        found.extend(changes::judge(&subject, candidate, before, context));
        // Also where only one side of a merge had it: the other side may have made a case of the same id elsewhere.
        if change.old.contains(&Was::Absent) || parents.is_empty() {
            found.extend(removed::duplicate(candidate.files, path, context, self.seen.as_mut())?);
        }
        if now.destroyed && parents.iter().any(|p| !p.destroyed) {
            found.extend(removed::destroyed(self.register, path, change, candidate, before.unwrap_or(context))?);
        }
        Ok(found)
    }

    /// What is remembered of an earlier version of a case.
    pub(crate) fn past(&mut self, blob: Id, path: &str, context: &Context) -> Result<Rc<Past>, RegisterError> {
        if let Some(past) = self.pasts.remove(&blob) {
            // A version is succeeded once, as a rule; a branch reads it again.
            return Ok(past);
        }
        let content = self.register.blob(blob)?;
        let allowed = self.allowed_by(context);
        // What stands there was taken once, whatever is allowed now: to be forgotten would cost it its log.
        let case_context = CaseContext { context, allowed: &allowed, day: None, limit: DEFAULT_LIMIT };
        Ok(Rc::new(Past::of(&judge_content(path, content, case_context))))
    }

    /// What is no personal data here; worked out once for each basis.
    fn allowed_by(&mut self, context: &Context) -> Rc<Allowed> {
        let key = std::ptr::from_ref(context) as usize;
        let allowed = match &self.allowed {
            Some((known, allowed)) if *known == key => Rc::clone(allowed),
            _ => Rc::new(personal::allowed(context)),
        };
        self.allowed = Some((key, Rc::clone(&allowed)));
        allowed
    }

    /// What a parent's cases are judged by: as much of it as the change concerns.
    fn basis_of(&mut self, commit: Id, changed: &BTreeMap<&str, Changed>) -> Result<Arc<Context>, RegisterError> {
        let wanted: BTreeSet<&str> =
            changed.keys().filter(|path| path.starts_with("cases/")).filter_map(|path| regulation_of(path)).collect();
        // A commit of no regulation may still bear the addresses of anybody's staff.
        let all = wanted.is_empty() || changed.keys().any(|p| is_policy(p));
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

/// With the severity that the register gives this rule.
fn weighed(mut finding: Finding, settings: &Settings) -> Finding {
    let own = settings.severities.iter().rfind(|o| o.code == finding.code && may_be_softened(&o.code));
    finding.severity = own.map_or(finding.severity, Override::severity);
    finding
}

/// Whether a finding comes about by the passing of days: whoever commits something else in that case did not cause it.
fn grows_by_itself(finding: &Finding) -> bool {
    finding.code == terms::t312::RULE.code
}

/// What was wrong before this commit is told, and does not refuse it.
fn softened(mut finding: Finding) -> Finding {
    finding.severity = finding.severity.min(Severity::Warning);
    finding
}
