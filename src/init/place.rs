//! What is there already, and putting down what is not. Of what exists no byte is ever changed; only what git must not see is
//! added below a `.gitignore` that does not name it, since nothing else would keep it out of history.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::files::Draft;
use crate::atomic_file;

/// The file that says what git passes over.
const IGNORED: &str = ".gitignore";

/// What stands where a file would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// The very same.
    Same,
    /// Another text.
    Other(String),
    /// Another text, which lacks these lines, that must stand in it.
    Lacking(String, String),
    /// Something that is no text file: a folder, a link, bytes.
    Strange,
}

/// A file with what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The file.
    pub draft: Draft,
    /// What is there.
    pub found: Found,
}

/// Compares the files with what is below `root`, which need not exist.
#[must_use]
pub fn plan(root: &Path, drafts: Vec<Draft>) -> Vec<Planned> {
    let found = |draft: &Draft| {
        let path = root.join(&draft.path);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
            Ok(about) if about.is_file() => match fs::read_to_string(&path) {
                Ok(text) if text == draft.text => Found::Same,
                Ok(text) if draft.path == IGNORED => lacking(text, &draft.text),
                Ok(text) => Found::Other(text),
                Err(_) => Found::Strange,
            },
            _ => Found::Strange,
        }
    };
    drafts.into_iter().map(|draft| Planned { found: found(&draft), draft }).collect()
}

/// What a `.gitignore` lacks of ours, as it would be added at its end, in its own line ends; one that lacks nothing is well.
fn lacking(text: String, wanted: &str) -> Found {
    let rules: Vec<&str> = text.lines().map(str::trim_end).collect();
    let ours = wanted.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let missing: Vec<&str> = ours.filter(|line| !rules.contains(line)).collect();
    if missing.is_empty() {
        return Found::Other(text);
    }
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
    let mark = wanted.lines().take(1);
    let added: String = mark.chain(missing).flat_map(|line| [line, eol]).collect();
    Found::Lacking(text, format!("{gap}{added}"))
}

/// Adds lines at the end of a file; whatever it holds stays, byte for byte.
pub fn append(root: &Path, draft: &Draft, lines: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().append(true).open(root.join(&draft.path))?;
    file.write_all(lines.as_bytes())?;
    file.sync_all()
}

/// Whether a register is there that was not made from answers: one that has a regulation.
#[must_use]
pub fn held(root: &Path) -> bool {
    fs::read_dir(root.join("policy")).is_ok_and(|mut entries| entries.next().is_some())
}

/// Puts a file in its place: written in `root`, then given its name. Says whether it did; a file that came to stand there
/// meanwhile stays.
pub fn put(root: &Path, draft: &Draft) -> io::Result<bool> {
    let target = root.join(&draft.path);
    folders(root, &draft.path)?;
    let mut file = atomic_file::shared(root)?;
    file.write_all(draft.text.as_bytes())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(&target) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

/// Makes the folders above a file. One that is a link would lead out of the register.
fn folders(root: &Path, path: &str) -> io::Result<()> {
    let mut folder = root.to_path_buf();
    let Some((above, _)) = path.rsplit_once('/') else { return Ok(()) };
    for part in above.split('/') {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(about) if about.is_dir() => {}
            Ok(_) => return Err(io::Error::from(io::ErrorKind::NotADirectory)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir(&folder)?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
