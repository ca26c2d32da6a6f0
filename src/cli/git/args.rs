//! The arguments of `klacht hook`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
