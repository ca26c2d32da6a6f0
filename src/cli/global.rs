//! The flags that every verb has.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::calendar::{DateError, parse_date};
use crate::cli::values::one_of;

/// What holds for every verb.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Work as if started in this folder.
    #[arg(short = 'C', value_name = "DIR", global = true, display_order = 900, env = "KLACHT_DIR")]
    pub dir: Option<PathBuf>,
    /// The date to judge by; commits are judged by their own dates.
    #[arg(long, value_name = "DATE", global = true, display_order = 900, env = "KLACHT_TODAY", value_parser = day)]
    pub today: Option<NaiveDate>,
    /// Language of the output.
    #[arg(long, value_name = "nl|en", global = true, display_order = 900, env = "KLACHT_LANG", value_parser = ["nl", "en"])]
    pub lang: Option<String>,
    /// When to use colour.
    #[arg(long, default_value = "auto", global = true, display_order = 900, env = "KLACHT_COLOR", value_parser = one_of::<Color>())]
    pub color: Color,
    /// Print findings only.
    #[arg(short, long, global = true, display_order = 900, env = "KLACHT_QUIET")]
    pub quiet: bool,
    /// Print more.
    #[arg(short, long, global = true, display_order = 900, env = "KLACHT_VERBOSE")]
    pub verbose: bool,
    /// Never prompt.
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

impl Color {
    /// Whether colour is wanted, by the flag and the conventions of `NO_COLOR` and `TERM`.
    #[must_use]
    pub fn wanted(self, terminal: bool, env: &dyn Fn(&str) -> Option<String>) -> bool {
        let refused = env("NO_COLOR").is_some_and(|v| !v.is_empty()) || env("TERM").as_deref() == Some("dumb");
        let forced = env("CLICOLOR_FORCE").is_some_and(|v| v != "0") || env("FORCE_COLOR").is_some_and(|v| v != "0");
        match self {
            Self::Never => false,
            _ if refused => false,
            Self::Always => true,
            Self::Auto => terminal || forced,
        }
    }
}
