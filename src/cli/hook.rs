//! `klacht hook pre-commit` and `klacht hook pre-receive`: what git runs.

use std::io::Read;
use std::path::Path;

use super::World;
use super::args::Global;
use super::check::report_of;
use super::output::{Failure, Output};
use crate::check::{self, Gate};
use crate::diagnostics::{FailOn, Format, Lang, Report, exit_code};
use crate::register::{HookEnvironment, Register, RegisterError, Update};

/// Standard input of pre-receive is a line a reference; more than this is no push.
const MOST_INPUT: u64 = 16 * 1024 * 1024;

/// Judges what is about to be committed.
pub fn pre_commit(global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let report = report_of(check::check_staged(&register, super::check::author(&register, world)?, Some(day))?);
    say(&report, out)
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
    let gate = Gate {
        environment: HookEnvironment::from_lookup(world.env),
        variable: world.env,
        today: global.today.unwrap_or(world.clock),
    };
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
