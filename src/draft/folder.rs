//! The folder of a draft: where it stands, of which regulation it is, and what is wrong in it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::known::unknown;
use crate::casework::CaseworkError;
use crate::check::{JudgedDraft, judge_draft};
use crate::context::{Context, decode};
use crate::diagnostics::text;
use crate::register::{Content, DEFAULT_LIMIT, RegisterError};
use crate::regulation::{RegulationHistory, read_regulation};

/// Where the folder of a draft stands: as it is seen from `dir`, or from the top of the register.
#[must_use]
pub fn place(dir: &Path, root: &Path, folder: &str) -> Option<PathBuf> {
    [dir.join(folder), root.join(folder)].into_iter().find(|place| place.join("regulation.yaml").is_file())
}

/// The draft in a folder, judged as `policy check` judges a version; nothing when there is no draft. One whose regulation is
/// not known yet is judged without people.
pub fn judged(
    context: &Context,
    dir: &Path,
    root: &Path,
    folder: &str,
    today: Option<NaiveDate>,
) -> Result<Option<JudgedDraft>, RegisterError> {
    let folder = folder.trim_end_matches('/');
    let Some(place) = place(dir, root, folder) else { return Ok(None) };
    let source = fs::read_to_string(place.join("regulation.yaml")).unwrap_or_default();
    let organisation = read_regulation(&source).value.map(|rules| rules.organisation.name).unwrap_or_default();
    let own = || crate::paths::file_name(folder).to_owned();
    let id = owner(context, &place, &organisation).unwrap_or_else(own);
    judge_draft(context, &place, folder, &id, today).map(Some)
}

/// The text of a file, if it is there, no larger than any file of a register may be.
pub(super) fn text(file: &Path, shown: &str) -> Result<Option<String>, CaseworkError> {
    let Ok(about) = fs::metadata(file) else { return Ok(None) };
    let content = if about.len() > DEFAULT_LIMIT {
        Content::TooLarge(about.len())
    } else {
        let bytes = fs::read(file).map_err(|error| {
            let kind = error.kind();
            CaseworkError::File(
                text!("kan {shown} niet lezen: {kind}", "cannot read {shown}: {kind}"),
                text!("mag u dit bestand lezen?", "may you read this file?"),
            )
        })?;
        Content::Bytes(bytes)
    };
    decode(content, DEFAULT_LIMIT).map(Some).map_err(|said| {
        let message = text!("{shown}: {message}", "{shown}: {message}", message = said.message);
        CaseworkError::Asked(message, said.remedy)
    })
}

/// Of which regulation a draft is: the one that was asked for, or as its place or its organisation shows.
pub(super) fn whose(
    context: &Context,
    place: &Path,
    organisation: &str,
    asked: Option<&str>,
) -> Result<String, CaseworkError> {
    match asked {
        Some(id) if context.policy.histories.contains_key(id) => Ok(id.to_owned()),
        Some(id) => Err(unknown(context, id)),
        None => owner(context, place, organisation).ok_or_else(|| {
            CaseworkError::Asked(
                text!(
                    "het is niet duidelijk van welke regeling dit een concept is",
                    "it is not clear of which regulation this is a draft"
                ),
                text!(
                    "zet het in een map die heet als de regeling, of geef --regulation",
                    "put it in a folder named after the regulation, or give --regulation"
                ),
            )
        }),
    }
}

/// The regulation that a folder above is named after, or the only one of that organisation.
fn owner(context: &Context, place: &Path, organisation: &str) -> Option<String> {
    let histories = &context.policy.histories;
    let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_path_buf());
    let above = place.ancestors().filter_map(|p| p.file_name()?.to_str().map(str::to_owned));
    if let Some(id) = above.into_iter().find(|name| histories.contains_key(name)) {
        return Some(id);
    }
    let same = |d: &&RegulationHistory| d.versions.values().any(|v| v.regulation.organisation.name == organisation);
    let mut found = histories.iter().filter(|(_, d)| same(d)).map(|(id, _)| id.clone());
    found.next().filter(|_| found.next().is_none())
}
