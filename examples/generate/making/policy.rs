//! The policy of this repository, and its files as they are.

use std::fs;

use klacht::calendar::parse_date;
use klacht::regulation::{Policy, Precedence, RegulationHistory, UnreadText, Version, read_people, read_regulation};

use super::{Fault, home};

/// Every file under `policy/`: its path in the register and its bytes, sorted by path.
pub fn files() -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let root = home();
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(root.join("policy")).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&root)?.to_string_lossy().into_owned();
            found.push((path, fs::read(entry.path())?));
        }
    }
    found.sort();
    Ok(found)
}

/// The policy, ready for judging cases by.
pub fn read() -> Result<Policy, Fault> {
    let mut policy = Policy::default();
    for (path, bytes) in files()? {
        let source = String::from_utf8(bytes)?;
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [_, id, "people.yaml"] => {
                let people = read_people(&source).value.ok_or_else(|| format!("{path}: cannot be read"))?;
                policy.histories.entry((*id).to_owned()).or_default().people = people;
            }
            [_, id, folder, "regulation.yaml"] => {
                let history: &mut RegulationHistory = policy.histories.entry((*id).to_owned()).or_default();
                let day = parse_date(folder).map_err(|_| format!("{path}: not a date"))?;
                history.versions.insert(day, version(id, &path, source)?);
            }
            _ => {}
        }
    }
    Ok(policy)
}

fn version(id: &str, path: &str, source: String) -> Result<Version, Fault> {
    let read = read_regulation(&source);
    let regulation = read.value.ok_or_else(|| format!("{path}: cannot be read"))?;
    let tree = read.tree.ok_or_else(|| format!("{path}: is no YAML"))?;
    let precedence = Precedence::of(&regulation);
    let (id, path) = (id.to_owned(), path.to_owned());
    Ok(Version { english: None, id, path, source, regulation, tree, text: UnreadText::default(), precedence })
}
