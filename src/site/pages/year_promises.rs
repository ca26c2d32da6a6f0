//! What the regulation says of itself, beside the figure that shows whether it is so.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::year_headline::{KEPT, in_time, median, received};
use super::year_tables::says_nothing;
use crate::diagnostics::Lang;
use crate::regulation::{MeasuredBy, Version};
use crate::statistics::{Count, Figures};

/// The measured statements of a version, those with the same figure together, each group with what the figures say.
pub fn promises(
    words: &FigureWords<'_>,
    figures: &Figures,
    version: &Version,
    lessons: bool,
) -> Result<Vec<Value>, SiteFault> {
    let mut groups: Vec<(&MeasuredBy, Vec<Value>)> = Vec::new();
    for statement in &version.regulation.statements {
        let Some(measure) = &statement.measured_by else { continue };
        let (lang, text) = quoted(version, &statement.quote, words.lang());
        let said = json!({"kind": words.say(&format!("figures-kind-{}", statement.kind))?, "lang": lang, "text": text});
        match groups.iter_mut().find(|(m, _)| m.figure == measure.figure && m.values == measure.values) {
            Some((_, quotes)) => quotes.push(said),
            None => groups.push((measure, vec![said])),
        }
    }
    let group = |(measure, quotes)| Ok(json!({"quotes": quotes, "answer": answer(words, figures, measure, lessons)?}));
    groups.into_iter().map(group).collect()
}

/// The words of a statement in the language of the page; the Dutch ones, marked so, where they have no translation.
fn quoted(version: &Version, quote: &[String], lang: Lang) -> (Option<&'static str>, String) {
    let dutch = || quote.join(" ");
    if lang == Lang::Nl {
        return (None, dutch());
    }
    let english = version.english.as_ref().filter(|e| e.text.sentences.len() == version.text.sentences.len());
    let found = english.map(|english| {
        let touched: BTreeSet<usize> = quote.iter().flat_map(|q| version.text.touched(q)).collect();
        let said = touched.iter().filter_map(|number| english.text.sentences.get(*number)).map(|en| en.text.as_str());
        said.collect::<Vec<_>>().join(" ")
    });
    match found.filter(|text| !text.is_empty()) {
        Some(text) => (None, text),
        None => (Some(Lang::Nl.tag()), dutch()),
    }
}

/// What the figures say about a measure.
fn answer(words: &FigureWords<'_>, figures: &Figures, by: &MeasuredBy, lessons: bool) -> Result<Value, SiteFault> {
    let id = match by.figure.as_str() {
        "received" => return Ok(json!({"said": [received(words, figures)?]})),
        "handling-time" => return Ok(json!({"said": [median(words, figures)?]})),
        "within-term" if figures.table(KEPT).is_some() => {
            return Ok(json!({"said": [in_time(words, figures)?]}));
        }
        "measures" if lessons => {
            return Ok(json!({"see": "lessons", "name": words.say("figures-question-lessons")?, "said": []}));
        }
        "judgement" => "outcome",
        other => other,
    };
    let table =
        figures.table(id).filter(|t| !says_nothing(t)).and_then(|table| Some((*table.dimensions.first()?, table)));
    let Some((dimension, table)) = table else {
        return Ok(json!({"said": [words.say("figures-said-nothing")?]}));
    };
    if by.values.is_empty() {
        return Ok(json!({"see": format!("t-{}", table.id), "name": words.table(table)?, "said": []}));
    }
    let said: Vec<String> = by
        .values
        .iter()
        .map(|id| {
            let count = table.count(Some(id), None).unwrap_or(Count::Hidden);
            Ok(format!("{}: {}.", words.value(dimension, id)?, words.count(count)?))
        })
        .collect::<Result<_, SiteFault>>()?;
    Ok(json!({"said": said}))
}
