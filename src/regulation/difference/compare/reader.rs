//! What is there for who reads: the title, which step counts as what, documents, sentences, what is left open.

use super::{Found, ids, kept, one};
use crate::regulation::block::Regulation;
use crate::regulation::difference::{Facet, What};
use crate::regulation::ending::Milestones;
use crate::regulation::public::{MeasuredBy, NamedDocument, Statement};
use crate::regulation::rule_ref::RuleRef;

impl Found {
    pub(super) fn title(&mut self, old: &Regulation, new: &Regulation) {
        if old.title != new.title {
            self.add(RuleRef::block("title"), What::Title(old.title.clone(), new.title.clone()));
        }
    }

    pub(super) fn milestones(&mut self, old: &Regulation, new: &Regulation) {
        for ((key, was), (_, now)) in milestones(&old.milestones).into_iter().zip(milestones(&new.milestones)) {
            self.names(&RuleRef::new("milestones", key), Facet::Milestone, one(was), one(now));
        }
    }

    pub(super) fn documents(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("documents", &ids(&old.documents, |x| &x.id), &ids(&new.documents, |x| &x.id));
        let what = |d: &NamedDocument| (d.title.clone(), d.url.clone());
        for (was, now) in kept(&old.documents, &new.documents, |d| &d.id) {
            self.other(RuleRef::new("documents", &now.id), what(was) == what(now));
        }
        let shown =
            |r: &Regulation| r.publication.as_ref().map(|p| (p.download, p.forbidden.clone(), p.canonical.clone()));
        self.other(RuleRef::block("publication"), shown(old) == shown(new));
    }

    /// A sentence is known by its id, or else by its words.
    pub(super) fn statements(&mut self, old: &Regulation, new: &Regulation) {
        for now in &new.statements {
            let rule = RuleRef::new("statements", &sentence(now));
            match same(now, &old.statements) {
                None => self.add(rule, What::Added),
                Some(was) => self.other(rule, said(was) == said(now)),
            }
        }
        for was in old.statements.iter().filter(|was| same(was, &new.statements).is_none()) {
            self.add(RuleRef::new("statements", &sentence(was)), What::Gone);
        }
    }

    pub(super) fn gaps(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("gaps", &ids(&old.gaps, |x| &x.id), &ids(&new.gaps, |x| &x.id));
        for (was, now) in kept(&old.gaps, &new.gaps, |g| &g.id) {
            self.other(RuleRef::new("gaps", &now.id), (&was.about, &was.why) == (&now.about, &now.why));
        }
    }
}

fn sentence(statement: &Statement) -> String {
    statement.quote.first().cloned().unwrap_or_default()
}

fn same<'a>(statement: &Statement, others: &'a [Statement]) -> Option<&'a Statement> {
    let by_id = || others.iter().find(|other| other.id.is_some() && other.id == statement.id);
    by_id().or_else(|| others.iter().find(|other| other.quote == statement.quote))
}

/// What a sentence says, and what shows whether it holds.
fn said(statement: &Statement) -> (&str, &[String], Option<&MeasuredBy>) {
    (&statement.kind, &statement.quote, statement.measured_by.as_ref())
}

/// Every milestone by its key, in the order of the file.
fn milestones(all: &Milestones) -> [(&'static str, Option<&String>); 7] {
    let Milestones { registration, acknowledgement, hearing, judgement, outcome, resolved, closing } = all;
    [
        ("registration", registration.as_ref()),
        ("acknowledgement", acknowledgement.as_ref()),
        ("hearing", hearing.as_ref()),
        ("judgement", judgement.as_ref()),
        ("outcome", outcome.as_ref()),
        ("resolved", resolved.as_ref()),
        ("closing", closing.as_ref()),
    ]
}
