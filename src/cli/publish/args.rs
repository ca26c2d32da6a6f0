//! The arguments of the verbs that make what the public may see: the site and the figures.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::values::{failing_severity, finding_format, one_of};
use crate::diagnostics::{FailOn, Format};

/// `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// The folder to write; without it `public` in the root of the register.
    #[arg(short, long, value_name = "DIR", env = "KLACHT_OUTPUT")]
    pub output: Option<PathBuf>,
    /// Where the site will stand, as in `https://klachten.example/`.
    #[arg(long, value_name = "URL", env = "KLACHT_BASE_URL")]
    pub base_url: Option<String>,
    /// How to print what is found.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT", value_parser = finding_format())]
    pub format: Format,
    /// From which severity on to fail.
    #[arg(long, value_name = "SEVERITY", default_value = "error", env = "KLACHT_FAIL_ON", value_parser = failing_severity())]
    pub fail_on: FailOn,
}

/// `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The port on 127.0.0.1; 0 for any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000, env = "KLACHT_PORT")]
    pub port: u16,
}

/// `stats`.
#[derive(Debug, Args)]
pub struct Stats {
    /// The regulation; all of them when absent.
    #[arg(value_name = "REGULATION")]
    pub of: Option<String>,
    /// The year; the last closed one when absent.
    pub year: Option<i32>,
    /// How to print.
    #[arg(long, default_value = "text", value_parser = one_of::<Shape>())]
    pub format: Shape,
    /// Explain one count, named table/row/column, such as `topic-outcome/waiting/upheld`.
    #[arg(long, value_name = "CELL", requires = "of")]
    pub explain: Option<String>,
}

/// How figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// Tables for reading.
    Text,
    /// One line per count.
    Csv,
    /// The frozen figures as they are.
    Json,
}

/// `year …`.
#[derive(Debug, Subcommand)]
pub enum YearAction {
    /// Count, protect and freeze the figures of a year that is over.
    #[command(visible_alias = "sluit")]
    Close(CloseYear),
}

/// `year close`.
#[derive(Debug, Args)]
pub struct CloseYear {
    /// The regulation.
    #[arg(id = "closing_regulation", value_name = "REGULATION")]
    pub regulation: String,
    /// The year.
    #[arg(id = "closing_year", value_name = "YEAR")]
    pub year: i32,
    /// Publish a revision of a year that is closed already.
    #[arg(long)]
    pub correct: bool,
    /// Show the figures and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// Compare the lessons for the public with the confidential parts in this folder.
    #[arg(id = "compared_confidential", long = "confidential", value_name = "DIR")]
    pub confidential: Option<PathBuf>,
}
