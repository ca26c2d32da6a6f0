//! A commit judged against each of its parents: what was logged stays, what is new is a legal next step.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use super::ahead::{Ahead, BATCH, touches_basis};
use super::basis::{Basis, yearbook_of};
use super::candidate::{Candidate, Changed, Was};
use super::gate::Gate;
use super::one::Bench;
use super::past::Past;
use super::place::{is_ours, refuses, whole as about};
use super::settings::{Override, Settings, may_be_softened};
use super::whole::{is_case, judge_content};
use crate::diagnostics::{Finding, Severity};
use crate::register::{Content, Id, Range, Register, RegisterError, Snapshot, Step};
use crate::rules::data_protection::{Allowed, CONFIDENTIAL, d609};
use crate::rules::{history, terms};

/// Judges commits one after another, remembering what the next ones need.
pub struct CommitJudge<'a> {
    pub(super) register: &'a Register,
    pub(super) gate: Option<&'a Gate<'a>>,
    bases: HashMap<Id, Arc<Basis>>,
    pasts: HashMap<Id, Rc<Past>>,
    allowed: Option<(usize, Rc<Allowed>)>,
    /// What the commits are pushed to, for telling.
    pub(super) target: String,
    commits: usize,
    /// By path, also below: a case that two commits change is one.
    cases: HashSet<String>,
    versions: BTreeMap<String, HashSet<String>>,
    ahead: Ahead,
    /// Every case so far by its name, when the whole history is walked: then no tree need be searched for a double.
    seen: Option<HashMap<String, String>>,
}

impl<'a> CommitJudge<'a> {
    /// For a history or a range.
    #[must_use]
    pub fn new(register: &'a Register) -> Self {
        Self {
            register,
            gate: None,
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
    pub fn at_the_gate(register: &'a Register, gate: &'a Gate<'a>) -> Self {
        Self { gate: Some(gate), ..Self::new(register) }
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
        let candidate = Candidate::of(step, &files, self.gate);
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
        let (before, basis) = self.bases_of(candidate, &changed)?;
        let mut found = self.about_the_commit(candidate, &changed, &basis);
        if changed.keys().any(|p| is_policy(p)) {
            found.extend(super::policy::judge(self.register, candidate, &changed, before.as_deref(), &basis)?);
        }
        found.extend(self.texts(&changed, before.as_deref(), &basis));
        self.commits += 1;
        for (path, change) in changed.iter().filter(|(p, _)| p.starts_with("cases/")) {
            if is_case(path) && !self.cases.contains(*path) {
                self.cases.insert((*path).to_owned());
            }
            found.extend(self.file(candidate, path, change, &changed, before.as_deref(), &basis)?);
        }
        found.extend(super::retired::tally(&changed, self, candidate, before.as_deref(), &basis)?);
        if let Some(id) = candidate.id {
            found = found.into_iter().map(|f| f.in_commit(id.to_string())).collect();
        }
        Ok(found)
    }

    /// What a commit is judged by: the basis of its first parent, and its own.
    pub(super) fn bases_of(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
    ) -> Result<(Option<Arc<Basis>>, Arc<Basis>), RegisterError> {
        let before = match candidate.parents.first() {
            Some(parent) => Some(self.basis_of(*parent, changed)?),
            None => None,
        };
        let known = candidate
            .id
            .and_then(|id| self.bases.get(&id))
            .filter(|basis| touches_basis(changed) || before.as_ref().is_some_and(|b| Arc::ptr_eq(b, basis)));
        if let Some(basis) = known {
            return Ok((before, Arc::clone(basis)));
        }
        let basis = Self::basis_after(candidate, changed, before.as_ref())?;
        if let Some(id) = candidate.id {
            self.bases.insert(id, Arc::clone(&basis));
        }
        Ok((before, basis))
    }

    /// Personal data in the changed texts that are no cases. What stood there before is told, and does not refuse.
    fn texts(&mut self, changed: &BTreeMap<&str, Changed>, before: Option<&Basis>, basis: &Basis) -> Vec<Finding> {
        let allowed = self.allowed_by(basis);
        let mut found = Vec::new();
        for file in changed.keys().filter_map(|path| basis.files.get(*path)) {
            let old = before.and_then(|b| Some((b, b.files.get(&file.path)?)));
            let known = old.map(|(b, f)| super::personal::in_file(&f.page(), b, &allowed)).unwrap_or_default();
            let stood = |f: &Finding| known.iter().any(|k| k.code == f.code && k.message == f.message);
            let now = super::personal::in_file(&file.page(), basis, &allowed);
            found.extend(now.into_iter().map(|f| if stood(&f) { softened(f) } else { f }));
        }
        found
    }

    fn about_the_commit(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        basis: &Basis,
    ) -> Vec<Finding> {
        let mut found: Vec<Finding> = candidate
            .faults
            .iter()
            .map(|f| about("", &history::g716::RULE, history::g716::say(&f.message(), &f.remedy())))
            .collect();
        for fault in candidate.against.iter().flat_map(|d| &d.faults).filter(|f| is_ours(&f.path)) {
            found.push(about(&fault.path, &history::g701::RULE, super::words::tree(&fault.kind)));
        }
        if let (Some(gate), Some(day)) = (self.gate, candidate.day)
            && day > gate.today.succ_opt().unwrap_or(gate.today)
        {
            found.push(about("", &history::g717::RULE, history::g717::say(day, gate.today)));
        }
        // A merge brings what its sides had; only what differs from all of them was made in it.
        let made = |of: fn(&str) -> bool| changed.iter().any(|(p, c)| of(p) && !c.old.contains(&Was::Same));
        if made(is_policy) && made(is_case) && !candidate.parents.is_empty() {
            found.push(about("policy", &history::g707::RULE, history::g707::say()));
        }
        let allowed = self.allowed_by(basis);
        if let Some(message) = candidate.message {
            found.extend(super::personal::in_message(message, &allowed));
        }
        for path in changed.iter().filter(|(_, c)| c.new.is_some()).map(|(p, _)| p) {
            found.extend(super::personal::in_name(path, &allowed));
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
        before: Option<&Basis>,
        basis: &Basis,
    ) -> Result<Vec<Finding>, RegisterError> {
        if yearbook_of(path).is_some() {
            return super::books::judge_change(candidate, path, change, self.register, basis);
        }
        if !is_case(path) {
            let allowed = self.allowed_by(basis);
            return Ok(change.new.and_then(|_| super::stray::judge(path, &allowed)).into_iter().collect());
        }
        let Some(new) = change.new else {
            return Ok(super::retired::gone(path, change, all));
        };
        let ahead = candidate.id.and_then(|id| self.ahead.remove(&(id, path.to_owned())));
        let judged = if let Some(judged) = ahead {
            judged
        } else {
            let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
            let allowed = self.allowed_by(basis);
            judge_content(path, content, Bench { basis, allowed: &allowed, day: candidate.day })
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
                Was::Blob(id) => parents.push(self.past(*id, path, before.unwrap_or(basis))?),
            }
        }
        self.pasts.insert(new, Rc::clone(&now));
        let mut found: Vec<Finding> = judged
            .findings
            .iter()
            .cloned()
            .map(|f| weighed(f, &before.unwrap_or(basis).settings))
            .map(|f| if parents.iter().any(|p| p.knew(&f)) || grows_by_itself(&f) { softened(f) } else { f })
            .collect();
        // Of a case that cannot be read it cannot be said either that its log is gone.
        if judged.case.is_none() && refuses(&found) {
            return Ok(found);
        }
        let subject = super::changes::Subject { path, judged: &judged, now: &now, parents: &parents };
        found.extend(super::changes::judge(&subject, candidate, before, basis));
        // Also where only one side of a merge had it: the other side may have made a case of the same id elsewhere.
        if change.old.contains(&Was::Absent) || parents.is_empty() {
            found.extend(super::retired::double(candidate.files, path, basis, self.seen.as_mut())?);
        }
        if now.destroyed && parents.iter().any(|p| !p.destroyed) {
            found.extend(super::retired::destroyed(self.register, path, change, candidate, before.unwrap_or(basis))?);
        }
        Ok(found)
    }

    /// What is remembered of an earlier version of a case.
    pub(super) fn past(&mut self, blob: Id, path: &str, basis: &Basis) -> Result<Rc<Past>, RegisterError> {
        if let Some(past) = self.pasts.remove(&blob) {
            // A version is succeeded once, as a rule; a branch reads it again.
            return Ok(past);
        }
        let content = self.register.blob(blob)?;
        let allowed = self.allowed_by(basis);
        Ok(Rc::new(Past::of(&judge_content(path, content, Bench { basis, allowed: &allowed, day: None }))))
    }

    /// What is no personal data here; worked out once for each basis.
    fn allowed_by(&mut self, basis: &Basis) -> Rc<Allowed> {
        let key = std::ptr::from_ref(basis) as usize;
        let allowed = match &self.allowed {
            Some((known, allowed)) if *known == key => Rc::clone(allowed),
            _ => Rc::new(super::personal::allowed(basis)),
        };
        self.allowed = Some((key, Rc::clone(&allowed)));
        allowed
    }

    /// What is remembered of a version that was judged.
    pub(super) fn remembered(&self, blob: Id) -> Option<&Past> {
        self.pasts.get(&blob).map(Rc::as_ref)
    }

    /// What a parent's cases are judged by: as much of it as the change concerns.
    fn basis_of(&mut self, commit: Id, changed: &BTreeMap<&str, Changed>) -> Result<Arc<Basis>, RegisterError> {
        let wanted: BTreeSet<&str> =
            changed.keys().filter_map(|p| p.strip_prefix("cases/")?.split('/').next()).collect();
        // A commit of no regulation may still bear the addresses of anybody's staff.
        let all = wanted.is_empty() || changed.keys().any(|p| is_policy(p));
        let known = self.bases.get(&commit);
        if let Some(basis) = known
            && if all { basis.is_whole() } else { wanted.iter().all(|id| basis.has(id)) }
        {
            return Ok(Arc::clone(basis));
        }
        // What the commits before this one were judged by may be wanted again.
        let before: BTreeSet<String> = known.iter().flat_map(|b| b.policy.dossiers.keys().cloned()).collect();
        let files = self.register.at_commit(commit)?;
        let basis = Arc::new(read(&files, &|id| all || wanted.contains(id) || before.contains(id))?);
        self.bases.insert(commit, Arc::clone(&basis));
        Ok(basis)
    }

    fn basis_after(
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        before: Option<&Arc<Basis>>,
    ) -> Result<Arc<Basis>, RegisterError> {
        match before {
            Some(before) if !touches_basis(changed) => Ok(Arc::clone(before)),
            _ => Ok(Arc::new(read(candidate.files, &|_| true)?)),
        }
    }
}

/// The basis of one state, with the yearbooks of every year that a regulation has been in force.
fn read(files: &dyn Snapshot, wanted: &dyn Fn(&str) -> bool) -> Result<Basis, RegisterError> {
    let mut basis = Basis::read_only(files, wanted)?;
    let paths = basis.yearbook_paths();
    basis.read_years(files, &paths)?;
    Ok(basis)
}

/// Whether a path is part of what cases are judged by.
#[must_use]
pub fn is_policy(path: &str) -> bool {
    path.starts_with("policy/") || path == "klacht.yaml"
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
