//! The merge driver made known to git: in the repository's own settings, and in `.gitattributes` where that is safe.

use std::fs;
use std::path::Path;

use crate::cli::output::{Failure, Output};
use crate::cli::put::put;
use crate::diagnostics::{Text, text};
use crate::merging::{ATTRIBUTES, merges_of};
use crate::register::Register;

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
pub fn register_driver(register: &Register, program: &str, out: &Output) -> Result<(), Failure> {
    let program = program.replace('\'', r"'\''");
    register.set("merge.klacht.driver", &format!("'{program}' merge-driver %O %A %B %P"))?;
    // A name without a driver makes git refuse every merge, so the driver comes first.
    register.set("merge.klacht.name", "klacht: by log entry, by row and by key")?;
    let Some(root) = register.root() else { return Ok(()) };
    for (ending, line) in ATTRIBUTES {
        let said = said(attribute(&root.join(".gitattributes"), ending, line), line);
        out.note(said.in_(out.lang));
    }
    Ok(())
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

fn attribute(path: &Path, ending: &str, line: &str) -> Done {
    let text = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Ok(about) if about.is_file() => match fs::read_to_string(path) {
            Ok(text) => text,
            Err(_) => return Done::Unsafe,
        },
        _ => return Done::Unsafe,
    };
    if text.lines().any(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>")) {
        return Done::Unsafe;
    }
    let mut named = merges_of(ending, &text);
    if let Some(last) = named.pop() {
        return if last == "klacht" { Done::Already } else { Done::Another };
    }
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
    let text = format!("{text}{gap}{line}{eol}");
    if put(path, text.as_bytes()).is_ok() { Done::Written } else { Done::Unsafe }
}
