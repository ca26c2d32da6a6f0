//! Rule by rule: what is new, gone or different.

use super::{Difference, Facet, Switch, What};
use crate::regulation::block::Regulation;
use crate::regulation::ending::Escalation;
use crate::regulation::handling::Exclusion;
use crate::regulation::keeping::{Attestation, Confidentiality, Regime, Retention};
use crate::regulation::rule_ref::RuleRef;
use crate::regulation::time::{Extension, Term};
use crate::regulation::who::{Form, Role, Selector};
use crate::regulation::workflow::Step;

pub(super) fn all(old: &Regulation, new: &Regulation) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    if old.counting != new.counting {
        found.add(RuleRef::block("counting"), What::Counting);
    }
    found.roles(old, new);
    found.lists("channels", &ids(&old.channels, |x| &x.id), &ids(&new.channels, |x| &x.id));
    found.lists("topics", &ids(&old.topics.list, |x| &x.id), &ids(&new.topics.list, |x| &x.id));
    found.assignment(old, new);
    found.steps(old, new);
    found.terms(old, new);
    found.extensions(old, new);
    found.escalations(old, new);
    found.confidentiality(old.confidentiality.as_ref(), new.confidentiality.as_ref());
    if let (Some(before), Some(after)) = (&old.costs, &new.costs)
        && before.complainant != after.complainant
    {
        found.add(RuleRef::block("costs"), What::Costs(before.complainant.clone(), after.complainant.clone()));
    }
    found.retention(old.retention.as_ref(), new.retention.as_ref());
    found.attestations(old, new);
    found.lists("gaps", &ids(&old.gaps, |x| &x.id), &ids(&new.gaps, |x| &x.id));
    found.0
}

fn ids<T>(list: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    list.iter().map(|x| id(x).clone()).collect()
}

fn words(selectors: &[Selector]) -> Vec<String> {
    selectors.iter().map(|s| s.word().to_owned()).collect()
}

fn one(word: Option<&String>) -> Vec<String> {
    word.into_iter().cloned().collect()
}

struct Found(Vec<Difference>);

impl Found {
    fn add(&mut self, rule: RuleRef, what: What) {
        self.0.push(Difference { rule, what });
    }

    /// What is only in one of two lists of ids.
    fn lists(&mut self, block: &str, old: &[String], new: &[String]) {
        for id in new.iter().filter(|id| !old.contains(id)) {
            self.add(RuleRef::new(block, id), What::Added);
        }
        for id in old.iter().filter(|id| !new.contains(id)) {
            self.add(RuleRef::new(block, id), What::Gone);
        }
    }

    fn steps(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("steps", &ids(&old.steps, |x| &x.id), &ids(&new.steps, |x| &x.id));
        for after in &new.steps {
            let Some(before) = old.step(&after.id) else { continue };
            let rule = RuleRef::new("steps", &after.id);
            self.step(&rule, before, after);
            for ask in after.asks.iter().filter(|a| !before.asks.iter().any(|b| b.key == a.key)) {
                self.add(rule.clone(), What::Asks(ask.key.clone()));
            }
            for ask in before.asks.iter().filter(|b| !after.asks.iter().any(|a| a.key == b.key)) {
                self.add(rule.clone(), What::AsksNoMore(ask.key.clone()));
            }
        }
    }

    fn terms(&mut self, old: &Regulation, new: &Regulation) {
        let length = |t: &Term| t.within.or(t.every);
        // A new term with a length is told with it.
        let untold = |t: &&Term| old.term(&t.id).is_some() || length(t).is_none();
        let after: Vec<String> = new.terms.iter().filter(untold).map(|t| t.id.clone()).collect();
        let before: Vec<String> = old.terms.iter().map(|t| t.id.clone()).collect();
        self.lists("terms", &before, &after);
        for added in new.terms.iter().filter(|t| !untold(t)) {
            self.add(RuleRef::new("terms", &added.id), What::Length(None, length(added)));
        }
        for after in &new.terms {
            let Some(before) = old.term(&after.id) else { continue };
            let rule = RuleRef::new("terms", &after.id);
            if length(before) != length(after) {
                self.add(rule.clone(), What::Length(length(before), length(after)));
            }
            if before.hard != after.hard {
                self.add(rule.clone(), What::Hard(after.hard));
            }
            self.term(&rule, before, after);
        }
    }

    fn extensions(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("extensions", &ids(&old.extensions, |x| &x.id), &ids(&new.extensions, |x| &x.id));
        let known = |e: &&Extension| old.extensions.iter().find(|b| b.id == e.id).cloned();
        for (after, before) in new.extensions.iter().filter_map(|e| Some((e, known(&e)?))) {
            let rule = RuleRef::new("extensions", &after.id);
            if before.at_most != after.at_most {
                self.add(rule.clone(), What::Most(before.at_most, after.at_most));
            }
            if before.times != after.times {
                self.add(rule.clone(), What::Times(before.times, after.times));
            }
            self.extension(&rule, &before, after);
        }
    }

    fn escalations(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("escalations", &ids(&old.escalations, |x| &x.id), &ids(&new.escalations, |x| &x.id));
        for after in &new.escalations {
            let Some(before) = old.escalations.iter().find(|e| e.id == after.id) else { continue };
            let rule = RuleRef::new("escalations", &after.id);
            let costs = |e: &Escalation| e.costs.clone().unwrap_or_else(|| "unknown".to_owned());
            if costs(before) != costs(after) {
                self.add(rule.clone(), What::Costs(costs(before), costs(after)));
            }
            if before.binding != after.binding {
                self.add(rule.clone(), What::Binding(after.binding));
            }
            self.escalation(&rule, before, after);
        }
    }

    fn retention(&mut self, old: Option<&Retention>, new: Option<&Retention>) {
        let rule = RuleRef::block("retention");
        match (old, new) {
            (None, Some(_)) => self.add(rule, What::Added),
            (Some(_), None) => self.add(rule, What::Gone),
            (Some(before), Some(after)) => {
                let how =
                    |r: &Retention| (r.regime, r.event.clone(), r.within, r.from.clone(), r.leaves, r.when.clone());
                if how(before) != how(after) {
                    self.add(rule.clone(), What::Kept);
                }
                if before.keep != after.keep {
                    self.add(rule.clone(), What::KeptFor(before.keep, after.keep));
                }
                let by = |r: &Retention| r.by.iter().map(|s| s.word().to_owned()).collect();
                self.names(&rule, Facet::DestroyedBy, by(before), by(after));
                let holds = |r: &Retention| r.holds.iter().map(|h| h.word().to_owned()).collect();
                self.names(&rule, Facet::Holds, holds(before), holds(after));
                let given = before.basis.is_none() && after.basis.is_some();
                if after.regime == Regime::Indefinite && given {
                    self.add(rule, What::Basis);
                }
            }
            (None, None) => {}
        }
    }

    /// A part of a rule that names others than before; the order in which it names them says nothing.
    fn names(&mut self, rule: &RuleRef, facet: Facet, old: Vec<String>, new: Vec<String>) {
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort_unstable();
            list
        };
        if sorted(&old) != sorted(&new) {
            self.add(rule.clone(), What::Names(facet, old, new));
        }
    }

    fn switch(&mut self, rule: &RuleRef, switch: Switch, old: bool, new: bool) {
        if old != new {
            self.add(rule.clone(), What::Now(switch, new));
        }
    }

    fn roles(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("roles", &ids(&old.roles, |x| &x.id), &ids(&new.roles, |x| &x.id));
        for after in &new.roles {
            let Some(before) = old.role(&after.id) else { continue };
            let rule = RuleRef::new("roles", &after.id);
            let positions = |r: &Role| r.positions.iter().map(|p| p.word().to_owned()).collect();
            self.names(&rule, Facet::Positions, positions(before), positions(after));
            if before.max_holders != after.max_holders {
                self.add(rule.clone(), What::AtMost(before.max_holders, after.max_holders));
            }
            self.switch(&rule, Switch::Independent, before.independent, after.independent);
        }
    }

    fn assignment(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.assignment, &new.assignment);
        let handlers = |r: &Regulation| {
            let mut roles = r.assignment.handler.roles.clone();
            roles.extend(r.assignment.handler.role.clone());
            roles
        };
        let rule = RuleRef::block("assignment.handler");
        self.names(&rule, Facet::HandledBy, handlers(old), handlers(new));
        self.switch(
            &rule,
            Switch::ByTopic,
            before.handler.by == crate::regulation::HandlerBy::Topic,
            after.handler.by == crate::regulation::HandlerBy::Topic,
        );
        let owner = |r: &Regulation| r.assignment.owner.iter().map(|o| o.role.clone()).collect();
        self.names(&RuleRef::block("assignment.owner"), Facet::OwnedBy, owner(old), owner(new));
        self.lists("assignment.exclude", &ids(&before.exclude, |x| &x.id), &ids(&after.exclude, |x| &x.id));
        for now in &after.exclude {
            let Some(was) = before.exclude.iter().find(|e| e.id == now.id) else { continue };
            let rule = RuleRef::new("assignment.exclude", &now.id);
            let not = |e: &Exclusion| words(&e.not);
            self.names(&rule, Facet::Excluded, not(was), not(now));
            self.switch(&rule, Switch::Waivable, was.waivable, now.waivable);
        }
    }

    fn step(&mut self, rule: &RuleRef, before: &Step, after: &Step) {
        let lists: [(Facet, &[Selector], &[Selector]); 7] = [
            (Facet::By, &before.by, &after.by),
            (Facet::ByEach, &before.by_each, &after.by_each),
            (Facet::With, &before.with, &after.with),
            (Facet::To, &before.to, &after.to),
            (Facet::Copy, &before.cc, &after.cc),
            (Facet::ReportedTo, &before.report_to, &after.report_to),
            (Facet::Also, &before.also, &after.also),
        ];
        for (facet, old, new) in lists {
            self.names(rule, facet, words(old), words(new));
        }
        self.names(rule, Facet::After, before.after.clone(), after.after.clone());
        self.names(rule, Facet::AfterAny, before.after_any.clone(), after.after_any.clone());
        self.names(rule, Facet::Channels, before.channels.clone(), after.channels.clone());
        self.names(rule, Facet::Grounds, before.waivable.clone(), after.waivable.clone());
        let form = |s: &Step| s.form.iter().map(|f| form(*f).to_owned()).collect();
        self.names(rule, Facet::Form, form(before), form(after));
        self.switch(rule, Switch::Optional, before.optional, after.optional);
        self.switch(rule, Switch::Once, before.once, after.once);
        self.switch(rule, Switch::EachRound, before.each_round, after.each_round);
        if before.when != after.when {
            self.add(rule.clone(), What::Occasion);
        }
    }

    fn term(&mut self, rule: &RuleRef, before: &Term, after: &Term) {
        self.names(rule, Facet::Starts, vec![before.from.clone()], vec![after.from.clone()]);
        self.names(rule, Facet::Stops, before.until.clone(), after.until.clone());
        self.switch(rule, Switch::Extendable, before.extendable, after.extendable);
        if before.counting != after.counting {
            self.add(rule.clone(), What::Counting);
        }
        if before.when != after.when {
            self.add(rule.clone(), What::Occasion);
        }
    }

    fn extension(&mut self, rule: &RuleRef, before: &Extension, after: &Extension) {
        self.names(rule, Facet::Terms, before.terms.clone(), after.terms.clone());
        self.names(rule, Facet::BeyondWith, one(before.beyond_with.as_ref()), one(after.beyond_with.as_ref()));
    }

    fn escalation(&mut self, rule: &RuleRef, before: &Escalation, after: &Escalation) {
        self.names(rule, Facet::Body, vec![before.body.clone()], vec![after.body.clone()]);
        self.names(rule, Facet::Appellants, words(&before.who), words(&after.who));
        if before.file_within != after.file_within {
            self.add(rule.clone(), What::FileWithin(before.file_within, after.file_within));
        }
        if before.when != after.when {
            self.add(rule.clone(), What::Occasion);
        }
    }

    fn confidentiality(&mut self, old: Option<&Confidentiality>, new: Option<&Confidentiality>) {
        let rule = RuleRef::block("confidentiality");
        match (old, new) {
            (None, Some(_)) => self.add(rule.clone(), What::Added),
            (Some(_), None) => self.add(rule.clone(), What::Gone),
            _ => {}
        }
        let (Some(before), Some(after)) = (old, new) else { return };
        let silent = |c: &Confidentiality| words(&c.secrecy.iter().flat_map(|s| s.who.clone()).collect::<Vec<_>>());
        self.names(&rule, Facet::Silent, silent(before), silent(after));
        let access = |c: &Confidentiality| {
            let mut who: Vec<String> = c.access.iter().flat_map(|a| a.roles.clone()).collect();
            who.extend(c.access.iter().flat_map(|a| words(&a.parties)));
            who
        };
        self.names(&rule, Facet::Access, access(before), access(after));
        let most = |c: &Confidentiality| c.access.as_ref().and_then(|a| a.max_persons);
        if most(before) != most(after) {
            self.add(rule, What::AtMost(most(before), most(after)));
        }
    }

    fn attestations(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("attestations", &ids(&old.attestations, |x| &x.id), &ids(&new.attestations, |x| &x.id));
        for after in &new.attestations {
            let Some(before) = old.attestations.iter().find(|a| a.id == after.id) else { continue };
            let rule = RuleRef::new("attestations", &after.id);
            self.names(&rule, Facet::Declarers, words(&before.by), words(&after.by));
            let per = |a: &Attestation| vec![a.per.word().to_owned()];
            self.names(&rule, Facet::Per, per(before), per(after));
            if before.when != after.when || before.at != after.at {
                self.add(rule, What::Occasion);
            }
        }
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Written => "written",
        Form::Oral => "oral",
    }
}
