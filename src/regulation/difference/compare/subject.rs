//! What a complaint is here: whose regulation it is, how a complaint comes in, what it must hold, how it is coded.

use super::{Found, ids, kept, one};
use crate::regulation::block::Regulation;
use crate::regulation::difference::{Facet, Switch, What};
use crate::regulation::public::{Contact, NamedDocument};
use crate::regulation::rule_ref::RuleRef;
use crate::regulation::subject::{CodeList, Intake};

impl Found {
    /// Only what may be public is told apart.
    pub(super) fn organisation(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.organisation, &new.organisation);
        self.other(RuleRef::block("organisation"), (&before.name, &before.site) == (&after.name, &after.site));
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
            self.names(&rule, Facet::Values, was.values.clone(), now.values.clone());
            if was.when != now.when {
                self.add(rule.clone(), What::Occasion);
            }
            self.other(rule, (was.kind, was.required) == (now.kind, now.required));
        }
        let carried = |r: &Regulation| r.entries.as_ref().map(|e| e.require.clone()).unwrap_or_default();
        self.names(&RuleRef::block("entries"), Facet::Carried, carried(old), carried(new));
    }

    fn what_it_must_hold(&mut self, before: &Intake, after: &Intake) {
        let rule = RuleRef::block("intake");
        self.names(&rule, Facet::Sealed, before.sealed.clone(), after.sealed.clone());
        self.names(&rule, Facet::Sources, before.sources.clone(), after.sources.clone());
        self.switch(&rule, Switch::Representation, before.representation, after.representation);
        let rest = |i: &Intake| {
            let incomplete = i.when_incomplete.as_ref().map(|w| (w.action, w.step.clone(), w.until.clone()));
            (i.parties.clone(), i.usual_parties.clone(), incomplete)
        };
        self.other(rule, rest(before) == rest(after));
    }

    pub(super) fn topics(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.topics, &new.topics);
        self.lists("topics", &ids(&before.list, |x| &x.id), &ids(&after.list, |x| &x.id));
        for (was, now) in kept(&before.list, &after.list, |t| &t.id) {
            let rule = RuleRef::new("topics", &now.id);
            self.names(&rule, Facet::AssignedTo, one(was.assign_to.as_ref()), one(now.assign_to.as_ref()));
            self.names(&rule, Facet::NeedsParty, one(was.needs_party.as_ref()), one(now.needs_party.as_ref()));
        }
        let rule = RuleRef::block("topics");
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
        }
    }

    pub(super) fn documents(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("documents", &ids(&old.documents, |x| &x.id), &ids(&new.documents, |x| &x.id));
        let what = |d: &NamedDocument| (d.title.clone(), d.url.clone());
        for (was, now) in kept(&old.documents, &new.documents, |d| &d.id) {
            self.other(RuleRef::new("documents", &now.id), what(was) == what(now));
        }
        let shown = |r: &Regulation| r.publication.as_ref().map(|p| (p.download, p.forbidden.clone()));
        self.other(RuleRef::block("publication"), shown(old) == shown(new));
    }
}
