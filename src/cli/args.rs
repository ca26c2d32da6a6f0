//! The command line as data: verbs, flags, and the variables that stand for them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::calendar::{DateError, parse_date};
use crate::cli::case::add::Add;
use crate::cli::case::args::{New, Shorthand, Show, Step};
use crate::cli::case::destroy::Destroy;
use crate::cli::case::import::Import;
use crate::cli::case::letter::Letter;
use crate::cli::git::hook::Preparing;
use crate::cli::git::merge::{MergeDriver, Resolve};
use crate::cli::publish::args::{Build, Serve, Stats, YearAction};
use crate::cli::register::due::Due;
use crate::cli::register::export::Export;
use crate::cli::register::list::List;
use crate::cli::regulation::args::{Diff, Simulate};
use crate::cli::setup::completions::Completions;
use crate::cli::setup::doctor::Doctor;
use crate::cli::setup::init::Init;
use crate::cli::setup::man::Man;
use crate::cli::setup::schema::Schema;

/// Holds an organisation's complaint handling to its own published regulation.
#[derive(Debug, Parser)]
#[command(
    name = "klacht",
    version,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// What holds for every verb.
    #[command(flatten)]
    pub global: Global,
    /// The verb.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What holds for every verb.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Work as if started in this folder.
    #[arg(short = 'C', value_name = "DIR", global = true, display_order = 900, env = "KLACHT_DIR")]
    pub dir: Option<PathBuf>,
    /// The day to judge by; commits are judged by their own days.
    #[arg(long, value_name = "DATE", global = true, display_order = 900, env = "KLACHT_TODAY", value_parser = day)]
    pub today: Option<NaiveDate>,
    /// Language of what is printed.
    #[arg(long, value_name = "nl|en", global = true, display_order = 900, env = "KLACHT_LANG", value_parser = ["nl", "en"])]
    pub lang: Option<String>,
    /// Colour: auto, always or never.
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true, display_order = 900, env = "KLACHT_COLOR", hide_possible_values = true)]
    pub color: Color,
    /// Print findings only.
    #[arg(short, long, global = true, display_order = 900, env = "KLACHT_QUIET")]
    pub quiet: bool,
    /// Print more.
    #[arg(short, long, global = true, display_order = 900, env = "KLACHT_VERBOSE")]
    pub verbose: bool,
    /// Never ask anything.
    #[arg(long, global = true, display_order = 900, env = "KLACHT_NO_INPUT")]
    pub no_input: bool,
}

/// Reads a date as it is written in files.
pub fn day(text: &str) -> Result<NaiveDate, DateError> {
    parse_date(text)
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always, unless `NO_COLOR` is set.
    Always,
    /// Never.
    Never,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Begin a register: five questions, and it stands.
    #[command(visible_alias = "begin")]
    Init(Box<Init>),
    /// Check cases, regulations and history.
    #[command(visible_alias = "controleer")]
    Check(Check),
    /// Open a new case.
    #[command(visible_alias = "nieuw")]
    New(New),
    /// Take a step on a case; without a step: which are possible now, what each needs, by when.
    #[command(visible_alias = "stap")]
    Step(Step),
    /// Add to a case what came to light later: people, topics, facts, what the sealed part holds.
    #[command(visible_alias = "vul-aan")]
    Add(Add),
    /// Show a case: what happened, where it stands, how each last day was counted.
    #[command(visible_alias = "toon")]
    Show(Show),
    /// Record that receipt was confirmed.
    #[command(visible_alias = "bevestig")]
    Acknowledge(Shorthand),
    /// Record that a term was extended.
    #[command(visible_alias = "verleng")]
    Extend(Shorthand),
    /// Record that somebody was heard.
    #[command(visible_alias = "hoor")]
    Hear(Shorthand),
    /// Record the judgement.
    #[command(visible_alias = "beoordeel")]
    Judge(Shorthand),
    /// Close a case.
    #[command(visible_alias = "sluit")]
    Close(Shorthand),
    /// Record that the complainant was referred to the external body.
    #[command(visible_alias = "verwijs")]
    Refer(Shorthand),
    /// Destroy a case whose day has come: its id and a row without a name stay.
    #[command(visible_alias = "vernietig")]
    Destroy(Destroy),
    /// The cases of this register.
    #[command(visible_alias = "lijst")]
    List(List),
    /// What is due or overdue, and for whom.
    #[command(visible_alias = "termijnen")]
    Due(Due),
    /// Rows for your own reckoning, without personal data.
    #[command(visible_alias = "uitvoer")]
    Export(Export),
    /// Explain a rule.
    #[command(visible_alias = "uitleg")]
    Explain(Explain),
    /// Write a letter to the complainant, or see which letters can be written now.
    #[command(visible_alias = "brief")]
    Letter(Letter),
    /// Make cases of e-mails, a table or issue forms.
    #[command(visible_alias = "invoer")]
    Import(Box<Import>),
    /// Check a regulation, see what enforces each sentence, or weigh a draft.
    #[command(visible_alias = "regeling", subcommand_required = true, arg_required_else_help = true)]
    Policy {
        /// What to do.
        #[command(subcommand)]
        action: Policy,
    },
    /// Build the public site.
    #[command(visible_alias = "bouw")]
    Build(Build),
    /// Show the site on this machine while you work on it.
    #[command(visible_alias = "bekijk")]
    Serve(Serve),
    /// The protected annual figures, as they were frozen.
    #[command(visible_alias = "cijfers")]
    Stats(Stats),
    /// Close a year.
    #[command(visible_alias = "jaar", subcommand_required = true, arg_required_else_help = true)]
    Year {
        /// What to do.
        #[command(subcommand)]
        action: YearAction,
    },
    /// Merge a case that a merge left unresolved, by log entry and by key.
    #[command(visible_alias = "voegsamen")]
    Resolve(Resolve),
    /// Merge three versions of a case (run by git).
    MergeDriver(MergeDriver),
    /// Look whether everything around the register is set up well.
    #[command(visible_alias = "onderzoek")]
    Doctor(Doctor),
    /// The JSON Schema of a kind of file, for editors.
    Schema(Schema),
    /// Have the shell complete what you type: verbs, case ids, steps and more.
    #[command(visible_alias = "aanvulling")]
    Completions(Completions),
    /// The manual: the main page, or all pages in a folder.
    #[command(visible_alias = "handleiding")]
    Man(Man),
    /// Serve an editor: findings, completion and next steps while you type.
    #[command(visible_alias = "taalserver")]
    Lsp,
    /// Guard commits and pushes.
    #[command(visible_alias = "bewaking", subcommand_required = true, arg_required_else_help = true)]
    Hook {
        /// What to do.
        #[command(subcommand)]
        action: Hook,
    },
}

/// `check`.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Check {
    /// Judge what is about to be committed.
    #[arg(long, conflicts_with_all = ["range", "history"])]
    pub staged: bool,
    /// Judge every commit of a range against each of its parents.
    #[arg(long, value_name = "A..B", conflicts_with = "history")]
    pub range: Option<String>,
    /// Judge every commit of the current branch.
    #[arg(long)]
    pub history: bool,
    /// Check again whenever a file changes, until it is stopped.
    #[arg(long, conflicts_with_all = ["staged", "range", "history"])]
    pub watch: bool,
    /// How to print.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT")]
    pub format: String,
    /// From which severity on to fail.
    #[arg(long, value_name = "SEVERITY", default_value = "error", env = "KLACHT_FAIL_ON")]
    pub fail_on: String,
    /// Report, and end with 0 whatever is found.
    #[arg(long)]
    pub exit_zero: bool,
    /// Show the lines concerned even when not on a terminal.
    #[arg(long)]
    pub snippets: bool,
    /// Verify the hash of every object that is read.
    #[arg(long)]
    pub verify_objects: bool,
}

/// `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A rule's code or name, such as W202; without it: all rules.
    pub rule: Option<String>,
}

/// `policy …`.
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Check regulations, or a draft in a folder: data, text, and the workflow as a model.
    #[command(visible_alias = "controleer")]
    Check(PolicyArgs),
    /// What enforces each sentence of the text.
    #[command(visible_alias = "dekking")]
    Coverage(PolicyArgs),
    /// What changes from one version to another, or to a draft, in plain words.
    #[command(visible_alias = "verschil")]
    Diff(Diff),
    /// Judge a year's cases by a draft; writes nothing.
    #[command(visible_alias = "proef")]
    Simulate(Simulate),
}

/// Which regulation.
#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// The regulation, or `regulation/valid-from`; with `check` also the folder of a draft. All of them when absent.
    pub regulation: Option<String>,
    /// How to print findings.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT")]
    pub format: String,
}

/// `hook …`.
#[derive(Debug, Subcommand)]
pub enum Hook {
    /// Put the hooks in place.
    #[command(visible_alias = "plaats")]
    Install(Install),
    /// Judge what is about to be committed (run by git).
    PreCommit,
    /// Judge whether a commit may stand on the last one (run by git).
    PrepareCommitMsg(Preparing),
    /// Judge a push (run by git on the server).
    PreReceive,
}

/// `hook install`.
#[derive(Debug, Args)]
pub struct Install {
    /// On a server: the hook that judges pushes, and the settings that refuse what no hook sees.
    #[arg(long)]
    pub server: bool,
    /// Replace a hook that somebody else put there (it is kept beside it).
    #[arg(long)]
    pub replace: bool,
}
