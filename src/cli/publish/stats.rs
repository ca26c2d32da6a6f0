//! `klacht stats`.

use serde::Serialize;

use crate::cli::find_register::register_or_folder;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::publish::args::{Shape, Stats};
use crate::cli::publish::figures::{HEADER, csv, explained, text};
use crate::cli::register::looking::not_here;
use crate::context::{Context, Year};
use crate::diagnostics::text;
use crate::register::Snapshot;
use crate::yearbook::Frozen;

/// A closed year as JSON.
#[derive(Serialize)]
struct Line<'a> {
    regulation: &'a str,
    #[serde(flatten)]
    block: &'a Frozen,
}

/// All of them.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    years: Vec<Line<'a>>,
}

/// Runs it; the exit code.
pub fn run(args: &Stats, global: &Global, out: &mut Output) -> Result<u8, Failure> {
    let context = read(global, out)?;
    let chosen = chosen(&context, args)?;
    if let Some(cell) = &args.explain {
        return explain(&chosen, cell, out);
    }
    match args.format {
        Shape::Text => {
            let parts: Vec<String> = chosen.iter().map(|(id, b)| text(id, &b.figures, out.lang)).collect();
            out.print(&parts.join("\n"))?;
        }
        Shape::Csv => {
            let lines: String = chosen.iter().map(|(id, b)| csv(id, &b.figures)).collect();
            out.print(&format!("{HEADER}{lines}"))?;
        }
        Shape::Json => {
            let years = chosen.iter().map(|(regulation, block)| Line { regulation, block }).collect();
            let document = Document { schema: "klacht.stats/1", years };
            let json = serde_json::to_string_pretty(&document).map_err(|e| Failure::Output(e.into()))?;
            out.print(&format!("{json}\n"))?;
        }
    }
    Ok(0)
}

/// The policy and the yearbooks, of the files on disk or of the last commit of a bare repository.
fn read(global: &Global, out: &Output) -> Result<Context, Failure> {
    let register = register_or_folder(global)?;
    let gather = |files: &dyn Snapshot| -> Result<Context, Failure> {
        let mut context = Context::read(files)?;
        let paths = context.yearbook_paths();
        context.read_years(files, &paths)?;
        Ok(context)
    };
    if !register.is_bare() {
        not_here(&register, out)?;
        return gather(&register.work_tree()?);
    }
    match register.head()? {
        Some(head) => gather(&register.at_commit(head)?),
        None => Ok(Context::default()),
    }
}

/// The newest revision of each year that was asked for.
fn chosen<'a>(context: &'a Context, args: &Stats) -> Result<Vec<(&'a str, &'a Frozen)>, Failure> {
    if let Some(id) = &args.of {
        regulation_there(context, id)?;
    }
    let wanted = context.regulations.iter().filter(|id| args.of.as_ref().is_none_or(|of| of == *id));
    let mut found = Vec::new();
    for id in wanted {
        let mut years: Vec<&Year> = context.years_of(id).filter(|y| !y.book.figures.is_empty()).collect();
        years.sort_by_key(|y| y.year);
        let year = match args.year {
            Some(year) => years.iter().find(|y| y.year == year),
            None => years.last(),
        };
        found.extend(year.and_then(|y| Some((id.as_str(), y.book.figures.last()?))));
    }
    if found.is_empty() { Err(none_closed(args)) } else { Ok(found) }
}

fn none_closed(args: &Stats) -> Failure {
    let of = args.of.as_deref().unwrap_or("REGULATION");
    let year = args.year.map_or_else(|| "YEAR".to_owned(), |y| y.to_string());
    Failure::Usage(
        text!(
            "dit jaar is niet gesloten; van een open jaar worden geen cijfers getoond",
            "this year is not closed; no figures are shown for an open year"
        ),
        text!(
            "sluit het als het voorbij is: klacht year close {of} {year}",
            "close it once it is over: klacht year close {of} {year}"
        ),
    )
}

/// Fails with a suggestion when there is no such regulation.
pub fn regulation_there(context: &Context, id: &str) -> Result<(), Failure> {
    if context.regulations.contains(id) {
        return Ok(());
    }
    let known: Vec<&str> = context.regulations.iter().map(String::as_str).collect();
    let near = crate::yaml::most_like(id, known.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
    Err(Failure::Usage(
        text!("er is geen regeling `{id}`", "there is no regulation `{id}`"),
        text!("bedoelt u {near}?", "did you mean {near}?"),
    ))
}

fn explain(chosen: &[(&str, &Frozen)], cell: &str, out: &Output) -> Result<u8, Failure> {
    let Some((_, block)) = chosen.first() else { return Ok(0) };
    match explained(&block.figures, cell) {
        Ok(said) => {
            out.print(&format!("{cell}: {}\n", said.in_(out.lang)))?;
            Ok(0)
        }
        Err(names) => {
            let near = crate::yaml::most_like(cell, names.iter().map(String::as_str)).unwrap_or("flow/received");
            Err(Failure::Usage(
                text!("`{cell}` staat niet in de cijfers", "`{cell}` is not in the figures"),
                text!("bedoelt u `{near}`?", "did you mean `{near}`?"),
            ))
        }
    }
}
