//! What the verbs that handle one case have in common: the day, refusals, what comes next.

use chrono::NaiveDate;

use super::output::{Failure, Output};
use crate::calendar::{SpokenDay, Toward, date_words};
use crate::case::CaseId;
use crate::casework::case_index::Row;
use crate::casework::{Choice, Prompt, Workspace};
use crate::check::Verdict;
use crate::cli::ask::Answers;
use crate::cli::global::Global;
use crate::cli::register::looking::case_index;
use crate::cli::report::report_of;
use crate::cli::world::World;
use crate::diagnostics::{FailOn, Finding, Format, Lang, Severity, Text, exit_code, text};
use crate::docket::{Docket, State};
use crate::naming;
use crate::paths::case_name;
use crate::yaml::EditError;

/// The day by which things are done and judged: the one asked for, the one on which the register stands still, or today.
pub fn day_of(workspace: &Workspace, global: &Global, world: &World<'_>) -> NaiveDate {
    global.today.or(workspace.context.settings.stands_on).unwrap_or(world.clock)
}

/// The case that was named; on a terminal one of those that are open, the most urgent first.
pub fn which_case(named: Option<&str>, global: &Global, world: &World<'_>, out: &Output) -> Result<String, Failure> {
    if let Some(id) = named {
        return Ok(id.to_owned());
    }
    let none = || {
        Failure::Usage(
            text!("er ontbreekt: <ID>", "missing: <ID>"),
            text!("noem de klacht; `klacht list` toont ze", "name the case; `klacht list` shows them"),
        )
    };
    let answers = Answers::new(global, world, out);
    if !answers.are_a_persons() {
        return Err(none());
    }
    let (index, _) = case_index(global, world, out)?;
    let rows = index.rows();
    let open = |row: &&Row<&str>| matches!(row.state, State::Report | State::Open | State::Escalated | State::Ruled);
    let mut open: Vec<&Row<&str>> = rows.iter().filter(open).collect();
    open.sort_by_key(|row| (row.next_day().unwrap_or(NaiveDate::MAX), row.id));
    let told = |row: &Row<&str>| match row.next() {
        Some(next) => {
            let until = next.on.map(date_words).map(|day| text!(", uiterlijk {day}", ", by {day}", day));
            let until = until.unwrap_or_else(|| text!("", ""));
            let words = Text::new(next.words.nl, next.words.en);
            text!("{words}{until}", "{words}{until}", words, until)
        }
        None => naming::same(row.regulation),
    };
    let choices: Vec<Choice> = open.iter().map(|row| Choice::new(row.id, told(row))).collect();
    if choices.is_empty() {
        return Err(none());
    }
    let prompt = Prompt::choice("case", text!("welke klacht", "which case"), choices).proposing(Vec::new());
    answers.to(&prompt)?.into_iter().next().ok_or_else(none)
}

/// The day that a flag says, as of today; how it was understood is told, unless it is written as in files.
pub fn said_day(
    said: Option<SpokenDay>,
    flag: &str,
    (today, toward): (NaiveDate, Toward),
    out: &Output,
) -> Result<Option<NaiveDate>, Failure> {
    let Some(said) = said else { return Ok(None) };
    let day = said
        .day(today, toward)
        .map_err(|fault| Failure::Usage(text!("`{flag}` is geen dag", "`{flag}` is not a date"), fault.words()))?;
    if !said.is_plain() {
        out.note(&format!("{flag}: {}", date_words(day).in_(out.lang)));
    }
    Ok(Some(day))
}

/// The person at the keyboard, as git knows them, when people.yaml does too.
pub fn me(
    workspace: &Workspace,
    people: &crate::regulation::People,
    world: &World<'_>,
) -> Result<Option<String>, Failure> {
    if workspace.register.git_dir().is_none() {
        return Ok(None);
    }
    let email = crate::cli::find_register::author(&workspace.register, world)?;
    Ok(email.and_then(|e| people.by_git(&e).map(|p| p.key.clone())))
}

/// Says why an edit is refused, as `check` would; nothing was written.
pub fn refused(path: &str, text: &str, findings: Vec<Finding>, out: &Output) -> Result<u8, Failure> {
    refused_instead(path, text, findings, None, out)
}

/// The same, with what can be done instead: an entry that was not written cannot be taken back.
pub fn refused_instead(
    path: &str,
    text: &str,
    mut findings: Vec<Finding>,
    instead: Option<&Text>,
    out: &Output,
) -> Result<u8, Failure> {
    let undo = naming::withdraw();
    for (finding, instead) in findings.iter_mut().filter_map(|f| Some((f, instead?))) {
        finding.remedy.nl = finding.remedy.nl.replace(&undo.nl, &instead.nl);
        finding.remedy.en = finding.remedy.en.replace(&undo.en, &instead.en);
    }
    let code = reported(path, text, findings, out)?;
    out.note(text!("Er is niets geschreven.", "Nothing was written.").in_(out.lang));
    Ok(code)
}

/// Prints what an edit brings; the exit code of `check`.
pub fn reported(path: &str, text: &str, findings: Vec<Finding>, out: &Output) -> Result<u8, Failure> {
    if findings.is_empty() || (out.quiet && findings.iter().all(|f| f.severity != Severity::Error)) {
        return Ok(0);
    }
    let verdict = Verdict { findings, checked: 1, paths: vec![path.to_owned()], ..Verdict::default() };
    let report = report_of(verdict);
    let source = |asked: &str, _: Option<&str>| (asked == path).then(|| text.to_owned());
    out.report(Format::Human, &report, false, &source)?;
    Ok(exit_code(&report, FailOn::Error))
}

/// Commits files, together. Their words stay when git refuses: they are right, and typed again by nobody.
pub fn commit(workspace: &Workspace, paths: &[&str], message: &str) -> Result<(), Failure> {
    workspace.register.record(paths, message).map_err(|_| {
        let (shown, line) = (paths.join(", "), by_git(paths, message));
        Failure::File(
            text!(
                "{shown} is geschreven, maar git heeft het niet vastgelegd",
                "{shown} was written, but git did not commit it"
            ),
            text!(
                "lees wat git hierboven zegt, en voer dan uit: {line}",
                "read what git says above, and then run: {line}"
            ),
        )
    })
}

/// What somebody types to commit files, also new ones, of which git knows nothing before they are added.
pub fn by_git(paths: &[&str], message: &str) -> String {
    format!("git add {} && git commit --message {}", shell_words::join(paths), shell_words::quote(message))
}

/// The message of the commit of a step.
pub fn message_of(id: CaseId, step: &str) -> String {
    format!("Klacht {id}: {step}")
}

/// Refuses a step that stands in the file and is not committed, and says how that is done; the exit code of a refusal.
pub fn still_open(path: &str, message: &str, out: &Output) -> u8 {
    let line = by_git(&[path], message);
    out.failure(&Failure::Usage(
        text!(
            "deze stap staat al in {path} en is nog niet vastgelegd; er is niets geschreven",
            "this step is already in {path} and not committed yet; nothing was written"
        ),
        text!(
            "leg hem vast: {line} (is hij nog eens gezet, voer dit dan daarna opnieuw uit)",
            "commit it: {line} (if the step was taken a second time, run this again afterwards)"
        ),
    ));
    // As where `check` refuses it: the command line was right.
    1
}

/// A file that only a person can edit.
pub fn edit_fault(error: EditError) -> Failure {
    let why = uneditable(error);
    Failure::Usage(
        text!("dit bestand kan hier niet worden bewerkt: {why}", "this file cannot be edited here: {why}", why),
        text!("voer `klacht check` uit: dat zegt wat er mis is", "run `klacht check` to see what is wrong"),
    )
}

/// Why a program leaves an edit to a person.
pub fn uneditable(error: EditError) -> Text {
    match error {
        EditError::Unreadable => {
            text!("er staan fouten in; herstel die eerst", "there are faults in it; put those right first")
        }
        EditError::NotFound => text!("een sleutel is er niet", "a key is not there"),
        EditError::WrongKind => text!("er staat een ander soort waarde", "there is a value of another kind"),
        EditError::Layout => text!(
            "het is zo opgemaakt dat alleen een mens het kan bewerken",
            "it is laid out in a way that only a person can edit"
        ),
    }
}

/// Says how files that were written come into the history, where that was not asked for: nothing counts before it does.
pub fn said_open(workspace: &Workspace, paths: &[&str], message: &str, out: &Output) {
    if workspace.register.git_dir().is_none() {
        return;
    }
    let said = text!(
        "Nog niet vastgelegd; met `--commit` gaat dat meteen, en nu zo:",
        "Not committed yet. Use `--commit` next time; for now:"
    );
    out.note(said.in_(out.lang));
    out.note(&format!("  {}", by_git(paths, message)));
    if let Some(id) = paths.first().and_then(|path| case_name(path)).filter(|_| paths.len() == 1) {
        out.note(text!("Terugnemen: klacht undo {id}", "To take it back: klacht undo {id}").in_(out.lang));
    }
}

/// Says on standard error what comes next, with the last day of each.
pub fn said_done(workspace: &Workspace, path: &str, out: &Output) -> Result<(), Failure> {
    let file = workspace.read(path)?;
    let (version, history) = workspace.version(&file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let next = next_steps(&docket, out.lang);
    if next.is_empty() {
        out.note(text!("Er hoeft nu niets meer.", "Nothing needs to be done now.").in_(out.lang));
        return Ok(());
    }
    out.note(text!("Nu te doen:", "To do now:").in_(out.lang));
    next.iter().for_each(|line| out.note(&format!("  {line}")));
    let more = text!("Meer: klacht step {id}", "More: klacht step {id}", id = file.case.id);
    out.note(more.in_(out.lang));
    Ok(())
}

/// Ids of steps of which one will do.
pub fn one_of<'s>(ids: impl Iterator<Item = &'s String>) -> Text {
    naming::any_of(&ids.map(naming::same).collect::<Vec<_>>())
}

/// What must be done now, the most urgent first.
fn next_steps(docket: &Docket<'_>, lang: Lang) -> Vec<String> {
    let duties = docket.duties(docket.last_recorded());
    let line = |d: &crate::docket::Duty<'_>| {
        let until = d.until.map(|day| {
            let day = date_words(day);
            text!(", uiterlijk {day}", ", by {day}", day)
        });
        let name = naming::any_of_steps(&docket.version.regulation, d.steps());
        let steps = one_of(d.steps().map(|s| &s.id));
        format!("{} – {}{}", steps.in_(lang), name.in_(lang), until.as_ref().map_or("", |t| t.in_(lang)))
    };
    duties.iter().map(line).collect()
}
