//! The figures as JSON: codes with their names, numbers as numbers, hidden ones as `null` with a word that says so.

use serde_json::{Value, json};

use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{ClosedYear, Input, Published};
use super::super::pages::organisation;
use super::{Both, LICENCE};
use crate::statistics::{Count, Figures, Table};

/// The notation of the file.
const NOTATION: &str = "klacht.data/1";

/// A year's figures.
pub fn json(published: &Published, closed: &ClosedYear, input: &Input, words: Both<'_>) -> Result<Vec<u8>, SiteFault> {
    let figures = &closed.figures;
    let year = figures.year.to_string();
    let tables: Vec<Value> = figures.tables.iter().map(|t| table(t, words)).collect::<Result<_, _>>()?;
    let value = json!({
        "schema": NOTATION,
        "regulation": published.id,
        "organisation": organisation(published, input),
        "title": words.say(|w| w.with("figures-year-title", &[("year", &year)]))?,
        "year": figures.year,
        "published": closed.closed_on.to_string(),
        "final": true,
        "licence": LICENCE,
        "notes": notes(figures, words)?,
        "size": figures.size,
        "threshold": figures.k,
        "received": number(figures.received),
        "flow": {
            "carried_in": number(figures.flow.carried_in),
            "received": number(figures.flow.received),
            "closed": number(figures.flow.closed),
            "carried_out": number(figures.flow.carried_out),
        },
        "days": figures.times.map(|t| json!({"median": t.median, "mean": t.mean})),
        "hub": figures.hub,
        "merged": figures.merged,
        "tables": tables,
        "audit": figures.certificate,
    });
    bytes(&value, &published.id)
}

/// What a reader must know before using a number.
fn notes(figures: &Figures, words: Both<'_>) -> Result<Vec<Value>, SiteFault> {
    let k = u64::from(figures.k);
    let mut notes = vec![
        words.say(|w| w.about("figures-protected", k, &[]))?,
        words.say(|w| w.say("figures-data-null"))?,
        words.say(|w| w.say("figures-data-no-sums"))?,
    ];
    if !figures.merged.is_empty() {
        notes.push(words.say(|w| Ok(w.merged(figures)?.unwrap_or_default()))?);
    }
    Ok(notes)
}

fn table(table: &Table, words: Both<'_>) -> Result<Value, SiteFault> {
    let named = |id: &str, name: &dyn Fn(&FigureWords<'_>) -> Result<String, SiteFault>| {
        Ok(json!({"id": id, "name": words.say(name)?}))
    };
    let columns: Vec<Value> =
        table.columns.iter().map(|id| named(id, &|w| w.column(table, id))).collect::<Result<_, SiteFault>>()?;
    let mut rows = Vec::new();
    for row in &table.rows {
        let mut line = named(&row.id, &|w| w.row(table, &row.id))?;
        if let Some(line) = line.as_object_mut() {
            line.extend(counts(&row.counts.0));
        }
        rows.push(line);
    }
    let mut value = named(&table.id, &|w| w.table(table))?;
    if let Some(value) = value.as_object_mut() {
        value.insert("dimensions".to_owned(), json!(table.dimensions));
        value.insert("basis".to_owned(), json!(table.basis));
        value.insert("columns".to_owned(), json!(columns));
        value.insert("rows".to_owned(), json!(rows));
        value.insert("totals".to_owned(), Value::Object(counts(&table.total.0)));
    }
    Ok(value)
}

/// A line of counts: one per column, and the total of the line.
fn counts(counts: &[Count]) -> serde_json::Map<String, Value> {
    let mut line = serde_json::Map::new();
    if let Some((total, columns)) = counts.split_last() {
        if !columns.is_empty() {
            line.insert("counts".to_owned(), columns.iter().map(|c| number(*c)).collect());
        }
        line.insert("total".to_owned(), number(*total));
    }
    line
}

/// A number, or `null`: so no program takes a hidden number for zero.
fn number(count: Count) -> Value {
    count.shown().map_or(Value::Null, Value::from)
}

/// JSON for a file, with a line end.
pub fn bytes(value: &Value, path: &str) -> Result<Vec<u8>, SiteFault> {
    let fault = |error: serde_json::Error| SiteFault::Template {
        path: path.to_owned(),
        line: 0,
        column: 0,
        message: error.to_string(),
    };
    let mut bytes = serde_json::to_vec_pretty(value).map_err(fault)?;
    bytes.push(b'\n');
    Ok(bytes)
}
