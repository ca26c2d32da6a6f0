//! What is done, in which order, within what time.

use super::{Found, ids, kept, one, words};
use crate::regulation::block::Regulation;
use crate::regulation::calendar::NamedCalendar;
use crate::regulation::difference::{Facet, Switch, What};
use crate::regulation::roles::{Form, Selector};
use crate::regulation::rule_ref::RuleRef;
use crate::regulation::time::{Extension, Term};
use crate::regulation::workflow::{Ask, Each, Step};

impl Found {
    pub(super) fn steps(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("steps", &ids(&old.steps, |x| &x.id), &ids(&new.steps, |x| &x.id));
        for after in &new.steps {
            let Some(before) = old.step(&after.id) else { continue };
            let rule = RuleRef::new("steps", &after.id);
            self.renamed(&rule, before.name == after.name);
            self.step(&rule, before, after);
            self.shape(&rule, before, after);
            for ask in after.asks.iter().filter(|a| !before.asks.iter().any(|b| b.key == a.key)) {
                self.add(rule.clone(), What::Asks(ask.key.clone()));
            }
            for ask in before.asks.iter().filter(|b| !after.asks.iter().any(|a| a.key == b.key)) {
                self.add(rule.clone(), What::AsksNoMore(ask.key.clone()));
            }
            for (was, now) in kept(&before.asks, &after.asks, |a| &a.key) {
                let how = |a: &Ask| {
                    let dates = (a.later_than.clone(), a.within_term.clone());
                    let what = (a.name.clone(), a.kind, a.values.clone(), a.limits());
                    (what, a.required, a.when.clone(), a.same_as.clone(), dates)
                };
                if how(was) != how(now) {
                    self.add(rule.clone(), What::AsksOtherwise(now.key.clone()));
                }
            }
        }
        self.order(old, new);
    }

    /// Steps that stand elsewhere than before among the steps that are in both. As few as can be are said to have moved.
    fn order(&mut self, old: &Regulation, new: &Regulation) {
        let both = |from: &Regulation, other: &Regulation| -> Vec<String> {
            from.steps.iter().filter(|s| other.step(&s.id).is_some()).map(|s| s.id.clone()).collect()
        };
        let (before, after) = (both(old, new), both(new, old));
        let stays = in_order(&before, &after);
        for (at, id) in after.iter().enumerate().filter(|(_, id)| !stays.contains(*id)) {
            let above = at.checked_sub(1).and_then(|at| after.get(at)).cloned();
            self.add(RuleRef::new("steps", id), What::Moved(above));
        }
    }

    /// What a step is, besides who does it and when.
    fn shape(&mut self, rule: &RuleRef, before: &Step, after: &Step) {
        self.names(rule, Facet::Parts, before.parts.clone(), after.parts.clone());
        self.switch(rule, Switch::OfferSuffices, before.offer_suffices, after.offer_suffices);
        let parties = |s: &Step| match &s.each {
            Some(Each::Parties(each)) => words(each),
            _ => Vec::new(),
        };
        self.names(rule, Facet::Each, parties(before), parties(after));
        let items = |s: &Step| match &s.each {
            Some(Each::Items { step, key }) => Some((step.clone(), key.clone())),
            _ => None,
        };
        let rest = |s: &Step| (s.belongs_to, s.does, s.ends_as, items(s), words(&s.any_one), s.waivable.clone());
        self.other(rule.clone(), rest(before) == rest(after));
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
        self.names(rule, Facet::Grounds, before.grounds(), after.grounds());
        let form = |s: &Step| s.form.iter().map(|f| form(*f).to_owned()).collect();
        self.names(rule, Facet::Form, form(before), form(after));
        self.switch(rule, Switch::Optional, before.optional, after.optional);
        self.switch(rule, Switch::Once, before.once, after.once);
        self.switch(rule, Switch::EachRound, before.each_round, after.each_round);
        if before.when != after.when {
            self.add(rule.clone(), What::Occasion);
        }
    }

    /// Other days to count on.
    pub(super) fn calendars(&mut self, old: &Regulation, new: &Regulation) {
        self.lists("calendars", &ids(&old.calendars, |x| &x.id), &ids(&new.calendars, |x| &x.id));
        for (was, now) in kept(&old.calendars, &new.calendars, |c| &c.id) {
            let rule = RuleRef::new("calendars", &now.id);
            self.renamed(&rule, (&was.name, &was.one) == (&now.name, &now.one));
            let days = |c: &NamedCalendar| (c.holidays, c.weekdays.clone(), c.closed.clone(), c.known_until);
            self.other(rule, days(was) == days(now));
        }
    }

    pub(super) fn terms(&mut self, old: &Regulation, new: &Regulation) {
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

    fn term(&mut self, rule: &RuleRef, before: &Term, after: &Term) {
        self.renamed(rule, before.name == after.name);
        self.switch(rule, Switch::Restarts, before.each_round, after.each_round);
        // A term that recurs is told by its span, unless it has a length as well.
        let runs = |t: &Term| {
            let agreed = t.agreed.as_ref().map(|a| (a.step.clone(), a.key.clone()));
            (t.within.is_some(), t.every.filter(|_| t.within.is_some()), t.every.is_some(), t.step.clone(), agreed)
        };
        let of_what = |t: &Term| (t.belongs_to, t.each.clone(), t.until.all());
        let days = |t: &Term| (t.calendar.clone(), t.pauses.clone());
        let same = runs(before) == runs(after) && of_what(before) == of_what(after) && days(before) == days(after);
        self.other(rule.clone(), same);
        self.names(rule, Facet::Starts, vec![before.from.clone()], vec![after.from.clone()]);
        self.names(rule, Facet::Stops, before.until.to_vec(), after.until.to_vec());
        self.switch(rule, Switch::Extendable, before.extendable, after.extendable);
        if before.counting != after.counting {
            self.add(rule.clone(), What::Counting);
        }
        if before.when != after.when {
            self.add(rule.clone(), What::Occasion);
        }
    }

    pub(super) fn extensions(&mut self, old: &Regulation, new: &Regulation) {
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

    fn extension(&mut self, rule: &RuleRef, before: &Extension, after: &Extension) {
        self.names(rule, Facet::Terms, before.terms.clone(), after.terms.clone());
        self.names(rule, Facet::BeyondWith, one(before.beyond_with.as_ref()), one(after.beyond_with.as_ref()));
        let told = |e: &Extension| (e.step.clone(), e.new_date.clone(), e.notice);
        // What is permitted by a step that is new is told with that step.
        let permits = before.beyond_with != after.beyond_with || before.permits == after.permits;
        self.other(rule.clone(), told(before) == told(after) && permits);
    }
}

/// The longest row of ids that stands in both lists in the same order.
fn in_order(old: &[String], new: &[String]) -> Vec<String> {
    let place = |id: &String| old.iter().position(|o| o == id).unwrap_or(usize::MAX);
    let mut best: Vec<Vec<String>> = Vec::new();
    for id in new {
        let fits = best.iter().filter(|row| row.last().is_none_or(|last| place(last) < place(id)));
        // Of rows of one length the first is kept, so that the same two versions always give the same answer.
        let longest = fits.fold(
            Vec::new(),
            |longest: Vec<String>, row| {
                if row.len() > longest.len() { row.clone() } else { longest }
            },
        );
        best.push(longest.into_iter().chain([id.clone()]).collect());
    }
    best.into_iter().fold(Vec::new(), |longest, row| if row.len() > longest.len() { row } else { longest })
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Written => "written",
        Form::Oral => "oral",
    }
}
