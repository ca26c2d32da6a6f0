//! `klacht due`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::calendar::date_words;
use crate::casework::case_index::{
    Agenda, CaseIndex, DueKind, DueRow, Item, Labels, Span, Undated, Wanted, Words, calendar, is_calendar, roles,
};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::put_over_own;
use crate::cli::register::looking::{case_index, json, regulation};
use crate::cli::sealed::known::names_now;
use crate::cli::table::{Line, table};
use crate::cli::values::{Unfit, choice, one_of};
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};

/// Where the column with names stands.
const NAME: usize = 3;

/// `due`.
#[derive(Debug, Args)]
pub struct Due {
    /// Only what is due within this time, or overdue: 7d, 2w, 1m.
    #[arg(long, value_name = "TIME", value_parser = span)]
    pub within: Option<Span>,
    /// Only for this role or person.
    #[arg(id = "for_whom", long = "for", value_name = "ROLE|KEY")]
    pub who: Option<String>,
    /// Only under this regulation.
    #[arg(id = "only_regulation", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// Output format; md is a message that names no persons.
    #[arg(long, value_name = "FORMAT", default_value = "text", env = "KLACHT_FORMAT", value_parser = one_of::<Form>())]
    pub format: Form,
    /// Write a calendar to this file; to standard output if no file is named.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    pub ics: Option<PathBuf>,
    /// Exit with 1 if anything is overdue.
    #[arg(long)]
    pub exit_code: bool,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A table for reading.
    Text,
    /// For programs.
    Json,
    /// A message for a nightly job.
    Md,
}

/// All of it as JSON.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    today: NaiveDate,
    late: usize,
    undated: usize,
    unread: usize,
    due: Vec<Entry<'a>>,
    without_term: Vec<Open<'a>>,
}

/// Something to be done for which no term sets a day.
#[derive(Serialize)]
struct Open<'a> {
    id: &'a str,
    regulation: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    report_days: Option<i64>,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
struct Entry<'a> {
    due: NaiveDate,
    left: i64,
    id: &'a str,
    regulation: &'a str,
    #[serde(flatten)]
    what: What<'a>,
}

/// What is to be done, and by whom.
#[derive(Serialize)]
struct What<'a> {
    kind: DueKind,
    step: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    or: &'a [&'a str],
    words: Words<&'a str>,
    detail: Option<&'a str>,
    term: Option<&'a str>,
    hard: bool,
    roles: Vec<&'a str>,
    persons: &'a [&'a str],
}

/// Runs it; the exit code.
pub fn run(args: &Due, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let (case_index, today) = case_index(global, world, out)?;
    regulation(&case_index.labels, args.regulation.as_deref())?;
    let who = args.who.as_deref();
    let rows = case_index.rows();
    let wanted = Wanted { today, within: args.within, who, regulation: args.regulation.as_deref() };
    let mut agenda = Agenda::of(&rows, &case_index.labels, &wanted);
    if agenda.items.is_empty() && agenda.undated.is_empty() {
        somebody(&case_index, who)?;
    }
    let (counted, undated) = (totals(&agenda, out.lang), agenda.undated.len());
    if args.within.is_some() {
        // What has no day is not within any time.
        agenda.undated.clear();
    }
    if let Some(file) = &args.ics {
        write(file, &calendar(&agenda.items, &case_index.labels, today, out.lang), out)?;
    }
    if args.ics.is_none() {
        match args.format {
            Form::Json => out.print(&json(&document(&agenda, undated, &case_index, today))?)?,
            Form::Md => out.print(&message(&agenda, &case_index.labels, today, out.lang))?,
            Form::Text => {
                let rows = agenda.items.iter().map(|item| item.row).chain(agenda.undated.iter().map(|item| item.row));
                let cases: BTreeMap<&str, &str> = rows.map(|row| (row.id, row.path)).collect();
                let names = names_now(&cases.into_iter().collect::<Vec<_>>(), global, world, out)?;
                out.print(&text(&agenda, &case_index.labels, &names, out, world.columns))?;
            }
        }
    }
    out.note(&counted);
    Ok(u8::from(args.exit_code && agenda.late() > 0))
}

fn span(text: &str) -> Result<Span, Unfit> {
    let example = || Unfit(text!("schrijf bijvoorbeeld `7d`, `2w` of `1m`", "write, for instance, `7d`, `2w` or `1m`"));
    text.parse().map_err(|_| example())
}

/// Fails with a suggestion when nobody has this role or key.
fn somebody(case_index: &CaseIndex, who: Option<&str>) -> Result<(), Failure> {
    let Some(who) = who else { return Ok(()) };
    let positions =
        ["handler", "owner", "anyone", "complainant", "respondent", "involved", "representative", "parties"];
    let known: Vec<&str> = case_index.labels.known().into_iter().collect();
    if known.contains(&who) || positions.contains(&who) {
        return Ok(());
    }
    let said = text!("niemand heet `{who}`", "there is nobody called `{who}`");
    Err(Failure::Usage(said, choice(who, &known)))
}

fn write(file: &Path, text: &str, out: &Output) -> Result<(), Failure> {
    if file == Path::new("-") {
        return out.print(text);
    }
    put_over_own(file, text.as_bytes(), is_calendar)
}

fn document<'a>(agenda: &'a Agenda<'a>, undated: usize, case_index: &CaseIndex, today: NaiveDate) -> Document<'a> {
    let dated = |item: &'a Item<'a>| Entry {
        due: item.on,
        left: item.left,
        id: item.row.id,
        regulation: item.row.regulation,
        what: entry(item.due, &item.persons),
    };
    let open = |item: &'a Undated<'a>| Open {
        id: item.row.id,
        regulation: item.row.regulation,
        report_days: item.age,
        what: entry(item.due, &item.persons),
    };
    Document {
        schema: "klacht.due/1",
        today,
        late: agenda.late(),
        undated,
        unread: case_index.unread,
        due: agenda.items.iter().map(dated).collect(),
        without_term: agenda.undated.iter().map(open).collect(),
    }
}

fn entry<'a>(due: &'a DueRow<&'a str>, persons: &'a [&'a str]) -> What<'a> {
    What {
        kind: due.kind,
        step: due.step,
        or: &due.or,
        words: due.words,
        detail: due.detail,
        term: due.term,
        hard: due.hard,
        roles: due.by.iter().map(|actor| actor.role.unwrap_or(actor.selector)).collect(),
        persons,
    }
}

/// How long there is, or how late it is.
fn left(days: i64, lang: Lang) -> String {
    let count = counted(days, lang);
    let word = |nl: &str, en: &str| if lang == Lang::Nl { nl.to_owned() } else { en.to_owned() };
    match days {
        0 => word("vandaag", "today"),
        1.. => format!("{} {count}", word("nog", "in")),
        _ => format!("{count} {}", word("te laat", "late")),
    }
}

/// How long a report has been there.
fn age(days: i64, lang: Lang) -> String {
    let count = counted(days, lang);
    text!("melding, {count} oud", "report, {count} old").in_(lang).to_owned()
}

fn counted(days: i64, lang: Lang) -> String {
    let count = days.unsigned_abs();
    let said = if count == 1 { text!("1 dag", "1 day") } else { text!("{count} dagen", "{count} days") };
    said.in_(lang).to_owned()
}

fn what<'a>(due: &DueRow<&'a str>, lang: Lang) -> Cow<'a, str> {
    let words = due.words.in_(lang);
    due.detail.map_or(words.into(), |detail| format!("{words}: {detail}").into())
}

/// `names` are those of the complainants, by the id of the case, while a key is unlocked.
fn text(
    agenda: &Agenda<'_>,
    labels: &Labels,
    names: &BTreeMap<String, String>,
    out: &Output,
    width: Option<usize>,
) -> String {
    let head = match out.lang {
        Lang::Nl => ["uiterlijk", "", "nummer", "stap", "wie", "personen"],
        Lang::En => ["due", "", "id", "step", "who", "persons"],
    };
    let mut head = head.to_vec();
    if !names.is_empty() {
        head.insert(NAME, if out.lang == Lang::Nl { "naam" } else { "name" });
    }
    let lines = agenda.items.iter().map(|item| Line {
        cells: vec![
            item.on.to_string().into(),
            left(item.left, out.lang).into(),
            item.row.id.into(),
            what(item.due, out.lang),
            list(&roles(labels, item.row, item.due, out.lang)),
            list(&item.persons),
        ],
        urgent: item.is_late(),
    });
    let undated = agenda.undated.iter().map(|item| Line {
        cells: vec![
            "–".into(),
            item.age.map_or_else(Cow::default, |days| age(days, out.lang).into()),
            item.row.id.into(),
            what(item.due, out.lang),
            list(&roles(labels, item.row, item.due, out.lang)),
            list(&item.persons),
        ],
        urgent: false,
    });
    let ids = agenda.items.iter().map(|item| item.row.id).chain(agenda.undated.iter().map(|item| item.row.id));
    let mut lines: Vec<Line<'_>> = lines.chain(undated).collect();
    for (line, id) in lines.iter_mut().zip(ids).filter(|_| !names.is_empty()) {
        line.cells.insert(NAME, names.get(id).cloned().unwrap_or_default().into());
    }
    table(&head, &lines, width.filter(|_| out.terminal), out.color)
}

fn list<'a>(names: &[&'a str]) -> Cow<'a, str> {
    if let [name] = names { (*name).into() } else { names.join(", ").into() }
}

/// A message for a nightly job: roles, never persons.
fn message(agenda: &Agenda<'_>, labels: &Labels, today: NaiveDate, lang: Lang) -> String {
    let day = date_words(today);
    let title = text!("# Termijnen op {day}\n", "# Terms on {day}\n", day);
    let mut text = title.in_(lang).to_owned();
    let headings = [(true, text!("Te laat", "Overdue")), (false, text!("Nog te doen", "Still to do"))];
    for (late, heading) in headings {
        let items: Vec<&Item<'_>> = agenda.items.iter().filter(|item| item.is_late() == late).collect();
        if items.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {}\n\n", heading.in_(lang));
        let head = text!("| uiterlijk | | nummer | stap | wie |", "| due | | id | step | who |");
        let _ = write!(text, "{}\n|---|---|---|---|---|\n", head.in_(lang));
        for item in items {
            let who = roles(labels, item.row, item.due, lang).join(", ");
            let cells = [
                item.on.to_string(),
                left(item.left, lang),
                item.row.id.to_owned(),
                item.due.words.in_(lang).to_owned(),
                who,
            ];
            let _ = writeln!(text, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
        }
    }
    let _ = write!(text, "{}", without_term(agenda, labels, lang));
    if agenda.items.is_empty() && agenda.undated.is_empty() {
        text.push_str(text!("\nEr is niets te doen.\n", "\nThere is nothing to do.\n").in_(lang));
    }
    text
}

/// What no term sets a day for, as a part of the message.
fn without_term(agenda: &Agenda<'_>, labels: &Labels, lang: Lang) -> String {
    if agenda.undated.is_empty() {
        return String::new();
    }
    let heading = text!("Zonder termijn", "Without a term");
    let head = text!("| nummer | stap | wie |", "| id | step | who |");
    let mut text = format!("\n## {}\n\n{}\n|---|---|---|\n", heading.in_(lang), head.in_(lang));
    for item in &agenda.undated {
        let who = roles(labels, item.row, item.due, lang).join(", ");
        let cells = [item.row.id.to_owned(), item.due.words.in_(lang).to_owned(), who];
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
    }
    text
}

fn totals(agenda: &Agenda<'_>, lang: Lang) -> String {
    let (late, ahead, undated) = (agenda.late(), agenda.items.len() - agenda.late(), agenda.undated.len());
    let said = text!(
        "{late} te laat, {ahead} nog op tijd, {undated} zonder termijn",
        "{late} late, {ahead} still on time, {undated} without a term"
    );
    said.in_(lang).to_owned()
}
