//! One entry of the log, put before the desk: what it still wants, given what is written of it, and what it would become.

use std::convert::Infallible;
use std::ops::Range;

use super::known::Glossary;
use super::outline::Outline;
use super::scene::Scene;
use crate::case::{self, Case};
use crate::casework::{Prompt, StepForm, Values, complete};
use crate::regulation::AskType;
use crate::yaml::{Route, Segment};

/// A case without one of its entries and what comes after it: what was there when that step was taken.
pub struct Before {
    /// The file.
    pub source: String,
    /// The case.
    pub case: Case,
}

/// The bytes of the entry with this number: from the line of its dash until the next entry, or the end of the log.
#[must_use]
pub fn span(scene: &Scene<'_>, index: usize) -> Option<Range<usize>> {
    let outline = &scene.outline;
    let own = Route::root().key("log").index(index);
    let start = outline.items.iter().find(|(route, _)| *route == own)?.1;
    let next = Route::root().key("log").index(index + 1);
    let next = outline.items.iter().find(|(route, _)| *route == next).map(|(_, at)| *at);
    let after = || {
        let top = outline.pairs.iter().find(|p| p.group.0.is_empty() && p.span.start > start);
        top.map(|p| line_start(scene.text, p.span.start))
    };
    Some(start..next.or_else(after).unwrap_or(scene.data.end))
}

/// Where the line of a place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}

/// The case before the entry with this number; the whole case when there is none. Nothing when that cannot be read.
#[must_use]
pub fn before(scene: &Scene<'_>, index: usize) -> Option<Before> {
    let mut source = scene.text.to_owned();
    if let Some(own) = span(scene, index) {
        let last = (index..).map_while(|n| span(scene, n)).last().map_or(own.end, |last| last.end);
        source.replace_range(own.start..last, "");
    }
    if index == 0 {
        let log = scene.outline.pairs.iter().find(|p| p.group.0.is_empty() && p.key == "log");
        if let Some(log) = log.filter(|p| p.value.is_empty()) {
            source.insert_str(log.span.start, " []");
        }
    }
    let case = case::read(&source).0?;
    Some(Before { source, case })
}

/// What is written of an entry, by key; what is left open is not said.
#[must_use]
pub fn written(outline: &Outline, index: usize) -> Values {
    let own = Route::root().key("log").index(index);
    let keys: Vec<String> = outline.keys(&own).map(str::to_owned).collect();
    let said = keys.into_iter().map(|key| {
        let values = outline.values(&own, &key);
        (key, values)
    });
    said.filter(|(_, values)| !values.is_empty()).collect()
}

/// A step put before the desk.
pub fn table<'a>(glossary: &Glossary<'a>, before: &'a Before) -> StepForm<'a> {
    StepForm {
        source: &before.source,
        case: &before.case,
        version: glossary.version,
        people: &glossary.history.people,
        me: glossary.scene.me(glossary.history),
        today: glossary.scene.day,
    }
}

/// Completes an entry by what is certain; what only a person can say stays open and comes with it, each with a stand-in in
/// its place, so that what follows from it is found too.
#[must_use]
pub fn completed(table: &StepForm<'_>, mut values: Values) -> (Values, Vec<Prompt>) {
    let mut open = Vec::new();
    let Ok(()) = complete::<Infallible>(&mut values, |values| table.prompts(values), &mut |prompt| {
        if !prompt.required {
            return Ok(Vec::new());
        }
        open.push(prompt.clone());
        Ok(vec![stand_in(table, prompt)])
    });
    (values, open)
}

/// Something that could be answered.
fn stand_in(table: &StepForm<'_>, prompt: &Prompt) -> String {
    let first = prompt.default.first().or_else(|| prompt.choices.first().map(|c| &c.value));
    first.cloned().unwrap_or_else(|| match prompt.kind {
        AskType::Date => table.today.to_string(),
        _ => "…".to_owned(),
    })
}

/// The number of the entry that a route leads into.
#[must_use]
pub fn number(at: &Route) -> Option<usize> {
    match at.0.as_slice() {
        [Segment::Key(key), Segment::Index(index), ..] if key == "log" => Some(*index),
        _ => None,
    }
}
