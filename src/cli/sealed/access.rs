//! `klacht access` (toegang): who can read a case, or what somebody can read: a lost laptop, a request under article 15 or 33 of
//! the GDPR. Keys, never names.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use chrono::NaiveDate;
use clap::Args;

use crate::calendar::{SpokenDay, Toward, date_words};
use crate::casework::{Listed, Reach, Workspace};
use crate::cli::context::said_day;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::values::choice;
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::regulation::People;
use crate::sealing::{Access as Lists, SealId};
use crate::vault::{Vault, VaultError};

/// `access`.
#[derive(Debug, Args)]
pub struct Access {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID", required_unless_present = "of_person", conflicts_with = "of_person")]
    pub id: Option<String>,
    /// A person, or one of their keys, such as m5 or m5/1: the cases that it can open or ever could.
    #[arg(id = "of_person", long = "person", value_name = "KEY")]
    pub person: Option<String>,
    /// Who could read it on this date, or what the person could: after a loss, when it happened.
    #[arg(id = "read_on", long = "on", value_name = "DATE", value_parser = SpokenDay::read)]
    pub on: Option<SpokenDay>,
}

/// Runs it; the exit code.
pub fn run(args: &Access, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let today = global.today.unwrap_or(world.clock);
    match (&args.id, &args.person, said_day(args.on, "--on", (today, Toward::Past), out)?) {
        (Some(id), _, None) => of_a_case(dir, id, out),
        (Some(id), _, Some(day)) => of_a_case_on(dir, id, day, out),
        (None, Some(person), None) => of_a_person(dir, person, out),
        (None, Some(person), Some(day)) => of_a_person_on(dir, person, day, out),
        (None, None, _) => Ok(0),
    }
}

/// What a key could do, in words.
fn said(reach: &Reach) -> Text {
    match reach {
        Reach::Reads => text!("kon lezen", "could read"),
        Reach::OldCopy(why) => text!(
            "kon openen wat er al was, of een oude kopie ({why})",
            "could open what was there before, or an old copy ({why})",
            why
        ),
    }
}

/// That somebody knows a person or a key: of a mistyped one nothing could be told, and after a loss that would read as good news.
fn known(workspace: &Workspace, word: &str) -> Result<(), Failure> {
    let all = workspace.context.policy.histories.values().map(|history| &history.people);
    let keys = |people: &'_ People| -> Vec<String> {
        let persons = people.persons.iter().map(|person| person.key.clone());
        persons.chain(people.seal.iter().chain(&people.recovery).map(|key| key.id.clone())).collect()
    };
    let keys: BTreeSet<String> = all.flat_map(keys).collect();
    if keys.contains(word) || word == SealId::RECOVERY {
        return Ok(());
    }
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let message = text!(
        "`{word}` is geen persoon en geen sleutel in people.yaml",
        "`{word}` is no person and no key in people.yaml"
    );
    Err(Failure::Usage(message, choice(word, &keys)))
}

fn of_a_case_on(dir: &Path, id: &str, day: NaiveDate, out: &Output) -> Result<u8, Failure> {
    let (workspace, file) = Workspace::open_case(dir, id)?;
    let vault = Vault::open(&workspace.register)?;
    let listed = Listed::one(&workspace, &file, vault.as_ref(), day)?;
    let lines = listed.on(day).into_iter().map(|(id, reach)| (id.to_string(), reach)).collect();
    told(lines, day, &text!("Niemand.", "Nobody."), out)
}

fn of_a_person_on(dir: &Path, word: &str, day: NaiveDate, out: &Output) -> Result<u8, Failure> {
    let workspace = Workspace::open(dir, None)?;
    known(&workspace, word)?;
    let vault = Vault::open(&workspace.register)?;
    let mut lines = Vec::new();
    for listed in Listed::all(&workspace, vault.as_ref(), day)? {
        let reached = listed.on(day).into_iter().filter(|(id, _)| id.person == word || id.to_string() == word);
        lines.extend(reached.map(|(key, reach)| (format!("{}  {key}", listed.id), reach)));
    }
    told(lines, day, &text!("Geen enkele zaak.", "Not a single case."), out)
}

fn told(lines: Vec<(String, Reach)>, day: NaiveDate, none: &Text, out: &Output) -> Result<u8, Failure> {
    let day = date_words(day);
    out.note(text!("op {day}:", "on {day}:", day).in_(out.lang));
    if lines.is_empty() {
        out.note(none.in_(out.lang));
    }
    let mut text = String::new();
    for (what, reach) in lines {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{what}  {}", said(&reach).in_(out.lang));
    }
    out.print(&text)?;
    let said = text!(
        "Naar de lijsten van de laatste klacht sync. Sinds wanneer iemand op een lijst staat, wordt niet bewaard: wie er ooit op stond, telt mee.",
        "By the lists of the last klacht sync. Since when somebody is on a list is not kept: whoever ever was on it counts."
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

fn of_a_case(dir: &Path, id: &str, out: &Output) -> Result<u8, Failure> {
    let (workspace, file) = Workspace::open_case(dir, id)?;
    let access = match &file.case.destroyed {
        Some(gone) => {
            let was = gone.keys.iter().filter_map(|key| key.parse().ok()).collect();
            Lists { may: [].into(), was }
        }
        None => {
            let id = file.case.id.to_string();
            let vault = Vault::open(&workspace.register)?;
            let kept = vault.map(|vault| vault.kept(&id)).transpose()?.flatten();
            kept.ok_or(VaultError::Nothing(id))?.access
        }
    };
    let mut text = String::new();
    let lists = [
        (text!("kan lezen", "can read"), &access.may),
        (
            text!("kon lezen, en kan een oude kopie nog openen", "could read, and can still open an old copy"),
            &access.was,
        ),
    ];
    for (heading, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        let keys = list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {keys}", heading.in_(out.lang));
    }
    out.print(&text)?;
    Ok(0)
}

fn of_a_person(dir: &Path, word: &str, out: &Output) -> Result<u8, Failure> {
    let workspace = Workspace::open(dir, None)?;
    known(&workspace, word)?;
    let vault = Vault::open(&workspace.register)?;
    let is = |id: &SealId| id.person == word || id.to_string() == word;
    let mut text = String::new();
    let cases = vault.as_ref().map(Vault::cases).transpose()?.unwrap_or_default();
    for case in cases {
        let Some(kept) = vault.as_ref().map(|vault| vault.kept(&case)).transpose()?.flatten() else { continue };
        let said: Text = match (kept.access.may.iter().any(is), kept.access.was.iter().any(is)) {
            (true, _) => text!("kan lezen", "can read"),
            (false, true) => text!("kon lezen", "could read"),
            (false, false) => continue,
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{case}  {}", said.in_(out.lang));
    }
    if text.is_empty() {
        out.note(text!("Geen enkele zaak.", "Not a single case.").in_(out.lang));
    }
    out.print(&text)?;
    Ok(0)
}
