//! Who may write what in a case: its steps, its facts, what is taken back, accepted, held and destroyed.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{self, Case, LogEntry, Position};
use crate::check::authority::books;
use crate::check::authority::judge::unknown;
use crate::check::authority::kind::{Kind, Part, Who, whose};
use crate::check::authority::maker::Identification;
use crate::check::authority::standing::Standing;
use crate::check::case::judge::handler_of;
use crate::check::commit::changes::Subject;
use crate::check::commit::previous::Past;
use crate::context::article;
use crate::diagnostics::Finding;
use crate::paths;
use crate::register::{Content, Register, RegisterError};
use crate::regulation::{CORRECTION, Exclusion, RuleRef, Selector, Version};
use crate::rules::history::g713::{self, UnknownActor};
use crate::rules::history::g731::NotTheirs;
use crate::rules::history::{g706, g714, g730, g731, g735, g736, g737, g738, g740};
use crate::yaml::Route;

/// A case that a commit changes, and who stands where.
pub struct Question<'a> {
    /// The case.
    pub subject: &'a Subject<'a>,
    /// What the commit may rest on.
    pub standing: &'a Standing<'a>,
    /// Where the state before the push is read.
    pub register: &'a Register,
}

/// Judges the change of a case by who made it, and what nobody may.
pub fn judge(question: &Question<'_>) -> Result<Vec<Finding>, RegisterError> {
    let (subject, standing) = (question.subject, question.standing);
    let mut found = never(subject, standing);
    let Some(regulation) = paths::regulation_of(subject.path) else { return Ok(found) };
    if standing.begins || standing.histories(regulation).next().is_none() || !standing.can_know(Some(regulation)) {
        return Ok(found);
    }
    let mut whose = Vec::new();
    match standing.who_in(regulation) {
        Identification::Person(person) => {
            let maker = Maker { question, regulation, person: &person };
            whose.extend(maker.judge()?);
        }
        who => {
            let people = paths::people(regulation);
            whose.extend(unknown(standing, &who, &people).map(|(rule, said)| {
                let mut finding = subject.at(rule, &Route::root(), said);
                finding.article = versions(standing, regulation, subject).last().and_then(|v| of_access(v));
                finding
            }));
        }
    }
    for finding in &mut whose {
        finding.severity = finding.severity.min(standing.ceiling());
    }
    found.extend(whose);
    Ok(found)
}

/// What of a change of a case may take two persons: its end, or the end of what stops that.
#[must_use]
pub fn ending(subject: &Subject<'_>) -> Option<Kind> {
    let (now, parents) = (subject.now, subject.parents);
    let part = if now.destroyed {
        (!parents.iter().any(|parent| parent.destroyed)).then_some(Part::Remains)
    } else {
        let lifted = now.hold.as_ref().is_some_and(case::LegalHold::is_lifted);
        (lifted && parents.iter().any(|parent| parent.is_held())).then_some(Part::Hold)
    };
    part.map(|part| whose(subject.path, part))
}

/// What nobody may, whoever asks.
fn never(subject: &Subject<'_>, standing: &Standing<'_>) -> Vec<Finding> {
    let now = subject.now;
    let mut found = Vec::new();
    let id = || now.id.clone().unwrap_or_default();
    let regulation = paths::regulation_of(subject.path).unwrap_or_default();
    let destroyed = Route::root().key("destroyed");
    // The first commit of a register, or of a regulation, may bring what is left of earlier years.
    let stood = !standing.begins && standing.before.regulations.contains(regulation);
    if now.destroyed && subject.parents.is_empty() && stood {
        found.push(subject.at(&g736::RULE, &destroyed, g736::say(&id(), false)));
    }
    for parent in subject.parents {
        if parent.destroyed && now.destroyed && parent.stub != now.stub {
            found.push(subject.at(&g736::RULE, &destroyed, g736::say(&id(), true)));
        }
        if now.destroyed {
            continue;
        }
        if parent.destroyed {
            found.push(subject.at(&g736::RULE, &Route::root(), g736::say(&id(), true)));
            continue;
        }
        if let Some(at) = books::gone(&parent.attested, &now.attested) {
            let said = g735::say(at + 1, "attestations", subject.path);
            found.push(subject.at(&g735::RULE, &Route::root().key("attestations"), said));
        }
        if let Some(since) = lost_hold(parent, now) {
            found.push(subject.at(&g737::RULE, &Route::root().key("legal_hold"), g737::say(since)));
        }
        if parent.notes && !now.notes {
            found.push(subject.at(&g730::RULE, &Route::root(), g730::no_notes()));
        }
    }
    found.extend(stretched(subject));
    found
}

/// The day of a hold that is gone or changed; one that was lifted may make place for a new one.
fn lost_hold(parent: &Past, now: &Past) -> Option<chrono::NaiveDate> {
    let was = parent.hold.as_ref()?;
    let same = |other: &case::LegalHold| (other.since, &other.reason) == (was.since, &was.reason);
    let stays = match &now.hold {
        Some(other) if was.is_lifted() => other == was || !other.is_lifted(),
        Some(other) => same(other),
        None => false,
    };
    (!stays).then_some(was.since)
}

/// Finds that an acceptance of before does not cover: there were fewer when it was given.
fn stretched(subject: &Subject<'_>) -> Vec<Finding> {
    let now = subject.now;
    let of = |past: &Past, code: &str| past.accepted.iter().filter(|(c, ..)| c == code).count();
    let mut found = Vec::new();
    for (code, count) in &now.covered {
        let were = subject
            .parents
            .iter()
            .map(|p| (of(p, code) == of(now, code)).then(|| p.covered.get(code).copied().unwrap_or_default()));
        let were: Option<Vec<usize>> = were.collect();
        let most = were.and_then(|all| all.into_iter().max());
        found.extend(
            most.filter(|most| most < count)
                .map(|most| subject.at(&g738::RULE, &Route::root().key("accepted"), g738::say(code, most, *count))),
        );
    }
    found
}

/// The versions that may be those of the case: of each state, the one in force on its first day.
fn versions<'a>(standing: &Standing<'a>, regulation: &'a str, subject: &Subject<'_>) -> Vec<&'a Version> {
    let Some(day) = subject.judged.case.as_ref().map(Case::first_day) else { return Vec::new() };
    standing.states().filter_map(|s| s.policy.in_force(regulation, day).ok()).map(|(version, _)| version).collect()
}

fn of_access(version: &Version) -> Option<crate::diagnostics::Article> {
    let confidential = version.regulation.confidentiality.as_ref()?;
    let block = if confidential.access.is_some() { "confidentiality.access" } else { "confidentiality" };
    Some(article(version, &RuleRef::block(block)))
}

/// Whoever made the commit, as a person of the regulation.
struct Maker<'a> {
    question: &'a Question<'a>,
    regulation: &'a str,
    person: &'a str,
}

impl Maker<'_> {
    fn judge(&self) -> Result<Vec<Finding>, RegisterError> {
        let subject = self.question.subject;
        let asked: BTreeSet<Kind> = self.parts().into_iter().map(|part| whose(subject.path, part)).collect();
        let owns = self.standing().owns(self.regulation, self.person);
        // What the table gives to somebody by name, or to an owner, asks for no access besides.
        let given = |kind: &Kind| match kind.row().who {
            Who::Named => true,
            Who::Handler | Who::Taker => owns && self.standing().names_owners(self.regulation),
            _ => false,
        };
        let mut found: Vec<Finding> = Vec::new();
        if !asked.iter().all(given) {
            found.extend(self.access()?);
        }
        found.extend(self.names());
        for kind in asked {
            match kind {
                Kind::Destruction => found.extend(self.named(kind, "destroyed")),
                Kind::Holds => found.extend(self.named(kind, "legal_hold")),
                Kind::Facts if !owns || self.is_excluded() => found.extend(self.facts()?),
                Kind::Corrections => found.extend(self.corrections()),
                _ => {}
            }
        }
        if !subject.now.destroyed {
            found.extend(self.timely());
        }
        Ok(found)
    }

    /// What of the case the commit changes.
    fn parts(&self) -> BTreeSet<Part> {
        let (subject, now) = (self.question.subject, self.question.subject.now);
        if now.destroyed {
            return BTreeSet::from([Part::Remains]);
        }
        let mut parts = BTreeSet::new();
        for entry in subject.added().into_iter().filter_map(|at| self.entry(at)) {
            parts.insert(if entry.step == CORRECTION { Part::Correction } else { Part::Log });
        }
        let said = |past: &Past| -> BTreeMap<String, u64> {
            let of_parties = past.facts.iter().filter(|(key, _)| key.contains(' '));
            of_parties.map(|(key, mark)| (key.clone(), *mark)).collect()
        };
        let facts = said(now);
        for parent in subject.parents {
            let rewritten = said(parent).iter().any(|(key, was)| facts.get(key) != Some(was));
            if rewritten || parent.received != now.received || parent.channel != now.channel {
                parts.insert(Part::Facts);
            }
            if parent.accepted != now.accepted {
                parts.insert(Part::Accepted);
            }
            if parent.is_held() && now.hold.as_ref().is_some_and(case::LegalHold::is_lifted) {
                parts.insert(Part::Hold);
            } else if parent.hold != now.hold {
                parts.insert(Part::Whole);
            }
            if parent.rest != now.rest {
                parts.insert(Part::Whole);
            }
        }
        if parts.is_empty() {
            parts.insert(Part::Whole);
        }
        parts
    }

    fn standing(&self) -> &Standing<'_> {
        self.question.standing
    }

    fn case(&self) -> Option<&Case> {
        self.question.subject.judged.case.as_ref()
    }

    fn entry(&self, index: usize) -> Option<&LogEntry> {
        self.case()?.log.get(index)
    }

    fn may(&self, kind: Kind, whose: NotTheirs<'_>) -> Option<crate::rules::Message> {
        (!self.standing().may(kind, self.regulation, self.person)).then(|| g731::say(self.person, whose))
    }

    /// Whether the person may write in the case at all.
    fn access(&self) -> Result<Option<Finding>, RegisterError> {
        let (subject, standing) = (self.question.subject, self.standing());
        let versions = versions(standing, self.regulation, subject);
        if versions.is_empty() {
            return Ok(None);
        }
        let kept = |role: Option<&str>| versions.iter().any(|version| self.is_kept_from(version, role));
        let roles = |version: &&Version| {
            let access = version.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
            access.filter(|a| !a.roles.is_empty()).map(|a| a.roles.clone())
        };
        let holds = |role: &String| standing.holds(self.regulation, self.person, role);
        let all = versions.iter().all(|version| match roles(version) {
            Some(roles) => roles.iter().any(|role| holds(role) && !kept(Some(role))),
            // Where the regulation says nothing of it: whoever holds a role in it.
            None => standing.holds_any(self.regulation, self.person),
        });
        if all || (!kept(None) && self.handles()?) {
            return Ok(None);
        }
        let held = standing.histories(self.regulation).last().and_then(|h| h.people.person(self.person));
        let held = held.into_iter().flat_map(|p| &p.roles).map(|r| r.role.as_str());
        let barred = held.into_iter().any(|r| standing.holds(self.regulation, self.person, r) && kept(Some(r)));
        let who = if barred {
            UnknownActor::KeptFrom { person: self.person }
        } else {
            UnknownActor::WithoutAccess { person: self.person, on: standing.day }
        };
        let mut finding = subject.at(&g713::RULE, &Route::root(), g713::say(who));
        finding.article = versions.last().and_then(|v| of_access(v));
        Ok(Some(finding))
    }

    /// Whether the person handles the case now: named by the last step that assigns, before the push and before the commit,
    /// while holding any role. Never by an entry of this commit.
    fn handles(&self) -> Result<bool, RegisterError> {
        let (subject, standing) = (self.question.subject, self.standing());
        let named = subject.parents.iter().any(|p| p.handler.as_deref() == Some(self.person));
        if !named || !standing.holds_any(self.regulation, self.person) {
            return Ok(false);
        }
        let (Some(push), Some(at)) = (standing.push, standing.powers.before_push) else { return Ok(true) };
        let case = case_at(self.question.register, at, subject.path)?;
        let Some(case) = case else { return Ok(false) };
        let version = push.policy.in_force(self.regulation, case.first_day()).ok();
        Ok(version.is_some_and(|(version, _)| handler_of(&case, version).as_deref() == Some(self.person)))
    }

    /// Whether the person handles the case, by name or, where nobody is named, by the role that does.
    fn is_handler(&self) -> Result<bool, RegisterError> {
        if self.handles()? {
            return Ok(true);
        }
        let (subject, standing) = (self.question.subject, self.standing());
        let unnamed = subject.parents.iter().all(|p| p.handler.is_none());
        let by_role = |version: &&Version| {
            handler_roles(version).iter().any(|role| standing.holds(self.regulation, self.person, role))
        };
        let versions = versions(standing, self.regulation, subject);
        Ok(unnamed && !versions.is_empty() && versions.iter().all(by_role))
    }

    /// What bears somebody's name bears that of whoever recorded it, unless it says who did.
    fn names(&self) -> Vec<Finding> {
        let subject = self.question.subject;
        let mut found = Vec::new();
        if self.standing().records_for_others() && self.standing().strength() != crate::context::Strength::Author {
            return found;
        }
        let people = self.standing().histories(self.regulation).last().map(|h| &h.people);
        let other = |by: &str| by != self.person && people.is_some_and(|p| p.person(by).is_some());
        if let Some(by) = subject.now.stub.as_ref().map(|(_, by)| by)
            && !subject.parents.iter().any(|p| p.destroyed)
            && other(by)
        {
            let said = g714::in_name_of(by, self.person);
            found.push(subject.at(&g714::RULE, &Route::root().key("destroyed"), said));
        }
        let stood = |accepted| subject.parents.iter().any(|p| p.accepted.contains(accepted));
        for (index, accepted) in subject.now.accepted.iter().enumerate() {
            if !stood(accepted) && other(&accepted.2) {
                let route = Route::root().key("accepted").index(index);
                found.push(subject.at(&g714::RULE, &route, g714::in_name_of(&accepted.2, self.person)));
            }
        }
        if !self.standing().records_for_others() {
            found.extend(self.entries_of_others());
        }
        found
    }

    fn entries_of_others(&self) -> Vec<Finding> {
        let (subject, person) = (self.question.subject, self.person);
        let people = self.standing().histories(self.regulation).last().map(|h| &h.people);
        let is_staff = |key: &str| people.is_some_and(|p| p.person(key).is_some());
        let is_other = |entry: &LogEntry| {
            let staff: Vec<&String> = entry.by.iter().filter(|k| is_staff(k)).collect();
            let by_other = !staff.is_empty() && !staff.iter().any(|k| *k == person);
            let recorded_by_other = entry.recorded_by.as_deref().is_some_and(|r| r != person);
            (by_other && entry.recorded_by.as_deref() != Some(person)) || recorded_by_other
        };
        let stood = |text: &String| subject.parents.iter().any(|parent| parent.attested.contains(text));
        let attested = self.case().map(|case| case.attestations.as_slice()).unwrap_or_default();
        let new = attested.iter().zip(&subject.now.attested).enumerate().filter(|(_, (_, text))| !stood(text));
        let standing = self.standing();
        let owns = standing.names_owners(self.regulation) && standing.owns(self.regulation, person);
        let of_others = new.filter(|(_, (declared, _))| !owns && declared.by != person && is_staff(&declared.by));
        let mut found: Vec<Finding> = of_others
            .map(|(at, (declared, _))| {
                let route = Route::root().key("attestations").index(at);
                subject.at(&g714::RULE, &route, g714::in_name_of(&declared.by, person))
            })
            .collect();
        let entries = subject.added().into_iter().filter_map(|i| self.entry(i).map(|e| (i, e)));
        let others = entries.filter(|(_, e)| is_other(e));
        found.extend(others.map(|(index, entry)| {
            let by: Vec<&str> = entry.by.iter().map(String::as_str).collect();
            let route = Route::root().key("log").index(index).key("by");
            subject.at(&g714::RULE, &route, g714::say(index + 1, person, &by))
        }));
        found
    }

    /// What the regulation gives to somebody by name.
    fn named(&self, kind: Kind, key: &str) -> Option<Finding> {
        let said = self.may(kind, NotTheirs::Named(self.regulation))?;
        Some(self.question.subject.at(&g731::RULE, &Route::root().key(key), said))
    }

    /// Facts that rules rest on, of somebody who neither handles the case nor owns the regulation, or is kept from it.
    fn facts(&self) -> Result<Option<Finding>, RegisterError> {
        if !self.is_excluded() && self.is_handler()? {
            return Ok(None);
        }
        let said = g731::say(self.person, NotTheirs::Handlers(self.regulation));
        Ok(Some(self.question.subject.at(&g731::RULE, &Route::root(), said)))
    }

    fn is_excluded(&self) -> bool {
        let versions = versions(self.standing(), self.regulation, self.question.subject);
        versions.iter().any(|version| self.is_kept_from(version, None))
    }

    /// Whether an exclusion keeps the person from this case in a role, or as its handler: who may not handle a complaint about
    /// himself does not keep its file either, nor by the role from which he is kept. As the case is and as it was: nobody takes
    /// himself out of it.
    fn is_kept_from(&self, version: &Version, role: Option<&str>) -> bool {
        let subject = self.question.subject;
        let all = subject.parents.iter().map(|parent| &**parent).chain([subject.now]).flat_map(|past| &past.staff);
        let own: Vec<Position> = all.filter(|(person, _)| person == self.person).map(|(_, at)| *at).collect();
        kept_from(&own, version, role)
    }

    /// Steps that are taken back.
    fn corrections(&self) -> Vec<Finding> {
        let subject = self.question.subject;
        if self.standing().names_owners(self.regulation) && self.standing().owns(self.regulation, self.person) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for at in subject.added() {
            let Some(entry) = self.entry(at).filter(|entry| entry.step == CORRECTION) else { continue };
            let of = entry.of.as_deref().and_then(|of| of.parse::<usize>().ok()).and_then(|of| of.checked_sub(1));
            if of.and_then(|of| self.entry(of)).is_some_and(|annulled| !self.may_take(annulled)) {
                let said = g731::say(self.person, NotTheirs::Takers(self.regulation));
                found.push(subject.at(&g731::RULE, &Route::root().key("log").index(at), said));
            }
        }
        found
    }

    /// Whether the person took a step, or may take it today.
    fn may_take(&self, annulled: &LogEntry) -> bool {
        let (subject, standing) = (self.question.subject, self.standing());
        if annulled.by.iter().any(|by| by == self.person) || annulled.recorded_by.as_deref() == Some(self.person) {
            return true;
        }
        let takes = |selector: &Selector| match selector {
            Selector::Role(role) => standing.holds(self.regulation, self.person, role),
            Selector::Handler | Selector::Owner => subject.parents.iter().any(|p| match &p.handler {
                Some(handler) => handler == self.person,
                None => standing.holds_any(self.regulation, self.person),
            }),
            _ => standing.holds_any(self.regulation, self.person),
        };
        let by = |version: &&Version| {
            let step = version.regulation.step(&annulled.step);
            step.is_none_or(|step| step.by.is_empty() || step.by.iter().any(takes))
        };
        versions(standing, self.regulation, subject).iter().all(by)
    }

    /// A step that was late and is so no more.
    fn timely(&self) -> Vec<Finding> {
        let subject = self.question.subject;
        let corrected = subject.added().into_iter().any(|i| self.entry(i).is_some_and(|e| e.step == CORRECTION));
        let steps = |past: &Past| -> BTreeSet<String> {
            past.late.iter().filter_map(|at| self.entry(*at)).map(|e| e.step.clone()).collect()
        };
        let late = steps(subject.now);
        let mut found = Vec::new();
        for at in subject.parents.iter().flat_map(|p| &p.late).filter(|_| corrected) {
            let Some(entry) = self.entry(*at) else { continue };
            let own = entry.by.iter().any(|by| by == self.person);
            if !late.contains(&entry.step) && (own || !self.standing().owns(self.regulation, self.person)) {
                let route = Route::root().key("log").index(*at);
                found.push(subject.at(&g740::RULE, &route, g740::say(at + 1)));
            }
        }
        found.extend(self.moved());
        found.dedup();
        found
    }

    /// A day of receipt by which the case falls under another version.
    fn moved(&self) -> Option<Finding> {
        let (subject, standing) = (self.question.subject, self.standing());
        let of = |day| standing.before.policy.in_force(self.regulation, day).ok().map(|(v, _)| v.path.as_str());
        let (was, now) = (subject.parents.first()?.received?, subject.now.received?);
        let other = of(was) != of(now) && !standing.owns(self.regulation, self.person);
        let said = || g731::say(self.person, NotTheirs::Owners(self.regulation));
        other.then(|| subject.at(&g706::RULE, &Route::root().key("received"), said()))
    }
}

/// A case as it was in a commit.
pub fn case_at(register: &Register, at: crate::register::Id, path: &str) -> Result<Option<Case>, RegisterError> {
    use crate::register::Snapshot;
    Ok(match register.at_commit(at)?.read(path)? {
        Some(Content::Bytes(bytes)) => case::read(&String::from_utf8_lossy(&bytes)).0,
        Some(Content::Missing) => return Err(RegisterError::Absent(path.to_owned())),
        _ => None,
    })
}

/// The roles that handle cases by a version.
fn handler_roles(version: &Version) -> Vec<&str> {
    let assignment = &version.regulation.assignment;
    let topics = version.regulation.topics.list.iter().filter_map(|t| t.assign_to.as_deref());
    assignment.handler.role.iter().chain(&assignment.handler.roles).map(String::as_str).chain(topics).collect()
}

/// Whether an exclusion keeps whoever has these positions in a case from a role, or from handling it.
fn kept_from(own: &[Position], version: &Version, role: Option<&str>) -> bool {
    let handlers = handler_roles(version);
    let guards = |rule: &&Exclusion| match role {
        None => rule.who == "handler",
        Some(role) => rule.who == role || (rule.who == "handler" && handlers.contains(&role)),
    };
    let is = |selector: &Selector, at: Position| match selector {
        Selector::Position(position) => at == *position,
        Selector::Parties => true,
        _ => false,
    };
    let rules = version.regulation.assignment.exclude.iter().filter(guards).filter(|rule| !rule.waivable);
    rules.into_iter().any(|rule| rule.not.iter().any(|not| own.iter().any(|at| is(not, *at))))
}
