//! P516: where the regulation is silent, `gaps` says so.

use super::{Remark, Subject, item};
use crate::diagnostics::{Text, text};
use crate::regulation::{AskType, Binding, Does, Regime, Regulation, Step, Term, Version};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P516.md"));

/// A subject on which the regulation is silent: kind of gap, where, what is missing.
struct Silence(&'static str, Route, Text);

/// Subjects without a rule and without a gap.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let all = handling(regulation).into_iter().chain(around(regulation)).chain(outside(subject.version));
    all.filter(|silence| !regulation.declares_gap(silence.0))
        .map(|Silence(about, at, name)| {
            Remark::on(
                at,
                Message::new(
                    text!("de regeling zwijgt over {name}", "the regulation is silent on {name}", name),
                    text!(
                        "schrijf de regel, of onder `gaps`: `{{id: …, about: {about}, why: …}}`",
                        "write the rule, or under `gaps`: `{{id: …, about: {about}, why: …}}`"
                    ),
                ),
            )
        })
        .collect()
}

/// Terms that end with one of these steps.
fn ended_by<'a>(regulation: &'a Regulation, step: &'a str) -> impl Iterator<Item = &'a Term> {
    regulation.terms.iter().filter(move |t| t.until.iter().any(|u| u == step))
}

fn handling(regulation: &Regulation) -> Vec<Silence> {
    let mut found = Vec::new();
    let root = |key: &str| Route::root().key(key);
    let milestones = &regulation.milestones;
    let confirmed = milestones.acknowledgement.as_deref();
    if confirmed.is_none_or(|step| ended_by(regulation, step).next().is_none()) {
        let words = text!("hoe snel de ontvangst wordt bevestigd", "how soon receipt is confirmed");
        found.push(Silence("acknowledgement-term", root("terms"), words));
    }
    let ends = |s: &&Step| matches!(s.does, Some(Does::Close | Does::End));
    let named = [&milestones.judgement, &milestones.outcome, &milestones.resolved, &milestones.closing];
    let last = named.into_iter().flatten().map(String::as_str);
    let closing = regulation.steps.iter().filter(ends).map(|s| s.id.as_str());
    let bounded = last.chain(closing).any(|s| ended_by(regulation, s).any(|t| t.hard && t.within.is_some()));
    if !bounded {
        let words =
            text!("binnen welke tijd een klacht uiterlijk is afgehandeld", "the longest time that handling may take");
        found.push(Silence("maximum-term", root("terms"), words));
    }
    for (index, rule) in regulation.extensions.iter().enumerate() {
        if rule.at_most.is_none() {
            let words = text!("hoe lang uitstel hoogstens duurt", "how long an extension may last at most");
            found.push(Silence("extension-maximum", item("extensions", index), words));
        }
        if regulation.step(&rule.step).is_some_and(|s| !asks_reason(s)) {
            let words = text!("de reden van uitstel", "the reason of an extension");
            found.push(Silence("extension-reason", item("extensions", index).key("step"), words));
        }
    }
    found
}

fn asks_reason(step: &Step) -> bool {
    let worded = |kind: AskType| matches!(kind, AskType::Text | AskType::Choice | AskType::List | AskType::Reference);
    step.asks.iter().any(|a| a.required && worded(a.kind))
}

fn around(regulation: &Regulation) -> Vec<Silence> {
    let mut found = Vec::new();
    let root = |key: &str| Route::root().key(key);
    let mut add = |silent: bool, about, key: &str, words| {
        if silent {
            found.push(Silence(about, root(key), words));
        }
    };
    let exclusions = &regulation.assignment.exclude;
    add(
        !exclusions.iter().any(|x| x.who == "handler"),
        "conflict-of-interest",
        "assignment",
        text!("een behandelaar die zelf bij de klacht betrokken is", "a handler who is himself part of the complaint"),
    );
    add(
        regulation.milestones.hearing.is_none(),
        "hearing",
        "milestones",
        text!("het horen van partijen", "hearing the parties"),
    );
    let unknown = regulation.costs.as_ref().is_none_or(|c| c.complainant == "unknown");
    add(unknown, "costs", "costs", text!("wat een klacht de klager kost", "what it costs the complainant"));
    let open = regulation.confidentiality.is_none();
    add(open, "confidentiality", "confidentiality", text!("vertrouwelijkheid", "confidentiality"));
    let kept = regulation.retention.as_ref().is_none_or(|r| r.regime == Regime::Unregulated);
    add(kept, "retention", "retention", text!("hoe lang een klacht wordt bewaard", "how long a complaint is kept"));
    found
}

fn outside(version: &Version) -> Vec<Silence> {
    let mut found = Vec::new();
    for (index, way) in version.regulation.escalations.iter().enumerate() {
        let at = item("escalations", index);
        if way.term.is_none() && way.file_within.is_none() {
            let words = text!("de termijn van de externe instantie", "the term of the external body");
            found.push(Silence("external-term", at.clone(), words));
        }
        if way.costs.as_deref().is_none_or(|c| c == "unknown") {
            let words = text!("de kosten van de externe instantie", "the costs of the external body");
            found.push(Silence("external-costs", at.clone(), words));
        }
        // `binding: false` that somebody wrote is an answer; its absence is silence.
        if way.binding == Binding::Unknown {
            let words = text!("of een uitspraak van buiten bindt", "whether a ruling from outside binds");
            found.push(Silence("binding", at, words));
        }
    }
    found
}
