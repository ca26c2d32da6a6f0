//! `klacht policy diff` and `klacht policy simulate`.

use std::fmt::Write;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::casework::Workspace;
use crate::check::Verdict;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::not_here;
use crate::cli::regulation::args::{Diff, Simulate};
use crate::cli::report::report_of;
use crate::cli::values::Answer;
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, tally, text};
use crate::draft::{Comparison, LateTerm, StepCount, Trial, compare, judged, side, sides, simulate as tried};
use crate::regulation::Version;

/// Runs `policy diff`; the exit code.
pub fn diff(args: &Diff, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let sides = sides(&workspace, dir, &args.old, args.new.as_deref())?;
    let found = compare(&workspace, &sides, today(&workspace, global, world))?;
    match args.format {
        Answer::Text => out.print(&comparison_text(&found, out.lang))?,
        Answer::Json => out.print(&json(&found)?)?,
    }
    not_here(&workspace.register, out)?;
    warn(&workspace, dir, &[&sides.old, &sides.new], global, out)?;
    Ok(0)
}

/// Says of each side that is a draft what `policy check` would find: a comparison reads the data, and sees neither a quote that
/// is not in the text nor a text that is not there.
pub(super) fn warn(
    workspace: &Workspace,
    dir: &Path,
    sides: &[&Version],
    global: &Global,
    out: &Output,
) -> Result<(), Failure> {
    for version in sides.iter().filter(|v| !workspace.context.files.contains_key(&v.path)) {
        let folder = version.path.trim_end_matches("/regulation.yaml");
        let found = judged(&workspace.context, dir, &workspace.root, folder, global.today)?
            .map(|d| d.findings)
            .unwrap_or_default();
        if found.is_empty() {
            continue;
        }
        let report = report_of(Verdict { findings: found, ..Verdict::default() });
        let (found, see) =
            (tally(report.counts(), out.lang), format!("klacht policy check {}", shell_words::quote(folder)));
        let said = text!(
            "Let op: in het concept {folder} {found}; welke: {see}",
            "Note: the draft {folder} has {found}; details: {see}"
        );
        out.note(said.in_(out.lang));
    }
    Ok(())
}

/// Runs `policy simulate`; the exit code.
pub fn simulate(args: &Simulate, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let today = today(&workspace, global, world);
    let version = side(&workspace, dir, &args.draft, args.of.as_deref())?;
    let year = args.year.unwrap_or(today.year() - 1);
    let trial = tried(&workspace, &version, year, today, args.with_ids)?;
    match args.format {
        Answer::Text => out.print(&trial_text(&trial, out.lang))?,
        Answer::Json => out.print(&json(&trial)?)?,
    }
    not_here(&workspace.register, out)?;
    warn(&workspace, dir, &[&version], global, out)?;
    out.note(text!("Er is niets geschreven.", "Nothing was written.").in_(out.lang));
    Ok(0)
}

pub(super) fn today(workspace: &Workspace, global: &Global, world: &World<'_>) -> NaiveDate {
    global.today.or(workspace.context.settings.stands_on).unwrap_or(world.clock)
}

pub(super) fn json(value: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    Ok(format!("{text}\n"))
}

// Writing to a string cannot fail, here and below.
fn comparison_text(found: &Comparison, lang: Lang) -> String {
    let (old, new) = (&found.old, &found.new);
    let mut text = String::new();
    let _ = writeln!(text, "{}/{} → {}/{}", old.regulation, old.valid_from, new.regulation, new.valid_from);
    for group in &found.groups {
        let _ = writeln!(text, "\n{}", group.heading.in_(lang));
        for change in &group.changes {
            let _ = writeln!(text, "  - {}", if lang == Lang::Nl { &change.nl } else { &change.en });
        }
    }
    if found.groups.is_empty() {
        let same = text!("Er verandert niets aan de regels.", "The rules do not change.");
        let _ = writeln!(text, "\n{}", same.in_(lang));
    }
    let _ = writeln!(text, "\n{}", stay_words(found).in_(lang));
    for id in &found.stay {
        let _ = writeln!(text, "  {id}");
    }
    text
}

/// Which open cases stay where they are. Of a draft that begins no later than what it replaces that cannot be told yet.
fn stay_words(found: &Comparison) -> Text {
    let (old, from) = (found.old.valid_from, found.new.valid_from);
    if from <= old {
        return text!(
            "Welke open klachten onder hun eigen versie blijven, is nog niet te zeggen: `valid_from` is {from}, niet later dan {old}.",
            "It cannot be said yet which open cases stay under their own version: `valid_from` is {from}, not later than {old}."
        );
    }
    match found.stay.len() {
        0 => {
            text!("Geen open klacht blijft onder een oudere versie.", "No open case stays under an older version.")
        }
        1 => text!(
            "1 open klacht van vóór {from} blijft onder haar eigen versie:",
            "1 open case from before {from} stays under its own version:"
        ),
        n => text!(
            "{n} open klachten van vóór {from} blijven onder hun eigen versie:",
            "{n} open cases from before {from} stay under their own version:"
        ),
    }
}

fn trial_text(trial: &Trial, lang: Lang) -> String {
    let mut text = String::new();
    let (year, cases, well) = (trial.year, trial.cases, trial.well);
    let (of, draft, counted) = (&trial.regulation, &trial.draft, counted(cases));
    let about = text!(
        "{of} in {year}, beoordeeld naar {draft}: {counted}.",
        "{of} in {year}, judged by {draft}: {counted}.",
        counted
    );
    let _ = writeln!(text, "{}", about.in_(lang));
    if trial.not_tried > 0 {
        let left = text!(
            "Niet beoordeeld (vernietigd of onleesbaar): {not_tried}.",
            "Not judged (destroyed or unreadable): {not_tried}.",
            not_tried = trial.not_tried
        );
        let _ = writeln!(text, "{}", left.in_(lang));
    }
    let well = text!("Niets anders dan nu bij {well} van de {cases}.", "No change in {well} of {cases}.");
    let _ = writeln!(text, "{}", well.in_(lang));
    section(&mut text, &text!("Te laat", "Late"), &trial.late, lang, late_line);
    let rows: [(&[StepCount], Text); 3] = [
        (&trial.missing, text!("Stappen die zouden ontbreken", "Steps that would have been missing")),
        (
            &trial.unknown,
            text!("Gezette stappen die het concept niet kent", "Steps taken that the draft does not have"),
        ),
        (
            &trial.roles,
            text!("Stappen door iemand die niet mag", "Steps by somebody who would not be allowed to take them"),
        ),
    ];
    for (steps, heading) in &rows {
        section(&mut text, heading, steps, lang, step_line);
    }
    if trial.other > 0 {
        let cases = self::counted(trial.other);
        let other = text!(
            "Nog iets anders gevraagd (gegevens, ontvanger of vorm): {cases}.",
            "Something else required (data, addressee or form): {cases}.",
            cases
        );
        let _ = writeln!(text, "\n{}", other.in_(lang));
    }
    each_text(&mut text, trial, lang);
    text
}

fn section<T>(text: &mut String, heading: &Text, rows: &[T], lang: Lang, line: fn(&T) -> Text) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}", heading.in_(lang));
    for row in rows {
        let _ = writeln!(text, "  - {}", line(row).in_(lang));
    }
}

fn late_line(late: &LateTerm) -> Text {
    let (was, newly) = (late.was_late, late.newly_late);
    let (name, would) = (&late.name, counted(late.would_be_late));
    let days = if late.would_be_late == 0 {
        text!("", "")
    } else {
        let (middle, most) = (days(late.middle_days), days(late.most_days));
        text!("; te laat: midden {middle}, meest {most}", "; late by: median {middle}, most {most}", middle, most)
    };
    text!(
        "“{name}”: {would} te laat (nu {was}; {newly} daarvan nieuw){days}",
        "“{name}”: {would} late (now {was}; {newly} of them new){days}",
        name,
        would,
        days
    )
}

fn step_line(step: &StepCount) -> Text {
    let (name, cases) = (&step.name, counted(step.cases));
    text!("“{name}”: {cases}", "“{name}”: {cases}", name, cases)
}

fn each_text(text: &mut String, trial: &Trial, lang: Lang) {
    for case in trial.each.iter().flatten() {
        let late = case.late.iter().map(|(term, late)| {
            let late = days(*late);
            text!("{term} {late} te laat", "{term} {late} late", late).in_(lang).to_owned()
        });
        let (missing, role) = if lang == Lang::Nl { ("ontbreekt", "mag niet") } else { ("missing", "not allowed") };
        let other = text!("nog iets anders", "something else");
        let said: Vec<String> = late
            .chain(case.missing.iter().map(|step| format!("{step} {missing}")))
            .chain(case.roles.iter().map(|step| format!("{step} {role}")))
            .chain((case.other > 0).then(|| other.in_(lang).to_owned()))
            .collect();
        let _ = write!(text, "\n{}: {}", case.id, said.join("; "));
    }
    if trial.each.as_ref().is_some_and(|each| !each.is_empty()) {
        text.push('\n');
    }
}

fn counted(cases: usize) -> Text {
    if cases == 1 { text!("1 klacht", "1 case") } else { text!("{cases} klachten", "{cases} cases") }
}

fn days(count: i64) -> Text {
    if count == 1 { text!("1 dag", "1 day") } else { text!("{count} dagen", "{count} days") }
}
