//! A year by its questions: which tables answer which.

use serde_json::{Value, json};

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::year_headline::{KEPT, in_time, median};
use super::year_tables::{self, Years, cell};
use crate::statistics::{Figures, Table};

/// The last question of tables.
const LAST: &str = "ended";
/// The questions in the order of the page, and the dimensions that answer each. One that is named nowhere answers the last.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("many", &["quarter"]),
    ("about", &["topic", "severity", "cause"]),
    ("from", &["source", "complainant", "channel"]),
    ("time", &["timeliness", "acknowledgement", "handling-band", "extension", "progress"]),
    (LAST, &["outcome", "handling", "redress", "hearing", "satisfaction", "reopening", "measures", "escalation"]),
];

/// The questions to which the figures have an answer.
pub fn sections(words: &FigureWords<'_>, years: &Years<'_>) -> Result<Vec<Value>, SiteFault> {
    let mut made = Vec::new();
    for (question, _) in QUESTIONS {
        let (silent, telling): (Vec<&Table>, Vec<&Table>) =
            answering(years.of, question).into_iter().partition(|t| year_tables::says_nothing(t));
        let tables = telling.into_iter().map(|t| year_tables::table(words, years, t));
        let tables: Vec<Value> = tables.collect::<Result<_, _>>()?;
        let flow = if *question == "many" { flow(words, years.of)? } else { Value::Null };
        if tables.is_empty() && silent.is_empty() && flow.is_null() {
            continue;
        }
        made.push(json!({
            "id": question,
            "title": words.say(&format!("figures-question-{question}"))?,
            "text": text(words, years.of, question)?,
            "flow": flow,
            "tables": tables,
            "nothing": nothing(words, &silent)?,
        }));
    }
    Ok(made)
}

/// What is not said, by the names of the tables that would only say that they hide.
fn nothing(words: &FigureWords<'_>, silent: &[&Table]) -> Result<Option<String>, SiteFault> {
    if silent.is_empty() {
        return Ok(None);
    }
    let names: Vec<String> = silent.iter().map(|t| words.table(t)).collect::<Result<_, _>>()?;
    words.with("figures-nothing", &[("names", &names.join("; "))]).map(Some)
}

/// The tables that answer a question, by dimension: each alone, then mentions, then by the hub.
fn answering<'a>(figures: &'a Figures, question: &str) -> Vec<&'a Table> {
    let mut tables: Vec<&Table> = figures.tables.iter().filter(|t| place(t).0 == question).collect();
    tables.sort_by_key(|t| (place(t).1, t.dimensions.len() > 1, !t.columns.is_empty()));
    tables
}

/// The question that a table answers, and the place of its dimension there.
fn place(table: &Table) -> (&'static str, usize) {
    let id = table.dimensions.last().map(|d| d.id());
    let found = QUESTIONS.iter().find_map(|(question, dimensions)| {
        let at = dimensions.iter().position(|d| Some(*d) == id)?;
        Some((*question, at))
    });
    found.unwrap_or((LAST, usize::MAX))
}

/// What a question is answered with in a sentence.
fn text(words: &FigureWords<'_>, figures: &Figures, question: &str) -> Result<Vec<String>, SiteFault> {
    Ok(match question {
        "about" => words.merged(figures)?.into_iter().collect(),
        "time" => {
            let mut said = vec![];
            if figures.table(KEPT).is_some() {
                said.push(in_time(words, figures)?);
            }
            said.push(median(words, figures)?);
            if let Some(times) = figures.times {
                said.push(words.about("figures-said-mean", u64::from(times.mean), &[])?);
            }
            said
        }
        _ => Vec::new(),
    })
}

/// Carried in, received, closed, carried out; nothing when no more than the number received is said.
fn flow(words: &FigureWords<'_>, figures: &Figures) -> Result<Value, SiteFault> {
    let flow = &figures.flow;
    if [flow.carried_in, flow.closed, flow.carried_out].iter().all(|c| c.shown().is_none()) {
        return Ok(Value::Null);
    }
    let year = figures.year.to_string();
    let lines = [
        ("figures-flow-carried-in", flow.carried_in),
        ("figures-flow-received", flow.received),
        ("figures-flow-closed", flow.closed),
        ("figures-flow-carried-out", flow.carried_out),
    ];
    let rows: Vec<Value> = lines
        .into_iter()
        .map(|(key, count)| Ok(json!({"name": words.with(key, &[("year", &year)])?, "count": cell(words, count)?})))
        .collect::<Result<_, SiteFault>>()?;
    let hidden = lines.iter().any(|(_, count)| count.shown().is_none());
    Ok(json!({"rows": rows, "hidden": hidden}))
}
