//! What stands on one side of a comparison.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::decode;
use crate::desk::{Desk, DeskError};
use crate::diagnostics::{Lines, Severity, Text};
use crate::register::{Content, DEFAULT_LIMIT};
use crate::regulation::{Dossier, Reach, Translation, UnreadText, Version, read_regulation, read_words};

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
pub fn sides(desk: &Desk, dir: &Path, a: &str, b: Option<&str>) -> Result<Sides, DeskError> {
    let Some(b) = b else { return last_two(desk, a) };
    Ok(Sides { old: side(desk, dir, a)?, new: side(desk, dir, b)? })
}

fn last_two(desk: &Desk, id: &str) -> Result<Sides, DeskError> {
    let dossier = desk.basis.policy.dossiers.get(id).ok_or_else(|| unknown(desk, id))?;
    let mut newest = dossier.versions.values().rev();
    match (newest.next(), newest.next()) {
        (Some(new), Some(old)) => Ok(Sides { old: old.clone(), new: new.clone() }),
        _ => Err(DeskError::Asked(
            Text::new(
                format!("van de regeling `{id}` is er maar één versie"),
                format!("the regulation `{id}` has only one version"),
            ),
            Text::new(
                format!("vergelijk haar met een concept: klacht policy diff {} MAP", named(dossier, id)),
                format!("compare it with a draft: klacht policy diff {} FOLDER", named(dossier, id)),
            ),
        )),
    }
}

fn named(dossier: &Dossier, id: &str) -> String {
    dossier.versions.keys().next_back().map_or_else(|| id.to_owned(), |day| format!("{id}/{day}"))
}

fn side(desk: &Desk, dir: &Path, asked: &str) -> Result<Version, DeskError> {
    match asked.split_once('/') {
        Some((id, day)) if !asked.starts_with("policy/") && desk.basis.policy.dossiers.contains_key(id) => {
            let path = format!("policy/{id}/{day}/regulation.yaml");
            let mut all = desk.basis.policy.dossiers.get(id).into_iter().flat_map(|d| d.versions.values());
            all.find(|v| v.path == path).cloned().map_or_else(|| draft(desk, dir, asked, None), Ok)
        }
        _ => draft(desk, dir, asked, None),
    }
}

/// The draft in a folder: `regulation.yaml`, and `text.nl.md`, `text.en.md` and `words.en.yaml` where they are there.
/// Whose regulation it is follows from `regulation`, from the name of a folder above it, or from the organisation.
pub fn draft(desk: &Desk, dir: &Path, folder: &str, regulation: Option<&str>) -> Result<Version, DeskError> {
    let places = [dir.join(folder), desk.root.join(folder)];
    let at = |p: &PathBuf| p.join("regulation.yaml").is_file();
    let Some(place) = places.into_iter().find(at) else { return Err(unknown(desk, folder)) };
    let path = format!("{}/regulation.yaml", folder.trim_end_matches('/'));
    let source = text(&place.join("regulation.yaml"), &path)?.unwrap_or_default();
    let read = read_regulation(&source);
    let fault = read.faults.iter().find(|f| f.severity() == Severity::Error);
    let (Some(rules), Some(tree)) = (read.value, read.tree) else {
        let line = fault.map_or(1, |f| Lines::new(&source).position(f.span.start..f.span.end).line);
        let (said, remedy) = fault.map_or_else(
            || (Text::new("onleesbaar", "unreadable"), Text::new("kijk in docs/model.md", "see docs/model.md")),
            |f| (f.message(), f.remedy()),
        );
        return Err(DeskError::Asked(
            Text::new(format!("{path}:{line}: {}", said.nl), format!("{path}:{line}: {}", said.en)),
            remedy,
        ));
    };
    let id = whose(desk, &place, &rules.organisation.name, regulation)?;
    let words = text(&place.join("text.nl.md"), "text.nl.md")?.unwrap_or_default();
    let english = text(&place.join("text.en.md"), "text.en.md")?
        .zip(text(&place.join("words.en.yaml"), "words.en.yaml")?.and_then(|source| read_words(&source).value));
    let english =
        english.map(|(text, words)| Translation { path: "text.en.md".to_owned(), text: UnreadText::new(&text), words });
    let reach = Reach::of(&rules);
    Ok(Version { id, path, source, regulation: rules, tree, text: UnreadText::new(&words), english, reach })
}

/// The text of a file, if it is there, no larger than any file of a register may be.
fn text(file: &Path, shown: &str) -> Result<Option<String>, DeskError> {
    let Ok(about) = fs::metadata(file) else { return Ok(None) };
    let content = if about.len() > DEFAULT_LIMIT {
        Content::TooLarge(about.len())
    } else {
        let bytes = fs::read(file).map_err(|error| {
            let kind = error.kind();
            DeskError::File(
                Text::new(format!("kan {shown} niet lezen: {kind}"), format!("cannot read {shown}: {kind}")),
                Text::new("mag u dit bestand lezen?", "may you read this file?"),
            )
        })?;
        Content::Bytes(bytes)
    };
    decode(content).map(Some).map_err(|said| {
        let message = Text::new(format!("{shown}: {}", said.message.nl), format!("{shown}: {}", said.message.en));
        DeskError::Asked(message, said.remedy)
    })
}

fn whose(desk: &Desk, place: &Path, organisation: &str, asked: Option<&str>) -> Result<String, DeskError> {
    let dossiers = &desk.basis.policy.dossiers;
    if let Some(id) = asked {
        return if dossiers.contains_key(id) { Ok(id.to_owned()) } else { Err(unknown(desk, id)) };
    }
    let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_path_buf());
    let above = place.ancestors().filter_map(|p| p.file_name()?.to_str().map(str::to_owned));
    if let Some(id) = above.into_iter().find(|name| dossiers.contains_key(name)) {
        return Ok(id);
    }
    let same = |d: &&Dossier| d.versions.values().any(|v| v.regulation.organisation.name == organisation);
    let mut found = dossiers.iter().filter(|(_, d)| same(d)).map(|(id, _)| id.clone());
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        _ => Err(DeskError::Asked(
            Text::new(
                "het is niet duidelijk van welke regeling dit een concept is",
                "it is not clear of which regulation this is a draft",
            ),
            Text::new(
                "zet het in een map die heet als de regeling, of geef --regulation",
                "put it in a folder named after the regulation, or give --regulation",
            ),
        )),
    }
}

fn unknown(desk: &Desk, asked: &str) -> DeskError {
    let dossiers = &desk.basis.policy.dossiers;
    let known: Vec<String> = dossiers.iter().map(|(id, d)| named(d, id)).collect();
    let ids: Vec<&str> = known.iter().map(String::as_str).chain(dossiers.keys().map(String::as_str)).collect();
    let near = crate::yaml::most_like(asked, ids.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
    DeskError::Asked(
        Text::new(
            format!("`{asked}` is geen versie van een regeling, en geen map met een regulation.yaml"),
            format!("`{asked}` is not a version of a regulation, and no folder with a regulation.yaml"),
        ),
        Text::new(format!("bedoelt u {near}?"), format!("did you mean {near}?")),
    )
}
