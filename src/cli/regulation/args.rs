//! Arguments of the verbs that weigh a draft.

use clap::{Args, Subcommand};

use crate::cli::values::{Answer, finding_format, one_of};
use crate::diagnostics::Format;

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
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT", value_parser = finding_format())]
    pub format: Format,
}

/// `policy diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// What was: `regulation/valid-from`, the folder of a draft, or one regulation for its last two versions.
    #[arg(id = "diff_old", value_name = "A")]
    pub old: String,
    /// What becomes of it: `regulation/valid-from` or the folder of a draft.
    #[arg(id = "diff_new", value_name = "B")]
    pub new: Option<String>,
    /// How to print.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}

/// `policy simulate`.
#[derive(Debug, Args)]
pub struct Simulate {
    /// The folder of the draft, or `regulation/valid-from`.
    pub draft: String,
    /// The year whose cases are tried; the last full one when absent.
    #[arg(id = "trial_year", long = "year", value_name = "YEAR")]
    pub year: Option<i32>,
    /// The regulation, when the folder does not show it.
    #[arg(id = "draft_of", long = "regulation", value_name = "REGULATION")]
    pub of: Option<String>,
    /// Tell of each case, by its id.
    #[arg(long)]
    pub with_ids: bool,
    /// How to print.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}
