//! Who may write what in a case: its steps, its facts, what is taken back, held and destroyed.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{self, Case, LogEntry};
use crate::check::authority::access::{of_access, versions};
use crate::check::authority::judge::unknown;
use crate::check::authority::kind::{Kind, Part, Who, whose};
use crate::check::authority::maker::Identification;
use crate::check::authority::never::never;
use crate::check::authority::standing::Standing;
use crate::check::commit::changes::Subject;
use crate::check::commit::previous::Past;
use crate::diagnostics::Finding;
use crate::paths;
use crate::register::{Register, RegisterError};
use crate::regulation::{CORRECTION, Selector, Version};
use crate::rules::history::g731::NotTheirs;
use crate::rules::history::{g706, g731, g740};
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

/// Whoever made the commit, as a person of the regulation.
pub(super) struct Maker<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) regulation: &'a str,
    pub(super) person: &'a str,
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

    pub(super) fn standing(&self) -> &Standing<'_> {
        self.question.standing
    }

    pub(super) fn case(&self) -> Option<&Case> {
        self.question.subject.judged.case.as_ref()
    }

    pub(super) fn entry(&self, index: usize) -> Option<&LogEntry> {
        self.case()?.log.get(index)
    }

    fn may(&self, kind: Kind, whose: NotTheirs<'_>) -> Option<crate::rules::Message> {
        (!self.standing().may(kind, self.regulation, self.person)).then(|| g731::say(self.person, whose))
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
