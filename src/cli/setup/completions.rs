//! `klacht completions`: the script by which a shell asks what may come next.

use std::ffi::OsString;
use std::path::Path;

use clap::ValueEnum;

use crate::cli::complete::script;
use crate::cli::output::{Failure, Output};
use crate::cli::setup::args::Completions;

/// Runs it; the exit code. The script calls the program as it was called now.
pub fn run(args: &Completions, program: Option<&OsString>, out: &Output) -> Result<u8, Failure> {
    let called = program.map_or(Path::new("klacht"), Path::new);
    // A name is looked up on the path each time; a place must hold from every folder.
    let program = if called.components().count() > 1 { std::path::absolute(called)? } else { called.to_path_buf() };
    let shell = args.shell.to_possible_value();
    let name = shell.as_ref().map_or("", |shell| shell.get_name());
    let text = script(name, &program.to_string_lossy()).unwrap_or_default();
    out.print(&String::from_utf8_lossy(&text))?;
    Ok(0)
}
