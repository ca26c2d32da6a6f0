//! `klacht policy new`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::calendar::{SpokenDay, Toward};
use crate::cli::ask::Answers as Asker;
use crate::cli::context::said_day;
use crate::cli::find_register::{must_be_register, register_or_folder};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::setup::init::{around, broken, earlier};
use crate::cli::setup::init_ask::{ByFlag, ask};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::init::{Answers, Draft, Wrong, begin_regulation, forms_beside, free, put, regulation_files};

/// `policy new`.
#[derive(Debug, Args)]
pub struct NewRegulation {
    /// Its id: the name of its folder. Made from the organisation's name if omitted.
    #[arg(id = "new_regulation", value_name = "REGULATION")]
    pub id: Option<String>,
    #[command(flatten)]
    pub answers: ByFlag,
    /// The date from which the regulation is in force; today if omitted.
    #[arg(id = "holds_from", long = "valid-from", value_name = "DATE", value_parser = SpokenDay::read)]
    pub valid_from: Option<SpokenDay>,
    /// Accept the proposed answer wherever none is given.
    #[arg(long)]
    pub yes: bool,
    /// List the files that would be written; write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs it; the exit code.
pub fn run(args: &NewRegulation, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let root = root(global)?;
    if let Some(id) = &args.id {
        free(&root, id).map_err(refused)?;
    }
    let answers = answers(args, &root, global, world, out)?;
    let id = id(args, &answers, &root, global, world, out)?;
    let forms = forms_beside(&root, &id);
    let drafts = regulation_files(&answers, &id, &forms).map_err(broken)?;
    if args.dry_run {
        drafts.iter().try_for_each(|draft| out.print(&format!("{}\n", draft.path)))?;
        return Ok(0);
    }
    let (forms, rules): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| forms.contains(&draft.path));
    write(&root, &id, &rules, out)?;
    let added = write_forms(&root, &forms, out)?;
    let next = [format!("policy check {id}"), format!("policy walk {id}"), format!("policy coverage {id}")];
    out.note(text!("Klaar. Ga zo verder:", "Done. Next steps:").in_(out.lang));
    let there = global.dir.as_ref().map(|dir| format!(" -C {}", shell_words::quote(&dir.to_string_lossy())));
    let there = there.unwrap_or_default();
    next.iter().try_for_each(|verb| out.print(&format!("  klacht{there} {verb}\n")))?;
    out.print(&format!("  git{there} add policy/{id}{added}\n"))?;
    Ok(0)
}

/// Writes the issue forms of the regulation beside the first one, which offers only what its own regulation knows; what is
/// there stays. The paths that were written, for `git add`.
fn write_forms(root: &Path, forms: &[Draft], out: &Output) -> Result<String, Failure> {
    let mut added = String::new();
    for form in forms {
        let path = &form.path;
        let written = put(root, form).map_err(|error| {
            let kind = error.kind();
            Failure::File(
                text!("kan {path} niet schrijven: {kind}", "cannot write {path}: {kind}"),
                text!(
                    "de regeling is er al; neem voor het formulier een kopie van klacht.yml in die map",
                    "the regulation is there already; for the form, take a copy of klacht.yml in that folder"
                ),
            )
        })?;
        if written {
            out.note(&format!("+ {path}"));
            added.push(' ');
            added.push_str(path);
        }
    }
    Ok(added)
}

fn refused(wrong: Wrong) -> Failure {
    Failure::Usage(wrong.message, wrong.remedy)
}

/// The top of the register on disk.
fn root(global: &Global) -> Result<PathBuf, Failure> {
    let register = register_or_folder(global)?;
    must_be_register(&register)?;
    register.root().map(Path::to_path_buf).ok_or_else(|| {
        Failure::Usage(
            text!("dit register heeft geen bestanden op schijf", "this register has no files on disk"),
            text!("doe het in een kloon en push haar", "do it in a clone and push it"),
        )
    })
}

fn answers(
    args: &NewRegulation,
    root: &Path,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<Answers, Failure> {
    let mut given = args.answers.given()?;
    let around = around(root, world)?;
    let before = earlier(root)?;
    if let Some(before) = &before {
        given.recall(&before.given);
    }
    ask(&mut given, &around, args.yes, "klacht policy new", global, world, out)?;
    let today = global.today.unwrap_or(world.clock);
    let from = said_day(args.valid_from, "--valid-from", (today, Toward::Future), out)?.unwrap_or(today);
    let lang = before.map_or(out.lang, |before| before.lang);
    Answers::complete(&given, &around, lang, from).map_err(refused)
}

/// The id that was given or is chosen now; where nobody is asked, what follows from the organisation's name, if that is free.
fn id(
    args: &NewRegulation,
    answers: &Answers,
    root: &Path,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<String, Failure> {
    if let Some(id) = &args.id {
        return Ok(id.clone());
    }
    let proposed = answers.regulation();
    let asker = Asker::new(global, world, out);
    let id = if asker.are_a_persons() && !args.yes {
        let label = text!("naam van de map van de regeling", "name of the folder of the regulation");
        asker.line(&label, &proposed, &|id: &str| free(root, id.trim()))?.trim().to_owned()
    } else {
        proposed
    };
    free(root, &id).map_err(refused)?;
    Ok(id)
}

fn write(root: &Path, id: &str, drafts: &[Draft], out: &Output) -> Result<(), Failure> {
    let done = begin_regulation(root, id, drafts).map_err(|error| {
        let kind = error.kind();
        Failure::File(
            text!("kan policy/{id} niet schrijven: {kind}", "cannot write policy/{id}: {kind}"),
            text!(
                "er is niets geschreven; is de schijf vol, of mag u hier niet schrijven?",
                "nothing was written; is the disk full, or may you not write here?"
            ),
        )
    })?;
    if !done {
        // It came to stand there while questions were asked.
        free(root, id).map_err(refused)?;
    }
    drafts.iter().for_each(|draft| out.note(&format!("+ {}", draft.path)));
    Ok(())
}
