//! The arguments of the verbs that make what the public may see: the site and the figures.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::values::{failing_severity, finding_format, one_of};
use crate::diagnostics::{FailOn, Format};

/// `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// The folder to write to; `public` in the root of the register if omitted.
    #[arg(short, long, value_name = "DIR", env = "KLACHT_OUTPUT")]
    pub output: Option<PathBuf>,
    /// The address of the published site, such as `https://klachten.example/`.
    #[arg(long, value_name = "URL", env = "KLACHT_BASE_URL")]
    pub base_url: Option<String>,
    /// Output format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT", value_parser = finding_format())]
    pub format: Format,
    /// Lowest severity that counts as failure.
    #[arg(long, value_name = "SEVERITY", default_value = "error", env = "KLACHT_FAIL_ON", value_parser = failing_severity())]
    pub fail_on: FailOn,
}

/// `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The port on 127.0.0.1; 0 for any free port.
    #[arg(long, value_name = "PORT", default_value_t = 8000, env = "KLACHT_PORT")]
    pub port: u16,
}

/// `stats`.
#[derive(Debug, Args)]
pub struct Stats {
    /// The regulation; all of them if omitted.
    #[arg(value_name = "REGULATION")]
    pub of: Option<String>,
    /// The year; the last closed year if omitted.
    pub year: Option<i32>,
    /// Output format.
    #[arg(long, default_value = "text", value_parser = one_of::<Shape>())]
    pub format: Shape,
    /// Explain one figure, named as table/row/column, such as `topic-outcome/waiting/upheld`.
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
    /// Publish a revision of a year that is already closed.
    #[arg(long)]
    pub correct: bool,
    /// Show the figures; write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask for confirmation.
    #[arg(long)]
    pub yes: bool,
    /// Check the published lessons against the confidential parts in this folder.
    #[arg(id = "compared_confidential", long = "confidential", value_name = "DIR")]
    pub confidential: Option<PathBuf>,
}
