//! One thin file per verb: read the arguments, call the library, print.

mod add;
mod args;
mod ask;
mod attributes;
mod build;
mod case_args;
mod check;
mod complete;
mod completions;
mod desk;
mod destroy;
mod doctor;
mod draft;
mod draft_args;
mod due;
mod edit;
mod explain;
mod export;
mod figures;
mod help;
mod help_examples;
mod help_nl;
mod help_own;
mod hook;
mod import;
mod init;
mod init_ask;
mod install;
mod letter;
mod letter_place;
mod list;
mod looking;
mod lsp;
mod man;
mod merge;
mod mistake;
mod new;
mod output;
mod policy;
mod public_args;
mod put;
mod schema;
mod serve;
mod show;
mod stats;
mod step;
mod table;
mod watch;
mod year;

use std::ffi::OsString;
use std::io::{self, Write};

use chrono::NaiveDate;
use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::desk::Short;
use crate::diagnostics::Lang;
pub use args::Cli;
use args::{Color, Global, Hook, Policy, Verb};
pub use help::{command, reference};
use output::Output;
use public_args::YearAction;

/// What the process is given from outside; nothing else reads the clock or the environment.
pub struct World<'a> {
    /// The day on which the program runs, where it runs.
    pub clock: NaiveDate,
    /// The day that it is when asked, for what runs for days.
    pub now: &'a dyn Fn() -> NaiveDate,
    /// Draws a random number; nothing when the system has none to give.
    pub random: &'a dyn Fn() -> Option<u64>,
    /// Looks up a variable.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// How many columns the terminal has, where there is one.
    pub columns: Option<usize>,
}

/// Exit code of wrong usage or configuration.
pub const USAGE: u8 = 2;
/// Exit code of an environment that does not let the program do its work.
pub const ENVIRONMENT: u8 = 3;
/// Exit code of a dialogue that was stopped with Ctrl-C, as shells have it.
pub const STOPPED: u8 = 130;

/// Runs the program; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &World<'_>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(code) = complete::answer(&arguments, world) {
        return code;
    }
    let lang = help::language(&arguments, world.env);
    let (arguments, read) = help::asked_as_verb(arguments, |words| read(words, lang));
    let cli = match read {
        Ok(cli) => cli,
        Err(error) => return unread(&error, &arguments, lang),
    };
    let mut out = Output::new(&cli.global, world, lang);
    let done = match &cli.verb {
        Verb::Check(args) => check::run(args, &cli.global, world, &mut out),
        Verb::New(args) => new::run(args, &cli.global, world, &mut out),
        Verb::Step(args) => step::run(args, &cli.global, world, &mut out),
        Verb::Add(args) => add::run(args, &cli.global, world, &mut out),
        Verb::Show(args) => show::run(args, &cli.global, world, &out),
        Verb::Acknowledge(args) => step::short(Short::Acknowledge, args, &cli.global, world, &mut out),
        Verb::Extend(args) => step::short(Short::Extend, args, &cli.global, world, &mut out),
        Verb::Hear(args) => step::short(Short::Hear, args, &cli.global, world, &mut out),
        Verb::Judge(args) => step::short(Short::Judge, args, &cli.global, world, &mut out),
        Verb::Close(args) => step::short(Short::Close, args, &cli.global, world, &mut out),
        Verb::Refer(args) => step::short(Short::Refer, args, &cli.global, world, &mut out),
        Verb::Destroy(args) => destroy::run(args, &cli.global, world, &mut out),
        Verb::List(args) => list::run(args, &cli.global, world, &mut out),
        Verb::Due(args) => due::run(args, &cli.global, world, &mut out),
        Verb::Export(args) => export::run(args, &cli.global, world, &mut out),
        Verb::Explain(args) => explain::run(args, &out),
        Verb::Init(args) => init::run(args, &cli.global, world, &out),
        Verb::Import(args) => import::run(args, &cli.global, world, &mut out),
        Verb::Letter(args) => letter::run(args, &cli.global, world, &mut out),
        Verb::Policy { action: Policy::Check(args) } => policy::check(args, &cli.global, &mut out),
        Verb::Policy { action: Policy::Coverage(args) } => policy::coverage(args, &cli.global, &mut out),
        Verb::Policy { action: Policy::Diff(args) } => draft::diff(args, &cli.global, world, &out),
        Verb::Policy { action: Policy::Simulate(args) } => draft::simulate(args, &cli.global, world, &out),
        Verb::Build(args) => build::run(args, &cli.global, world, &mut out),
        Verb::Serve(args) => serve::run(args, &cli.global, world, &mut out),
        Verb::MergeDriver(args) => merge::driver(args, &cli.global, world, &out),
        Verb::Resolve(args) => merge::resolve(args, &cli.global, world, &out),
        Verb::Doctor(args) => doctor::run(args, &cli.global, world, &out),
        Verb::Completions(args) => completions::run(args, arguments.first(), &out),
        Verb::Man(args) => man::run(args, &out),
        Verb::Schema(args) => schema::run(args, &out),
        Verb::Lsp => lsp::run(&cli.global, world, &out),
        Verb::Stats(args) => stats::run(args, &cli.global, &mut out),
        Verb::Year { action: YearAction::Close(args) } => year::close(args, &cli.global, world, &mut out),
        Verb::Hook { action: Hook::Install(args) } => install::run(args, &cli.global, &mut out),
        Verb::Hook { action: Hook::PreCommit } => hook::pre_commit(&cli.global, world, &mut out),
        Verb::Hook { action: Hook::PrepareCommitMsg(args) } => {
            hook::prepare_commit_msg(args, &cli.global, world, &mut out)
        }
        Verb::Hook { action: Hook::PreReceive } => hook::pre_receive(&cli.global, world, &mut out),
    };
    match done {
        Ok(code) => code,
        Err(failure) => out.failure(&failure),
    }
}

fn read(words: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
    command(lang).try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches))
}

/// Prints the help that was asked for, or what is wrong with the command line; the exit code.
fn unread(error: &clap::Error, arguments: &[OsString], lang: Lang) -> u8 {
    // Nothing is left to do when even the help cannot be printed.
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            0
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            USAGE
        }
        _ => {
            let told = mistake::told(error, &command(lang), arguments, lang);
            let _ = io::stderr().lock().write_all(told.as_bytes());
            USAGE
        }
    }
}

/// Whether colour is wanted, by the flag and the conventions of `NO_COLOR` and `TERM`.
fn colour(flag: Color, terminal: bool, env: &dyn Fn(&str) -> Option<String>) -> bool {
    let refused = env("NO_COLOR").is_some_and(|v| !v.is_empty()) || env("TERM").as_deref() == Some("dumb");
    let forced = env("CLICOLOR_FORCE").is_some_and(|v| v != "0") || env("FORCE_COLOR").is_some_and(|v| v != "0");
    match flag {
        Color::Never => false,
        _ if refused => false,
        Color::Always => true,
        Color::Auto => terminal || forced,
    }
}
