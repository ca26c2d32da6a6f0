//! Who took a step, and who received it.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::participants::Participant;
use super::progress::Progress;
use super::violation::{HandlerFault, MOST, Receipt, ViolationKind};
use crate::case::LogEntry;
use crate::regulation::{Does, Exclusion, HandlerBy, RoleKind, Selector, Step};

fn words(selectors: &[Selector]) -> Vec<String> {
    selectors.iter().map(|s| s.word().to_owned()).collect()
}

impl<'a> Progress<'a> {
    /// What is wrong with those who took the step.
    #[must_use]
    pub fn actor_violations(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let mut found = Vec::new();
        let wanted: Vec<Selector> = step.by.iter().chain(&step.by_each).cloned().collect();
        if entry.by.is_empty() {
            if !wanted.is_empty() {
                let may = self.able_to_take(step, &wanted, entry);
                found.push(ViolationKind::NoActor { step: step.id.clone(), wanted: words(&wanted), may });
            }
            return found;
        }
        let handler = entry.handler.as_deref().or(self.handler);
        // Looked up once, however many keys an entry has.
        let able = OnceCell::new();
        let able = || able.get_or_init(|| self.able_to_take(step, &wanted, entry)).clone();
        let wrong = |key: &String| ViolationKind::WrongActor {
            step: step.id.clone(),
            key: key.clone(),
            wanted: words(&wanted),
            may: able(),
        };
        for key in &entry.by {
            found.extend(self.joined_as_party(&wanted, key, entry));
            match self.participants.who(key) {
                None => found.push(ViolationKind::UnknownWho { key: key.clone(), field: "by", may: able() }),
                Some(Participant::Role(role)) if !self.is_external(role) => found.push(wrong(key)),
                Some(_) if wanted.is_empty() || self.able_as(&wanted, key, entry.on, handler) => {}
                Some(_) if self.stands_in(&wanted, key, entry.on) => {}
                Some(_) if self.participants.any(&wanted, key, entry.on, handler) => {
                    found.extend(self.kept_from(step, &wanted, key, entry));
                }
                Some(_) => found.push(wrong(key)),
            }
        }
        let for_a_party = entry
            .by
            .iter()
            .any(|k| matches!(self.participants.who(k), Some(Participant::Party(p)) if p.person.is_none()));
        if for_a_party && entry.recorded_by.is_none() {
            found.push(ViolationKind::DataMissing {
                step: step.id.clone(),
                key: "recorded_by".to_owned(),
                kind: crate::regulation::AskType::Person,
            });
        }
        found.extend(self.conflicts(step, entry));
        found.extend(self.unknown_persons(step, entry));
        let outsiders = self.wrong_escalator(step, entry);
        if !outsiders.is_empty() {
            // Who may call upon the external body says more than who may take the step.
            found.retain(|kind| !matches!(kind, ViolationKind::WrongActor { .. }));
        }
        found.extend(outsiders);
        found
    }

    /// The keys of parties and persons whom one of the selectors names on the day of an entry.
    fn able(&self, selectors: &[Selector], entry: &LogEntry) -> Vec<String> {
        self.named(selectors, entry).into_iter().take(MOST).map(str::to_owned).collect()
    }

    /// The same of those who may take the step.
    fn able_to_take(&self, step: &Step, selectors: &[Selector], entry: &LogEntry) -> Vec<String> {
        let able = self.named(selectors, entry).into_iter().filter(|key| !self.is_kept_from_step(step, key, entry.on));
        able.take(MOST).map(str::to_owned).collect()
    }

    fn named(&self, selectors: &[Selector], entry: &LogEntry) -> Vec<&'a str> {
        let handler = entry.handler.as_deref().or(self.handler);
        let parties = self.participants.case.parties.iter().map(|p| p.key.as_str());
        let all = parties.chain(self.participants.people.persons.iter().map(|p| p.key.as_str()));
        all.filter(|key| self.able_as(selectors, key, entry.on, handler)).collect()
    }

    /// The keys of those who may become the handler by an entry.
    fn able_to_handle(&self, step: &Step, entry: &LogEntry) -> Vec<String> {
        self.may_handle(step, entry.on).into_iter().take(MOST).map(str::to_owned).collect()
    }

    fn is_external(&self, role: &str) -> bool {
        self.regulation().role(role).is_some_and(|r| r.kind == RoleKind::External)
    }

    fn wrong_escalator(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let Some(way) = self.escalation_of(&step.id) else { return Vec::new() };
        if way.steps.filed.as_deref() != Some(step.id.as_str()) {
            return Vec::new();
        }
        let outsiders = entry.by.iter().filter(|k| !self.participants.any(&way.who, k, entry.on, self.handler));
        outsiders
            .map(|k| ViolationKind::WrongEscalator { step: step.id.clone(), key: k.clone(), who: words(&way.who) })
            .collect()
    }

    fn conflicts(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let rules = self.regulation().assignment.exclude.iter().filter(|x| x.who == step.id);
        let judged = rules.flat_map(|rule| {
            let keys = if rule.part.as_deref() == Some("consulted") { &entry.with } else { &entry.by };
            keys.iter().filter_map(|key| self.conflict(rule, step, key, entry)).collect::<Vec<_>>()
        });
        let consulted = entry.with.iter().filter_map(|key| {
            let asked = self.participants.any(&step.with, key, entry.on, self.handler);
            let able = self.able_as(&step.with, key, entry.on, self.handler);
            (asked && !able).then(|| self.kept_from(step, &step.with, key, entry)).flatten()
        });
        judged.chain(consulted).collect()
    }

    pub(super) fn conflict(
        &self,
        rule: &Exclusion,
        step: &Step,
        key: &'a str,
        entry: &'a LogEntry,
    ) -> Option<ViolationKind> {
        if rule.waivable && entry.waiver.is_some() {
            return None;
        }
        let person = self.participants.person_of(key)?;
        let is = rule.not.iter().find(|s| self.same(s, person, key, entry.on))?;
        Some(ViolationKind::Conflict {
            exclusion: rule.id.clone(),
            step: step.id.clone(),
            key: key.to_owned(),
            is: is.word().to_owned(),
            // Who is appointed in place of another is not put right by appointing somebody once more.
            substitute: self.to_appoint(rule, step),
            waivable: rule.waivable,
        })
    }

    /// Whether `person` is one of those the selector names, as the same human being.
    pub(super) fn same(&self, selector: &Selector, person: &str, key: &'a str, day: NaiveDate) -> bool {
        match selector {
            Selector::Handler => self.handler == Some(person),
            Selector::Position(_) | Selector::Parties => {
                self.participants.parties(selector).iter().any(|p| p.person.as_deref() == Some(person))
            }
            _ => self.participants.matches(selector, key, day, self.handler),
        }
    }

    /// What is wrong with the handler that an entry names.
    #[must_use]
    pub fn handler_violations(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let assignment = &self.regulation().assignment;
        let Some(key) = entry.handler.as_deref() else {
            let wanted = self.handler_roles(step, self.deviates(step, entry));
            if !self.assigns(step) {
                return Vec::new();
            }
            let may = self.able_to_handle(step, entry);
            return vec![ViolationKind::WrongHandler { key: String::new(), wanted, may, why: HandlerFault::Missing }];
        };
        if self.participants.people.person(key).is_none() {
            let may = self.able_to_handle(step, entry);
            return vec![ViolationKind::UnknownWho { key: key.to_owned(), field: "handler", may }];
        }
        let mut found = Vec::new();
        found.extend(self.wrong_role(key, step, entry));
        found.extend(self.barred_handler(key, step, entry));
        for rule in assignment.exclude.iter().filter(|x| x.who == "handler") {
            found.extend(self.conflict(rule, step, key, entry));
            found.extend(self.without_substitute(rule, step, key, entry.on));
        }
        found
    }

    /// Whether a step makes somebody the handler.
    #[must_use]
    pub fn assigns(&self, step: &Step) -> bool {
        self.regulation().assignment.step.contains(&step.id) || step.does == Some(Does::Assign)
    }

    /// The roles of which whoever becomes the handler by a step holds one; none: any member of staff may be. A deviation
    /// with its reason stays within the roles that handle at all.
    #[must_use]
    pub fn handler_roles(&self, step: &Step, deviates: bool) -> Vec<String> {
        if self.substitutes(step) {
            return self.substitute_roles(step);
        }
        let rule = &self.regulation().assignment.handler;
        match rule.by {
            HandlerBy::Fixed | HandlerBy::Account => rule.role.iter().chain(&rule.roles).cloned().collect(),
            HandlerBy::Topic => match self.routed().filter(|_| !deviates) {
                Some(role) => vec![role],
                None if rule.roles.is_empty() => {
                    self.regulation().topics.list.iter().filter_map(|t| t.assign_to.clone()).collect()
                }
                None => rule.roles.clone(),
            },
        }
    }

    /// The persons whom a step that assigns may make the handler of this case on `day`, without a reason to deviate.
    #[must_use]
    pub fn may_handle(&self, step: &Step, day: NaiveDate) -> Vec<&'a str> {
        let assignment = &self.regulation().assignment;
        // Who hands over says why, and leaves it to somebody else.
        let over = step.reason_key().is_some() && self.assigns(step);
        let roles = self.handler_roles(step, over);
        let fits =
            |key: &str| roles.is_empty() || roles.iter().any(|role| self.participants.people.holds(key, role, day));
        let client = assignment.handler.account_field.as_deref().and_then(|field| self.value(field));
        let by_account = assignment.handler.by == HandlerBy::Account && !self.substitutes(step) && !over;
        let account = client.filter(|_| by_account).map(|client| self.participants.people.account_holder(client, day));
        let barred = |key: &'a str| {
            let mut rules = assignment.exclude.iter().filter(|rule| rule.who == "handler").flat_map(|rule| &rule.not);
            rules.any(|selector| self.same(selector, key, key, day))
        };
        if let Some(appointed) = self.stand_in(day).filter(|_| !self.substitutes(step)) {
            return vec![appointed];
        }
        let staff = self.participants.people.persons.iter().map(|person| person.key.as_str());
        let staff = staff.filter(|key| self.participants.matches(&Selector::Anyone, key, day, self.handler));
        let stays = |key: &str| over && self.handler == Some(key);
        let named: Vec<Selector> = roles.iter().cloned().map(Selector::Role).collect();
        let fits = |key: &'a str| fits(key) && (roles.is_empty() || self.able_as(&named, key, day, None));
        let able = |key: &&'a str| fits(key) && account.is_none_or(|holder| holder == Some(*key)) && !barred(key);
        staff.filter(|key| able(key) && !stays(key)).collect()
    }

    fn wrong_role(&self, key: &str, step: &Step, entry: &LogEntry) -> Option<ViolationKind> {
        let rule = &self.regulation().assignment.handler;
        let people = self.participants.people;
        let substitutes = self.substitutes(step);
        if let Some(appointed) = self.stand_in(entry.on).filter(|_| !substitutes) {
            let (key, may) = (key.to_owned(), vec![appointed.to_owned()]);
            let wanted = may.clone();
            return (appointed != key).then_some(ViolationKind::WrongHandler {
                key,
                wanted,
                may,
                why: HandlerFault::StandIn,
            });
        }
        let deviates = self.deviates(step, entry);
        let allowed = self.handler_roles(step, deviates);
        if !allowed.is_empty() && !allowed.iter().any(|r| people.holds(key, r, entry.on)) {
            let (key, may) = (key.to_owned(), self.able_to_handle(step, entry));
            return Some(ViolationKind::WrongHandler { key, wanted: allowed, may, why: HandlerFault::Role });
        }
        if rule.by != HandlerBy::Account || deviates || substitutes {
            return None;
        }
        let client = rule.account_field.as_deref().and_then(|f| self.value(f))?;
        let holder = people.account_holder(client, entry.on);
        (holder != Some(key)).then(|| ViolationKind::WrongHandler {
            key: key.to_owned(),
            wanted: holder.map(str::to_owned).into_iter().collect(),
            may: self.able_to_handle(step, entry),
            why: HandlerFault::Account,
        })
    }

    /// The role to which the main topic (or the only one) leads.
    fn routed(&self) -> Option<String> {
        let case = self.participants.case;
        let topic = case.main_topic.as_ref().or(case.topics.first())?;
        self.regulation().topic(topic)?.assign_to.clone()
    }

    /// Who did not receive it, and who received it who may not.
    #[must_use]
    pub fn receipt_violations(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let mut found = Vec::new();
        if entry.waived.is_some() {
            return found;
        }
        let handler = entry.handler.as_deref().or(self.handler);
        let groups = [
            (Receipt::To, &step.to, &entry.to),
            (Receipt::Cc, &step.cc, &entry.cc),
            (Receipt::With, &step.with, &entry.with),
            (Receipt::ReportedTo, &step.report_to, &entry.reported_to),
        ];
        for (how, wanted, given) in groups {
            for selector in wanted {
                let Some(missing) = self.unreached(step, selector, given, entry, how) else { continue };
                let (step, who) = (step.id.clone(), selector.word().to_owned());
                found.push(ViolationKind::NotReceived { step, who, missing, how });
            }
        }
        let allowed: Vec<Selector> =
            [&step.to, &step.cc, &step.with, &step.report_to, &step.also].into_iter().flatten().cloned().collect();
        let able = OnceCell::new();
        for (how, _, given) in groups {
            for key in given {
                if self.participants.who(key).is_none() {
                    let may = able.get_or_init(|| self.able(&allowed, entry)).clone();
                    found.push(ViolationKind::UnknownWho { key: key.clone(), field: how.key(), may });
                } else if !self.participants.any(&allowed, key, entry.on, handler) {
                    found.push(ViolationKind::NotForThem { step: step.id.clone(), key: key.clone(), how });
                }
            }
        }
        found
    }
}
