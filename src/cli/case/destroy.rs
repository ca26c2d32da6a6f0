//! `klacht destroy` (vernietig): a case leaves its stub, and a row by which it counts on.

use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use similar::TextDiff;

use crate::calendar::date_words;
use crate::casework::{
    CaseFile, Destruction, Lock, Prompt, Workspace, destroyers, destruction, judge_edit, may_go, to_choose,
};
use crate::cli::ask::Answers;
use crate::cli::case::args::Keep;
use crate::cli::context::{commit, day_of, me, refused, reported, said_open};
use crate::cli::global::{Global, day};
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;

/// `destroy`.
#[derive(Debug, Args)]
pub struct Destroy {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// Who destroys it: a key.
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// The date; today if omitted.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<NaiveDate>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// Runs it; the exit code.
pub fn run(args: &Destroy, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    let today = day_of(&workspace, global, world);
    let on = args.on.unwrap_or(today);
    not_to_come(on, today)?;
    may_go(&workspace, &file, on)?;
    let by = match &args.by {
        Some(by) => by.clone(),
        None => asked(&workspace, &file, on, &Answers::new(global, world, out), world)?,
    };
    if args.keep.dry_run {
        shown(&destruction(&workspace, &file, &by, on)?, out)?;
        return Ok(0);
    }
    let lock = Lock::take(&workspace)?;
    // Somebody else may have written meanwhile: judged is what stands there now.
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    let wanted = destruction(&workspace, &file, &by, on)?;
    let brought = judge_edit(&workspace, &file.path, Some(&file.source), &wanted.stub.text, today);
    if brought.refused() {
        return refused(&file.path, &wanted.stub.text, brought.findings, out);
    }
    wanted.write(&workspace)?;
    let paths: Vec<&str> = wanted.files().map(|f| f.path.as_str()).collect();
    out.print(&format!("{}\n", paths.join("\n")))?;
    reported(&file.path, &wanted.stub.text, brought.findings, out)?;
    let message = format!("Klacht {}: vernietigd", file.case.id);
    if args.keep.commit {
        commit(&workspace, &paths, &message)?;
    }
    drop(lock);
    by_hand(&file, out);
    if !args.keep.commit {
        said_open(&workspace, &paths, &message, out);
    }
    Ok(0)
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

/// Says what no program does: what was kept outside the register.
fn by_hand(file: &CaseFile, out: &Output) {
    let id = file.case.id;
    let said = text!(
        "Vernietig nu zelf de map {id} in de vertrouwelijke map, met de brieven en e-mails over deze klacht.",
        "Now delete the folder {id} in the confidential folder yourself, with the letters and e-mails of this case."
    );
    out.note(said.in_(out.lang));
}
