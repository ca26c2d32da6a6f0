//! One thin file per verb: read the arguments, call the library, print.

mod args;
mod ask;
mod case;
mod complete;
mod context;
mod git;
mod help;
mod output;
mod publish;
mod put;
mod register;
mod regulation;
mod setup;
mod table;

use std::ffi::OsString;
use std::io::{self, Write};

use chrono::NaiveDate;
use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::casework::Short;
use crate::diagnostics::Lang;
pub use args::Cli;
use args::{Color, Global, Hook, Policy, Verb};
pub use help::command::{command, reference};
use output::Output;
use publish::args::YearAction;

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
    let lang = help::command::language(&arguments, world.env);
    let (arguments, read) = help::command::asked_as_verb(arguments, |words| read(words, lang));
    let cli = match read {
        Ok(cli) => cli,
        Err(error) => return unread(&error, &arguments, lang),
    };
    let mut out = Output::new(&cli.global, world, lang);
    let done = match &cli.verb {
        Verb::Check(args) => register::check::run(args, &cli.global, world, &mut out),
        Verb::New(args) => case::new::run(args, &cli.global, world, &mut out),
        Verb::Step(args) => case::step::run(args, &cli.global, world, &mut out),
        Verb::Add(args) => case::add::run(args, &cli.global, world, &mut out),
        Verb::Show(args) => case::show::run(args, &cli.global, world, &out),
        Verb::Acknowledge(args) => case::step::short(Short::Acknowledge, args, &cli.global, world, &mut out),
        Verb::Extend(args) => case::step::short(Short::Extend, args, &cli.global, world, &mut out),
        Verb::Hear(args) => case::step::short(Short::Hear, args, &cli.global, world, &mut out),
        Verb::Judge(args) => case::step::short(Short::Judge, args, &cli.global, world, &mut out),
        Verb::Close(args) => case::step::short(Short::Close, args, &cli.global, world, &mut out),
        Verb::Refer(args) => case::step::short(Short::Refer, args, &cli.global, world, &mut out),
        Verb::Destroy(args) => case::destroy::run(args, &cli.global, world, &mut out),
        Verb::List(args) => register::list::run(args, &cli.global, world, &mut out),
        Verb::Due(args) => register::due::run(args, &cli.global, world, &mut out),
        Verb::Export(args) => register::export::run(args, &cli.global, world, &mut out),
        Verb::Explain(args) => register::explain::run(args, &out),
        Verb::Init(args) => setup::init::run(args, &cli.global, world, &out),
        Verb::Import(args) => case::import::run(args, &cli.global, world, &mut out),
        Verb::Letter(args) => case::letter::run(args, &cli.global, world, &mut out),
        Verb::Policy { action: Policy::Check(args) } => regulation::policy::check(args, &cli.global, &mut out),
        Verb::Policy { action: Policy::Coverage(args) } => regulation::policy::coverage(args, &cli.global, &mut out),
        Verb::Policy { action: Policy::Diff(args) } => regulation::compare::diff(args, &cli.global, world, &out),
        Verb::Policy { action: Policy::Simulate(args) } => {
            regulation::compare::simulate(args, &cli.global, world, &out)
        }
        Verb::Build(args) => publish::build::run(args, &cli.global, world, &mut out),
        Verb::Serve(args) => publish::serve::run(args, &cli.global, world, &mut out),
        Verb::MergeDriver(args) => git::merge::driver(args, &cli.global, world, &out),
        Verb::Resolve(args) => git::merge::resolve(args, &cli.global, world, &out),
        Verb::Doctor(args) => setup::doctor::run(args, &cli.global, world, &out),
        Verb::Completions(args) => setup::completions::run(args, arguments.first(), &out),
        Verb::Man(args) => setup::man::run(args, &out),
        Verb::Schema(args) => setup::schema::run(args, &out),
        Verb::Lsp => setup::lsp::run(&cli.global, world, &out),
        Verb::Stats(args) => publish::stats::run(args, &cli.global, &mut out),
        Verb::Year { action: YearAction::Close(args) } => publish::year::close(args, &cli.global, world, &mut out),
        Verb::Hook { action: Hook::Install(args) } => git::install::run(args, &cli.global, &mut out),
        Verb::Hook { action: Hook::PreCommit } => git::hook::pre_commit(&cli.global, world, &mut out),
        Verb::Hook { action: Hook::PrepareCommitMsg(args) } => {
            git::hook::prepare_commit_msg(args, &cli.global, world, &mut out)
        }
        Verb::Hook { action: Hook::PreReceive } => git::hook::pre_receive(&cli.global, world, &mut out),
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
            let told = help::mistake::told(error, &command(lang), arguments, lang);
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
