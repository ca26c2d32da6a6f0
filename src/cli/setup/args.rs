//! The arguments of the verbs that set a register up, apart from the questions of `init`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use crate::cli::values::{among, one_of};
use crate::schema::Document;

/// `doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Also write what a help desk needs to this file, without personal data.
    #[arg(long, value_name = "FILE")]
    pub bundle: Option<PathBuf>,
}

/// `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// The kind of file.
    #[arg(value_name = "FILE", value_parser = among(&Document::ALL, Document::name))]
    pub document: Document,
}

/// `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL", value_parser = one_of::<Shell>())]
    pub shell: Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Write the pages of all commands to this folder, in both languages; if omitted, show the main page.
    #[arg(id = "pages_dir", long = "dir", value_name = "DIR")]
    pub dir: Option<PathBuf>,
}
