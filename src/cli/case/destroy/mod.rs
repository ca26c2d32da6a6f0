//! `klacht destroy` (vernietig): a case leaves its stub, and a row by which it counts on. One case, or every case whose day has come;
//! what came back with a backup; and what can be said of it afterwards.

mod certificate;
mod due;
mod leaving;
mod replay;

use std::path::Path;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use similar::TextDiff;

use crate::calendar::{SpokenDay, Toward, date_words};
use crate::casework::{CaseFile, Destruction, Lock, Prompt, Workspace, destroyers, destruction, may_go, to_choose};
use crate::cli::ask::Answers;
use crate::cli::case::args::Keep;
use crate::cli::case::notices::notices;
use crate::cli::context::{commit, day_of, me, said_day, said_open};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::values::one_of;
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::vault::Vault;
use leaving::{Told, could_open, folder_left, looked, written};

/// `destroy`.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Destroy {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID", required_unless_present_any = ["all_due", "replay"])]
    pub id: Option<String>,
    /// Destroy every case whose day has come, one after the other.
    #[arg(id = "all_due", long = "due", conflicts_with_all = ["case_id", "preview"])]
    pub due: bool,
    /// With --due: only list which cases go, and which do not and why.
    #[arg(long, requires = "all_due", conflicts_with = "commit")]
    pub plan: bool,
    /// After a backup was put back: let go once more of everything that was destroyed.
    #[arg(long, conflicts_with_all = ["case_id", "all_due", "commit", "preview", "by", "on"])]
    pub replay: bool,
    /// Print what can be said of a destroyed case: since when it is out of reach, and since when nothing opens any old copy.
    #[arg(long, requires = "case_id", conflicts_with_all = ["all_due", "replay", "commit", "preview", "by", "on"])]
    pub certificate: bool,
    /// With --certificate: the day on which whoever runs the server says that it is clean, where `klacht hook tidy` cannot run.
    #[arg(long, value_name = "DATE", requires = "certificate", value_parser = SpokenDay::read)]
    pub server_clean: Option<SpokenDay>,
    /// How the certificate is printed.
    #[arg(id = "certificate_format", long = "format", value_name = "FORMAT", default_value = "text", value_parser = one_of::<Form>())]
    pub format: Form,
    /// Who destroys it: a key.
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// The date; today if omitted.
    #[arg(long, value_name = "DATE", value_parser = SpokenDay::read)]
    pub on: Option<SpokenDay>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// How a certificate is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines for reading, and for signing.
    Text,
    /// For programs.
    Json,
}

/// Runs it; the exit code.
pub fn run(args: &Destroy, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    match &args.id {
        None if args.replay => replay::run(global, world, out),
        None => due::run(args, global, world, out),
        Some(id) if args.certificate => certificate::run(id, args, global, world, out),
        Some(id) => one(id, args, global, world, out),
    }
}

fn one(id: &str, args: &Destroy, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, id)?;
    let today = day_of(&workspace, global, world);
    let on = said_day(args.on, "--on", (today, Toward::Past), out)?.unwrap_or(today);
    not_to_come(on, today)?;
    may_go(&workspace, &file, on)?;
    let by = match &args.by {
        Some(by) => by.clone(),
        None => asked(&workspace, &file, on, &Answers::new(global, world, out), world)?,
    };
    let vault = Vault::open(&workspace.register)?;
    looked(&workspace, vault.as_ref())?;
    if args.keep.dry_run {
        let keys = could_open(vault.as_ref(), &file)?;
        shown(&destruction(&workspace, &file, &by, on, &keys)?, out)?;
        notices(&workspace, &file, on, out)?.iter().for_each(|line| out.note(line));
        return Ok(0);
    }
    let lock = Lock::take(&workspace)?;
    let Some((workspace, gone)) = written(dir, (id, &by), (on, today), vault.as_ref(), out)? else { return Ok(1) };
    let paths: Vec<&str> = gone.wanted.files().map(|f| f.path.as_str()).collect();
    if args.keep.commit {
        commit(&workspace, &paths, &gone.message())?;
    }
    let proof = vault.as_ref().map(|vault| vault.destroy([&gone.id])).transpose()?;
    let left = folder_left(&workspace, &gone.id, world);
    drop(lock);
    let clean = Told { proof, sealed: gone.sealed, cases: 1, left: usize::from(left), on_others: true }.say(out);
    gone.notices.iter().for_each(|line| out.note(line));
    if !args.keep.commit {
        said_open(&workspace, &paths, &gone.message(), out);
    }
    Ok(u8::from(!clean))
}

/// What is not done yet cannot be recorded.
fn not_to_come(on: NaiveDate, today: NaiveDate) -> Result<(), Failure> {
    if on <= today {
        return Ok(());
    }
    let (on, today) = (date_words(on), date_words(today));
    Err(Failure::Usage(
        text!("{on} moet nog komen: het is {today}", "{on} is in the future: today is {today}", on, today),
        text!("noem met --on de dag zelf, of laat het weg", "give the actual date with --on, or leave it out"),
    ))
}

/// Who does it: the person at the keyboard where that is one of those who may, or whom somebody chooses.
fn asked(
    workspace: &Workspace,
    file: &CaseFile,
    on: NaiveDate,
    answers: &Answers,
    world: &World<'_>,
) -> Result<String, Failure> {
    let (_, history) = workspace.version(file)?;
    let me = me(workspace, &history.people, world)?;
    let choices = destroyers(workspace, file, on)?;
    let mine: Vec<String> = choices.iter().map(|c| c.value.clone()).filter(|key| Some(key) == me.as_ref()).collect();
    let remedy = to_choose(&choices);
    let label = text!("wie vernietigt", "who destroys it");
    let prompt = Prompt::choice("by", label, choices).proposing(mine);
    let missing = || Failure::Usage(text!("er ontbreekt: wie vernietigt", "missing: who destroys it"), remedy);
    answers.to(&prompt)?.into_iter().next().ok_or_else(missing)
}

fn shown(wanted: &Destruction, out: &Output) -> Result<(), Failure> {
    for file in wanted.files().filter(|file| file.changes()) {
        let was = file.was.as_deref().unwrap_or_default();
        let diff = TextDiff::from_lines(was, &file.text);
        out.print(&diff.unified_diff().context_radius(2).header(&file.path, &file.path).to_string())?;
    }
    Ok(())
}
