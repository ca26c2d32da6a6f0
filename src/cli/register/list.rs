//! `klacht list`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::casework::Candidates;
use crate::casework::case_index::{DueRow, Row as RowOf, Words};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::{case_index, chosen, csv, json, regulation};
use crate::cli::register::states::{Asked, PRINTED, asked, state_word, state_words};
use crate::cli::sealed::known::names_now;
use crate::cli::table::{Line, table};
use crate::cli::values::one_of;
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};
use crate::docket::State;

/// A case, in words that stand in what was kept.
type Row<'a> = RowOf<&'a str>;

/// `list`.
#[derive(Debug, Args)]
pub struct List {
    /// Only under this regulation.
    #[arg(id = "only_regulation", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// Only in one of these states: open, report, escalated, ended, destroyed; or as the list prints it.
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = asked)]
    pub state: Vec<Asked>,
    /// Only for this handler.
    #[arg(long, value_name = "KEY")]
    pub handler: Option<String>,
    /// Only received in this year.
    #[arg(id = "only_year", long = "year", value_name = "YEAR")]
    pub year: Option<i32>,
    /// Only about this topic.
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "text", env = "KLACHT_FORMAT", value_parser = one_of::<Form>())]
    pub format: Form,
}

/// How cases are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A table for reading.
    Text,
    /// For programs.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// All of it as JSON.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    today: NaiveDate,
    unread: usize,
    cases: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    path: &'a str,
    regulation: &'a str,
    received: Option<NaiveDate>,
    state: &'static str,
    ending: Option<&'static str>,
    handler: Option<&'a str>,
    complainant: Option<&'a str>,
    topics: &'a [&'a str],
    last_recorded: NaiveDate,
    ended: Option<NaiveDate>,
    next: Option<Next<'a>>,
}

#[derive(Serialize)]
struct Next<'a> {
    /// Nothing when no term sets a day.
    due: Option<NaiveDate>,
    left: Option<i64>,
    step: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    or: &'a [&'a str],
    words: Words<&'a str>,
    term: Option<&'a str>,
}

/// Runs it; the exit code.
pub fn run(args: &List, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let (case_index, today) = case_index(global, world, out)?;
    regulation(&case_index.labels, args.regulation.as_deref())?;
    let all = case_index.rows();
    let mut rows: Vec<&Row<'_>> = all.iter().filter(|row| wanted(row, args)).collect();
    if rows.is_empty() {
        known(args, global, today)?;
    }
    rows.sort_by_key(|row| (row.next_day().unwrap_or(NaiveDate::MAX), row.id, row.path));
    match args.format {
        Form::Json => {
            let cases = rows.iter().map(|row| entry(row, today)).collect();
            let document = Document { schema: "klacht.list/1", today, unread: case_index.unread, cases };
            out.print(&json(&document)?)?;
        }
        Form::Csv => {
            let head = ["id", "regulation", "received", "state", "handler", "due", "step"].map(Cow::Borrowed).to_vec();
            let lines = rows.iter().map(|row| cells(row, state_word(row.state), |due| due.step));
            let all: Vec<Vec<Cow<'_, str>>> = std::iter::once(head).chain(lines).collect();
            out.print(&csv(&all, false)?)?;
        }
        Form::Text => {
            let ids: Vec<(&str, &str)> = rows.iter().map(|row| (row.id, row.path)).collect();
            let names = names_now(&ids, global, world, out)?;
            out.print(&text(&rows, &names, today, out, world.columns))?;
        }
    }
    out.note(&totals(&rows, today, out.lang));
    Ok(0)
}

/// Fails with a suggestion when a topic or a handler is asked for that no regulation knows. Nothing found is no mistake by itself.
fn known(args: &List, global: &Global, today: NaiveDate) -> Result<(), Failure> {
    let candidates = Candidates { dir: global.dir.clone().unwrap_or_else(|| PathBuf::from(".")), today };
    let regulation = args.regulation.as_deref();
    let asked = [
        (&args.topic, text!("onderwerp", "topic"), candidates.words(regulation, "topic")),
        (&args.handler, text!("behandelaar", "handler"), candidates.staff(regulation)),
    ];
    for (word, what, choices) in asked {
        let values: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        if let Some(word) = word.as_deref().filter(|_| !values.is_empty()) {
            chosen(&what, word, &values)?;
        }
    }
    Ok(())
}

fn wanted(row: &Row<'_>, args: &List) -> bool {
    let is = |asked: &Option<String>, found: Option<&str>| asked.as_deref().is_none_or(|asked| found == Some(asked));
    is(&args.regulation, Some(row.regulation))
        && is(&args.handler, row.handler)
        && (args.state.is_empty() || args.state.iter().any(|asked| asked.0.contains(&row.state)))
        && args.year.is_none_or(|year| row.received.is_some_and(|day| day.year() == year))
        && args.topic.as_deref().is_none_or(|topic| row.topics.contains(&topic))
}

fn cells<'a>(row: &Row<'a>, state: &'a str, step: impl Fn(&DueRow<&'a str>) -> &'a str) -> Vec<Cow<'a, str>> {
    let next = row.next();
    vec![
        row.id.into(),
        row.regulation.into(),
        row.received.map(|day| day.to_string()).unwrap_or_default().into(),
        state.into(),
        row.handler.unwrap_or_default().into(),
        row.next_day().map(|on| on.to_string()).unwrap_or_default().into(),
        next.map(step).unwrap_or_default().into(),
    ]
}

fn text(
    rows: &[&Row<'_>],
    names: &BTreeMap<String, String>,
    today: NaiveDate,
    out: &Output,
    width: Option<usize>,
) -> String {
    let head = match out.lang {
        Lang::Nl => ["nummer", "regeling", "ontvangen", "toestand", "behandelaar", "uiterlijk", "stap"],
        Lang::En => ["id", "regulation", "received", "state", "handler", "due", "step"],
    };
    let mut head = head.to_vec();
    if !names.is_empty() {
        head.insert(1, if out.lang == Lang::Nl { "naam" } else { "name" });
    }
    let lines = rows.iter().map(|row| Line {
        cells: {
            let mut cells = cells(row, state_words(row.state, out.lang), |due| due.words.in_(out.lang));
            if !names.is_empty() {
                cells.insert(1, names.get(row.id).cloned().unwrap_or_default().into());
            }
            cells
        },
        urgent: row.next_day().is_some_and(|on| on < today),
    });
    let lines: Vec<Line<'_>> = lines.collect();
    table(&head, &lines, width.filter(|_| out.terminal), out.color)
}

fn entry<'a>(row: &'a Row<'a>, today: NaiveDate) -> Entry<'a> {
    let next = row.next().map(|what| Next {
        due: what.on,
        left: what.on.map(|due| (due - today).num_days()),
        step: what.step,
        or: &what.or,
        words: what.words,
        term: what.term,
    });
    let ending = match row.state {
        State::Ended(how) => how.map(crate::regulation::Ending::word),
        _ => None,
    };
    Entry {
        id: row.id,
        path: row.path,
        regulation: row.regulation,
        received: row.received,
        state: state_word(row.state),
        ending,
        handler: row.handler,
        complainant: row.complainant,
        topics: &row.topics,
        last_recorded: row.last,
        ended: row.ended,
        next,
    }
}

fn totals(rows: &[&Row<'_>], today: NaiveDate, lang: Lang) -> String {
    let mut states: BTreeMap<usize, (State, usize)> = BTreeMap::new();
    for row in rows {
        let order = PRINTED.iter().position(|state| *state == row.state).unwrap_or(PRINTED.len());
        states.entry(order).or_insert((row.state, 0)).1 += 1;
    }
    let late = rows.iter().filter(|row| row.next_day().is_some_and(|on| on < today)).count();
    let mut parts: Vec<String> =
        states.values().map(|(state, count)| format!("{count} {}", state_words(*state, lang))).collect();
    if late > 0 {
        parts.push(text!("{late} te laat", "{late} late").in_(lang).to_owned());
    }
    let count = rows.len();
    let all = match (lang, count) {
        (Lang::Nl, 1) => "1 klacht".to_owned(),
        (Lang::Nl, _) => format!("{count} klachten"),
        (Lang::En, 1) => "1 case".to_owned(),
        (Lang::En, _) => format!("{count} cases"),
    };
    if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
}
