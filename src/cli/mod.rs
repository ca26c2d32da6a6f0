//! One thin file per verb: read the arguments, call the library, print.

mod args;
mod ask;
mod case;
mod complete;
mod context;
mod find_register;
mod git;
mod global;
mod help;
mod output;
mod publish;
mod put;
mod register;
mod regulation;
mod report;
mod sealed;
mod setup;
mod table;
mod values;
mod world;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::casework::Short;
use crate::diagnostics::Lang;
pub(crate) use args::Cli;
use args::Verb;
use git::args::Hook;
use git::history::History;
pub use help::command::{command, reference};
use output::{Failure, Output, USAGE};
use publish::args::YearAction;
use regulation::args::Policy;
pub use world::World;

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
        Verb::Check(args) if args.watch => register::watch::run(args, &cli.global, world, &mut out),
        Verb::Check(args) => register::check::run(args, &cli.global, world, &mut out),
        Verb::New(args) => case::new::run(args, &cli.global, world, &mut out),
        Verb::Step(args) => case::step::run(args, &cli.global, world, &mut out),
        Verb::Add(args) => case::add::run(args, &cli.global, world, &mut out),
        Verb::Undo(args) => case::undo::run(args, &cli.global, &out),
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
        Verb::Policy { action } => policy(action, &cli, world, &mut out),
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
        Verb::Keys { .. }
        | Verb::Seal(_)
        | Verb::Open(_)
        | Verb::Find(_)
        | Verb::Access(_)
        | Verb::Dossier(_)
        | Verb::Sync(_) => of_the_sealed_part(&cli, world, &out),
        Verb::History { action: History::Renew(args) } => git::history::run(args, &cli.global, world, &out),
        Verb::Hook { action } => of_git(action, &cli, world, &mut out),
    };
    match done {
        Ok(code) => code,
        Err(failure) => out.failure(&failure),
    }
}

/// Runs a verb for what is sealed.
fn of_the_sealed_part(cli: &Cli, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    match &cli.verb {
        Verb::Keys { action } => sealed::keys::run(action, &cli.global, world, out),
        Verb::Seal(args) => sealed::seal::run(args, &cli.global, world, out),
        Verb::Open(args) => sealed::open::run(args, &cli.global, world, out),
        Verb::Access(args) => sealed::access::run(args, &cli.global, world, out),
        Verb::Dossier(args) => sealed::dossier::run(args, &cli.global, world, out),
        Verb::Find(args) => sealed::find::run(args, &cli.global, world, out),
        Verb::Sync(args) => sealed::sync::run(args, &cli.global, world, out),
        _ => Ok(0),
    }
}

/// Runs what git calls, or what guards a server.
fn of_git(action: &Hook, cli: &Cli, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    match action {
        Hook::Install(args) => git::install::run(args, &cli.global, world, out),
        Hook::PreCommit => git::hook::pre_commit(&cli.global, world, out),
        Hook::PrepareCommitMsg(args) => git::hook::prepare_commit_msg(args, &cli.global, world, out),
        Hook::CommitMsg(args) => git::hook::commit_msg(args, &cli.global, world, out),
        Hook::Except(args) => git::except::run(args, &cli.global, world, out),
        Hook::Tidy(args) => git::tidy::run(args, &cli.global, world, out),
        Hook::PreReceive => git::hook::pre_receive(&cli.global, world, out),
    }
}

/// Runs a verb for the owner of a regulation.
fn policy(action: &Policy, cli: &Cli, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    match action {
        Policy::Check(args) => regulation::policy::check(args, &cli.global, out),
        Policy::New(args) => regulation::new::run(args, &cli.global, world, out),
        Policy::Skeleton(args) => regulation::skeleton::run(args, &cli.global, out),
        Policy::Coverage(args) => regulation::policy::coverage(args, &cli.global, out),
        Policy::Diff(args) => regulation::compare::diff(args, &cli.global, world, out),
        Policy::Walk(args) => regulation::walk::run(args, &cli.global, world, out),
        Policy::Simulate(args) => regulation::compare::simulate(args, &cli.global, world, out),
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
