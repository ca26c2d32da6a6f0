//! What comes at the end: the external body, keeping, costs, satisfaction, measures, the report.

use super::{Found, ids, kept, words};
use crate::regulation::block::Regulation;
use crate::regulation::difference::{Facet, Switch, What};
use crate::regulation::ending::{Duty, Escalation, EscalationSteps, Judgement, Measures, Satisfaction};
use crate::regulation::retention::{Reporting, Retention};
use crate::regulation::rule_ref::RuleRef;

impl Found {
    pub(super) fn escalations(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("escalations", &ids(&old.escalations, |x| &x.id), &ids(&new.escalations, |x| &x.id));
        for after in &new.escalations {
            let Some(before) = old.escalations.iter().find(|e| e.id == after.id) else { continue };
            let rule = RuleRef::new("escalations", &after.id);
            let costs = |e: &Escalation| e.costs.clone().unwrap_or_else(|| "unknown".to_owned());
            if costs(before) != costs(after) {
                self.add(rule.clone(), What::Costs(costs(before), costs(after)));
            }
            let binding = |rules: &Regulation, way: &Escalation| rules.bound_by(way);
            if binding(old, before) != binding(new, after) {
                self.add(rule.clone(), What::Binding(binding(new, after)));
            }
            self.escalation(&rule, before, after);
        }
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
        let steps = |e: &Escalation| e.steps.all().map(str::to_owned).collect();
        self.names(rule, Facet::WayOut, steps(before), steps(after));
        let duty = |e: &Escalation| vec![duty(e.duty).to_owned()];
        self.names(rule, Facet::Duty, duty(before), duty(after));
        let way = |e: &Escalation| {
            let EscalationSteps { offer, filed, ruled, executed } = e.steps.clone();
            ([offer, filed, ruled, executed], e.term.clone())
        };
        self.other(rule.clone(), way(before) == way(after));
    }

    pub(super) fn costs(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (old.costs.as_ref(), new.costs.as_ref());
        if !self.block("costs", before, after) {
            return;
        }
        if let (Some(before), Some(after)) = (before, after)
            && before.complainant != after.complainant
        {
            self.add(RuleRef::block("costs"), What::Costs(before.complainant.clone(), after.complainant.clone()));
        }
    }

    pub(super) fn retention(&mut self, old: Option<&Retention>, new: Option<&Retention>) {
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
                let reviewed = |r: &Retention| r.review_on.iter().map(ToString::to_string).collect();
                self.names(&rule, Facet::Reviewed, reviewed(before), reviewed(after));
                self.switch(&rule, Switch::Documents, before.documents.is_some(), after.documents.is_some());
                match (&before.basis, &after.basis) {
                    (None, Some(_)) => self.add(rule, What::Context(true)),
                    (Some(_), None) => self.add(rule, What::Context(false)),
                    (before, after) => self.other(rule, before == after),
                }
            }
            (None, None) => {}
        }
    }

    pub(super) fn judgement(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (old.judgement.as_ref(), new.judgement.as_ref());
        if !self.block("judgement", before, after) {
            return;
        }
        let (Some(before), Some(after)) = (before, after) else { return };
        self.lists("judgement", &ids(&before.scale, |x| &x.id), &ids(&after.scale, |x| &x.id));
        for (was, now) in kept(&before.scale, &after.scale, |x| &x.id) {
            let rule = RuleRef::new("judgement", &now.id);
            self.renamed(&rule, was.name == now.name);
            self.other(rule, was.means == now.means);
        }
        let how = |j: &Judgement| (j.step.clone(), j.key.clone(), j.required);
        self.other(RuleRef::block("judgement"), how(before) == how(after));
    }

    /// Whose satisfaction is asked, and how improvements are followed.
    pub(super) fn satisfaction(&mut self, old: &Regulation, new: &Regulation) {
        let asked = |r: &Regulation| {
            words(&r.satisfaction.iter().flat_map(|s: &Satisfaction| s.of.clone()).collect::<Vec<_>>())
        };
        self.names(&RuleRef::block("satisfaction"), Facet::Asked, asked(old), asked(new));
        let when = |r: &Regulation| -> Vec<_> {
            r.satisfaction.iter().map(|s| (s.step.clone(), s.key.clone(), s.reopen.clone())).collect()
        };
        self.other(RuleRef::block("satisfaction"), asked(old) != asked(new) || when(old) == when(new));
        if self.block("measures", old.measures.as_ref(), new.measures.as_ref()) {
            let how =
                |m: &Measures| (m.step.clone(), m.key.clone(), m.none.clone(), m.verified.clone(), m.taken.clone());
            self.other(RuleRef::block("measures"), old.measures.as_ref().map(how) == new.measures.as_ref().map(how));
        }
    }

    pub(super) fn reporting(&mut self, old: &Regulation, new: &Regulation) {
        let (before, after) = (old.reporting.as_ref(), new.reporting.as_ref());
        if !self.block("reporting", before, after) {
            return;
        }
        let (Some(before), Some(after)) = (before, after) else { return };
        let rule = RuleRef::block("reporting");
        let by = |r: &Reporting| vec![r.by.word().to_owned()];
        self.names(&rule, Facet::ReportedBy, by(before), by(after));
        if before.every != after.every {
            self.add(rule.clone(), What::Every(before.every, after.every));
        }
        let discussed = |r: &Reporting| {
            r.discussion.as_ref().map(|d| {
                let decision = d.decision.as_ref().map(|d| (d.by.clone(), d.optional));
                (d.every, d.by.clone(), d.attendees.clone(), decision)
            })
        };
        let further = |r: &Reporting| -> Vec<_> {
            r.further.iter().map(|f| (f.id.clone(), f.by.clone(), f.every, f.parts.clone())).collect()
        };
        let told = |r: &Reporting| (r.parts.clone(), discussed(r), further(r));
        self.other(rule, told(before) == told(after));
    }
}

fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Refer => "refer",
        Duty::Inform => "inform",
        Duty::OnRequest => "on-request",
        Duty::None => "no-duty",
    }
}
