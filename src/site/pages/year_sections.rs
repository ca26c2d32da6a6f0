//! A year by its questions: which tables answer which.

use serde_json::{Value, json};

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::year_headline::{in_time, median};
use super::year_tables::{self, Years, cell};
use crate::statistics::{Figures, Table};

/// The questions in the order of the page, and the dimensions that answer each. One that is named nowhere answers the last.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("many", &["quarter"]),
    ("about", &["topic", "severity", "cause"]),
    ("from", &["source", "complainant", "channel"]),
    ("time", &["timeliness", "acknowledgement", "handling-band"]),
    ("ended", &["outcome", "handling", "hearing", "satisfaction", "measures", "escalation"]),
];

/// The questions to which the figures have an answer.
pub fn sections(words: &FigureWords<'_>, years: &Years<'_>) -> Result<Vec<Value>, SiteFault> {
    let mut made = Vec::new();
    for (question, _) in QUESTIONS {
        let tables: Vec<Value> = answering(years.of, question)
            .into_iter()
            .map(|t| year_tables::table(words, years, t))
            .collect::<Result<_, _>>()?;
        let flow = if *question == "many" { flow(words, years.of)? } else { Value::Null };
        if tables.is_empty() && flow.is_null() {
            continue;
        }
        made.push(json!({
            "id": question,
            "title": words.say(&format!("figures-question-{question}"))?,
            "text": text(words, years.of, question)?,
            "flow": flow,
            "tables": tables,
        }));
    }
    Ok(made)
}

/// The tables that answer a question, by dimension: each alone, then mentions, then by the hub.
fn answering<'a>(figures: &'a Figures, question: &str) -> Vec<&'a Table> {
    let mut tables: Vec<((usize, usize, bool, bool), &Table)> = figures
        .tables
        .iter()
        .filter_map(|table| Some((place(table.dimensions.last()?.id()), table)))
        .filter(|((at, _), _)| QUESTIONS.get(*at).is_some_and(|(id, _)| *id == question))
        .map(|((at, within), table)| ((at, within, table.dimensions.len() > 1, !table.columns.is_empty()), table))
        .collect();
    tables.sort_by_key(|(place, _)| *place);
    tables.into_iter().map(|(_, table)| table).collect()
}

/// The question that a dimension answers, and its place there.
fn place(dimension: &str) -> (usize, usize) {
    let within = |(_, dimensions): &(&str, &[&str])| dimensions.iter().position(|d| *d == dimension);
    let found = QUESTIONS.iter().enumerate().find_map(|(at, question)| Some((at, within(question)?)));
    found.unwrap_or((QUESTIONS.len() - 1, usize::MAX))
}

/// What a question is answered with in a sentence.
fn text(words: &FigureWords<'_>, figures: &Figures, question: &str) -> Result<Vec<String>, SiteFault> {
    Ok(match question {
        "about" => words.merged(figures)?.into_iter().collect(),
        "time" => {
            let mut said = vec![in_time(words, figures)?, median(words, figures)?];
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
