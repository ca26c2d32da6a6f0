//! Steps to propose in the log: those that are possible now first, each with what it needs; and who or what an entry may
//! still name.

use std::fmt::Write;

use super::article;
use super::complete::{Proposal, proposal};
use super::cursor::Cursor;
use super::entry::{Before, before, completed, number, table, written};
use super::hover::card_words;
use super::kind::FileKind;
use super::known::{Glossary, Offers, entry_of};
use super::outline::Outline;
use super::scene::Scene;
use crate::calendar::parse_date;
use crate::casework::{Prompt, StepCard, StepForm, Values, cards, drafted};
use crate::docket::Docket;
use crate::regulation::RuleRef;
use crate::yaml::{Route, Segment};

const SNIPPET: u8 = 15;

/// Steps at a cursor in the log. A step that cannot be taken now is not proposed, unless the case cannot be read: then all are.
pub(super) fn items(scene: &Scene<'_>, cursor: &Cursor) -> Vec<Proposal> {
    let Some(glossary) = Glossary::of(scene) else { return Vec::new() };
    let behind_key = cursor.key.is_some();
    let entries = scene.outline.items.iter().filter(|(r, _)| r.0.len() == 2 && number(r).is_some());
    let index = number(&cursor.within).unwrap_or_else(|| entries.count());
    let lead = match (behind_key, number(&cursor.within)) {
        (true, _) => "",
        (false, Some(_)) => "step: ",
        (false, None) => "- step: ",
    };
    let Some(before) = before(scene, index) else { return every(scene, &glossary, lead) };
    let docket = Docket::replay(&before.case, glossary.version, &glossary.history.people);
    let open = cards(&docket).into_iter().filter(|c| c.violations.is_empty());
    let line = scene.text.get(..cursor.word.start).unwrap_or_default();
    let line = line.rsplit('\n').next().unwrap_or_default();
    let indent = line.len() - line.trim_start_matches(' ').len();
    let inner = if lead.starts_with('-') { 2 } else { cursor.column.saturating_sub(indent) };
    let place = Place { lead, inner, whole: stands_alone(scene, cursor, index) };
    let steps =
        open.enumerate().map(|(rank, card)| Proposal { rank, ..item(scene, &glossary, &before, &place, &card) });
    steps.collect()
}

/// Where a step is proposed.
struct Place {
    /// What stands before the id of the step.
    lead: &'static str,
    /// How far the keys of the entry are indented from its first line.
    inner: usize,
    /// Whether nothing else of the entry is written yet, so that all of it can be proposed.
    whole: bool,
}

/// Whether the entry at the cursor has nothing yet but its step.
fn stands_alone(scene: &Scene<'_>, cursor: &Cursor, index: usize) -> bool {
    let own = Route::root().key("log").index(index);
    scene.client.snippets && cursor.beside.is_empty() && scene.outline.keys(&own).all(|key| key == "step")
}

fn every(scene: &Scene<'_>, glossary: &Glossary<'_>, lead: &str) -> Vec<Proposal> {
    let known = glossary.values(&Route::root().key("log").index(0).key("step")).into_iter().enumerate();
    let led = |(rank, known): (usize, Offers)| {
        let insert = format!("{lead}{}", known.value);
        Proposal { insert, rank, ..proposal(scene, glossary, &known) }
    };
    known.map(led).collect()
}

fn item(scene: &Scene<'_>, glossary: &Glossary<'_>, before: &Before, place: &Place, card: &StepCard) -> Proposal {
    let words = article::words(glossary.version, &RuleRef::new("steps", &card.step), scene.lang);
    let (insert, snippet) = match place.whole.then(|| snippet(glossary, before, place, card)).flatten() {
        Some(snippet) => (snippet, true),
        None => (format!("{}{}", place.lead, card.step), false),
    };
    Proposal {
        label: card.step.clone(),
        kind: SNIPPET,
        detail: scene.say(&card.name),
        words: format!("**{}**\n\n{}\n\n{words}", scene.say(&card.name), card_words(scene, card)),
        insert,
        snippet,
        rank: 0,
    }
}

/// The whole entry as the desk would write it, with places to fill in for what only a person can say. Lines after the first
/// are indented from the first line of the entry on, as editors expect.
fn snippet(glossary: &Glossary<'_>, before: &Before, place: &Place, card: &StepCard) -> Option<String> {
    let values = Values::from([("step".to_owned(), vec![card.step.clone()])]);
    let (values, open) = completed(&table(glossary, before), values);
    let text = drafted(&before.source, &glossary.version.regulation, &values).ok()?;
    let data = FileKind::CASE.data(&text)?;
    let outline = Outline::of(&text, data);
    let own = Route::root().key("log").index(before.case.log.len());
    let mut lines = String::new();
    let mut stops = 0;
    for pair in outline.pairs.iter().filter(|p| p.group == own) {
        let value = match open.iter().find(|w| w.key == pair.key) {
            Some(prompt) => {
                stops += 1;
                stop(stops, prompt, &pair.value)
            }
            None => escaped(&pair.value),
        };
        // Writing to a string cannot fail.
        let _ = match pair.key.as_str() {
            "step" => write!(lines, "{}{value}", place.lead),
            key => write!(lines, "\n{}{key}: {value}", " ".repeat(place.inner)),
        };
    }
    (!lines.is_empty()).then_some(lines)
}

/// A place to fill in: a choice, or words.
fn stop(number: usize, prompt: &Prompt, stand_in: &str) -> String {
    let plain = |value: &str| value.replace(['\\', '$', '}', ',', '|'], "");
    if prompt.several || prompt.choices.is_empty() {
        let shown = if stand_in == "…" { String::new() } else { escaped(stand_in) };
        return format!("${{{number}:{shown}}}");
    }
    let choices: Vec<String> = prompt.choices.iter().map(|c| plain(&c.value)).collect();
    format!("${{{number}|{}|}}", choices.join(","))
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// Whom or what an entry may name under the key at a route, as the desk would ask for it; nothing when it asks nothing.
pub(super) fn wanted(glossary: &Glossary<'_>, at: &Route) -> Option<Vec<Offers>> {
    let key = at.0.iter().rev().find_map(|s| if let Segment::Key(key) = s { Some(key) } else { None })?;
    let (index, entry) = (number(at)?, entry_of(at)?);
    let before = before(glossary.scene, index)?;
    let mut values = written(&glossary.scene.outline, index);
    let said = values.remove(key).unwrap_or_default();
    if !values.contains_key("step") || entry.key(key) == entry {
        return None;
    }
    let form = table(glossary, &before);
    values.entry("on".to_owned()).or_insert_with(|| vec![form.today.to_string()]);
    let mut choices = form.prompts(&values).into_iter().find(|w| w.key == *key)?.choices;
    if key == "by" {
        let fitting = fitting(&form, &values);
        choices.sort_by_key(|c| fitting.iter().position(|f| *f == c.value).unwrap_or(fitting.len()));
    }
    let open = choices.into_iter().filter(|c| !said.contains(&c.value) || said.len() == 1);
    Some(open.map(|c| Offers::new(&c.value, c.name)).collect())
}

/// Those who take a step, the most fitting first: whoever is at the keyboard, then in the order in which the regulation names them.
fn fitting(form: &StepForm<'_>, values: &Values) -> Vec<String> {
    let docket = form.docket();
    let day = values.get("on").and_then(|on| parse_date(on.first()?).ok()).unwrap_or(form.today);
    let step = form.step(values);
    let named = step.into_iter().flat_map(|step| step.by.iter().chain(&step.by_each).map(move |who| (step, who)));
    let progress = &docket.progress;
    let able = named.flat_map(|(step, who)| {
        let parties = progress.participants.parties(who).into_iter().map(|party| party.key.as_str());
        parties.chain(progress.able_for(&[step], who, day))
    });
    form.me.into_iter().chain(able).map(str::to_owned).collect()
}
