//! Arguments of the verbs that weigh a draft.

use clap::{Args, ValueEnum};

/// How an answer for people or programs is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Answer {
    /// For reading.
    Text,
    /// For programs.
    Json,
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
    /// How to print: text or json.
    #[arg(long, value_enum, default_value_t = Answer::Text, hide_possible_values = true)]
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
    /// How to print: text or json.
    #[arg(long, value_enum, default_value_t = Answer::Text, hide_possible_values = true)]
    pub format: Answer,
}
