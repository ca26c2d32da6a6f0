//! `klacht hook pre-commit`, `prepare-commit-msg`, `commit-msg` and `pre-receive`: what git runs.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::check::{self, Making, PushContext};
use crate::cli::find_register::at_desk;
use crate::cli::git::args::{Message, Preparing};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::unwritten;
use crate::cli::report::report_of;
use crate::cli::sealed::known::of_persons;
use crate::cli::world::World;
use crate::diagnostics::{FailOn, Format, Lang, Report, exit_code, text};
use crate::register::{Register, RegisterError, Update};

/// Standard input of pre-receive is a line a reference; more than this is no push.
const MOST_INPUT: u64 = 16 * 1024 * 1024;

/// The mark between two hooks of one commit, in git's own folder.
const AMENDS: &str = "klacht-amends";

/// The line of git below which nothing is part of a message.
const SCISSORS: &[u8] = b" ------------------------ >8 ------------------------";

/// What git says of a commit that takes the place of another, or its message from another.
const REPLACES: &str = "commit";

/// Judges what is about to be committed.
pub fn pre_commit(global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let desk = at_desk(&register, day, world)?;
    // A patch from a mail takes no other commit's place.
    let making = if register.takes_patches() { Making::New } else { Making::Either };
    let verdict = check::check_staged(&register, &desk, making)?;
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

/// Judges the message of a commit that is being made. git keeps what was refused, so that it need not be typed again.
pub fn commit_msg(args: &Message, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let message = fs::read(&args.file).map_err(|error| unreadable(&args.file, &error))?;
    let mark = register.setting("core.commentChar")?.filter(|mark| mark != "auto");
    let said = written(&message, mark.as_deref().unwrap_or("#").as_bytes());
    say(&report_of(check::check_message(&register, &said, of_persons(&register, world)?)?), out)
}

/// Of a file with a message what git will keep: neither its own remarks nor the change that it shows below them.
fn written(file: &[u8], mark: &[u8]) -> Vec<u8> {
    let cut = |line: &&[u8]| !(line.starts_with(mark) && line.windows(SCISSORS.len()).any(|part| part == SCISSORS));
    let lines = file.split_inclusive(|byte| *byte == b'\n').take_while(cut);
    lines.filter(|line| !line.starts_with(mark)).collect::<Vec<_>>().concat()
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
    let replaces = args.source.as_deref() == Some(REPLACES);
    let copies = !marked && !replaces && copies(&register, &args.file);
    if !copies && (!marked || replaces) {
        return Ok(0);
    }
    let day = global.today.unwrap_or(world.clock);
    let desk = at_desk(&register, day, world)?;
    let report = report_of(check::check_staged(&register, &desk, Making::New)?);
    let code = say(&report, out)?;
    if copies {
        if code != 0 {
            out.note(
                text!("zet alles terug: git reset --merge", "put everything back: git reset --merge").in_(out.lang),
            );
        }
        return Ok(code);
    }
    let said = text!(
        "vervangt dit de laatste vastlegging, die nog niemand anders heeft? doe dan: git commit --amend --no-edit",
        "does this replace the last commit, which nobody else has yet? then run: git commit --amend --no-edit"
    );
    out.note(said.in_(out.lang));
    Ok(code)
}

/// Whether git itself makes the commit out of another one (`git revert`, `git cherry-pick`): then it ran no pre-commit. A revert that
/// went well is known by its message only.
fn copies(register: &Register, message: &Path) -> bool {
    let picks = register.git_dir().is_some_and(|dir| dir.join("CHERRY_PICK_HEAD").exists());
    let reverts = fs::read(message).is_ok_and(|text| String::from_utf8_lossy(&text).contains("This reverts commit "));
    (picks && !register.rebases_branch()) || reverts
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

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let (shown, kind) = (path.display(), error.kind());
    Failure::File(
        text!("kan {shown} niet lezen: {kind}", "cannot read {shown}: {kind}"),
        text!("git geeft dit bestand; leg opnieuw vast", "git provides this file; commit again"),
    )
}

/// A server's locale says nothing of its users, so a hook speaks Dutch unless told otherwise.
pub(super) fn speak(global: &Global, world: &World<'_>, out: &mut Output) {
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
