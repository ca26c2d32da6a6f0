//! `klacht export`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::casework::case_index::Row;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::{case_index, csv, json, regulation};
use crate::cli::register::states::state_word;
use crate::cli::values::one_of;
use crate::cli::world::World;
use crate::counting::Quarter;
use crate::diagnostics::text;
use crate::docket::State;
use crate::statistics::Dimension;

/// `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Only under this regulation.
    #[arg(id = "only_regulation", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// Only received in this year.
    #[arg(id = "only_year", long = "year", value_name = "YEAR")]
    pub year: Option<i32>,
    /// How precisely to give the date of receipt.
    #[arg(long, value_name = "quarter|month", default_value = "quarter", value_parser = one_of::<Grain>())]
    pub received: Grain,
    /// Include the case ids.
    #[arg(long)]
    pub with_ids: bool,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "csv", env = "KLACHT_FORMAT", value_parser = one_of::<Form>())]
    pub format: Form,
    /// CSV that a Dutch spreadsheet opens directly: semicolons and a byte order mark.
    #[arg(long)]
    pub excel: bool,
}

/// How precisely the day of receipt is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Grain {
    /// As a quarter of a year.
    Quarter,
    /// As a month.
    Month,
}

/// How rows are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For a spreadsheet.
    Csv,
    /// For programs.
    Json,
}

/// The codes of a row, in the order of the columns. Nothing finer: no day, no person, no words.
const CODES: &[Dimension] = &[
    Dimension::Channel,
    Dimension::Source,
    Dimension::Complainant,
    Dimension::Topic,
    Dimension::Severity,
    Dimension::Cause,
    Dimension::Outcome,
    Dimension::Timeliness,
    Dimension::HandlingBand,
    Dimension::Acknowledgement,
    Dimension::Hearing,
    Dimension::Measures,
    Dimension::Satisfaction,
    Dimension::Escalation,
    Dimension::Extension,
    Dimension::Progress,
    Dimension::Reopening,
    Dimension::Redress,
];

/// Runs it; the exit code.
pub fn run(args: &Export, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let (case_index, today) = case_index(global, world, out)?;
    regulation(&case_index.labels, args.regulation.as_deref())?;
    let all = case_index.rows();
    let of = |row: &&Row<&str>| args.regulation.as_ref().is_none_or(|id| id == row.regulation);
    let in_year = |row: &&Row<&str>| args.year.is_none_or(|year| row.received.is_some_and(|day| day.year() == year));
    // Of a destroyed case nothing is left to export: its row stands in the yearbook.
    let kept = |row: &&Row<&str>| row.state != State::Destroyed;
    let chosen = all.iter().filter(of).filter(in_year).filter(kept);
    let mut rows: Vec<Vec<Cow<'_, str>>> = chosen.map(|row| cells(row, args, today)).collect();
    // Without ids the order must not tell them either.
    rows.par_sort_unstable();
    let head = head(args);
    let count = rows.len();
    let text = match args.format {
        Form::Json => as_json(&head, &rows)?,
        Form::Csv => csv(&std::iter::once(head).chain(rows).collect::<Vec<_>>(), args.excel)?,
    };
    out.print(&text)?;
    let rows = if count == 1 { text!("1 rij", "1 row") } else { text!("{count} rijen", "{count} rows") };
    let said = text!(
        "{rows}, voor eigen gebruik: zo'n rij kan naar één klacht wijzen. Openbare cijfers geeft `klacht stats`.",
        "{rows}, for internal use: a row may point to a single complaint. For public figures use `klacht stats`.",
        rows
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

fn head(args: &Export) -> Vec<Cow<'static, str>> {
    let id = args.with_ids.then_some("id");
    let first = id.into_iter().chain(["regulation", "received", "state"]);
    let codes = CODES.iter().map(|dimension| dimension.id());
    first.chain(codes).chain(["topics"]).map(Cow::Borrowed).collect()
}

fn cells<'a>(row: &Row<&'a str>, args: &Export, today: NaiveDate) -> Vec<Cow<'a, str>> {
    let received = row.received.map(|day| match args.received {
        Grain::Month => day.format("%Y-%m").to_string(),
        Grain::Quarter => Quarter::of(day).to_string(),
    });
    let id = args.with_ids.then_some(row.id.into());
    let first = [row.regulation.into(), received.unwrap_or_default().into(), state_word(row.state).into()];
    // A report is not counted yet; what it is about is known all the same.
    let coded = CODES.iter().map(|dimension| row.code(*dimension, today).unwrap_or_default().into());
    id.into_iter().chain(first).chain(coded).chain([row.topics.join(" ").into()]).collect()
}

fn as_json(head: &[Cow<'_, str>], rows: &[Vec<Cow<'_, str>>]) -> Result<String, Failure> {
    let object = |row: &Vec<Cow<'_, str>>| -> serde_json::Map<String, serde_json::Value> {
        let pairs = head.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        pairs.map(|(name, cell)| (name.to_string(), serde_json::Value::from(cell.as_ref()))).collect()
    };
    let cases: Vec<_> = rows.iter().map(object).collect();
    let document = BTreeMap::from([
        ("schema", serde_json::Value::from("klacht.export/1")),
        ("cases", serde_json::Value::from(cases.into_iter().map(serde_json::Value::Object).collect::<Vec<_>>())),
    ]);
    json(&document)
}
