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
    /// Check the message of a commit that is being made (run by git).
    CommitMsg(Message),
    /// On a server: set a branch to a history from which personal data were taken out, and let go of the old one.
    Except(Except),
    /// On a server, every night: let go of what was destroyed, and look whether it is gone.
    Tidy(Tidy),
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

/// `hook tidy`.
#[derive(Debug, Args)]
pub struct Tidy {
    /// Also let go of what came in during the last hour; only while nobody can push.
    #[arg(id = "tidy_now", long = "now")]
    pub now: bool,
    /// The repository with the branch, where this one holds only what is sealed (vault.remote).
    #[arg(id = "tidy_of", long = "register", value_name = "DIR")]
    pub register: Option<PathBuf>,
}

/// `hook except`.
#[derive(Debug, Args)]
pub struct Except {
    /// The commit on which the branch stands: its whole id, or the name of the branch.
    #[arg(long, value_name = "OLD")]
    pub from: String,
    /// The commit that takes its place.
    #[arg(id = "takes_place", long = "to", value_name = "NEW")]
    pub to: String,
    /// The keeper who asks for it, as REGULATION/KEY.
    #[arg(id = "keeper", long = "by", value_name = "KEY")]
    pub by: String,
    /// Why, without names.
    #[arg(id = "why_except", long = "reason", value_name = "TEXT")]
    pub reason: String,
}

/// `hook commit-msg`.
#[derive(Debug, Args)]
pub struct Message {
    /// The file with the message.
    #[arg(id = "message_file", value_name = "FILE")]
    pub file: PathBuf,
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
