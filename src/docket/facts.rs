//! The facts of the case itself: channel, source, topics, parties, fields, data of the intake, costs, declarations.

use super::data::beyond;
use super::progress::Progress;
use super::value::{allowed, fits};
use super::violation::{MOST, TopicsFault, Violation, ViolationKind};
use crate::case::{Datum, Party, SealedPiece};
use crate::regulation::{Attestation, Does, Need, Per, Position, Role, RoleKind, RuleRef, Step};
use crate::yaml::{Route, most_like};

fn at(key: &str) -> Route {
    Route::root().key(key)
}

fn unknown<'a>(key: &'static str, value: &str, known: impl Iterator<Item = &'a str> + Clone) -> ViolationKind {
    let near = most_like(value, known.clone()).map(str::to_owned);
    ViolationKind::UnknownValue { key, value: value.to_owned(), near, allowed: known.map(str::to_owned).collect() }
}

/// What the facts of a case lack, before any step.
#[must_use]
pub fn fact_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    intake(progress, &mut found);
    codes(progress, &mut found);
    topics(progress, &mut found);
    parties(progress, &mut found);
    fields(progress, &mut found);
    sealed(progress, &mut found);
    let costs = progress.regulation().costs.as_ref();
    let charged = progress.participants.case.charged;
    if costs.is_some_and(|c| c.complainant == "none") && charged.is_some_and(|c| c > 0) {
        found.push(Violation { kind: ViolationKind::Charged, at: at("charged"), rule: Some(RuleRef::block("costs")) });
    }
    found
}

fn intake(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let (case, regulation) = (progress.participants.case, progress.regulation());
    if regulation.channel(&case.intake.channel).is_none() {
        let kind = unknown("channel", &case.intake.channel, regulation.channels.iter().map(|c| c.id.as_str()));
        found.push(Violation { kind, at: at("intake").key("channel"), rule: Some(RuleRef::block("channels")) });
    }
    let Some(rule) = &regulation.intake else { return };
    let place = at("intake").key("source");
    match &case.intake.source {
        Some(source) if !rule.sources.contains(source) => {
            let kind = unknown("source", source, rule.sources.iter().map(String::as_str));
            found.push(Violation { kind, at: place, rule: Some(RuleRef::block("intake")) });
        }
        None if !rule.sources.is_empty() => {
            let kind = ViolationKind::FactMissing {
                field: "intake.source".to_owned(),
                kind: crate::regulation::AskType::Choice,
            };
            found.push(Violation { kind, at: at("intake"), rule: Some(RuleRef::block("intake")) });
        }
        _ => {}
    }
}

/// Data of the intake that are missing though the case went on without asking for them.
#[must_use]
pub fn incomplete_violation(progress: &Progress<'_>) -> Option<Violation> {
    let missing = progress.missing_intake();
    if missing.is_empty() || !progress.complaint {
        return None;
    }
    let rule = progress.regulation().intake.as_ref().and_then(|i| i.when_incomplete.as_ref());
    (!were_asked_for(progress)).then(|| Violation {
        kind: ViolationKind::IntakeIncomplete { missing, step: rule.map(|r| r.step.clone()) },
        at: at("sealed").key("fields"),
        rule: Some(RuleRef::block("intake")),
    })
}

/// Whether the step was taken by which missing data are asked for.
fn were_asked_for(progress: &Progress<'_>) -> bool {
    let rule = progress.regulation().intake.as_ref().and_then(|i| i.when_incomplete.as_ref());
    rule.is_some_and(|r| progress.taken.iter().any(|t| t.step.id == r.step))
}

/// Data that no sealed piece holds, where people had keys to seal to: a tick that they are there is worth nothing. Of several
/// complainants each has their own.
fn sealed(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let case = progress.participants.case;
    let day = case.first_day();
    let Some(sealed) = &case.sealed else { return };
    if !progress.participants.people.seal.iter().any(|key| key.is_in_force_on(day)) {
        return;
    }
    let held = |field: &str, of: Option<&str>| {
        let whose = |piece: &&SealedPiece| of.is_none() || piece.of.as_deref() == of;
        sealed.present().filter(whose).any(|piece| piece.holds.iter().any(|held| held == field))
    };
    let ticked: Vec<String> = sealed.fields.iter().filter(|field| !held(field, None)).cloned().collect();
    if !ticked.is_empty() {
        let kind = ViolationKind::OnlyTicked { fields: ticked, party: None };
        found.push(Violation { kind, at: at("sealed").key("fields"), rule: None });
    }
    let complainants = case.parties.iter().enumerate().filter(|(_, party)| party.position == Position::Complainant);
    let complainants: Vec<(usize, &Party)> = complainants.collect();
    if complainants.len() < 2 || !progress.complaint || were_asked_for(progress) {
        return;
    }
    let wanted = progress.regulation().intake.as_ref().map(|i| i.sealed.as_slice()).unwrap_or_default();
    for (index, party) in complainants {
        let fields: Vec<String> = wanted.iter().filter(|field| !held(field, Some(&party.key))).cloned().collect();
        if !fields.is_empty() {
            let kind = ViolationKind::OnlyTicked { fields, party: Some(party.key.clone()) };
            found.push(Violation { kind, at: at("parties").index(index), rule: Some(RuleRef::block("intake")) });
        }
    }
}

fn codes(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let (case, regulation) = (progress.participants.case, progress.regulation());
    if let Some(severity) = &case.severity {
        let known = regulation.severity.iter().flat_map(|s| s.list.iter().map(|i| i.id.as_str()));
        if !known.clone().any(|k| k == severity) {
            let kind = unknown("severity", severity, known);
            found.push(Violation { kind, at: at("severity"), rule: Some(RuleRef::block("severity")) });
        }
    }
    for (index, topic) in case.topics.iter().enumerate().filter(|(_, t)| regulation.topic(t).is_none()) {
        let kind = unknown("topics", topic, regulation.topics.list.iter().map(|t| t.id.as_str()));
        found.push(Violation { kind, at: at("topics").index(index), rule: Some(RuleRef::block("topics")) });
    }
}

fn topics(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let (case, rule) = (progress.participants.case, &progress.regulation().topics);
    if !progress.complaint {
        return;
    }
    let mut say = |why, key: &str| {
        let kind = ViolationKind::Topics { why };
        found.push(Violation { kind, at: at(key), rule: Some(RuleRef::block("topics")) });
    };
    if case.topics.len() < rule.at_least {
        say(TopicsFault::TooFew(rule.at_least), "topics");
    }
    if case.topics.len() > 1 && !rule.several {
        say(TopicsFault::TooMany, "topics");
    }
    let named_before = |n: usize, topic: &String| case.topics.iter().take(n).any(|t| t == topic);
    if let Some((_, topic)) = case.topics.iter().enumerate().find(|(n, t)| named_before(*n, t)) {
        say(TopicsFault::Twice(topic.clone()), "topics");
    }
    match &case.main_topic {
        Some(main) if !case.topics.contains(main) => say(TopicsFault::MainNotListed, "main_topic"),
        None if rule.main_required() && case.topics.len() > 1 => say(TopicsFault::NoMain, "topics"),
        _ => {}
    }
    for topic in case.topics.iter().filter_map(|t| progress.regulation().topic(t)) {
        let Some(role) = &topic.needs_party else { continue };
        if !case.parties.iter().any(|p| p.role.as_deref() == Some(role)) {
            found.push(Violation {
                kind: ViolationKind::NeedsParty { topic: topic.id.clone(), role: role.clone() },
                at: at("parties"),
                rule: Some(RuleRef::new("topics.list", &topic.id)),
            });
        }
    }
}

fn parties(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let (case, regulation) = (progress.participants.case, progress.regulation());
    for (index, party) in case.parties.iter().enumerate() {
        let place = at("parties").index(index);
        let Some(named) = party.role.as_deref() else { continue };
        let Some(role) = regulation.role(named) else {
            let kind = unknown("role", named, regulation.roles.iter().map(|r| r.id.as_str()));
            found.push(Violation { kind, at: place.key("role"), rule: Some(RuleRef::block("roles")) });
            continue;
        };
        let represented =
            party.position != Position::Representative || regulation.intake.as_ref().is_some_and(|i| i.representation);
        if !role.positions.contains(&party.position) || !represented {
            let kind = ViolationKind::WrongPosition { role: named.to_owned(), position: party.position.word() };
            found.push(Violation { kind, at: place.key("as"), rule: Some(RuleRef::new("roles", &role.id)) });
        }
        if let Some(person) = party.person.as_ref().filter(|p| progress.participants.people.person(p).is_none()) {
            let may = progress.participants.people.persons.iter().take(MOST).map(|p| p.key.clone()).collect();
            let kind = ViolationKind::UnknownWho { key: person.clone(), field: "person", may };
            found.push(Violation { kind, at: place.key("person"), rule: None });
        }
        found.extend(another_role(progress, party, role, &place));
    }
    let rule = regulation.intake.as_ref();
    let filled = |position: Position| case.parties.iter().any(|p| p.position == position);
    let empty = rule.iter().flat_map(|i| &i.parties).filter(|p| **p != Position::Complainant && !filled(**p));
    for position in empty.filter(|_| progress.complaint) {
        let kind = ViolationKind::PositionEmpty { position: position.word() };
        found.push(Violation { kind, at: at("parties"), rule: Some(RuleRef::block("intake")) });
    }
    let usual = rule.map(|i| i.usual_parties.as_slice()).unwrap_or_default();
    for (index, party) in case.parties.iter().enumerate().filter(|_| !usual.is_empty()) {
        let second = case.parties.iter().take(index).any(|p| p.role == party.role);
        let Some(role) = &party.role else { continue };
        if second || !usual.contains(role) {
            let kind = ViolationKind::UnusualParty { role: role.clone() };
            found.push(Violation { kind, at: at("parties").index(index), rule: Some(RuleRef::block("intake")) });
        }
    }
    if !case.parties.iter().any(|p| p.position == Position::Complainant) {
        found.push(Violation {
            kind: ViolationKind::NoComplainant,
            at: at("parties"),
            rule: Some(RuleRef::block("roles")),
        });
    }
}

/// A party who is said to be a member of staff in a role that this person never held up to the day on which he came into the
/// case: a former holder may be complained about.
fn another_role(progress: &Progress<'_>, party: &Party, role: &Role, place: &Route) -> Option<Violation> {
    let person = progress.participants.people.person(party.person.as_deref()?)?;
    let day =
        party.since.map_or(progress.participants.case.first_day(), |d| d.max(progress.participants.case.first_day()));
    let ever = person.roles.iter().any(|held| held.role == role.id && held.from <= day);
    (role.kind != RoleKind::Party && !ever).then(|| Violation {
        kind: ViolationKind::NotThatRole {
            party: party.key.clone(),
            person: person.key.clone(),
            role: role.id.clone(),
        },
        at: place.key("person"),
        rule: Some(RuleRef::new("roles", &role.id)),
    })
}

fn fields(progress: &Progress<'_>, found: &mut Vec<Violation>) {
    let (case, regulation) = (progress.participants.case, progress.regulation());
    for (key, value) in &case.fields {
        let place = at("fields").key(key);
        let Some(field) = regulation.fields.iter().find(|f| f.id == *key) else {
            let kind = unknown("fields", key, regulation.fields.iter().map(|f| f.id.as_str()));
            found.push(Violation { kind, at: place, rule: Some(RuleRef::block("fields")) });
            continue;
        };
        if !fits(progress, field.kind, &field.values, &Datum::of(value)) {
            let values = allowed(progress, field.kind, &field.values);
            let kind = ViolationKind::FactWrong { field: key.clone(), kind: field.kind, values };
            found.push(Violation { kind, at: place, rule: Some(RuleRef::new("fields", &field.id)) });
        } else if let Some(limits) = beyond(field.limits(), &Datum::of(value)) {
            let kind = ViolationKind::OutOfBounds { step: None, key: key.clone(), limits };
            found.push(Violation { kind, at: place, rule: Some(RuleRef::new("fields", &field.id)) });
        }
    }
    let closed = progress.ended.is_some_and(|e| e.step.does == Some(Does::Close));
    for field in regulation.fields.iter().filter(|_| progress.complaint) {
        let due = match field.required {
            Need::Always => true,
            Need::Closing => closed,
            Need::Never => field.when.is_some(),
        };
        let given = progress.value(&field.id).is_some();
        if due && !given && progress.applies(field.when.as_ref()) {
            let kind = ViolationKind::FactMissing { field: field.id.clone(), kind: field.kind };
            found.push(Violation { kind, at: at("fields"), rule: Some(RuleRef::new("fields", &field.id)) });
        }
    }
}

/// Declarations that the case owes and does not have, or has from the wrong person.
#[must_use]
pub fn attestation_violations(progress: &Progress<'_>) -> Vec<Violation> {
    let (case, regulation) = (progress.participants.case, progress.regulation());
    let mut found = Vec::new();
    for rule in regulation.attestations.iter().filter(|a| a.per == Per::Case) {
        let owed = owed(progress, rule);
        for party in progress.undeclared(rule).into_iter().filter(|_| owed) {
            let kind = ViolationKind::NotAttested { attestation: rule.id.clone(), party };
            found.push(Violation { kind, at: at("attestations"), rule: Some(RuleRef::new("attestations", &rule.id)) });
        }
    }
    for (index, given) in case.attestations.iter().enumerate() {
        let rule = regulation.attestations.iter().find(|a| a.id == given.attestation && a.per == Per::Case);
        // As it was when it was given: who became a party later was none then.
        let mut then = progress.clone();
        then.participants.day = Some(given.on);
        let may = rule.is_some_and(|r| then.able_as(&r.by, &given.by, given.on, progress.handler));
        if !may {
            let kind = ViolationKind::BadAttestation {
                attestation: given.attestation.clone(),
                by: given.by.clone(),
                known: rule.is_some(),
            };
            let rule = rule.map(|r| RuleRef::new("attestations", &r.id));
            found.push(Violation { kind, at: at("attestations").index(index), rule });
        }
    }
    found
}

impl<'a> Progress<'a> {
    /// The declarations that the case owes as soon as `step` is taken, and does not have yet.
    #[must_use]
    pub fn declarations_with(&self, step: &Step) -> Vec<&'a Attestation> {
        let closes = step.does == Some(Does::Close);
        let asked = |rule: &&Attestation| match rule.at.as_deref() {
            None | Some("closing") => closes,
            Some(at) => at == step.id,
        };
        let rules = self.regulation().attestations.iter().filter(|rule| rule.per == Per::Case);
        rules
            .filter(asked)
            .filter(|rule| self.applies(rule.when.as_ref()) && !self.undeclared(rule).is_empty())
            .collect()
    }

    /// Of whom a declaration is still wanted: each party, where parties must give it; nobody in particular otherwise.
    #[must_use]
    pub fn undeclared(&self, rule: &Attestation) -> Vec<Option<String>> {
        let given = self.participants.case.attestations.iter().filter(|given| given.attestation == rule.id);
        let by: Vec<&str> = given.map(|given| given.by.as_str()).collect();
        match rule.by.as_slice() {
            [selector] if self.names_parties(selector) && !self.participants.parties(selector).is_empty() => {
                let left = self.left_of(&[], selector, &by).into_iter();
                left.map(|party| Some(party.key.clone())).collect()
            }
            _ if by.is_empty() => vec![None],
            _ => Vec::new(),
        }
    }
}

fn owed(progress: &Progress<'_>, rule: &Attestation) -> bool {
    if !progress.complaint || !progress.applies(rule.when.as_ref()) {
        return false;
    }
    match rule.at.as_deref() {
        None | Some("closing") => progress.ended.is_some_and(|e| e.step.does == Some(Does::Close)),
        Some(step) => progress.taken.iter().any(|t| t.step.id == step),
    }
}
