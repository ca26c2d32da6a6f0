//! A commit judged against each of its parents: what was logged stays, what is new is a legal next step.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::basis::{Basis, yearbook_of};
use super::candidate::{Candidate, Changed, Was};
use super::gate::Gate;
use super::one::Bench;
use super::past::Past;
use super::place::whole as about;
use super::whole::{is_case, judge_content};
use crate::diagnostics::{Finding, Severity};
use crate::register::{Content, Id, Range, Register, RegisterError, Snapshot};
use crate::rules::history;

/// Judges commits one after another, remembering what the next ones need.
pub struct CommitJudge<'a> {
    pub(super) register: &'a Register,
    pub(super) gate: Option<&'a Gate<'a>>,
    bases: HashMap<Id, Rc<Basis>>,
    pasts: HashMap<Id, Rc<Past>>,
}

/// Findings and the number of cases judged.
pub type Found = (Vec<Finding>, usize);

impl<'a> CommitJudge<'a> {
    /// For a history or a range.
    #[must_use]
    pub fn new(register: &'a Register) -> Self {
        Self { register, gate: None, bases: HashMap::new(), pasts: HashMap::new() }
    }

    /// For a push.
    #[must_use]
    pub fn at_the_gate(register: &'a Register, gate: &'a Gate<'a>) -> Self {
        Self { register, gate: Some(gate), bases: HashMap::new(), pasts: HashMap::new() }
    }

    /// Whether commits on this reference are judged, by the settings of the commit it names.
    pub fn guards(&self, reference: &str, at: Option<Id>) -> Result<bool, RegisterError> {
        let Some(at) = at else { return Ok(true) };
        let basis = Basis::read_settings_only(&self.register.at_commit(at)?)?;
        Ok(basis.settings.protects(reference))
    }

    /// Judges every commit of a range, oldest first.
    pub fn range(&mut self, range: &Range, progress: &dyn Fn(usize, usize)) -> Result<Found, RegisterError> {
        let walk = self.register.walk(range)?;
        let all = walk.ids().len();
        let mut findings = Vec::new();
        let mut cases = 0;
        for (nth, step) in walk.enumerate() {
            let step = step?;
            let files = self.register.at_tree(step.commit.tree)?;
            let transport = self.gate.and_then(|g| self.transport(g, &step.commit.parents));
            let candidate = Candidate::of(&step, &files, transport, self.gate.map(|g| g.today));
            let (found, judged) = self.judge(&candidate)?;
            findings.extend(found);
            cases += judged;
            progress(nth + 1, all);
        }
        Ok((findings, cases))
    }

    fn transport(&self, gate: &Gate<'_>, parents: &[Id]) -> Option<String> {
        let basis = parents.first().and_then(|p| self.bases.get(p))?;
        let variable = basis.settings.identity.variable.as_deref()?;
        (gate.variable)(variable)
    }

    /// Judges one commit, or what may become one.
    pub fn judge(&mut self, candidate: &Candidate<'_>) -> Result<Found, RegisterError> {
        let changed = candidate.changed();
        let before = match candidate.parents.first() {
            Some(parent) => Some(self.basis_of(*parent)?),
            None => None,
        };
        let basis = self.basis_after(candidate, &changed, before.as_ref())?;
        let mut found = self.about_the_commit(candidate, &changed);
        if changed.keys().any(|p| is_policy(p)) {
            found.extend(super::policy::judge(self.register, candidate, &changed, before.as_deref(), &basis)?);
        }
        let mut cases = 0;
        for (path, change) in changed.iter().filter(|(p, _)| p.starts_with("cases/")) {
            cases += usize::from(is_case(path));
            found.extend(self.file(candidate, path, change, &changed, before.as_deref(), &basis)?);
        }
        found.extend(super::retired::tally(&changed, self, before.as_deref(), &basis));
        if let Some(id) = candidate.id {
            found = found.into_iter().map(|f| f.in_commit(id.to_string())).collect();
            self.bases.insert(id, basis);
        }
        Ok((found, cases))
    }

    fn about_the_commit(&self, candidate: &Candidate<'_>, changed: &BTreeMap<&str, Changed>) -> Vec<Finding> {
        let name = candidate.id.map(|id| id.to_string()).unwrap_or_default();
        let mut found: Vec<Finding> = candidate
            .faults
            .iter()
            .map(|f| about("", &history::g716::RULE, history::g716::say(*f)))
            .collect();
        for fault in candidate.against.iter().flat_map(|d| &d.faults) {
            found.push(about(&fault.path, &history::g701::RULE, history::g701::say(fault)));
        }
        if let (Some(gate), Some(day)) = (self.gate, candidate.day)
            && day > gate.today.succ_opt().unwrap_or(gate.today)
        {
            found.push(about("", &history::g717::RULE, history::g717::say(day, gate.today)));
        }
        let mixed = changed.keys().any(|p| is_policy(p)) && changed.keys().any(|p| is_case(p));
        if mixed && candidate.parents.len() == 1 {
            found.push(about("policy", &history::g707::RULE, history::g707::say()));
        }
        if let Some(message) = candidate.message {
            found.extend(super::personal::in_message(message));
        }
        for path in changed.iter().filter(|(_, c)| c.new.is_some()).map(|(p, _)| p) {
            found.extend(super::personal::in_name(path));
        }
        let _ = name;
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
            return Ok(change.new.and_then(|_| super::stray::judge(path)).into_iter().collect());
        }
        let Some(new) = change.new else {
            return Ok(super::retired::gone(path, change, all));
        };
        let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
        let allowed = self.allowed_by(basis);
        let judged = judge_content(path, content, Bench { basis, allowed: &allowed, day: candidate.day });
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
            .map(|f| if parents.iter().any(|p| p.knew(&f)) { softened(f) } else { f })
            .collect();
        let subject = super::changes::Subject { path, judged: &judged, now: &now, parents: &parents };
        found.extend(super::changes::judge(&subject, candidate, before, basis));
        if parents.is_empty() {
            found.extend(super::retired::double(candidate.files, path, basis)?);
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

    /// What is remembered of a version that was judged.
    pub(super) fn remembered(&self, blob: Id) -> Option<&Past> {
        self.pasts.get(&blob).map(Rc::as_ref)
    }

    fn basis_of(&mut self, commit: Id) -> Result<Rc<Basis>, RegisterError> {
        if let Some(basis) = self.bases.get(&commit) {
            return Ok(Rc::clone(basis));
        }
        let basis = Rc::new(read(&self.register.at_commit(commit)?)?);
        self.bases.insert(commit, Rc::clone(&basis));
        Ok(basis)
    }

    fn basis_after(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        before: Option<&Rc<Basis>>,
    ) -> Result<Rc<Basis>, RegisterError> {
        let touched = changed.iter().any(|(path, change)| {
            (is_policy(path) || yearbook_of(path).is_some()) && change.old.first() != Some(&Was::Same)
        });
        match before {
            Some(before) if !touched => Ok(Rc::clone(before)),
            _ => Ok(Rc::new(read(candidate.files)?)),
        }
    }
}

/// The basis of one state, with the yearbooks of every year that a regulation has been in force.
pub(super) fn read(files: &dyn Snapshot) -> Result<Basis, RegisterError> {
    let mut basis = Basis::read(files)?;
    let paths = basis.yearbook_paths();
    basis.read_years(files, &paths)?;
    Ok(basis)
}

/// Whether a path is part of what cases are judged by.
#[must_use]
pub fn is_policy(path: &str) -> bool {
    path.starts_with("policy/") || path == "klacht.yaml"
}

/// What was wrong before this commit is told, and does not refuse it.
fn softened(mut finding: Finding) -> Finding {
    finding.severity = finding.severity.min(Severity::Warning);
    finding
}
