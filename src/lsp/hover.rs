//! What stands under the cursor: the regulation's own words, and in a case the last day of each term, reckoned.

use serde::Serialize;

use super::article;
use super::cursor::{Cursor, look};
use super::kind::{FileKind, keys, table_at};
use super::known::Glossary;
use super::outline::bare;
use super::place::Stretch;
use super::protocol::Markup;
use super::scene::Scene;
use crate::case::{self, Case};
use crate::casework::{ClockView, StepCard, cards, case_report};
use crate::diagnostics::{Lang, text};
use crate::docket::Docket;
use crate::regulation::RuleRef;

/// Words about the part of a text.
#[derive(Debug, Serialize)]
pub struct Hover {
    contents: Markup,
    range: Stretch,
}

/// What there is to say at an offset.
#[must_use]
pub fn words(scene: &Scene<'_>, offset: usize) -> Option<Hover> {
    let cursor = look(scene.text, scene.data.clone(), offset)?;
    let word = bare(scene.text.get(cursor.word.clone())?);
    if word.is_empty() {
        return None;
    }
    let parts = match scene.kind {
        FileKind::CASE => in_case(scene, &cursor, &word),
        _ => in_policy(scene, &cursor, &word),
    };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let range = scene.ruler.stretch(cursor.word);
    (!parts.is_empty()).then(|| Hover { contents: Markup::markdown(parts.join("\n\n")), range })
}

/// What a key is for, as the table of the file says.
fn key_words(scene: &Scene<'_>, cursor: &Cursor, word: &str) -> Option<String> {
    let table = table_at(scene.table()?, &cursor.within)?;
    let about = table.field(word).filter(|_| cursor.key.is_none())?.about();
    Some(format!("**{word}**: {}", scene.say(&about)))
}

fn in_case(scene: &Scene<'_>, cursor: &Cursor, word: &str) -> Vec<String> {
    let glossary = Glossary::of(scene);
    let mut parts: Vec<String> = key_words(scene, cursor, word).into_iter().collect();
    let Some(glossary) = glossary else { return parts };
    let at = cursor.target();
    if cursor.key.is_none() {
        let own = glossary.keys(&cursor.within).into_iter().find(|k| k.value == word);
        parts.extend(own.map(|k| format!("**{word}**: {}", scene.say(&k.name))));
    }
    if let Some(known) = glossary.values(&at).into_iter().find(|k| k.value == word) {
        parts.push(format!("**{}**", scene.say(&known.name)));
        parts.extend(known.rule.map(|rule| article::words(glossary.version, &rule, scene.lang)));
    }
    let Some(case) = case::read(scene.text).0 else { return parts };
    if keys(&at) == ["log", "step"] {
        parts.extend(step_words(scene, &glossary, &case, word));
    } else if keys(&at) == ["received"] || (cursor.within.0.is_empty() && matches!(word, "received" | "log")) {
        parts.extend(terms(scene, &glossary, &case, None));
    }
    parts
}

/// Who takes a step, what it asks and by when; or, when it was taken, how its terms stand.
fn step_words(scene: &Scene<'_>, glossary: &Glossary<'_>, case: &Case, step: &str) -> Vec<String> {
    let docket = Docket::replay(case, glossary.version, &glossary.history.people);
    let card = cards(&docket).into_iter().find(|c| c.step == step);
    let mut parts: Vec<String> = card.iter().map(|c| card_words(scene, c)).collect();
    parts.extend(terms(scene, glossary, case, Some(step)));
    parts
}

/// A step as `klacht step` tells it, without its quotes.
#[must_use]
pub fn card_words(scene: &Scene<'_>, card: &StepCard) -> String {
    let [by, until, asks] = match scene.lang {
        Lang::Nl => ["door", "uiterlijk", "vraagt"],
        Lang::En => ["by", "by day", "asks"],
    };
    let mut lines = vec![format!("- {by}: {}", scene.say(&card.by))];
    lines.extend(card.until.iter().map(|t| format!("- {until}: {}", scene.say(t))));
    lines.extend(card.asks.iter().map(|t| format!("- {asks}: {}", scene.say(t))));
    lines.join("\n")
}

/// The terms of the case with their last days, as `klacht show` tells them; those that a step starts or stops, where one is
/// named.
fn terms(scene: &Scene<'_>, glossary: &Glossary<'_>, case: &Case, step: Option<&str>) -> Vec<String> {
    let docket = Docket::replay(case, glossary.version, &glossary.history.people);
    let discussed = scene.room.workspace.context.discussed(scene.regulation());
    let told = case_report(&docket, scene.regulation(), &discussed, scene.day);
    let concerns = |clock: &&ClockView| {
        let term = glossary.version.regulation.term(&clock.term);
        step.is_none_or(|step| term.is_some_and(|t| t.from == step || t.until.iter().any(|u| u == step)))
    };
    let line = |clock: &ClockView| {
        format!("- {}: {} ({})", scene.say(&clock.name), scene.say(&clock.standing), scene.say(&clock.reckoning))
    };
    let lines: Vec<String> = told.clocks.iter().filter(concerns).map(line).collect();
    let heading = scene.say(&text!("Termijnen", "Terms"));
    if lines.is_empty() { Vec::new() } else { vec![format!("{heading}:\n{}", lines.join("\n"))] }
}

/// In a file of a regulation: what a key is for; the words behind a step, role, channel, term or topic that is named.
fn in_policy(scene: &Scene<'_>, cursor: &Cursor, word: &str) -> Vec<String> {
    let mut parts: Vec<String> = key_words(scene, cursor, word).into_iter().collect();
    if cursor.key.is_none() && !parts.is_empty() {
        return parts;
    }
    let Some((version, _)) = scene.version() else { return parts };
    let regulation = &version.regulation;
    let named = [
        ("steps", regulation.step(word).map(|s| s.name.as_str())),
        ("roles", regulation.role(word).map(|r| r.name.as_str())),
        ("channels", regulation.channel(word).map(|c| c.name.as_str())),
        ("terms", regulation.term(word).map(|t| t.name.as_str())),
        ("topics.list", regulation.topic(word).map(|t| t.name.as_str())),
    ];
    for (block, name) in named {
        let Some(name) = name else { continue };
        let place = format!("{}/{word}", block.split('.').next().unwrap_or(block));
        parts.push(format!("**{}**", scene.say(&regulation.named(&place, name))));
        parts.push(article::words(version, &RuleRef::new(block, word), scene.lang));
    }
    parts
}
