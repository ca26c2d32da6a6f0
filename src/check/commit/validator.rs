//! A commit judged against each of its parents: what was logged stays, what is new is a legal next step.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::check::authority::kind::Kind;
use crate::check::authority::standing::{Powers, Standing};
use crate::check::authority::two::Waiting;
use crate::check::authority::{case as of_case, judge as authority, own};
use crate::check::case::judge::{CaseContext, Judged};
use crate::check::commit::bases::{Bases, limit};
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::prefetch::{Ahead, BATCH, touches_context};
use crate::check::commit::previous::Past;
use crate::check::commit::push_context::PushContext;
use crate::check::commit::{changes, policy_change, removed, yearbook_change};
use crate::check::renewal;
use crate::check::tree::misplaced;
use crate::check::tree::whole::judge_content;
use crate::context::{Context, Override, Settings, about_file as about, refuses};
use crate::diagnostics::{Finding, Severity, text};
use crate::paths::{is_case, is_policy, yearbook_of};
use crate::register::{Commit, Content, DEFAULT_LIMIT, Id, Range, Register, RegisterError, Step};
use crate::rules::data_protection::{Allowed, Known};
use crate::rules::{history, may_be_softened, terms};

/// How many commits back a day is looked for.
const FALSE_DATES: usize = 32;

/// Judges commits one after another, remembering what the next ones need.
pub struct CommitValidator<'a> {
    pub(crate) register: &'a Register,
    pub(crate) push: Option<&'a PushContext<'a>>,
    /// What gives power for all these commits.
    pub(crate) powers: Rc<Powers>,
    pub(super) bases: HashMap<Id, Arc<Context>>,
    /// What cases are judged by where the commits bring roles: by both states.
    pub(super) joined: HashMap<(usize, usize), Arc<Context>>,
    days: HashMap<Id, NaiveDate>,
    /// The last commit of this push that changed a case, by its path.
    changed_by: HashMap<String, Id>,
    pasts: HashMap<Id, Rc<Past>>,
    pub(super) allowed: Option<(usize, Rc<Allowed>)>,
    /// What this desk knows of persons.
    pub(super) known: Arc<Known>,
    /// The cases that name sealed pieces, by path.
    pub(crate) sealed: BTreeSet<String>,
    /// The cases that were destroyed on the way, by path.
    pub(crate) ended: BTreeSet<String>,
    /// What the commits are pushed to, for telling.
    pub(crate) target: String,
    commits: usize,
    /// By path, also below: a case that two commits change is one.
    cases: HashSet<String>,
    versions: BTreeMap<String, HashSet<String>>,
    ahead: Ahead,
    /// What takes two persons, and was not merged by a second one yet.
    waiting: Waiting,
    /// What the present commit ends, with the path of the case.
    endings: Vec<(Kind, String)>,
    /// Every case so far by its name, when the whole history is walked: then no tree need be searched for a double.
    seen: Option<HashMap<String, String>>,
}

/// One path of a commit.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a str,
    change: &'a Changed,
    all: &'a BTreeMap<&'a str, Changed>,
    /// Whether the commit changes it itself.
    own: bool,
}

impl<'a> CommitValidator<'a> {
    /// For a history or a range.
    #[must_use]
    pub fn new(register: &'a Register) -> Self {
        Self {
            register,
            push: None,
            powers: Rc::default(),
            bases: HashMap::new(),
            joined: HashMap::new(),
            days: HashMap::new(),
            changed_by: HashMap::new(),
            pasts: HashMap::new(),
            allowed: None,
            known: Arc::default(),
            sealed: BTreeSet::new(),
            ended: BTreeSet::new(),
            target: "HEAD".to_owned(),
            commits: 0,
            cases: HashSet::new(),
            versions: BTreeMap::new(),
            ahead: Ahead::new(),
            waiting: Waiting::default(),
            endings: Vec::new(),
            seen: None,
        }
    }

    /// For a push.
    #[must_use]
    pub fn at_the_gate(register: &'a Register, push: &'a PushContext<'a>) -> Self {
        Self { push: Some(push), ..Self::new(register) }
    }

    /// With these powers, from the next commit on.
    #[must_use]
    pub fn by(mut self, powers: Powers) -> Self {
        self.powers = Rc::new(powers);
        self
    }

    /// At a desk that knows this of persons.
    #[must_use]
    pub fn knowing(mut self, known: Arc<Known>) -> Self {
        self.known = known;
        self
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
                findings.extend(self.nobody_else(range));
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

    /// What takes two persons and had one. A range may be a request that is still to be merged.
    fn nobody_else(&mut self, range: &Range) -> Vec<Finding> {
        let left = std::mem::take(&mut self.waiting).left();
        let open = self.push.is_none() && !range.except.is_empty();
        left.into_iter().map(|finding| if open { softened(finding) } else { finding }).collect()
    }

    fn step(&mut self, step: &Step, begun: &mut bool) -> Result<Vec<Finding>, RegisterError> {
        let files = self.register.at_tree(step.commit.tree)?;
        let candidate = Candidate::of(step, &files, self.push).not_before(self.day_of_parents(&step.commit)?);
        let mut findings = self.judge(&candidate)?;
        if step.commit.parents.is_empty() {
            let second = begun.then(|| about("", &history::g723::RULE, history::g723::say(&self.target)));
            findings.extend(second.map(|f| f.in_commit(step.commit.id.to_string())));
            if let (false, Some(told)) = (*begun, renewal::told(self.register, &step.commit)?) {
                // What stood there came in commit by commit, and was judged then.
                findings = findings.into_iter().map(softened).chain([told]).collect();
            }
            *begun = true;
        }
        Ok(findings)
    }

    /// The latest day of the commits before one, as far as it takes to see through a few false dates in a row. Remembers the
    /// commit's own.
    pub(crate) fn day_of_parents(&mut self, commit: &Commit) -> Result<Option<NaiveDate>, RegisterError> {
        let mut latest = None;
        let mut waiting: VecDeque<Id> = commit.parents.iter().copied().collect();
        for _ in 0..FALSE_DATES {
            let Some(id) = waiting.pop_front() else { break };
            if let Some(day) = self.days.get(&id) {
                latest = latest.max(Some(*day));
                continue;
            }
            let before = match self.register.commit(id) {
                Ok(before) => before,
                // Beyond the cut of a shallow clone there is no day to be seen.
                Err(RegisterError::Shallow(_)) if !commit.parents.contains(&id) => continue,
                Err(error) => return Err(error),
            };
            latest = latest.max(before.committer.date());
            waiting.extend(before.parents);
        }
        if let Some(day) = commit.committer.date().max(latest) {
            self.days.insert(commit.id, day);
        }
        Ok(latest)
    }

    /// Judges one commit, or what may become one.
    pub fn judge(&mut self, candidate: &Candidate<'_>) -> Result<Vec<Finding>, RegisterError> {
        let changed = candidate.changed();
        let bases = self.bases_of(candidate, &changed)?;
        let (before, context) = (bases.before.as_deref(), &*bases.context);
        let own = own::changes(self.register, candidate, &changed)?;
        let powers = Rc::clone(&self.powers);
        let standing = Standing {
            powers: &powers,
            push: bases.push.as_deref(),
            before: bases.stood(),
            begins: bases.begins(),
            day: candidate.evidence.received.or(candidate.day).unwrap_or_default(),
            evidence: &candidate.evidence,
        };
        let mut found = self.about_the_commit(candidate, &changed, context);
        if changed.keys().any(|p| is_policy(p)) {
            found.extend(policy_change::judge(candidate, &changed, before, context));
        }
        let question = authority::Question {
            register: self.register,
            candidate,
            changed: &changed,
            own: &own,
            standing: &standing,
            context,
        };
        found.extend(authority::judge(&question)?);
        // Of a whole history it is not asked: what was taken once stays where it is.
        if self.push.is_some() || powers.before_push.is_some() || candidate.id.is_none() {
            let tracked = |path: &str| standing.states().all(|state| state.settings.tracks(path));
            found.extend(misplaced::new(&changed, candidate, &tracked));
        }
        found.extend(self.texts(candidate, &changed, &bases)?);
        self.commits += 1;
        if touches_context(&changed) {
            // What is remembered was judged by another policy.
            self.pasts.clear();
        }
        for (path, change) in changed.iter().filter(|(p, _)| p.starts_with("cases/")) {
            if is_case(path) && !self.cases.contains(*path) {
                self.cases.insert((*path).to_owned());
            }
            let place = Place { path, change, all: &changed, own: own.contains(path) };
            found.extend(self.file(candidate, &place, &bases, &standing)?);
        }
        if let (Some(id), Some(commit)) = (candidate.id, candidate.evidence.commit) {
            self.waiting.merged(self.register, commit, &standing)?;
            let asked = authority::asked(&question).into_iter().map(|((kind, _), path)| (kind, path.to_owned()));
            self.waiting.made(id, &standing, asked.chain(self.endings.drain(..)));
        }
        let remembered = |blob: Id| self.pasts.get(&blob).is_some_and(|past| past.destroyed);
        found.extend(removed::tally(&changed, self.register, &remembered, candidate, before, context)?);
        if let Some(id) = candidate.id {
            found = found.into_iter().map(|f| f.in_commit(id.to_string())).collect();
        }
        Ok(found)
    }

    fn file(
        &mut self,
        candidate: &Candidate<'_>,
        place: &Place<'_>,
        bases: &Bases,
        standing: &Standing<'_>,
    ) -> Result<Vec<Finding>, RegisterError> {
        let Place { path, change, all, own } = *place;
        let (before, context) = (bases.before.as_deref(), &*bases.context);
        if yearbook_of(path).is_some() {
            return yearbook_change::judge(candidate, path, change, self.register, context);
        }
        if !is_case(path) {
            let allowed = self.allowed_by(context);
            return Ok(change.new.and_then(|_| misplaced::judge(path, &allowed)).into_iter().collect());
        }
        let Some(new) = change.new else {
            return Ok(removed::gone(path, change, all, candidate));
        };
        let ahead = candidate.id.and_then(|id| self.ahead.remove(&(id, path.to_owned())));
        let judged = if let Some(judged) = ahead {
            judged
        } else {
            let content = candidate.files.read(path)?.unwrap_or(Content::Missing);
            let (allowed, limit) = (self.allowed_by(context), limit(before, context));
            let context = &*bases.judged_by;
            judge_content(path, content, CaseContext { context, allowed: &allowed, day: candidate.day, limit })
        };
        self.count(path, &judged);
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
            .map(|f| weighed(f, standing))
            .map(|f| if parents.iter().any(|p| p.knew(&f)) || grows_by_itself(&f) { softened(f) } else { f })
            .collect();
        // Of a case that cannot be read it cannot be said either that its log is gone.
        if judged.case.is_none() && refuses(&found) {
            return Ok(found);
        }
        let subject = changes::Subject { path, judged: &judged, now: &now, parents: &parents };
        let since = self.changed_by.get(path).filter(|_| self.push.is_some());
        found.extend(changes::judge(&subject).into_iter().map(|f| since.map_or(f.clone(), |id| brought(f, *id))));
        self.changed_by.extend(candidate.id.map(|id| (path.to_owned(), id)));
        if own {
            self.endings.extend(of_case::ending(&subject).map(|kind| (kind, path.to_owned())));
            found.extend(of_case::judge(&of_case::Question { subject: &subject, standing, register: self.register })?);
        }
        // Also where only one side of a merge had it: the other side may have made a case of the same id elsewhere.
        if change.old.contains(&Was::Absent) || parents.is_empty() {
            found.extend(removed::duplicate(candidate.files, path, context, self.seen.as_mut())?);
        }
        if now.destroyed && parents.iter().any(|p| !p.destroyed) {
            self.ended.insert(path.to_owned());
            found.extend(removed::destroyed(self.register, path, change, candidate, standing)?);
        }
        Ok(found)
    }

    /// Counts a case for what is told of all of them, and notes those that name sealed pieces.
    fn count(&mut self, path: &str, judged: &Judged) {
        if let Some(version) = &judged.version {
            self.versions.entry(version.clone()).or_default().insert(path.to_owned());
        }
        if judged.case.as_ref().and_then(|case| case.sealed.as_ref()).is_some_and(|sealed| !sealed.pieces.is_empty()) {
            self.sealed.insert(path.to_owned());
        }
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
}

/// With the severity that the register gives this rule: before the push and before the commit, whichever is graver.
fn weighed(mut finding: Finding, standing: &Standing<'_>) -> Finding {
    let weight = |settings: &Settings| {
        let own = settings.severities.iter().rfind(|o| o.code == finding.code && may_be_softened(&o.code));
        own.map_or(finding.severity, Override::severity)
    };
    finding.severity = standing.states().map(|state| weight(&state.settings)).max().unwrap_or(finding.severity);
    finding
}

/// Whether a finding comes about by the passing of days: whoever commits something else in that case did not cause it.
fn grows_by_itself(finding: &Finding) -> bool {
    finding.code == terms::t312::RULE.code
}

/// What an earlier commit of the same push brought cannot be put back by a later one: both are taken out.
fn brought(mut finding: Finding, by: Id) -> Finding {
    let by = by.to_string();
    let short = by.get(..7).unwrap_or(&by);
    finding.remedy = text!(
        "het kwam erbij in {short}: haal beide uit de reeks met `git rebase -i {short}^`",
        "it came with {short}: take both out of the series, with `git rebase -i {short}^`"
    );
    finding
}

/// What was wrong before this commit is told, and does not refuse it. What cannot be read is never passed.
pub(super) fn softened(mut finding: Finding) -> Finding {
    if finding.code == history::g712::RULE.code {
        return finding;
    }
    finding.severity = finding.severity.min(Severity::Warning);
    finding
}
