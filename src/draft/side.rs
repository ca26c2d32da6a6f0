//! What stands on one side of a comparison.

use std::path::Path;

use super::folder::{place, text, whose};
use super::known::{all_of, unknown};
use crate::casework::{CaseworkError, Workspace};
use crate::diagnostics::{Lines, Severity, text};
use crate::paths;
use crate::regulation::{Precedence, Translation, UnreadText, Version, read_regulation, read_words};

/// The two sides.
#[derive(Debug, Clone)]
pub struct Sides {
    /// What was.
    pub old: Version,
    /// What becomes of it.
    pub new: Version,
}

/// The two sides that somebody asked for: `regulation/valid-from` or the folder of a draft for each; or one regulation,
/// of which the last two versions are meant. `dir` is where a folder is looked for.
pub fn sides(workspace: &Workspace, dir: &Path, a: &str, b: Option<&str>) -> Result<Sides, CaseworkError> {
    let Some(b) = b else { return last_two(workspace, a) };
    Ok(Sides { old: side(workspace, dir, a, None)?, new: side(workspace, dir, b, None)? })
}

fn last_two(workspace: &Workspace, id: &str) -> Result<Sides, CaseworkError> {
    let context = &workspace.context;
    let history = context.policy.histories.get(id).ok_or_else(|| unknown(context, id))?;
    let mut newest = history.versions.values().rev();
    if let (Some(new), Some(old)) = (newest.next(), newest.next()) {
        return Ok(Sides { old: old.clone(), new: new.clone() });
    }
    let named = all_of(context, id).pop().unwrap_or_else(|| id.to_owned());
    Err(CaseworkError::Asked(
        text!("van de regeling `{id}` is er maar één versie", "the regulation `{id}` has only one version"),
        text!(
            "vergelijk haar met een concept: klacht policy diff {named} MAP",
            "compare it with a draft: klacht policy diff {named} FOLDER"
        ),
    ))
}

/// One side: a version of the register, a regulation that has no more than one, or the folder of a draft; of the regulation
/// `of`, where a folder does not show it.
pub fn side(workspace: &Workspace, dir: &Path, asked: &str, of: Option<&str>) -> Result<Version, CaseworkError> {
    let histories = &workspace.context.policy.histories;
    let (id, day) = asked.split_once('/').map_or((asked, None), |(id, day)| (id, Some(day)));
    let path = |day: &str| format!("policy/{id}/{day}/regulation.yaml");
    let mut versions = histories.get(id).into_iter().flat_map(|d| d.versions.values());
    let named = day.and_then(|day| versions.find(|v| v.path == path(day)));
    // Tried on the cases of another regulation it is a draft like any other.
    match named.filter(|v| of.is_none_or(|of| of == v.id)) {
        Some(version) => Ok(version.clone()),
        None if day.is_none() && place(dir, &workspace.root, asked).is_none() => only(workspace, id),
        None => draft(workspace, dir, named.map_or(asked, |v| v.path.trim_end_matches("/regulation.yaml")), of),
    }
}

/// The same where it does not matter of which regulation a draft is: one that is of none bears the name of its folder.
pub fn draft_or_version(workspace: &Workspace, dir: &Path, asked: &str) -> Result<Version, CaseworkError> {
    let own = || crate::paths::file_name(asked.trim_end_matches('/')).to_owned();
    match side(workspace, dir, asked, None) {
        Err(CaseworkError::Asked(..)) if place(dir, &workspace.root, asked).is_some() => {
            read_draft(workspace, dir, asked, |_, _| Ok(own()))
        }
        other => other,
    }
}

/// The version of a regulation that has no other.
fn only(workspace: &Workspace, id: &str) -> Result<Version, CaseworkError> {
    let history = workspace.context.policy.histories.get(id).ok_or_else(|| unknown(&workspace.context, id))?;
    let mut versions = history.versions.values();
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version.clone()),
        _ => Err(unknown(&workspace.context, id)),
    }
}

/// The draft in a folder: `regulation.yaml`, and `text.nl.md`, `text.en.md` and `words.en.yaml` where they are there.
/// Whose regulation it is follows from `regulation`, from the name of a folder above it, or from the organisation.
pub fn draft(
    workspace: &Workspace,
    dir: &Path,
    folder: &str,
    regulation: Option<&str>,
) -> Result<Version, CaseworkError> {
    read_draft(workspace, dir, folder, |place, name| whose(&workspace.context, place, name, regulation))
}

fn read_draft(
    workspace: &Workspace,
    dir: &Path,
    folder: &str,
    whose: impl FnOnce(&Path, &str) -> Result<String, CaseworkError>,
) -> Result<Version, CaseworkError> {
    let Some(place) = place(dir, &workspace.root, folder) else { return Err(unknown(&workspace.context, folder)) };
    let path = format!("{}/regulation.yaml", folder.trim_end_matches('/'));
    let source = text(&place.join("regulation.yaml"), &path)?.unwrap_or_default();
    let read = read_regulation(&source);
    let fault = read.faults.iter().find(|f| f.severity() == Severity::Error);
    let (Some(rules), Some(tree)) = (read.value, read.tree) else {
        let line = fault.map_or(1, |f| Lines::new(&source).position(f.span.start..f.span.end).line);
        let (said, remedy) = fault.map_or_else(
            || (text!("onleesbaar", "unreadable"), text!("kijk in docs/model.md", "see docs/model.md")),
            |f| (f.message(), f.remedy()),
        );
        return Err(CaseworkError::Asked(text!("{path}:{line}: {said}", "{path}:{line}: {said}", said), remedy));
    };
    let id = whose(&place, &rules.organisation.name)?;
    let words = text(&place.join(paths::TEXT), paths::TEXT)?.unwrap_or_default();
    let english = text(&place.join("text.en.md"), "text.en.md")?
        .zip(text(&place.join("words.en.yaml"), "words.en.yaml")?.and_then(|source| read_words(&source).value));
    let english =
        english.map(|(text, words)| Translation { path: "text.en.md".to_owned(), text: UnreadText::new(&text), words });
    let precedence = Precedence::of(&rules);
    Ok(Version { id, path, source, regulation: rules, tree, text: UnreadText::new(&words), english, precedence })
}
