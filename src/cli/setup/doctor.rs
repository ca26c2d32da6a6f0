//! `klacht doctor`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::World;
use crate::cli::args::Global;
use crate::cli::git::install::MARK;
use crate::cli::output::{Failure, Output};
use crate::cli::publish::stats::open;
use crate::cli::put::put_over_own;
use crate::cli::register::check::author;
use crate::diagnostics::{Lang, text};
use crate::doctor::{Circumstances, Grade, Sign, bundle, examine, is_bundle};

/// `doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Also write what a helpdesk needs to this file: nothing about persons.
    #[arg(long, value_name = "FILE")]
    pub bundle: Option<PathBuf>,
}

/// Runs it: 1 when there is a fault.
pub fn run(args: &Doctor, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let register = open(global)?;
    let email = if register.git_dir().is_some() { author(&register, world)? } else { None };
    let confidential = (world.env)("KLACHT_CONFIDENTIAL").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let about = Circumstances { clock: world.clock, asked: global.today, email, confidential, mark: MARK };
    let signs = examine(&register, &about)?;
    out.print(&text(&signs, out.lang))?;
    if let Some(file) = &args.bundle {
        put_over_own(file, bundle(&register, &signs).as_bytes(), is_bundle)?;
        let name = file.display();
        let done = text!("Geschreven: {name}", "Written: {name}");
        out.note(done.in_(out.lang));
    }
    Ok(u8::from(signs.iter().any(|sign| sign.grade == Grade::Fault)))
}

fn text(signs: &[Sign], lang: Lang) -> String {
    let help = if lang == Lang::Nl { "doe dit" } else { "do this" };
    let line = |sign: &Sign| {
        let word = sign.grade.word(lang);
        let remedy = sign.remedy.as_ref().map(|remedy| format!("         {help}: {}\n", remedy.in_(lang)));
        format!("{word:<8} {}\n{}", sign.said.in_(lang), remedy.unwrap_or_default())
    };
    signs.iter().map(line).collect()
}
