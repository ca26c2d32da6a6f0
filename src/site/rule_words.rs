//! What a rule of the regulation says, in one short sentence in the language of the page.

use std::collections::BTreeMap;

use super::fault::SiteFault;
use super::phrases::{Phrases, Value};
use crate::calendar::Duration;
use crate::diagnostics::Lang;
use crate::regulation::Names;
use crate::regulation::{
    Attestation, Binding, Extension, HandlerBy, Per, Regime, Role, RoleKind, RuleRef, Selector, Step, Term, Topic,
    Version,
};

/// Says rules in words.
#[derive(Clone, Copy)]
pub struct RuleWords<'a> {
    version: &'a Version,
    names: Names<'a>,
    phrases: &'a Phrases,
    lang: Lang,
}

type Worded = Result<String, SiteFault>;

impl<'a> RuleWords<'a> {
    /// The rules of a version in a language.
    #[must_use]
    pub fn new(version: &'a Version, lang: Lang, phrases: &'a Phrases) -> Self {
        Self { version, names: Names::new(version, lang), phrases, lang }
    }

    /// A rule that cases are held to.
    pub fn rule(&self, rule: &RuleRef) -> Worded {
        let regulation = &self.version.regulation;
        let id = rule.id.as_deref().unwrap_or_default();
        match rule.block.as_str() {
            "steps" => regulation.step(id).map(|s| self.step(s)),
            "terms" => regulation.term(id).map(|t| self.term(t)),
            "extensions" => regulation.extensions.iter().find(|e| e.id == id).map(|e| self.extension(e)),
            "escalations" => regulation.escalations.iter().find(|e| e.id == id).map(|e| {
                let key = if e.binding == Binding::Yes { "rule-escalation-binding" } else { "rule-escalation" };
                self.say(key, &[("name", self.role(&e.body))])
            }),
            "roles" => regulation.role(id).map(|r| self.bound(r)),
            "topics.list" => regulation.topic(id).map(|t| self.topic(t)),
            "assignment.handler" => Some(self.handler()),
            "assignment.exclude" => self.exclusion(id),
            "retention" => regulation.retention.is_some().then(|| self.retention()),
            "reporting" => regulation.reporting.as_ref().map(|r| self.reporting(&r.by, r.every, &r.parts)),
            "reporting.further" => {
                let mut further = regulation.reporting.iter().flat_map(|r| &r.further);
                further.find(|r| r.id == id).map(|r| self.reporting(&r.by, r.every, &r.parts))
            }
            "reporting.discussion" => {
                let discussion = regulation.reporting.as_ref().and_then(|r| r.discussion.as_ref());
                discussion.map(|d| match d.every {
                    Some(every) => self.every("rule-discussion", &d.by, every),
                    None => self.say("rule-discussion-each", &[("by", self.who(&d.by))]),
                })
            }
            block => Some(self.listed(block, id)),
        }
        .unwrap_or_else(|| self.say("rule-other", &[]))
    }

    /// Conduct that somebody declares.
    pub fn attestation(&self, attestation: &Attestation) -> Worded {
        let key = match attestation.per {
            Per::Case => "rule-declared-case",
            Per::Year => "rule-declared-year",
            Per::Holder => "rule-declared-holder",
        };
        self.say(key, &[("by", self.people(&attestation.by)?)])
    }

    /// What is left open, and why.
    #[must_use]
    pub fn gap(&self, id: &str) -> String {
        self.names.item("gaps", id)
    }

    fn say(&self, key: &str, values: &[(&str, String)]) -> Worded {
        let values: BTreeMap<String, Value> =
            values.iter().map(|(name, text)| ((*name).to_owned(), Value::Text(text.clone()))).collect();
        self.phrases.with(key, &values)
    }

    fn duration(&self, duration: Duration) -> String {
        duration.words().in_(self.lang).to_owned()
    }

    /// A role in the middle of a sentence: without a capital, unless it is a proper name.
    fn role(&self, id: &str) -> String {
        let name = self.names.item("roles", id);
        let outside = self.version.regulation.role(id).is_some_and(|r| r.kind == RoleKind::External);
        let small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
        let mut signs = name.chars();
        match signs.next() {
            Some(first) if !outside && name.split_whitespace().skip(1).all(small) => {
                first.to_lowercase().chain(signs).collect()
            }
            _ => name,
        }
    }

    fn who(&self, selector: &Selector) -> String {
        match selector {
            Selector::Role(id) => self.role(id),
            other => self.names.who(other),
        }
    }

    /// `behandelaar of trainer`.
    fn people(&self, selectors: &[Selector]) -> Worded {
        self.any(&selectors.iter().map(|s| self.who(s)).collect::<Vec<_>>())
    }

    fn any(&self, words: &[String]) -> Worded {
        self.joined("rule-or", words)
    }

    fn joined(&self, key: &str, words: &[String]) -> Worded {
        let Some((last, first)) = words.split_last().filter(|(_, first)| !first.is_empty()) else {
            return Ok(words.concat());
        };
        Ok(format!("{} {} {last}", first.join(", "), self.say(key, &[])?))
    }

    /// A step, or the receipt of the complaint.
    fn moment(&self, step: &str) -> Worded {
        match step {
            "received" => self.say("rule-received", &[]),
            step => self.say("rule-step", &[("name", self.names.item("steps", step))]),
        }
    }

    fn step(&self, step: &Step) -> Worded {
        let mut words = self.say("rule-step", &[("name", self.names.item("steps", &step.id))])?;
        // One of `by` takes it; all the others take part.
        let parts = [
            ("rule-by", "rule-or", &step.by),
            ("rule-by", "rule-and", &step.by_each),
            ("rule-with", "rule-and", &step.with),
            ("rule-to", "rule-and", &step.to),
        ];
        for (key, between, who) in parts.into_iter().filter(|(.., who)| !who.is_empty()) {
            let who = self.joined(between, &who.iter().map(|s| self.who(s)).collect::<Vec<_>>())?;
            words.push_str(", ");
            words.push_str(&self.say(key, &[("who", who)])?);
        }
        if !step.waivable.is_empty() {
            words.push_str(", ");
            words.push_str(&self.say("rule-waivable", &[])?);
        }
        Ok(words)
    }

    fn term(&self, term: &Term) -> Worded {
        let name = ("name", self.names.item("terms", &term.id));
        let from = ("from", self.moment(&term.from)?);
        let words = match (term.within, term.every) {
            (Some(within), _) => self.say("rule-term", &[name, from, ("within", self.names.lasting(term, within))]),
            (None, Some(every)) => {
                self.say("rule-term-every", &[name, from, ("every", self.names.lasting(term, every))])
            }
            (None, None) => self.say("rule-term-agreed", &[name]),
        }?;
        Ok(if term.hard { words } else { format!("{words}, {}", self.say("rule-target", &[])?) })
    }

    fn extension(&self, extension: &Extension) -> Worded {
        let terms: Vec<String> = extension.terms.iter().map(|t| format!("“{}”", self.names.item("terms", t))).collect();
        let mut words = self.say("rule-extension", &[("terms", self.any(&terms)?)])?;
        let mut add = |said: String| {
            words.push_str(", ");
            words.push_str(&said);
        };
        if let Some(most) = extension.at_most {
            add(self.say("rule-at-most", &[("most", self.duration(most))])?);
        }
        if let Some(times) = extension.times {
            add(self.say("rule-times", &[("times", times.to_string())])?);
        }
        if let Some(step) = &extension.beyond_with {
            add(self.say("rule-beyond", &[("step", self.moment(step)?)])?);
        }
        Ok(words)
    }

    /// What a role is bound to.
    fn bound(&self, role: &Role) -> Worded {
        let name = ("name", self.role(&role.id));
        match role.max_holders {
            Some(most) => self.say("rule-role-most", &[name, ("most", most.to_string())]),
            None => self.say("rule-role-independent", &[name]),
        }
    }

    fn topic(&self, topic: &Topic) -> Worded {
        let name = ("name", self.names.item("topics", &topic.id));
        match (&topic.assign_to, &topic.needs_party) {
            (Some(role), _) => self.say("rule-topic-to", &[name, ("role", self.role(role))]),
            (None, Some(role)) => self.say("rule-topic-party", &[name, ("role", self.role(role))]),
            (None, None) => self.say("rule-listed", &[name]),
        }
    }

    fn handler(&self) -> Worded {
        let rule = &self.version.regulation.assignment.handler;
        match rule.by {
            HandlerBy::Topic => self.say("rule-handler-topic", &[]),
            HandlerBy::Account => self.say("rule-handler-account", &[]),
            HandlerBy::Fixed => {
                let roles = rule.role.iter().chain(&rule.roles);
                let roles: Vec<String> = roles.map(|r| self.role(r)).collect();
                self.say("rule-handler", &[("role", self.any(&roles)?)])
            }
        }
    }

    fn exclusion(&self, id: &str) -> Option<Worded> {
        let rule = self.version.regulation.assignment.exclude.iter().find(|e| e.id == id)?;
        let said = || {
            let who = match rule.who.as_str() {
                "handler" => self.who(&Selector::Handler),
                step => self.say("rule-who-takes", &[("step", self.moment(step)?)])?,
            };
            self.say("rule-exclusion", &[("who", who), ("not", self.people(&rule.not)?)])
        };
        Some(said())
    }

    fn retention(&self) -> Worded {
        let Some(rule) = &self.version.regulation.retention else { return self.say("rule-other", &[]) };
        let words = match (rule.regime, rule.keep, &rule.event) {
            (Regime::Indefinite, ..) => self.say("rule-kept-for-ever", &[]),
            (Regime::AfterReport, ..) => self.say("rule-kept-report", &[]),
            (Regime::AfterTerm, Some(keep), _) => self.say("rule-kept-term", &[("keep", self.duration(keep))]),
            (Regime::OnEvent, _, Some(step)) => self.say("rule-kept-event", &[("step", self.moment(step)?)]),
            _ => self.say("rule-kept-unregulated", &[]),
        }?;
        match rule.within {
            Some(within) => {
                Ok(format!("{words}, {}", self.say("rule-destroyed-within", &[("within", self.duration(within))])?))
            }
            None => Ok(words),
        }
    }

    fn reporting(&self, by: &Selector, every: Duration, parts: &[String]) -> Worded {
        if parts.is_empty() {
            return self.every("rule-reporting", by, every);
        }
        let name = |part: &String| self.names.of(&format!("reporting/parts/{part}")).unwrap_or_else(|| part.clone());
        let parts: Vec<String> = parts.iter().map(name).collect();
        let (by, every) = (self.who(by), self.duration(every));
        self.say("rule-reporting-parts", &[("by", by), ("every", every), ("parts", parts.join(", "))])
    }

    fn every(&self, key: &str, by: &Selector, every: Duration) -> Worded {
        self.say(key, &[("by", self.who(by)), ("every", self.duration(every))])
    }

    /// Blocks of which the kind of rule, with its name, says enough.
    fn listed(&self, block: &str, id: &str) -> Worded {
        let place = block.trim_end_matches(".list");
        let named = |key: &str| self.say(key, &[("name", self.names.item(place, id))]);
        match block {
            "channels" => named("rule-channel"),
            "fields" => named("rule-field"),
            "causes.list" | "severity.list" => named("rule-listed"),
            "topics" | "causes" | "severity" => self.say("rule-codes", &[]),
            "intake" => self.say("rule-intake", &[]),
            "entries" => self.say("rule-entries", &[]),
            "assignment.owner" => {
                let owner = self.version.regulation.assignment.owner.as_ref();
                let role = owner.map(|o| self.role(&o.role)).unwrap_or_default();
                self.say("rule-owner", &[("role", role)])
            }
            "assignment" => self.say("rule-assignment", &[]),
            "judgement" => self.say("rule-judgement", &[]),
            "satisfaction" => self.say("rule-satisfaction", &[]),
            "measures" => self.say("rule-measures", &[]),
            "costs" => {
                let free = self.version.regulation.costs.as_ref().is_some_and(|c| c.complainant == "none");
                self.say(if free { "rule-costs-none" } else { "rule-costs" }, &[])
            }
            "confidentiality" | "confidentiality.access" | "confidentiality.secrecy" => self.say("rule-access", &[]),
            _ => self.say("rule-other", &[]),
        }
    }
}
