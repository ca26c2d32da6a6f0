//! `klacht destroy` (vernietig): a case leaves its stub, and a row by which it counts on.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use similar::TextDiff;

use crate::calendar::date_words;
use crate::casework::{
    CaseFile, Destruction, Lock, Prompt, Workspace, destroyers, destruction, judge_edit, may_go, to_choose,
};
use crate::cli::ask::Answers;
use crate::cli::case::args::Keep;
use crate::cli::case::notices::notices;
use crate::cli::context::{commit, day_of, me, refused, reported, said_open};
use crate::cli::global::{Global, day};
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::rules::data_protection::CONFIDENTIAL;
use crate::vault::Vault;

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
    let vault = Vault::open(&workspace.register)?;
    let id = file.case.id.to_string();
    let keys = could_open(vault.as_ref(), &id)?;
    if args.keep.dry_run {
        shown(&destruction(&workspace, &file, &by, on, &keys)?, out)?;
        notices(&workspace, &file, on, out)?.iter().for_each(|line| out.note(line));
        return Ok(0);
    }
    let lock = Lock::take(&workspace)?;
    // Somebody else may have written meanwhile: judged is what stands there now.
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    let wanted = destruction(&workspace, &file, &by, on, &keys)?;
    let notices = notices(&workspace, &file, on, out)?;
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
    let gone = match &vault {
        Some(vault) => vault.destroy(&id)?,
        None => true,
    };
    let left = folder_left(&workspace, &id, world);
    drop(lock);
    told(gone, !keys.is_empty(), left, out);
    notices.iter().for_each(|line| out.note(line));
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

/// All who can, or ever could, open what is sealed of a case: old copies of it are out of reach once their keys are destroyed.
fn could_open(vault: Option<&Vault>, id: &str) -> Result<Vec<String>, Failure> {
    let Some(vault) = vault else { return Ok(Vec::new()) };
    let kept = vault.kept(id)?;
    Ok(kept.iter().flat_map(|kept| kept.access.ever()).map(ToString::to_string).collect())
}

/// Removes the folder of a case in the confidential folder of this register, where it was kept before it was sealed; whether
/// something of it is left.
fn folder_left(workspace: &Workspace, id: &str, world: &World<'_>) -> bool {
    let named = (world.env)("KLACHT_CONFIDENTIAL").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let folder = named.unwrap_or_else(|| workspace.root.join(CONFIDENTIAL)).join(id);
    std::fs::remove_dir_all(&folder).is_err() && folder.exists()
}

/// Says what is gone here, and what no program reaches.
fn told(gone: bool, sealed: bool, left: bool, out: &Output) {
    let mut said = Vec::new();
    if sealed && gone {
        said.push(text!(
            "Wat verzegeld was, is hier weg: elk object is nagekeken. Ook van de server en van de anderen: leg dit vast, en dan klacht sync.",
            "What was sealed is gone here: every object was looked at. To have it gone from the server and the others too: commit this, and then klacht sync."
        ));
    }
    if !gone {
        said.push(text!(
            "Let op: van wat verzegeld was, staat hier nog iets. Een ander programma had het open; voer klacht sync uit.",
            "Note: something of what was sealed is still here. Another program had it open; run klacht sync."
        ));
    }
    if left {
        said.push(text!(
            "Let op: de map van deze zaak in vertrouwelijk/ kon niet weg. Verwijder haar zelf.",
            "Note: the folder of this case in vertrouwelijk/ could not be removed. Delete it yourself."
        ));
    }
    said.push(text!(
        "Vernietig zelf nog brieven, e-mails en uitdraaien van deze klacht die buiten het register liggen.",
        "Now destroy the letters, e-mails and printouts of this complaint that lie outside the register yourself."
    ));
    said.iter().for_each(|line| out.note(line.in_(out.lang)));
}
