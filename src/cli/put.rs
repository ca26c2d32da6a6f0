//! A file that somebody asked for, put in its place whole: written beside and then renamed, so that whoever reads sees the old
//! file or the new one, and a program that was killed leaves no half.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::output::Failure;
use crate::atomic_file;
use crate::diagnostics::text;

/// Puts `bytes` in the place of `path`, whatever stood there. A link stays a link; what is no file, such as a pipe, is
/// written to as it is.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            let target = path.canonicalize()?;
            let mode = about.permissions();
            let mut file = begun(folder(&target))?;
            file.as_file().set_permissions(mode)?;
            whole(&mut file, bytes)?;
            file.persist(&target).map(drop).map_err(|error| error.error)
        }
        Ok(_) => fs::OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(_) => put_new(path, bytes),
    }
}

/// Puts `bytes` at `path` where nothing stands yet.
///
/// # Errors
///
/// `AlreadyExists` when something does.
pub fn put_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = begun(folder(path))?;
    whole(&mut file, bytes)?;
    file.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// Puts `bytes` in the place of `path`, if nothing stands there or something that the program itself wrote earlier: what is
/// written every night is written over, and nobody's own file is.
pub fn put_over_own(path: &Path, bytes: &[u8], own: impl Fn(&[u8]) -> bool) -> Result<(), Failure> {
    let there = fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() > 0);
    if there && !fs::read(path).is_ok_and(|present| own(&present)) {
        let shown = path.display();
        return Err(Failure::Usage(
            text!(
                "{shown} is er al, en is niet door deze opdracht gemaakt",
                "{shown} already exists, and was not made by this command"
            ),
            text!(
                "kies een andere naam, of haal dat bestand eerst weg",
                "choose another name, or remove that file first"
            ),
        ));
    }
    put(path, bytes).map_err(|error| unwritten(path, &error))
}

/// Says that a file that was asked for could not be written.
pub fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let (shown, kind) = (path.display(), error.kind());
    Failure::File(
        text!("kan {shown} niet schrijven: {kind}", "cannot write {shown}: {kind}"),
        text!("bestaat de map, en mag u daar schrijven?", "does the folder exist, and may you write to it?"),
    )
}

/// Begins the file, in a folder of which what was left by a program that was killed is removed first.
fn begun(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    atomic_file::sweep_files(folder);
    atomic_file::shared(folder)
}

fn whole(file: &mut tempfile::NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.as_file().sync_all()
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
#[path = "../../tests/unit/cli/put.rs"]
mod tests;
