//! Which keys this desk has seen: somebody who slips another one under the name of a colleague would read what is sealed from then
//! on. The gate refuses that where there is one (G762); a desk asks by itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::atomic_file;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::Workspace;
use crate::regulation::SealKey;
use crate::vault::VaultError;

/// The file, in git's own folder: a line for each key, with its regulation, its name and its recipient.
const SEEN: &str = "klacht/recipients";

/// Keys by regulation and name.
type Keys = BTreeMap<(String, String), String>;

/// Refuses when a key in `people.yaml` is another than this desk saw under that name; remembers the new ones.
pub(crate) fn trusted(workspace: &Workspace) -> Result<(), CaseworkError> {
    let Some(path) = place(workspace) else { return Ok(()) };
    let (mut seen, now) = (read(&path), keys(workspace));
    if let Some(((_, id), _)) = now.iter().find(|(name, key)| seen.get(*name).is_some_and(|was| was != *key)) {
        return Err(VaultError::OtherKey(id.clone()).into());
    }
    let before = seen.len();
    seen.extend(now);
    if seen.len() > before { write(&path, &seen) } else { Ok(()) }
}

/// Takes the key of this name for the right one from now on, after somebody asked whose it is. Whether it was another.
pub(crate) fn trust(workspace: &Workspace, id: &str) -> Result<bool, CaseworkError> {
    let Some(path) = place(workspace) else { return Ok(false) };
    let mut seen = read(&path);
    let of_name = keys(workspace).into_iter().filter(|((_, name), _)| name == id);
    let mut other = false;
    for (name, key) in of_name {
        other |= seen.insert(name, key.clone()).is_some_and(|was| was != key);
    }
    write(&path, &seen)?;
    Ok(other)
}

fn place(workspace: &Workspace) -> Option<PathBuf> {
    workspace.register.common_dir().map(|dir| dir.join(SEEN))
}

fn keys(workspace: &Workspace) -> Keys {
    let each = |(regulation, key): (&String, &SealKey)| ((regulation.clone(), key.id.clone()), key.recipient.clone());
    let histories = workspace.context.policy.histories.iter();
    let all = histories.flat_map(|(regulation, history)| {
        history.people.seal.iter().chain(&history.people.recovery).map(move |key| (regulation, key))
    });
    all.map(each).collect()
}

fn read(path: &Path) -> Keys {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = |line: &str| {
        let mut words = line.split(' ');
        Some(((words.next()?.to_owned(), words.next()?.to_owned()), words.next()?.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

fn write(path: &Path, keys: &Keys) -> Result<(), CaseworkError> {
    let line = |text: String, ((regulation, id), key): (&(String, String), &String)| {
        text + regulation + " " + id + " " + key + "\n"
    };
    let text = keys.iter().fold(String::new(), line);
    atomic_file::put(path, text.as_bytes()).map_err(|error| CaseworkError::write(path, &error))
}
