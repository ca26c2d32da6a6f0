//! The command line as data: verbs, flags, and the variables that stand for them.

use clap::{Parser, Subcommand};

use crate::cli::case::add::Add;
use crate::cli::case::args::{New, Shorthand, Show, Step};
use crate::cli::case::destroy::Destroy;
use crate::cli::case::import::Import;
use crate::cli::case::letter::Letter;
use crate::cli::case::undo::Undo;
use crate::cli::git::args::Hook;
use crate::cli::git::history::History;
use crate::cli::git::merge::{MergeDriver, Resolve};
use crate::cli::global::Global;
use crate::cli::publish::args::{Build, Serve, Stats, YearAction};
use crate::cli::register::check::Check;
use crate::cli::register::due::Due;
use crate::cli::register::explain::Explain;
use crate::cli::register::export::Export;
use crate::cli::register::list::List;
use crate::cli::regulation::args::Policy;
use crate::cli::sealed::access::Access;
use crate::cli::sealed::args::{Keys, Open, Seal, Sync};
use crate::cli::sealed::dossier::Dossier;
use crate::cli::sealed::find::Find;
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
    /// Take a step in a case; without a step, list those that are possible now, what each requires and by when.
    #[command(visible_alias = "stap")]
    Step(Step),
    /// Record the acknowledgement of receipt.
    #[command(visible_alias = "bevestig")]
    Acknowledge(Shorthand),
    /// Record the extension of a term.
    #[command(visible_alias = "verleng")]
    Extend(Shorthand),
    /// Record that a party was heard.
    #[command(visible_alias = "hoor")]
    Hear(Shorthand),
    /// Record the decision on a complaint.
    #[command(visible_alias = "beoordeel")]
    Judge(Shorthand),
    /// Close a case.
    #[command(visible_alias = "sluit")]
    Close(Shorthand),
    /// Record the referral of the complainant to the external body.
    #[command(visible_alias = "verwijs")]
    Refer(Shorthand),
    /// Add to a case what came to light later: people, topics, facts, contents of the sealed part.
    #[command(visible_alias = "vul-aan")]
    Add(Add),
    /// Take back what was done last in a case, as long as it was not sent.
    #[command(visible_alias = "ongedaan")]
    Undo(Undo),
    /// Show a case: its history, its status and how each deadline was calculated.
    #[command(visible_alias = "toon")]
    Show(Show),
    /// Write a letter to the complainant, or list the letters that can be written now.
    #[command(visible_alias = "brief")]
    Letter(Letter),
    /// Create cases from e-mails, a table or issue forms.
    #[command(visible_alias = "invoer")]
    Import(Box<Import>),
    /// Destroy a case whose retention period is over; its id and an anonymous tally row remain.
    #[command(visible_alias = "vernietig")]
    Destroy(Destroy),
    /// Make, share, renew and retire the keys by which people read what is sealed.
    #[command(visible_alias = "sleutels", subcommand_required = true, arg_required_else_help = true)]
    Keys {
        /// What to do.
        #[command(subcommand)]
        action: Keys,
    },
    /// Seal words or a file for a case.
    #[command(visible_alias = "verzegel")]
    Seal(Seal),
    /// Show what is sealed of a case.
    #[command(visible_alias = "lees")]
    Open(Open),
    /// Find cases by a name, an address or a number that is sealed.
    #[command(visible_alias = "zoek")]
    Find(Find),
    /// Show who can read a case, or what somebody can read.
    #[command(visible_alias = "toegang")]
    Access(Access),
    /// Show everything that is held of a case, as one document: for a person, without telling who others are, or for an external body.
    Dossier(Dossier),
    /// Exchange what is sealed with the server.
    #[command(visible_alias = "wissel-uit")]
    Sync(Sync),
    /// Check cases, regulations and history.
    #[command(visible_alias = "controleer")]
    Check(Check),
    /// List the cases in this register.
    #[command(visible_alias = "lijst")]
    List(List),
    /// List what is due or overdue, and for whom.
    #[command(visible_alias = "termijnen")]
    Due(Due),
    /// Export anonymised rows for your own analysis.
    #[command(visible_alias = "uitvoer")]
    Export(Export),
    /// Explain a rule.
    #[command(visible_alias = "uitleg")]
    Explain(Explain),
    /// Begin or check a regulation, see what enforces each sentence, or try out a draft.
    #[command(visible_alias = "regeling", subcommand_required = true, arg_required_else_help = true)]
    Policy {
        /// What to do.
        #[command(subcommand)]
        action: Policy,
    },
    /// Build the public site.
    #[command(visible_alias = "bouw")]
    Build(Build),
    /// Preview the site on this machine while you work on it.
    #[command(visible_alias = "bekijk")]
    Serve(Serve),
    /// Show the protected annual figures, as frozen.
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
    /// Let the history begin anew, once a year.
    #[command(visible_alias = "geschiedenis", subcommand_required = true, arg_required_else_help = true)]
    History {
        /// What to do.
        #[command(subcommand)]
        action: History,
    },
    /// Resolve a case that git could not merge, by log entry and by key.
    #[command(visible_alias = "voegsamen")]
    Resolve(Resolve),
    /// Merge three versions of a case (run by git).
    MergeDriver(MergeDriver),
    /// Set up a new register (five questions).
    #[command(visible_alias = "begin")]
    Init(Box<Init>),
    /// Check that everything around the register is set up correctly.
    #[command(visible_alias = "onderzoek")]
    Doctor(Doctor),
    /// Print the script with which your shell completes commands, case ids, steps and more.
    #[command(visible_alias = "aanvulling")]
    Completions(Completions),
    /// Show the manual, or write all its pages to a folder.
    #[command(visible_alias = "handleiding")]
    Man(Man),
    /// Print the JSON Schema of a kind of file, for editors.
    Schema(Schema),
    /// Run the language server: findings, completion and next steps while you type.
    #[command(visible_alias = "taalserver")]
    Lsp,
}
