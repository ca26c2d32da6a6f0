//! The register on disk, and one case of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;

use crate::case::{self, Case, CaseId};
use crate::casework::error::CaseworkError;
use crate::context::Context;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::paths::{self, CENTURY, SETTINGS, case_name, regulation_of};
use crate::register::{Content, Register, Snapshot, WorkTree};
use crate::regulation::{NoVersion, RegulationHistory, Version};
use crate::rules::data_protection::Known;
use crate::rules::{case_file, history};

/// A register opened for work.
pub struct Workspace {
    /// The repository, or the plain folder.
    pub register: Register,
    /// The files on disk.
    pub files: WorkTree,
    /// What cases are judged by: as many regulations as were wanted.
    pub context: Context,
    /// The folder.
    pub root: PathBuf,
}

/// A case on disk.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Path in the register, with `/`.
    pub path: String,
    /// The regulation it stands under.
    pub regulation: String,
    /// The file's text.
    pub source: String,
    /// The case.
    pub case: Case,
}

/// How many ids are named at most to somebody who mistyped one.
const NEAR: usize = 3;

impl Workspace {
    /// Opens the register at or above `dir` with one regulation, or with all.
    pub fn open(dir: &Path, regulation: Option<&str>) -> Result<Self, CaseworkError> {
        let register = register_at(dir)?;
        let files = register.work_tree()?;
        there(&files)?;
        let root = register.root().unwrap_or(dir).to_path_buf();
        let mut context = Context::read_only(&files, &|id| regulation.is_none_or(|r| r == id))?;
        let years = context.yearbook_paths();
        context.read_years(&files, &years)?;
        Ok(Self { register, files, context, root })
    }

    /// Opens the register for one case: only its own regulation is read. The id may be typed as it is spoken.
    pub fn open_case(dir: &Path, id: &str) -> Result<(Self, CaseFile), CaseworkError> {
        let register = register_at(dir)?;
        let files = register.work_tree()?;
        there(&files)?;
        let (path, regulation) = find(&register, &files, id)?;
        let workspace = Self::open(dir, Some(&regulation))?;
        let file = workspace.read(&path)?;
        Ok((workspace, file))
    }

    /// The same at a desk that knows this of persons: what is written into a case is held against it.
    #[must_use]
    pub(crate) fn knowing(mut self, known: Arc<Known>) -> Self {
        self.context.known = known;
        self
    }

    /// Where each case stands, by its id.
    pub(crate) fn files_of_cases(&self) -> Result<BTreeMap<String, String>, CaseworkError> {
        let listing = self.files.list(paths::CASES)?;
        Ok(listing.files.into_iter().filter_map(|f| Some((case_name(&f.path)?.to_owned(), f.path))).collect())
    }

    /// Reads a case.
    pub fn read(&self, path: &str) -> Result<CaseFile, CaseworkError> {
        read(&self.files, path)
    }

    /// What a case is judged by.
    pub fn version(&self, file: &CaseFile) -> Result<(&Version, &RegulationHistory), CaseworkError> {
        let day = file.case.first_day();
        self.in_force(&file.regulation, day)
    }

    /// The version of a regulation on a day.
    pub fn in_force(&self, regulation: &str, day: NaiveDate) -> Result<(&Version, &RegulationHistory), CaseworkError> {
        in_force(&self.context, regulation, day)
    }

    /// Every case that can be read, replayed side by side, in the order of the paths. What cannot be read is left to
    /// `check`; how many those are comes with it.
    pub fn each<T: Send>(
        &self,
        look: impl Fn(&CaseFile, &Docket<'_>) -> Option<T> + Sync,
    ) -> Result<(Vec<T>, usize), CaseworkError> {
        let listing = self.files.list(paths::CASES)?;
        let paths: Vec<&str> =
            listing.files.iter().map(|f| f.path.as_str()).filter(|p| p.strip_suffix(".md").is_some()).collect();
        // The repository belongs to one thread; the files and what they are judged by may be shared.
        let (files, context) = (&self.files, &self.context);
        let looked: Vec<Result<Option<T>, ()>> = paths
            .par_iter()
            .map(|path| {
                let file = read(files, path).map_err(|_| ())?;
                let (version, history) = in_force(context, &file.regulation, file.case.first_day()).map_err(|_| ())?;
                let docket = Docket::replay(&file.case, version, &history.people);
                Ok(look(&file, &docket))
            })
            .collect();
        let unread = looked.iter().filter(|l| l.is_err()).count();
        Ok((looked.into_iter().filter_map(Result::ok).flatten().collect(), unread))
    }
}

/// A case that is not written yet, as it would stand there.
pub(crate) fn would_be(path: &str, source: &str) -> Result<CaseFile, CaseworkError> {
    let case = case::read(source).0.ok_or_else(|| unreadable(path))?;
    let regulation = regulation_of(path).unwrap_or_default().to_owned();
    Ok(CaseFile { path: path.to_owned(), regulation, source: source.to_owned(), case })
}

/// The repository at or above `dir`, or else the plain folder.
pub(crate) fn register_at(dir: &Path) -> Result<Register, CaseworkError> {
    match Register::open(dir) {
        Err(error) if error.is_no_repository() => Ok(Register::folder(dir)?),
        other => Ok(other?),
    }
}

/// Whether a folder is a register: it has the settings of one, or regulations.
pub fn is_register(files: &dyn Snapshot) -> Result<bool, CaseworkError> {
    Ok(files.read(SETTINGS)?.is_some() || !files.list(paths::POLICY)?.files.is_empty())
}

/// That the folder is a register: of an empty one, nothing is late and nothing is wrong.
pub fn there(files: &dyn Snapshot) -> Result<(), CaseworkError> {
    if is_register(files)? {
        return Ok(());
    }
    Err(CaseworkError::Asked(
        text!(
            "hier is geen register: er is geen `{value}` en geen `policy/`",
            "there is no register here: neither `{value}` nor `policy/`",
            value = SETTINGS
        ),
        text!(
            "noem de map van het register met `-C MAP`, of begin er een met `klacht init`",
            "give the folder of the register with `-C FOLDER`, or set one up with `klacht init`"
        ),
    ))
}

pub(crate) fn read(files: &WorkTree, path: &str) -> Result<CaseFile, CaseworkError> {
    let Some(Content::Bytes(bytes)) = files.read(path)? else { return Err(unreadable(path)) };
    would_be(path, &String::from_utf8(bytes).map_err(|_| unreadable(path))?)
}

pub(crate) fn in_force<'a>(
    context: &'a Context,
    regulation: &str,
    day: NaiveDate,
) -> Result<(&'a Version, &'a RegulationHistory), CaseworkError> {
    context.policy.in_force(regulation, day).map_err(|why| {
        if let Some(way) = why.way(regulation, day) {
            return CaseworkError::Asked(why.told(regulation, day), way);
        }
        // It is there and cannot be read: another one is no way out, and what is wrong is told elsewhere.
        if matches!(why, NoVersion::Unreadable(_)) || context.regulations.contains(regulation) {
            let remedy = text!(
                "voer `klacht policy check {regulation}` uit: dat zegt wat er mis is",
                "run `klacht policy check {regulation}`: it tells what is wrong"
            );
            return CaseworkError::Asked(why.told(regulation, day), remedy);
        }
        let broken = |id: &str| context.policy.histories.get(id).is_some_and(|h| h.versions.is_empty());
        let known: Vec<&str> = context.regulations.iter().map(String::as_str).filter(|id| !broken(id)).collect();
        CaseworkError::Asked(
            why.told(regulation, day),
            text!(
                "kies uit: {known}; of voer `klacht policy check` uit",
                "choose from: {known}; or run `klacht policy check`",
                known = known.join(", ")
            ),
        )
    })
}

fn unreadable(path: &str) -> CaseworkError {
    CaseworkError::Asked(
        text!("{path} kan niet worden gelezen", "{path} cannot be read"),
        text!("voer `klacht check` uit: dat zegt wat er mis is", "run `klacht check` to see what is wrong"),
    )
}

/// The path and the regulation of a case.
fn find(register: &Register, files: &WorkTree, asked: &str) -> Result<(String, String), CaseworkError> {
    let Ok(id) = CaseId::parse_normalised(asked) else {
        let message = text!("`{asked}` is geen zaaknummer", "`{asked}` is not a case id");
        let near = near(files, asked)?.join(", ");
        let first = if near.is_empty() {
            text!("schrijf het als `K26-7F3QXM`", "write it as `K26-7F3QXM`")
        } else {
            text!("bedoelt u {near}?", "did you mean {near}?")
        };
        let remedy = text!("{first}; `klacht list` noemt de nummers", "{first}; `klacht list` lists the ids", first);
        return Err(CaseworkError::Asked(message, remedy));
    };
    let is_it = |path: &String| case_name(path).and_then(|name| name.parse().ok()) == Some(id);
    let own = place_of(files, id)?;
    let elsewhere = || Ok::<_, CaseworkError>(files.list(paths::CASES)?.files.into_iter().map(|f| f.path).find(is_it));
    let stands = own.as_ref().map_or_else(elsewhere, |(path, _)| Ok(Some(path.clone())))?;
    if let Some(path) = stands {
        let said = match moved(register, files, &path)? {
            Some(from) => Some(history::g705::say(&id.to_string(), &from, &path)),
            None => case_file::c109::of_stub(&path, &id.to_string()),
        };
        if let Some(said) = said {
            return Err(CaseworkError::Asked(said.message, said.remedy));
        }
    }
    if let Some(found) = own {
        return Ok(found);
    }
    if let Some(path) = register.not_on_disk(paths::CASES)?.into_iter().find(is_it) {
        return Err(CaseworkError::Asked(
            text!("klacht {id} staat in git, maar niet op deze schijf", "case {id} is in git, but not on this disk"),
            text!(
                "haal haar terug: `git sparse-checkout disable`, `git restore {path}`",
                "bring it back: `git sparse-checkout disable`, `git restore {path}`"
            ),
        ));
    }
    Err(CaseworkError::Asked(
        text!("er is geen klacht {id}", "there is no case {id}"),
        text!("`klacht list` noemt de nummers", "`klacht list` lists the ids"),
    ))
}

/// Where the last commit has a case that stands at `path` now; nothing when it is there, or is new.
fn moved(register: &Register, files: &WorkTree, path: &str) -> Result<Option<String>, CaseworkError> {
    let Some(head) = register.git_dir().map(|_| register.head()).transpose()?.flatten() else { return Ok(None) };
    let committed = register.at_commit(head)?;
    if committed.read(path)?.is_some() {
        return Ok(None);
    }
    let places = committed.list(paths::CASES)?.files.into_iter().map(|file| file.path);
    for other in places.filter(|other| case_name(other) == case_name(path)) {
        if files.read(&other)?.is_none() {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// The ids of the register that one slip of the keyboard makes of what was typed: one character wrong, missing or too much,
/// or two that changed places.
fn near(files: &WorkTree, asked: &str) -> Result<Vec<String>, CaseworkError> {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let typed = plain(asked);
    let mut found: Vec<String> = Vec::new();
    for file in files.list(paths::CASES)?.files {
        let id = case_name(&file.path).and_then(|name| name.parse::<CaseId>().ok());
        found.extend(id.map(|id| id.to_string()).filter(|id| strsim::osa_distance(&plain(id), &typed) == 1));
    }
    found.sort();
    found.truncate(NEAR);
    Ok(found)
}

/// The path and the regulation of the case with this id, wherever it stands.
pub(crate) fn place_of(files: &WorkTree, id: CaseId) -> Result<Option<(String, String)>, CaseworkError> {
    let year = CENTURY + i32::from(id.year());
    for regulation in regulations(files)? {
        for month in 1..=12 {
            let path = paths::case(&regulation, year, month, &id.to_string());
            if files.read(&path)?.is_some() {
                return Ok(Some((path, regulation)));
            }
        }
    }
    Ok(None)
}

/// The regulations of the register, by the names of their folders.
fn regulations(files: &WorkTree) -> Result<Vec<String>, CaseworkError> {
    let mut regulations: Vec<String> = Vec::new();
    for file in files.list(paths::POLICY)?.files {
        if let Some(name) = regulation_of(&file.path).filter(|n| regulations.last().is_none_or(|l| l != n)) {
            regulations.push(name.to_owned());
        }
    }
    Ok(regulations)
}

/// Where a case received on a day stands.
#[must_use]
pub(crate) fn path_of(regulation: &str, id: CaseId, received: NaiveDate) -> String {
    paths::case(regulation, received.year(), received.month(), &id.to_string())
}
