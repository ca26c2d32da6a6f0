//! P516: where the regulation is silent, `gaps` says so.

use super::{Remark, Subject, item};
use crate::diagnostics::{Text, text};
use crate::regulation::{AskType, Binding, Does, Regime, Regulation, Step, Term, Version};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P516.md"));

/// A subject on which the regulation is silent: kind of gap, where, what is missing, what would settle it.
struct Silence(&'static str, Route, Text, Text);

/// Subjects without a rule and without a gap.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let all = handling(regulation).into_iter().chain(around(regulation)).chain(outside(subject.version));
    all.filter(|silence| !regulation.declares_gap(silence.0))
        .map(|Silence(about, at, name, settled)| {
            Remark::on(
                at,
                Message::new(
                    text!("de regeling zwijgt over {name}", "the regulation is silent on {name}", name),
                    text!(
                        "schrijf de regel ({settled}), of onder `gaps`: `{{id: …, about: {about}, why: …}}`",
                        "write the rule ({settled}), or under `gaps`: `{{id: …, about: {about}, why: …}}`",
                        settled
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
        let settled = text!(
            "`milestones.acknowledgement`, en een termijn onder `terms` met die stap in `until`",
            "`milestones.acknowledgement`, and a term under `terms` with that step in `until`"
        );
        found.push(Silence("acknowledgement-term", root("terms"), words, settled));
    }
    let ends = |s: &&Step| matches!(s.does, Some(Does::Close | Does::End));
    let named = [&milestones.judgement, &milestones.outcome, &milestones.resolved, &milestones.closing];
    let last = named.into_iter().flatten().map(String::as_str);
    let closing = regulation.steps.iter().filter(ends).map(|s| s.id.as_str());
    let bounded = last.chain(closing).any(|s| ended_by(regulation, s).any(|t| t.hard && t.within.is_some()));
    if !bounded {
        let words =
            text!("binnen welke tijd een klacht uiterlijk is afgehandeld", "the longest time that handling may take");
        let settled = text!(
            "een termijn onder `terms` met `within`, zonder `hard: false`, met de stap van de uitkomst of van het sluiten in `until`",
            "a term under `terms` with `within`, without `hard: false`, and the step of the outcome or of closing in `until`"
        );
        found.push(Silence("maximum-term", root("terms"), words, settled));
    }
    for (index, rule) in regulation.extensions.iter().enumerate() {
        if rule.at_most.is_none() {
            let words = text!("hoe lang uitstel hoogstens duurt", "how long an extension may last at most");
            let settled = text!("`at_most: …` hier", "`at_most: …` here");
            found.push(Silence("extension-maximum", item("extensions", index), words, settled));
        }
        if regulation.step(&rule.step).is_some_and(|s| !asks_reason(s)) {
            let words = text!("de reden van uitstel", "the reason of an extension");
            let step = &rule.step;
            let settled = text!(
                "een tekst die de stap `{step}` vraagt: `asks: [{{key: reden, name: Reden, type: text}}]`",
                "a text that the step `{step}` asks: `asks: [{{key: reden, name: Reason, type: text}}]`"
            );
            found.push(Silence("extension-reason", item("extensions", index).key("step"), words, settled));
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
    let mut add = |silent: bool, about, key: &str, words, settled| {
        if silent {
            found.push(Silence(about, root(key), words, settled));
        }
    };
    let exclusions = &regulation.assignment.exclude;
    add(
        !exclusions.iter().any(|x| x.who == "handler"),
        "conflict-of-interest",
        "assignment",
        text!("een behandelaar die zelf bij de klacht betrokken is", "a handler who is himself part of the complaint"),
        text!("`assignment.exclude` met `who: handler`", "`assignment.exclude` with `who: handler`"),
    );
    add(
        regulation.milestones.hearing.is_none(),
        "hearing",
        "milestones",
        text!("het horen van partijen", "hearing the parties"),
        text!("`milestones.hearing: <stap>`", "`milestones.hearing: <step>`"),
    );
    let unknown = regulation.costs.as_ref().is_none_or(|c| c.complainant == "unknown");
    let amount = text!("`costs.complainant: none`, of een bedrag", "`costs.complainant: none`, or an amount");
    add(unknown, "costs", "costs", text!("wat een klacht de klager kost", "what it costs the complainant"), amount);
    let open = regulation.confidentiality.is_none();
    let block = text!("het blok `confidentiality`", "the block `confidentiality`");
    add(open, "confidentiality", "confidentiality", text!("vertrouwelijkheid", "confidentiality"), block);
    let kept = regulation.retention.as_ref().is_none_or(|r| r.regime == Regime::Unregulated);
    add(
        kept,
        "retention",
        "retention",
        text!("hoe lang een klacht wordt bewaard", "how long a complaint is kept"),
        text!("`retention.regime`, anders dan `unregulated`", "`retention.regime`, other than `unregulated`"),
    );
    found
}

fn outside(version: &Version) -> Vec<Silence> {
    let mut found = Vec::new();
    for (index, way) in version.regulation.escalations.iter().enumerate() {
        let at = item("escalations", index);
        if way.term.is_none() && way.file_within.is_none() {
            let words = text!("de termijn van de externe instantie", "the term of the external body");
            let settled =
                text!("`term: <termijn>` of `file_within: …` hier", "`term: <term>` or `file_within: …` here");
            found.push(Silence("external-term", at.clone(), words, settled));
        }
        if way.costs.as_deref().is_none_or(|c| c == "unknown") {
            let words = text!("de kosten van de externe instantie", "the costs of the external body");
            let settled = text!("`costs: none` of een bedrag hier", "`costs: none` or an amount here");
            found.push(Silence("external-costs", at.clone(), words, settled));
        }
        // `binding: false` that somebody wrote is an answer; its absence is silence.
        if way.binding == Binding::Unknown {
            let words = text!("of een uitspraak van buiten bindt", "whether a ruling from outside binds");
            let settled = text!("`binding: true` of `binding: false` hier", "`binding: true` or `binding: false` here");
            found.push(Silence("binding", at, words, settled));
        }
    }
    found
}
