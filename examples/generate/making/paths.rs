//! The paths that cases follow: legal cases made by hand.

use std::fs;

use klacht::case::Case;

use super::{Fault, home};

/// One hand-made case.
pub struct BasePath {
    /// The regulation it stands under.
    pub regulation: String,
    /// Its file's name, without `.md`.
    pub name: String,
    /// The case.
    pub case: Case,
}

/// Where hand-made cases stand: those of the requirements, and those that only the generator needs.
const FOLDERS: [&str; 2] = ["tests/requirements/base", "examples/generate/paths"];

/// Cases of the requirements that show what concerns several: no case that comes every day is like them, and some regulations hold
/// more than the ones before them.
const RARE: &str = "several";

/// Every path, sorted by regulation and name. Stubs of destroyed cases are not paths.
pub fn read() -> Result<Vec<BasePath>, Fault> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        for entry in walkdir::WalkDir::new(home().join(folder)).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if path.extension().is_none_or(|e| e != "md") || path.file_stem().is_some_and(|name| name == RARE) {
                continue;
            }
            let word = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
            let regulation = word(path.parent().and_then(|p| p.file_name()));
            let name = word(path.file_stem());
            let (case, _, _) = klacht::case::read(&fs::read_to_string(path)?);
            let case = case.ok_or_else(|| format!("{regulation}/{name}: cannot be read"))?;
            if case.destroyed.is_none() {
                found.push(BasePath { regulation, name, case });
            }
        }
    }
    found.sort_by(|a, b| (&a.regulation, &a.name).cmp(&(&b.regulation, &b.name)));
    Ok(found)
}
