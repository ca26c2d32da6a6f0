//! `klacht lsp` (taalserver): what `check`, `step` and `show` know, in an editor.

use std::io::{BufReader, stdin, stdout};

use crate::cli::find_register::author;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::lsp::{Setting, serve};

/// Runs it until the editor leaves; the exit code.
pub fn run(global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let address = |register: &crate::register::Register| author(register, world).ok().flatten();
    let setting = Setting { lang: out.lang, asked: global.today, today: world.now, author: &address };
    // Nothing else may print: standard output belongs to the editor.
    Ok(serve(BufReader::new(stdin()), &mut stdout().lock(), &setting)?)
}
