//! `klacht hook pre-commit`, `prepare-commit-msg` and `pre-receive`: what git runs.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::check::{self, Making, PushContext};
use crate::cli::git::args::Preparing;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::unwritten;
use crate::cli::report::report_of;
use crate::cli::world::World;
use crate::diagnostics::{FailOn, Format, Lang, Report, exit_code, text};
use crate::register::{Register, RegisterError, Update};

/// Standard input of pre-receive is a line a reference; more than this is no push.
const MOST_INPUT: u64 = 16 * 1024 * 1024;

/// The mark between two hooks of one commit, in git's own folder.
const AMENDS: &str = "klacht-amends";

/// What git says of a commit that takes the place of another, or its message from another.
const REPLACES: &str = "commit";

/// Judges what is about to be committed.
pub fn pre_commit(global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let author = crate::cli::find_register::author(&register, world)?;
    // A patch from a mail takes no other commit's place.
    let making = if register.takes_patches() { Making::New } else { Making::Either };
    let verdict = check::check_staged(&register, author, Some(day), making)?;
    mark(&register, verdict.amends)?;
    say(&report_of(verdict), out)
}

/// Remembers for the next hook of this commit, or forgets, that it may only take the place of the last one. A commit without
/// hooks (`--no-verify`) leaves no mark, and then the next hook, which git runs all the same, has nothing to say.
fn mark(register: &Register, amends: bool) -> Result<(), Failure> {
    let Some(path) = register.git_dir().map(|folder| folder.join(AMENDS)) else { return Ok(()) };
    let written = match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ if amends => fs::write(&path, ""),
        _ => Ok(()),
    };
    written.map_err(|error| unwritten(&path, &error))
}

/// Judges once more what pre-commit let pass as the replacement of the last commit, now that git says what it makes: a change of
/// what was logged would be refused by every server, however often it is put back. Of an amendment that brings a message of its
/// own git says nothing; it is taken for a new commit, and the way is told.
pub fn prepare_commit_msg(
    args: &Preparing,
    global: &Global,
    world: &World<'_>,
    out: &mut Output,
) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let marked = register.git_dir().is_some_and(|folder| folder.join(AMENDS).exists());
    mark(&register, false)?;
    if !marked || args.source.as_deref() == Some(REPLACES) {
        return Ok(0);
    }
    let day = global.today.unwrap_or(world.clock);
    let author = crate::cli::find_register::author(&register, world)?;
    let report = report_of(check::check_staged(&register, author, Some(day), Making::New)?);
    let code = say(&report, out)?;
    let said = text!(
        "vervangt dit de laatste vastlegging, die nog niemand anders heeft? doe dan: git commit --amend --no-edit",
        "does this replace the last commit, which nobody else has yet? then run: git commit --amend --no-edit"
    );
    out.note(said.in_(out.lang));
    Ok(code)
}

/// Judges a push.
pub fn pre_receive(global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let mut input = Vec::new();
    std::io::stdin().lock().take(MOST_INPUT + 1).read_to_end(&mut input)?;
    if input.len() as u64 > MOST_INPUT {
        // What was cut off would not be judged.
        return Err(RegisterError::BadHookInput(format!("> {MOST_INPUT} bytes")).into());
    }
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let updates = Update::parse_all(&input)?;
    let gate = PushContext { variable: world.env, today: global.today.unwrap_or(world.clock) };
    let report = report_of(check::check_push(&register, &updates, &gate)?);
    say(&report, out)
}

/// A server's locale says nothing of its users, so a hook speaks Dutch unless told otherwise.
fn speak(global: &Global, world: &World<'_>, out: &mut Output) {
    let asked = global.lang.clone().or_else(|| (world.env)("KLACHT_LANG"));
    out.lang = Lang::resolve([asked.as_deref()]);
    out.color = false;
}

fn say(report: &Report, out: &Output) -> Result<u8, Failure> {
    if report.findings.is_empty() {
        return Ok(0);
    }
    out.report(Format::Hook, report, false, &|_, _| None)?;
    Ok(exit_code(report, FailOn::Error))
}
