//! A commit judged against each of its parents: what was logged stays, what is new is a legal next step.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::check::authority::kind::Kind;
use crate::check::authority::standing::{Powers, Standing};
use crate::check::authority::two::Waiting;
use crate::check::authority::{case as of_case, judge as authority, own, people};
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
use crate::context::{Context, Override, Page, Settings, about_file as about, is_ours, refuses};
use crate::diagnostics::{Finding, Severity, text};
use crate::paths::{self, is_case, is_policy, regulation_of, yearbook_of};
use crate::register::{
    Commit, Content, DEFAULT_LIMIT, Fault, FaultKind, Id, Range, Register, RegisterError, Snapshot, Step,
};
use crate::rules::data_protection::{Allowed, CONFIDENTIAL, d609};
use crate::rules::{history, may_be_softened, terms};

/// How many commits back a day is looked for.
const FALSE_DATES: usize = 32;

/// Judges commits one after another, remembering what the next ones need.
pub struct CommitValidator<'a> {
    pub(crate) register: &'a Register,
    pub(crate) push: Option<&'a PushContext<'a>>,
    /// What gives power for all these commits.
    pub(crate) powers: Rc<Powers>,
    bases: HashMap<Id, Arc<Context>>,
    /// What cases are judged by where the commits bring roles: by both states.
    joined: HashMap<(usize, usize), Arc<Context>>,
    days: HashMap<Id, NaiveDate>,
    /// The last commit of this push that changed a case, by its path.
    changed_by: HashMap<String, Id>,
    pasts: HashMap<Id, Rc<Past>>,
    allowed: Option<(usize, Rc<Allowed>)>,
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
    fn begins(&self) -> bool {
        self.push.is_none() && self.before.as_ref().is_none_or(|before| !before.is_register())
    }

    /// What stood before the commit; of a first one, itself.
    fn stood(&self) -> &Context {
        let before = self.before.as_ref().filter(|before| before.is_register());
        before.or(self.push.as_ref()).unwrap_or(&self.context)
    }
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

    /// Personal data in the changed texts that are no cases. What stood there before is told, and does not refuse.
    fn texts(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        bases: &Bases,
    ) -> Result<Vec<Finding>, RegisterError> {
        let (before, context) = (bases.before.as_deref(), &*bases.context);
        let allowed = self.allowed_by(context);
        let mut found = Vec::new();
        for (path, change) in changed.iter().filter(|(_, change)| change.new.is_some()) {
            let now = match context.files.get(*path) {
                Some(file) => Some(file.source.clone()),
                None if is_published(path) => text_of(candidate.files.read(path)?),
                None => None,
            };
            let Some(now) = now else { continue };
            let scanned = |source: &str, by: &Context| {
                let tree = by.files.get(*path).and_then(|kept| kept.tree.as_ref());
                personal::counted_in_file(&Page { path, source, tree }, by, bases.push.as_deref(), &allowed)
            };
            let (mut known, mut most) = (Vec::new(), BTreeMap::new());
            for was in &change.old {
                let Was::Blob(blob) = was else { continue };
                if let (Some(source), Some(before)) = (text_of(Some(self.register.blob(*blob)?)), before) {
                    let (stood, covered) = scanned(&source, before);
                    known.extend(stood);
                    for (code, were) in covered {
                        let most: &mut usize = most.entry(code).or_default();
                        *most = were.max(*most);
                    }
                }
            }
            let stood = |f: &Finding| known.iter().any(|k| k.code == f.code && k.message == f.message);
            let (open, covered) = scanned(&now, context);
            found.extend(open.into_iter().map(|f| if stood(&f) { softened(f) } else { f }));
            // What was accepted for some finds is not accepted for more.
            let more = covered.into_iter().filter_map(|(code, now)| Some((code, *most.get(code)?, now)));
            let more = more.filter(|(_, were, now)| were < now);
            found.extend(
                more.map(|(code, were, now)| about(path, &history::g738::RULE, history::g738::say(code, were, now))),
            );
        }
        Ok(found)
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
        // Beside the register's own files only names that no tree may have are of concern.
        let concerns = |f: &&Fault| is_ours(&f.path) || (!f.path.contains('/') && f.kind == FaultKind::Dangerous);
        for fault in candidate.against.iter().flat_map(|d| &d.faults).filter(concerns) {
            found.push(about(&fault.path, &history::g701::RULE, unreadable::tree(&fault.kind)));
        }
        if let (Some(push), Some(day)) = (self.push, candidate.day)
            && day > push.today.succ_opt().unwrap_or(push.today)
        {
            found.push(about("", &history::g717::RULE, history::g717::say(day, push.today)));
        }
        found.extend(candidate.older.map(|(own, of)| about("", &history::g742::RULE, history::g742::say(own, of))));
        // A merge brings what its sides had; only what differs from all of them was made in it.
        let made = |of: fn(&str) -> bool| changed.iter().any(|(p, c)| of(p) && !c.old.contains(&Was::Same));
        if made(is_policy) && made(is_case) && !candidate.parents.is_empty() {
            found.push(about("policy", &history::g707::RULE, history::g707::say()));
        }
        let allowed = self.allowed_by(context);
        if let Some(message) = candidate.message {
            found.extend(personal::in_message(message, &allowed));
        }
        if let Some(commit) = candidate.evidence.commit {
            let headers = [&commit.author.name, &commit.committer.name, &commit.extra];
            found.extend(personal::in_headers(&headers, &allowed));
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
            found.extend(removed::destroyed(self.register, path, change, candidate, standing)?);
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

/// With the severity that the register gives this rule: before the push and before the commit, whichever is graver.
fn weighed(mut finding: Finding, standing: &Standing<'_>) -> Finding {
    let weight = |settings: &Settings| {
        let own = settings.severities.iter().rfind(|o| o.code == finding.code && may_be_softened(&o.code));
        own.map_or(finding.severity, Override::severity)
    };
    finding.severity = standing.states().map(|state| weight(&state.settings)).max().unwrap_or(finding.severity);
    finding
}

/// Whether a file is published, or read by whoever may read the register, whatever it is called.
fn is_published(path: &str) -> bool {
    [paths::POLICY, paths::TEMPLATES].contains(&paths::top(path))
}

fn text_of(content: Option<Content>) -> Option<String> {
    match content {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).ok(),
        _ => None,
    }
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
fn softened(mut finding: Finding) -> Finding {
    if finding.code == history::g712::RULE.code {
        return finding;
    }
    finding.severity = finding.severity.min(Severity::Warning);
    finding
}
