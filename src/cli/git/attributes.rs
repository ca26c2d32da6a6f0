//! The merge driver made known to git: in the repository's own settings, and in `.gitattributes` where that is safe.

use std::fs;
use std::path::Path;

use crate::cli::output::{Failure, Output};
use crate::cli::put::put;
use crate::context::Context;
use crate::diagnostics::{Text, text};
use crate::merging::{ATTRIBUTES, merges_of};
use crate::register::Register;

/// Git's own file of attributes, which is of one desk.
const OWN: &str = "info/attributes";

/// What became of `.gitattributes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Written,
    Already,
    /// Another driver is named for cases; that is somebody's choice.
    Another,
    /// It is a link, not text, or in the middle of a merge.
    Unsafe,
}

/// Registers the driver, and says what was done and what was left alone.
pub fn register_driver(register: &Register, program: &str, author: Option<&str>, out: &Output) -> Result<(), Failure> {
    let program = program.replace('\'', r"'\''");
    register.set("merge.klacht.driver", &format!("'{program}' merge-driver %O %A %B %P"))?;
    // A name without a driver makes git refuse every merge, so the driver comes first.
    register.set("merge.klacht.name", "klacht: by log entry, by row and by key")?;
    let (Some(root), Some(git)) = (register.root(), register.common_dir()) else { return Ok(()) };
    let shared = keeps(register, author)?;
    for (ending, line) in ATTRIBUTES {
        let own = git.join(OWN);
        let said = match named(&root.join(".gitattributes"), ending) {
            Ok((_, None)) if !shared => own_said(attribute(&own, named(&own, ending), line), line),
            found => said(attribute(&root.join(".gitattributes"), found, line), line),
        };
        out.note(said.in_(out.lang));
    }
    Ok(())
}

/// Whether who is at this desk may change what the whole register goes by. Where it names nobody, or does not stand yet, it is
/// whoever asks.
fn keeps(register: &Register, author: Option<&str>) -> Result<bool, Failure> {
    let Some(head) = register.head()? else { return Ok(true) };
    let context = Context::read(&register.at_commit(head)?)?;
    let keepers = &context.settings.authority.keepers;
    let is = |keeper: &String| {
        let (regulation, key) = keeper.split_once('/')?;
        Some(context.policy.histories.get(regulation)?.people.by_git(author?)?.key == key)
    };
    Ok(keepers.is_empty() || keepers.iter().any(|keeper| is(keeper) == Some(true)))
}

fn own_said(done: Done, line: &str) -> Text {
    match done {
        Done::Written | Done::Already => text!(
            "`{value}` ✓ (voor deze map alleen; een beheerder zet het in .gitattributes)",
            "`{value}` ✓ (for this folder only; a keeper puts it in .gitattributes)",
            value = line
        ),
        other => said(other, line),
    }
}

fn said(done: Done, line: &str) -> Text {
    match done {
        Done::Written => text!(
            ".gitattributes: `{value}` ✓ (leg het vast met git)",
            ".gitattributes: `{value}` ✓ (commit it)",
            value = line
        ),
        Done::Already => text!(".gitattributes: `{value}` ✓", ".gitattributes: `{value}` ✓", value = line),
        Done::Another => text!(
            ".gitattributes noemt al een andere samenvoeging voor cases; vervang die zelf door `{value}`",
            ".gitattributes already names another merge driver for cases; replace it with `{value}`",
            value = line
        ),
        Done::Unsafe => text!(
            ".gitattributes is niet aangeraakt; zet er zelf `{value}` in",
            ".gitattributes was not changed; add `{value}` to it yourself",
            value = line
        ),
    }
}

/// What a file of attributes says, and which merge it names; nothing where it cannot be edited.
fn named(path: &Path, ending: &str) -> Result<(String, Option<String>), Done> {
    let text = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Ok(about) if about.is_file() => fs::read_to_string(path).map_err(|_| Done::Unsafe)?,
        _ => return Err(Done::Unsafe),
    };
    if text.lines().any(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>")) {
        return Err(Done::Unsafe);
    }
    let merge = merges_of(ending, &text).pop();
    Ok((text, merge))
}

fn attribute(path: &Path, found: Result<(String, Option<String>), Done>, line: &str) -> Done {
    let text = match found {
        Err(done) => return done,
        Ok((_, Some(merge))) => return if merge == "klacht" { Done::Already } else { Done::Another },
        Ok((text, None)) => text,
    };
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
    let text = format!("{text}{gap}{line}{eol}");
    let folder = path.parent().is_none_or(|folder| fs::create_dir_all(folder).is_ok());
    if folder && put(path, text.as_bytes()).is_ok() { Done::Written } else { Done::Unsafe }
}
