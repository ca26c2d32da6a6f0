//! # P516: silence-not-declared
//!
//! ## What it checks
//!
//! For each subject that a complaint regulation is expected to settle (receipt, longest term, extension, conflict of
//! interest, hearing, costs, confidentiality, retention, the external body) there is a rule, or a gap of that kind.
//!
//! ## Why
//!
//! A silence that somebody chose is honest; one that nobody saw is a surprise for the complainant.
//!
//! ## Example
//!
//! ```yaml
//! gaps:
//!   - {id: kosten, about: costs, why: De tekst zegt niets over kosten.}
//! ```
//!
//! ## How to put it right
//!
//! Write the rule (in the text and in the data), or declare the gap with the reason.
//!
//! ---
//!
//! # P516: silence-not-declared
//!
//! ## Wat wordt nagekeken
//!
//! Voor elk onderwerp dat een klachtenregeling hoort te regelen (ontvangst, langste termijn, uitstel,
//! belangenconflict, horen, kosten, vertrouwelijkheid, bewaren, de externe instantie) is er een regel, of een gap van
//! die soort.
//!
//! ## Waarom
//!
//! Een stilte waarvoor is gekozen, is eerlijk. Een stilte die niemand zag, verrast de klager.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! gaps:
//!   - {id: kosten, about: costs, why: De tekst zegt niets over kosten.}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Schrijf de regel (in de tekst en in de gegevens), of noem de leemte met de reden.

use super::super::Rule;
use super::{Remark, Subject, item, said};
use crate::diagnostics::Severity;
use crate::regulation::{AskType, Does, Regime, Regulation, Step, Term, Version};
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P516",
    name: "silence-not-declared",
    severity: Severity::Warning,
    summary: ("Waar de regeling zwijgt, staat dat onder `gaps`.", "Where the regulation is silent, `gaps` says so."),
    source: include_str!("p516.rs"),
};

/// A subject on which the regulation is silent: kind of gap, where, what is missing in Dutch and in English.
struct Silence(&'static str, Route, &'static str, &'static str);

/// Subjects without a rule and without a gap.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let all = handling(regulation).into_iter().chain(around(regulation)).chain(outside(subject.version));
    all.filter(|silence| !regulation.declares_gap(silence.0))
        .map(|Silence(about, at, nl, en)| {
            Remark::on(
                at,
                said(
                    (format!("de regeling zwijgt over {nl}"), format!("the regulation is silent on {en}")),
                    (
                        format!("schrijf de regel, of onder `gaps`: `{{id: …, about: {about}, why: …}}`"),
                        format!("write the rule, or under `gaps`: `{{id: …, about: {about}, why: …}}`"),
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
        let words = ("hoe snel de ontvangst wordt bevestigd", "how soon receipt is confirmed");
        found.push(Silence("acknowledgement-term", root("terms"), words.0, words.1));
    }
    let ends = |s: &&Step| matches!(s.does, Some(Does::Close | Does::End));
    let named = [&milestones.judgement, &milestones.outcome, &milestones.resolved, &milestones.closing];
    let last = named.into_iter().flatten().map(String::as_str);
    let closing = regulation.steps.iter().filter(ends).map(|s| s.id.as_str());
    let bounded = last.chain(closing).any(|s| ended_by(regulation, s).any(|t| t.hard && t.within.is_some()));
    if !bounded {
        let words =
            ("binnen welke tijd een klacht uiterlijk is afgehandeld", "the longest time that handling may take");
        found.push(Silence("maximum-term", root("terms"), words.0, words.1));
    }
    for (index, rule) in regulation.extensions.iter().enumerate() {
        if rule.at_most.is_none() {
            let words = ("hoe lang uitstel hoogstens duurt", "how long an extension may last at most");
            found.push(Silence("extension-maximum", item("extensions", index), words.0, words.1));
        }
        if regulation.step(&rule.step).is_some_and(|s| !asks_reason(s)) {
            let words = ("de reden van uitstel", "the reason of an extension");
            found.push(Silence("extension-reason", item("extensions", index).key("step"), words.0, words.1));
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
    let mut add = |silent: bool, about, key: &str, nl, en| {
        if silent {
            found.push(Silence(about, root(key), nl, en));
        }
    };
    let exclusions = &regulation.assignment.exclude;
    add(
        !exclusions.iter().any(|x| x.who == "handler"),
        "conflict-of-interest",
        "assignment",
        "een behandelaar die zelf bij de klacht betrokken is",
        "a handler who is himself part of the complaint",
    );
    add(
        regulation.milestones.hearing.is_none(),
        "hearing",
        "milestones",
        "het horen van partijen",
        "hearing the parties",
    );
    let unknown = regulation.costs.as_ref().is_none_or(|c| c.complainant == "unknown");
    add(unknown, "costs", "costs", "wat een klacht de klager kost", "what it costs the complainant");
    let open = regulation.confidentiality.is_none();
    add(open, "confidentiality", "confidentiality", "vertrouwelijkheid", "confidentiality");
    let kept = regulation.retention.as_ref().is_none_or(|r| r.regime == Regime::Unregulated);
    add(kept, "retention", "retention", "hoe lang een klacht wordt bewaard", "how long a complaint is kept");
    found
}

fn outside(version: &Version) -> Vec<Silence> {
    let mut found = Vec::new();
    for (index, way) in version.regulation.escalations.iter().enumerate() {
        let at = item("escalations", index);
        if way.term.is_none() && way.file_within.is_none() {
            let words = ("de termijn van de externe instantie", "the term of the external body");
            found.push(Silence("external-term", at.clone(), words.0, words.1));
        }
        if way.costs.as_deref().is_none_or(|c| c == "unknown") {
            let words = ("de kosten van de externe instantie", "the costs of the external body");
            found.push(Silence("external-costs", at.clone(), words.0, words.1));
        }
        // `binding: false` that somebody wrote is an answer; its absence is silence.
        if at.find(&version.tree).is_some_and(|node| node.get("binding").is_none()) {
            let words = ("of een uitspraak van buiten bindt", "whether a ruling from outside binds");
            found.push(Silence("binding", at, words.0, words.1));
        }
    }
    found
}
