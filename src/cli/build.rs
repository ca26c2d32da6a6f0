//! `klacht build`.

use std::path::Path;

use super::World;
use super::args::{Build, Global};
use super::output::{Failure, Output};
use crate::check::Basis;
use crate::diagnostics::Text;
use crate::publish::{Asked, gather};
use crate::register::Register;

/// Runs it; the exit code.
pub fn run(args: &Build, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let register = match Register::open(dir) {
        Err(error) if error.is_no_repository() => Register::folder(dir)?,
        other => other?,
    };
    let files = register.work_tree()?;
    let basis = Basis::read(&files)?;
    let head = register.head()?;
    let on = global.today.or(basis.settings.stands_on).unwrap_or(world.clock);
    let asked = Asked { base_url: args.base_url.clone().unwrap_or_default(), on, work_tree: true };
    let input = gather(&register, &files, &basis, head, &asked)?;
    match crate::site::build(&input) {
        Ok(site) => {
            for (path, bytes) in &site.files {
                let to = args.output.join(path);
                let made = to.parent().map_or(Ok(()), std::fs::create_dir_all);
                made.and_then(|()| std::fs::write(&to, bytes)).map_err(Failure::Output)?;
            }
            out.note(&format!("{}", site.files.len()));
            Ok(0)
        }
        Err(faults) => {
            for fault in faults {
                out.print(&format!("{fault:?}\n"))?;
            }
            let _ = Text::new("", "");
            Ok(1)
        }
    }
}
