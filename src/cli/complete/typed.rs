//! What stands on the command line before the word that is being typed.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::casework::{Candidates, Opened, Short};
use crate::cli::help::command::unbuilt;
use crate::diagnostics::Lang;

/// Arguments that name a regulation.
const REGULATIONS: &[&str] =
    &["under", "only_regulation", "import_regulation", "closing_regulation", "of", "draft_of", "regulation"];

/// Arguments that name a case.
const CASES: &[&str] = &["case_id", "case", "unresolved"];

/// Arguments that name a step.
const STEPS: &[&str] = &["which_step", "chosen_step"];

/// What was typed.
pub struct Typed {
    /// The language of descriptions.
    pub lang: Lang,
    /// The register.
    pub candidates: Candidates,
    /// The verb that stands for a step, if it is one.
    pub short: Option<Short>,
    /// The case.
    pub case: Option<String>,
    /// The step.
    pub step: Option<String>,
    /// The regulation that was named.
    regulation: Option<String>,
}

impl Typed {
    /// Of the words before the one that is being typed. What cannot be read is passed over.
    pub fn of(words: &[OsString], lang: Lang, clock: NaiveDate) -> Self {
        let matches = unbuilt(lang).ignore_errors(true).try_get_matches_from(words).ok();
        let mut deepest = matches.as_ref();
        let mut short = None;
        while let Some((name, below)) = deepest.and_then(ArgMatches::subcommand) {
            short = short_verb(name);
            deepest = Some(below);
        }
        let named = |ids: &[&str]| ids.iter().find_map(|id| word(deepest?, id));
        let dir = matches.as_ref().and_then(|found| one::<PathBuf>(deepest.unwrap_or(found), "dir"));
        let today = matches.as_ref().and_then(|found| one::<NaiveDate>(deepest.unwrap_or(found), "today"));
        Self {
            lang,
            candidates: Candidates::at(dir.unwrap_or_else(|| PathBuf::from(".")), today, clock),
            short,
            case: named(CASES),
            step: named(STEPS),
            regulation: named(REGULATIONS).map(|id| id.split('/').next().unwrap_or_default().to_owned()),
        }
    }

    /// The case that was named, taken up.
    pub fn opened(&self) -> Option<Opened> {
        self.candidates.open(self.case.as_deref()?)
    }

    /// The regulation that was named, or that of the case that was named.
    pub fn regulation(&self) -> Option<String> {
        self.regulation.clone().or_else(|| self.opened().map(|opened| opened.regulation().to_owned()))
    }
}

fn short_verb(name: &str) -> Option<Short> {
    match name {
        "acknowledge" => Some(Short::Acknowledge),
        "extend" => Some(Short::Extend),
        "hear" => Some(Short::Hear),
        "judge" => Some(Short::Judge),
        "close" => Some(Short::Close),
        "refer" => Some(Short::Refer),
        _ => None,
    }
}

fn word(matches: &ArgMatches, id: &str) -> Option<String> {
    one::<String>(matches, id)
}

fn one<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, id: &str) -> Option<T> {
    matches.try_get_one::<T>(id).ok().flatten().cloned()
}
