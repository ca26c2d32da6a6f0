//! A new case beside those that are there: one with the very same answers may be the same complaint, opened twice.

use crate::case::CaseId;
use crate::casework::new_case::written_case::NewCase;
use crate::casework::open_case::workspace::Workspace;
use crate::paths::case_name;
use crate::register::{Content, Snapshot};

/// The cases that say what a new one says, all of it, and in which nothing was done since, in the order of their paths. `text`
/// is the new case's. Looks in the folder of its month only; what cannot be read there is left to `check`.
#[must_use]
pub fn duplicates(workspace: &Workspace, case: &NewCase, text: &str) -> Vec<CaseId> {
    let path = case.path();
    let Some((folder, _)) = path.rsplit_once('/') else { return Vec::new() };
    let files = workspace.files.list(folder).unwrap_or_default().files;
    let ids = files.iter().filter_map(|file| Some((file, case_name(&file.path)?)));
    let same = ids.filter_map(|(file, name)| {
        let id: CaseId = name.parse().ok().filter(|id| *id != case.id)?;
        // An id comes from chance: in the text it stands where it belongs, and nowhere else.
        let expected = text.replace(&case.id.to_string(), name);
        let found = workspace.files.read(&file.path).ok()??;
        (found == Content::Bytes(expected.into_bytes())).then_some(id)
    });
    same.collect()
}
