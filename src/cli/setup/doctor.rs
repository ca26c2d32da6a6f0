//! `klacht doctor`.

use std::path::PathBuf;

use crate::cli::find_register::{author, register_or_folder};
use crate::cli::git::install::MARK;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::put_over_own;
use crate::cli::sealed::hands::keyring;
use crate::cli::setup::args::Doctor;
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};
use crate::doctor::{Circumstances, Grade, Sign, bundle, examine, is_bundle};

/// Runs it: 1 when there is a fault.
pub fn run(args: &Doctor, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let register = register_or_folder(global)?;
    let email = if register.git_dir().is_some() { author(&register, world)? } else { None };
    let confidential = (world.env)("KLACHT_CONFIDENTIAL").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let keys = keyring(world).ok().map(|keyring| keyring.dir().to_path_buf());
    let about = Circumstances { clock: world.clock, asked: global.today, email, confidential, keys, mark: MARK };
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
    let help = if lang == Lang::Nl { "doe dit" } else { "fix" };
    let line = |sign: &Sign| {
        let word = sign.grade.word(lang);
        let remedy = sign.remedy.as_ref().map(|remedy| format!("         {help}: {}\n", remedy.in_(lang)));
        format!("{word:<8} {}\n{}", sign.said.in_(lang), remedy.unwrap_or_default())
    };
    signs.iter().map(line).collect()
}
