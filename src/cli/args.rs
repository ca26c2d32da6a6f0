//! The command line as data: verbs, flags, and the variables that stand for them.

use clap::{Parser, Subcommand};

use crate::cli::case::add::Add;
use crate::cli::case::args::{New, Shorthand, Show, Step};
use crate::cli::case::destroy::Destroy;
use crate::cli::case::import::Import;
use crate::cli::case::letter::Letter;
use crate::cli::git::args::Hook;
use crate::cli::git::merge::{MergeDriver, Resolve};
use crate::cli::global::Global;
use crate::cli::publish::args::{Build, Serve, Stats, YearAction};
use crate::cli::register::check::Check;
use crate::cli::register::due::Due;
use crate::cli::register::explain::Explain;
use crate::cli::register::export::Export;
use crate::cli::register::list::List;
use crate::cli::regulation::args::Policy;
use crate::cli::setup::args::{Completions, Doctor, Man, Schema};
use crate::cli::setup::init::Init;

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

/// The verbs, in the order of the groups in which help shows them.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Open a new case.
    #[command(visible_alias = "nieuw")]
    New(New),
    /// Take a step on a case; without a step: which are possible now, what each needs, by when.
    #[command(visible_alias = "stap")]
    Step(Step),
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
    /// Add to a case what came to light later: people, topics, facts, what the sealed part holds.
    #[command(visible_alias = "vul-aan")]
    Add(Add),
    /// Show a case: what happened, where it stands, how each last day was counted.
    #[command(visible_alias = "toon")]
    Show(Show),
    /// Write a letter to the complainant, or see which letters can be written now.
    #[command(visible_alias = "brief")]
    Letter(Letter),
    /// Make cases of e-mails, a table or issue forms.
    #[command(visible_alias = "invoer")]
    Import(Box<Import>),
    /// Destroy a case whose day has come: its id and a row without a name stay.
    #[command(visible_alias = "vernietig")]
    Destroy(Destroy),
    /// Check cases, regulations and history.
    #[command(visible_alias = "controleer")]
    Check(Check),
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
    /// Guard commits and pushes.
    #[command(visible_alias = "bewaking", subcommand_required = true, arg_required_else_help = true)]
    Hook {
        /// What to do.
        #[command(subcommand)]
        action: Hook,
    },
    /// Merge a case that a merge left unresolved, by log entry and by key.
    #[command(visible_alias = "voegsamen")]
    Resolve(Resolve),
    /// Merge three versions of a case (run by git).
    MergeDriver(MergeDriver),
    /// Begin a register: five questions, and it stands.
    #[command(visible_alias = "begin")]
    Init(Box<Init>),
    /// Look whether everything around the register is set up well.
    #[command(visible_alias = "onderzoek")]
    Doctor(Doctor),
    /// Have the shell complete what you type: verbs, case ids, steps and more.
    #[command(visible_alias = "aanvulling")]
    Completions(Completions),
    /// The manual: the main page, or all pages in a folder.
    #[command(visible_alias = "handleiding")]
    Man(Man),
    /// The JSON Schema of a kind of file, for editors.
    Schema(Schema),
    /// Serve an editor: findings, completion and next steps while you type.
    #[command(visible_alias = "taalserver")]
    Lsp,
}
