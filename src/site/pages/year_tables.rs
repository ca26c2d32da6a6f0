//! The tables of a year as the page shows them: chart and table in one, in the order of the vocabulary.

use serde_json::{Value, json};

use super::super::chart;
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use crate::statistics::{Basis, Count, Dimension, Figures, MENTIONS, Row, Table};

/// Dimensions whose tables have the year before beside them.
const COMPARED: &[Dimension] = &[Dimension::Outcome, Dimension::Timeliness];

/// The figures that tables are made of.
pub struct Years<'a> {
    /// The year.
    pub of: &'a Figures,
    /// The year before, when it is published.
    pub before: Option<&'a Figures>,
}

/// Whether a table says nothing but its totals.
pub fn says_nothing(table: &Table) -> bool {
    table.rows.iter().flat_map(|r| &r.counts.0).all(|c| c.shown().is_none())
}

/// A table with what stands above and below it.
pub fn table(words: &FigureWords<'_>, years: &Years<'_>, table: &Table) -> Result<Value, SiteFault> {
    let total = table.count(None, None).unwrap_or(Count::Hidden);
    let hidden = table.cells().any(|(_, _, count)| count.shown().is_none());
    let body = if table.columns.is_empty() { bars(words, years, table)? } else { crossed(words, table)? };
    let mut value = json!({
        "id": format!("t-{}", table.id),
        "caption": words.table(table)?,
        "about": about(words, table)?,
        "hidden": hidden,
        "base": base(words, years.of, table.basis, total)?,
    });
    if let (Some(into), Value::Object(body)) = (value.as_object_mut(), body) {
        into.extend(body);
    }
    Ok(value)
}

/// The sentence that says what is counted.
fn about(words: &FigureWords<'_>, table: &Table) -> Result<String, SiteFault> {
    match table.dimensions.as_slice() {
        _ if table.id == MENTIONS => words.say("figures-about-mentions"),
        [one] => words.say(&format!("figures-about-{one}")),
        _ => words.say("figures-about-crossed"),
    }
}

/// What the counts of the table are counts of.
fn base(words: &FigureWords<'_>, figures: &Figures, basis: Basis, total: Count) -> Result<String, SiteFault> {
    let year = figures.year.to_string();
    match (total, basis) {
        (Count::Shown(number), Basis::Complaints) => words.about("figures-base-complaints", number, &[("year", &year)]),
        (Count::Shown(number), Basis::Mentions) => words.about("figures-base-mentions", number, &[("year", &year)]),
        (_, Basis::Complaints) => words.with("figures-base-complaints-hidden", &[("year", &year)]),
        (_, Basis::Mentions) => words.with("figures-base-mentions-hidden", &[("year", &year)]),
    }
}

/// A table of one dimension: number, share, bar, and the year before where that is compared.
fn bars(words: &FigureWords<'_>, years: &Years<'_>, table: &Table) -> Result<Value, SiteFault> {
    let total = table.count(None, None).unwrap_or(Count::Hidden);
    let scale = chart::scale(table.rows.iter().filter_map(|r| r.counts.0.last().copied()));
    let compared = table.dimensions.first().is_some_and(|d| COMPARED.contains(d));
    let before = years.before.filter(|_| compared).and_then(|b| b.table(&table.id));
    let mut rows = Vec::new();
    for row in &table.rows {
        let count = row.counts.0.last().copied().unwrap_or(Count::Hidden);
        rows.push(json!({
            "name": words.row(table, &row.id)?,
            "bar": chart::width(count, scale),
            "count": cell(words, count)?,
            "share": words.share(count, total),
            "before": before.map(|t| earlier(words, t, &row.id)).transpose()?,
        }));
    }
    Ok(json!({
        "kind": "bars",
        "first": words.dimension(table.dimensions.first().copied().unwrap_or(Dimension::Topic))?,
        "year": years.of.year.to_string(),
        "year_before": before.map(|_| (years.of.year - 1).to_string()),
        "rows": rows,
        "total": cell(words, total)?,
        "total_before": before.map(|t| cell(words, t.count(None, None).unwrap_or(Count::Hidden))).transpose()?,
    }))
}

/// The same row in the year before, or the words for a value that did not exist then.
fn earlier(words: &FigureWords<'_>, table: &Table, row: &str) -> Result<Value, SiteFault> {
    match table.count(Some(row), None) {
        Some(count) => cell(words, count),
        None => Ok(json!({"text": words.say("figures-not-counted")?, "hidden": true})),
    }
}

/// A table of two dimensions, or of mentions: numbers only.
fn crossed(words: &FigureWords<'_>, table: &Table) -> Result<Value, SiteFault> {
    let columns: Vec<String> = table.columns.iter().map(|id| words.column(table, id)).collect::<Result<_, _>>()?;
    let line = |counts: &[Count]| counts.iter().map(|c| cell(words, *c)).collect::<Result<Vec<Value>, SiteFault>>();
    let row = |r: &Row| Ok(json!({"name": words.row(table, &r.id)?, "cells": line(&r.counts.0)?}));
    Ok(json!({
        "kind": "crossed",
        "first": words.dimension(table.dimensions.first().copied().unwrap_or(Dimension::Topic))?,
        "columns": columns,
        "rows": table.rows.iter().map(row).collect::<Result<Vec<Value>, SiteFault>>()?,
        "total": line(&table.total.0)?,
    }))
}

/// A count for a cell.
pub fn cell(words: &FigureWords<'_>, count: Count) -> Result<Value, SiteFault> {
    Ok(json!({"text": words.count(count)?, "hidden": count.shown().is_none()}))
}
