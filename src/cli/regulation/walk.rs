//! `klacht policy walk`.

use std::path::Path;

use crate::calendar::Toward;
use crate::casework::Workspace;
use crate::cli::context::said_day;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::regulation::args::Walk;
use crate::cli::regulation::compare::{json, today, warn};
use crate::cli::values::Answer;
use crate::cli::world::World;
use crate::draft::{draft_or_version, walk};

/// Runs it; the exit code.
pub fn run(args: &Walk, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let version = draft_or_version(&workspace, dir, &args.draft)?;
    let today = today(&workspace, global, world);
    let from = said_day(args.from, "--from", (today, Toward::Future), out)?.unwrap_or(today);
    let walked = walk(&version, from);
    match args.format {
        Answer::Text => out.print(&walked.words(out.lang))?,
        Answer::Json => out.print(&json(&walked)?)?,
    }
    warn(&workspace, dir, &[&version], global, out)?;
    Ok(0)
}
