//! Makes registers: the bundled one, or large ones to measure with.
//!
//! ```text
//! cargo run --release --example generate -- bundled
//! cargo run --release --example generate -- history --cases 20000 | git fast-import
//! cargo run --release --example generate -- tree --cases 1000 /tmp/register
//! ```

mod making;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use making::{Fault, SEED, bundled, history, home, put, work_tree};

/// Makes registers of invented cases, the same for the same seed.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Writes `cases/` of this repository anew.
    Bundled,
    /// Writes a register as files.
    Tree {
        /// Where chance begins.
        #[arg(long, default_value_t = SEED)]
        seed: u64,
        /// How many cases.
        #[arg(long, default_value_t = 1_000)]
        cases: usize,
        /// The folder.
        dir: PathBuf,
    },
    /// Writes a stream for `git fast-import` to standard output.
    History {
        /// Where chance begins.
        #[arg(long, default_value_t = SEED)]
        seed: u64,
        /// How many cases.
        #[arg(long, default_value_t = 1_000)]
        cases: usize,
        /// Commits for each case.
        #[arg(long, default_value_t = 5)]
        commits: usize,
    },
}

fn main() -> Result<(), Fault> {
    match Arguments::parse().what {
        What::Bundled => {
            let files = bundled()?;
            let cases = home().join("cases");
            if cases.exists() {
                fs::remove_dir_all(cases)?;
            }
            for (path, text) in files {
                put(&home(), &path, text.as_bytes())?;
            }
        }
        What::Tree { seed, cases, dir } => work_tree(seed, cases, &dir)?,
        What::History { seed, cases, commits } => {
            let mut out = BufWriter::new(std::io::stdout().lock());
            history(seed, cases, commits, &mut out)?;
            out.flush()?;
        }
    }
    Ok(())
}
