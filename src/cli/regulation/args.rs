//! Arguments of the verbs that weigh a draft.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::calendar::SpokenDay;
use crate::cli::regulation::new::NewRegulation;
use crate::cli::values::{Answer, finding_format, one_of};
use crate::diagnostics::Format;

/// `policy …`.
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Check regulations, or a draft in a folder: data, text, and the workflow as a model.
    #[command(visible_alias = "controleer")]
    Check(PolicyArgs),
    /// Begin a regulation in this register, from a template.
    #[command(visible_alias = "nieuw")]
    New(Box<NewRegulation>),
    /// Print the beginning of a regulation.yaml for a text: a stub for each sentence with a term, a duty or a role.
    #[command(visible_alias = "opzet")]
    Skeleton(Skeleton),
    /// Show what enforces each sentence of the text.
    #[command(visible_alias = "dekking")]
    Coverage(PolicyArgs),
    /// Show what changes from one version to another, or to a draft, in plain words.
    #[command(visible_alias = "verschil")]
    Diff(Diff),
    /// Walk the shortest way to each end of a regulation or draft, with dates; writes nothing.
    #[command(visible_alias = "doorloop")]
    Walk(Walk),
    /// Apply a draft to the cases of a year; writes nothing.
    #[command(visible_alias = "proef")]
    Simulate(Simulate),
}

/// Which regulation.
#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// The regulation, or `regulation/valid-from`; with `check` also the folder of a draft. All of them if omitted.
    pub regulation: Option<String>,
    /// Output format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT", value_parser = finding_format())]
    pub format: Format,
}

/// `policy skeleton`.
#[derive(Debug, Args)]
pub struct Skeleton {
    /// The text of the regulation, in Markdown.
    #[arg(id = "policy_text", value_name = "TEXT")]
    pub text: PathBuf,
}

/// `policy walk`.
#[derive(Debug, Args)]
pub struct Walk {
    /// The folder of the draft, or `regulation/valid-from`.
    pub draft: String,
    /// The date of receipt; today if omitted.
    #[arg(id = "walk_from", long = "from", value_name = "DATE", value_parser = SpokenDay::read)]
    pub from: Option<SpokenDay>,
    /// Output format.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}

/// `policy diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The old version: `regulation/valid-from`, the folder of a draft, or a regulation to compare its last two versions.
    #[arg(id = "diff_old", value_name = "A")]
    pub old: String,
    /// The new version: `regulation/valid-from` or the folder of a draft.
    #[arg(id = "diff_new", value_name = "B")]
    pub new: Option<String>,
    /// Output format.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}

/// `policy simulate`.
#[derive(Debug, Args)]
pub struct Simulate {
    /// The folder of the draft, or `regulation/valid-from`.
    pub draft: String,
    /// The year whose cases are used; the last full year if omitted.
    #[arg(id = "trial_year", long = "year", value_name = "YEAR")]
    pub year: Option<i32>,
    /// The regulation, if the folder does not show which.
    #[arg(id = "draft_of", long = "regulation", value_name = "REGULATION")]
    pub of: Option<String>,
    /// Report on each case, by its id.
    #[arg(long)]
    pub with_ids: bool,
    /// Output format.
    #[arg(long, default_value = "text", value_parser = one_of::<Answer>())]
    pub format: Answer,
}
