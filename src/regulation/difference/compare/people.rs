//! Who there is, who handles, who may know, who declares.

use super::{Found, ids, words};
use crate::regulation::HandlerBy;
use crate::regulation::block::Regulation;
use crate::regulation::difference::{Facet, Switch, What};
use crate::regulation::handling::Exclusion;
use crate::regulation::retention::{Attestation, Confidentiality};
use crate::regulation::roles::Role;
use crate::regulation::rule_ref::RuleRef;

impl Found {
    pub(super) fn roles(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("roles", &ids(&old.roles, |x| &x.id), &ids(&new.roles, |x| &x.id));
        for after in &new.roles {
            let Some(before) = old.role(&after.id) else { continue };
            let rule = RuleRef::new("roles", &after.id);
            self.renamed(&rule, before.name == after.name);
            let positions = |r: &Role| r.positions.iter().map(|p| p.word().to_owned()).collect();
            self.names(&rule, Facet::Positions, positions(before), positions(after));
            if before.max_holders != after.max_holders {
                self.add(rule.clone(), What::AtMost(before.max_holders, after.max_holders));
            }
            self.switch(&rule, Switch::Independent, before.independent, after.independent);
            self.other(rule, (before.kind, public(before)) == (after.kind, public(after)));
        }
    }

    pub(super) fn assignment(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (&old.assignment, &new.assignment);
        let handlers = |r: &Regulation| {
            let mut roles = r.assignment.handler.roles.clone();
            roles.extend(r.assignment.handler.role.clone());
            roles
        };
        self.names(&RuleRef::block("assignment"), Facet::AssignedAt, before.step.clone(), after.step.clone());
        let rule = RuleRef::block("assignment.handler");
        self.names(&rule, Facet::HandledBy, handlers(old), handlers(new));
        self.switch(
            &rule,
            Switch::ByTopic,
            before.handler.by == HandlerBy::Topic,
            after.handler.by == HandlerBy::Topic,
        );
        let account = |r: &Regulation| {
            let handler = &r.assignment.handler;
            (handler.by == HandlerBy::Account, handler.account_field.clone())
        };
        self.other(rule, account(old) == account(new));
        let owner = |r: &Regulation| r.assignment.owner.iter().map(|o| o.role.clone()).collect();
        self.names(&RuleRef::block("assignment.owner"), Facet::OwnedBy, owner(old), owner(new));
        self.lists("assignment.exclude", &ids(&before.exclude, |x| &x.id), &ids(&after.exclude, |x| &x.id));
        for now in &after.exclude {
            let Some(was) = before.exclude.iter().find(|e| e.id == now.id) else { continue };
            let rule = RuleRef::new("assignment.exclude", &now.id);
            let not = |e: &Exclusion| words(&e.not);
            self.names(&rule, Facet::Excluded, not(was), not(now));
            self.switch(&rule, Switch::Waivable, was.waivable, now.waivable);
            let whom = |e: &Exclusion| (e.who.clone(), e.part.clone(), e.substitute.clone());
            self.other(rule, whom(was) == whom(now));
        }
    }

    pub(super) fn confidentiality(&mut self, old: Option<&Confidentiality>, new: Option<&Confidentiality>) {
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
            self.add(rule.clone(), What::AtMost(most(before), most(after)));
        }
        let shown =
            |c: &Confidentiality| c.secrecy.iter().map(|s| (words(&s.who), s.attestation.clone())).collect::<Vec<_>>();
        // Who keeps silent has a sentence of its own.
        self.other(rule, silent(before) != silent(after) || shown(before) == shown(after));
    }

    pub(super) fn attestations(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("attestations", &ids(&old.attestations, |x| &x.id), &ids(&new.attestations, |x| &x.id));
        for after in &new.attestations {
            let Some(before) = old.attestations.iter().find(|a| a.id == after.id) else { continue };
            let rule = RuleRef::new("attestations", &after.id);
            self.names(&rule, Facet::Declarers, words(&before.by), words(&after.by));
            let per = |a: &Attestation| vec![a.per.word().to_owned()];
            self.names(&rule, Facet::Per, per(before), per(after));
            if before.when != after.when || before.at != after.at {
                self.add(rule.clone(), What::Occasion);
            }
            self.other(rule, (&before.what, &before.holder) == (&after.what, &after.holder));
        }
    }
}

/// The contact data of an external body that may be public; nothing else is told apart.
fn public(role: &Role) -> Vec<(String, serde_json::Value)> {
    let all = role.contact.iter().flatten().filter(|(key, _)| role.publish.contains(key));
    all.map(|(key, value)| (key.clone(), value.clone())).collect()
}
