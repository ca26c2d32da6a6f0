//! The arguments of `klacht hook`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `hook …`.
#[derive(Debug, Subcommand)]
pub enum Hook {
    /// Install the hooks.
    #[command(visible_alias = "plaats")]
    Install(Install),
    /// Check what is about to be committed (run by git).
    PreCommit,
    /// Check whether a commit may follow the last one (run by git).
    PrepareCommitMsg(Preparing),
    /// Check a push (run by git on the server).
    PreReceive,
}

/// `hook install`.
#[derive(Debug, Args)]
pub struct Install {
    /// On a server: install the hook that checks pushes, and the settings that refuse what no hook sees.
    #[arg(long)]
    pub server: bool,
    /// Replace a hook that is already there (the old one is kept).
    #[arg(long)]
    pub replace: bool,
}

/// `hook prepare-commit-msg`.
#[derive(Debug, Args)]
pub struct Preparing {
    /// The file with the message.
    #[arg(id = "message_file", value_name = "FILE")]
    pub file: PathBuf,
    /// Where the message comes from.
    #[arg(id = "message_source", value_name = "KIND")]
    pub source: Option<String>,
    /// The commit whose message it is.
    #[arg(id = "message_commit", value_name = "COMMIT")]
    pub commit: Option<String>,
}
