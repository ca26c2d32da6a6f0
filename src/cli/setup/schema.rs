//! `klacht schema`.

use crate::cli::output::{Failure, Output};
use crate::cli::setup::args::Schema;

/// Runs it; the exit code.
pub fn run(args: &Schema, out: &Output) -> Result<u8, Failure> {
    out.print(&args.document.text(out.lang))?;
    Ok(0)
}
