//! What a complaint is here: whose regulation it is, how a complaint comes in, what it must hold, how it is coded.

use super::{Found, ids, kept, one};
use crate::regulation::block::Regulation;
use crate::regulation::difference::{Facet, Switch, What};
use crate::regulation::public::Contact;
use crate::regulation::rule_ref::RuleRef;
use crate::regulation::subject::{CodeList, Intake};
use crate::regulation::workflow::CaseField;

impl Found {
    /// Only what may be public is told apart.
    pub(super) fn organisation(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.organisation, &new.organisation);
        let said = |o: &crate::regulation::Organisation| (o.name.clone(), o.site.clone(), o.address_as);
        self.other(RuleRef::block("organisation"), said(before) == said(after));
        let public =
            |r: &Regulation| -> Vec<Contact> { r.organisation.contact.iter().filter(|c| c.publish).cloned().collect() };
        let (before, after) = (public(old), public(new));
        self.lists("organisation.contact", &ids(&before, |c| &c.id), &ids(&after, |c| &c.id));
        for (was, now) in kept(&before, &after, |c| &c.id) {
            let same = (&was.kind, &was.value, &was.label) == (&now.kind, &now.value, &now.label);
            self.other(RuleRef::new("organisation.contact", &now.id), same);
        }
    }

    pub(super) fn channels(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("channels", &ids(&old.channels, |x| &x.id), &ids(&new.channels, |x| &x.id));
        for (was, now) in kept(&old.channels, &new.channels, |c| &c.id) {
            let rule = RuleRef::new("channels", &now.id);
            self.renamed(&rule, was.name == now.name);
            self.switch(&rule, Switch::Formal, was.formal, now.formal);
            self.names(&rule, Facet::ReceivedBy, one(was.via.as_ref()), one(now.via.as_ref()));
            self.other(rule, (was.form, &was.contact) == (now.form, &now.contact));
        }
    }

    pub(super) fn intake(&mut self, old: &Regulation, new: &Regulation) {
        if self.block("intake", old.intake.as_ref(), new.intake.as_ref())
            && let (Some(before), Some(after)) = (&old.intake, &new.intake)
        {
            self.what_it_must_hold(before, after);
        }
        self.lists("fields", &ids(&old.fields, |x| &x.id), &ids(&new.fields, |x| &x.id));
        for (was, now) in kept(&old.fields, &new.fields, |f| &f.id) {
            let rule = RuleRef::new("fields", &now.id);
            self.renamed(&rule, was.name == now.name);
            self.names(&rule, Facet::Values, was.values.clone(), now.values.clone());
            if was.when != now.when {
                self.add(rule.clone(), What::Occasion);
            }
            let kind = |f: &CaseField| (f.kind, f.required, f.limits());
            self.other(rule, kind(was) == kind(now));
        }
        let carried = |r: &Regulation| r.entries.as_ref().map(|e| e.require.clone()).unwrap_or_default();
        self.names(&RuleRef::block("entries"), Facet::Carried, carried(old), carried(new));
    }

    fn what_it_must_hold(&mut self, before: &Intake, after: &Intake) {
        let rule = RuleRef::block("intake");
        self.names(&rule, Facet::Sealed, before.sealed.clone(), after.sealed.clone());
        self.names(&rule, Facet::Sources, before.sources.clone(), after.sources.clone());
        self.switch(&rule, Switch::Representation, before.representation, after.representation);
        let filled = |i: &Intake| i.parties.iter().map(|p| p.word().to_owned()).collect();
        self.names(&rule, Facet::Filled, filled(before), filled(after));
        self.names(&rule, Facet::Usual, before.usual_parties.clone(), after.usual_parties.clone());
        let incomplete = |i: &Intake| {
            i.when_incomplete.as_ref().map(|w| (w.action, w.step.clone(), w.until.clone(), w.terms.clone()))
        };
        self.other(rule, incomplete(before) == incomplete(after));
    }

    pub(super) fn topics(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.topics, &new.topics);
        self.lists("topics", &ids(&before.list, |x| &x.id), &ids(&after.list, |x| &x.id));
        for (was, now) in kept(&before.list, &after.list, |t| &t.id) {
            let rule = RuleRef::new("topics", &now.id);
            self.renamed(&rule, was.name == now.name);
            self.names(&rule, Facet::AssignedTo, one(was.assign_to.as_ref()), one(now.assign_to.as_ref()));
            self.names(&rule, Facet::NeedsParty, one(was.needs_party.as_ref()), one(now.needs_party.as_ref()));
        }
        let rule = RuleRef::block("topics");
        self.renamed(&rule, before.name == after.name);
        self.switch(&rule, Switch::Several, before.several, after.several);
        self.other(rule, (before.at_least, &before.main) == (after.at_least, &after.main));
    }

    /// Causes and degrees of severity.
    pub(super) fn codes(&mut self, old: &Regulation, new: &Regulation) {
        for (block, before, after) in [("causes", &old.causes, &new.causes), ("severity", &old.severity, &new.severity)]
        {
            let all = |c: &Option<CodeList>| c.as_ref().map(|c| ids(&c.list, |x| &x.id)).unwrap_or_default();
            self.lists(block, &all(before), &all(after));
            let at = |c: &Option<CodeList>| c.as_ref().and_then(|c| c.required_at.clone());
            // A list that is new says with its codes that it is.
            let both = before.is_some() && after.is_some();
            self.other(RuleRef::block(block), !both || at(before) == at(after));
            let items = |c: &Option<CodeList>| c.as_ref().map(|c| c.list.clone()).unwrap_or_default();
            for (was, now) in kept(&items(before), &items(after), |x| &x.id) {
                self.renamed(&RuleRef::new(block, &now.id), was.name == now.name);
            }
        }
        // Only where both have one: a list that is new says with its codes that it is.
        if let (Some(before), Some(after)) = (&old.severity, &new.severity) {
            let first = |c: &CodeList| one(c.list.first().map(|x| &x.id));
            self.names(&RuleRef::block("severity"), Facet::Ordinary, first(before), first(after));
        }
    }
}
