//! What cases are judged by: the policy, the yearbooks and the settings of one state of the register.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::calendar::parse_date;
use crate::context::halves::{no_text, without_people, without_rules};
use crate::context::placing::{Page, whole};
use crate::context::settings::{Settings, Strength, not_softened, read_settings};
use crate::diagnostics::{Finding, text};
use crate::docket::{Discussed, Reported};
use crate::paths::{self, RegisterPath, regulation_of, yearbook_of};
use crate::register::{Content, DEFAULT_LIMIT, RegisterError, Snapshot};
use crate::regulation::{
    Policy, Precedence, Read, Translation, UnreadText, Version, read_people, read_regulation, read_words,
};
use crate::rules::data_protection::Known;
use crate::rules::{Message, case_file, may_be_softened};
use crate::yaml::{Node, Route};
use crate::yearbook::{Yearbook, read_yearbook};

/// One file that was read, kept for placing findings.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its path.
    pub path: String,
    /// Its text.
    pub source: String,
    /// Its tree.
    pub tree: Option<Node>,
}

impl Kept {
    /// For placing.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page { path: &self.path, source: &self.source, tree: self.tree.as_ref() }
    }
}

/// One year of one regulation.
#[derive(Debug, Clone)]
pub struct Year {
    /// The regulation.
    pub regulation: String,
    /// The year.
    pub year: i32,
    /// What the yearbook says.
    pub book: Yearbook,
    /// The file.
    pub file: Kept,
}

/// Everything that cases are judged by.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Every regulation there is, read or not.
    pub regulations: BTreeSet<String>,
    /// Regulations and people, as far as they were wanted.
    pub policy: Policy,
    /// The texts of the versions and the people files, by path.
    pub files: BTreeMap<String, Kept>,
    /// Yearbooks, by regulation and year.
    pub years: Vec<Year>,
    /// The year of the first case of each regulation, where the cases were looked at.
    pub first_years: BTreeMap<String, i32>,
    /// The settings.
    pub settings: Settings,
    /// What is wrong with these files.
    pub findings: Vec<Finding>,
    /// What this desk knows of persons, where somebody sits who may read it: no part of the register.
    pub known: Arc<Known>,
}

impl Context {
    /// Reads the basis of one state of the register.
    pub fn read(snapshot: &dyn Snapshot) -> Result<Self, RegisterError> {
        Self::read_only(snapshot, &|_| true)
    }

    /// Reads the settings and the regulations that are wanted. A push touches one or two of them as a rule, and reading a
    /// regulation takes longer than judging a case.
    pub fn read_only(snapshot: &dyn Snapshot, wanted: &dyn Fn(&str) -> bool) -> Result<Self, RegisterError> {
        let mut context = Self::read_settings_only(snapshot)?;
        let listing = snapshot.list(paths::POLICY)?;
        context.findings.extend(without_rules(&listing.files, wanted));
        context.findings.extend(without_people(&listing.files, wanted));
        for file in &listing.files {
            let Some(id) = regulation_of(&file.path) else { continue };
            if !context.regulations.contains(id) {
                context.regulations.insert(id.to_owned());
            }
            if wanted(id) {
                context.policy_file(snapshot, &file.path)?;
            }
        }
        Ok(context)
    }

    /// Whether a regulation was read, or is not there to be read.
    #[must_use]
    pub fn has(&self, regulation: &str) -> bool {
        self.policy.histories.contains_key(regulation) || !self.regulations.contains(regulation)
    }

    /// Whether there is a register at all: settings, or a regulation.
    #[must_use]
    pub fn is_register(&self) -> bool {
        !self.regulations.is_empty() || self.files.contains_key(paths::SETTINGS)
    }

    /// Whether every regulation was read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.regulations.iter().all(|id| self.policy.histories.contains_key(id))
    }

    /// Reads the yearbooks among the files under `cases/`.
    pub fn read_years(&mut self, snapshot: &dyn Snapshot, paths: &[String]) -> Result<(), RegisterError> {
        self.years.clear();
        for path in paths {
            let Some((regulation, year)) = yearbook_of(path) else {
                self.first_year(path);
                continue;
            };
            let regulation = regulation.to_owned();
            let Some(source) = self.text(snapshot, path)? else { continue };
            let read = read_yearbook(&source);
            let file = self.keep(path, source, &read);
            if let Some(book) = read.value {
                self.years.push(Year { regulation, year, book, file });
            }
        }
        Ok(())
    }

    /// Only the settings.
    pub fn read_settings_only(snapshot: &dyn Snapshot) -> Result<Self, RegisterError> {
        let mut context = Self::default();
        if let Some(source) = context.text(snapshot, paths::SETTINGS)? {
            context.read_settings(source);
        }
        Ok(context)
    }

    fn first_year(&mut self, path: &str) {
        let Some((id, year)) = paths::year_of_case(path) else { return };
        if self.first_years.get(id).is_none_or(|first| year < *first) {
            self.first_years.insert(id.to_owned(), year);
        }
    }

    /// Where yearbooks may be: in every year since a regulation took effect, until the last that the calendar knows.
    #[must_use]
    pub fn yearbook_paths(&self) -> Vec<String> {
        let last = crate::calendar::last_covered().map_or(0, |d| d.year()) + 1;
        let histories = self.policy.histories.iter();
        let spans = histories.filter_map(|(id, d)| d.versions.keys().next().map(|first| (id, first.year())));
        spans.flat_map(|(id, first)| (first..=last).map(move |y| paths::yearbook(id, y))).collect()
    }

    /// When the reports of a regulation were discussed and, where they were put to management, decided on. Without a
    /// day of its own a decision fell in the discussion; without anybody who took it there is none yet.
    #[must_use]
    pub fn discussed(&self, regulation: &str) -> Discussed {
        let years = self.years.iter().filter(|y| y.regulation == regulation);
        let mut days: Vec<NaiveDate> = years
            .flat_map(|y| &y.book.discussions)
            .filter_map(|d| match d.decision.as_deref() {
                Some("ja") => d.decided_by.as_ref().map(|_| d.decided_on.unwrap_or(d.on).max(d.on)),
                _ => Some(d.on),
            })
            .collect();
        days.sort_unstable();
        let books = self.years.iter().filter(|y| y.regulation == regulation);
        let reports = books.flat_map(|y| &y.book.reports);
        let reports =
            reports.filter(|r| r.is_periodic()).map(|r| Reported { on: r.on, from: r.from, until: r.until }).collect();
        Discussed { reports, held: days }
    }

    /// The yearbooks of one regulation, oldest first.
    pub fn years_of<'a>(&'a self, regulation: &'a str) -> impl Iterator<Item = &'a Year> {
        self.years.iter().filter(move |y| y.regulation == regulation)
    }

    fn read_settings(&mut self, source: String) {
        let read = read_settings(&source);
        let file = self.keep(paths::SETTINGS, source, &read);
        let Some(settings) = read.value else { return };
        for rule in settings.severities.iter().filter(|o| !may_be_softened(&o.code)) {
            let remedy = text!("haal die regel uit `severities:`", "take that line out of `severities:`");
            let said = Message::new(not_softened(&rule.code), remedy);
            self.findings.push(whole(&file.path, &case_file::c107::RULE, said));
        }
        if settings.max_bytes.is_some_and(|own| own > DEFAULT_LIMIT) {
            let said = Message::new(
                text!(
                    "grotere bestanden dan {value} bytes leest het programma niet",
                    "the program reads no files larger than {value} bytes",
                    value = DEFAULT_LIMIT
                ),
                text!(
                    "schrijf `max_bytes: {value}` of minder, of laat de regel weg",
                    "write `max_bytes: {value}` or less, or leave the line out",
                    value = DEFAULT_LIMIT
                ),
            );
            let at = Route::root().key("max_bytes");
            self.findings.push(file.page().at_route(&case_file::c107::RULE, &at, said));
        }
        if settings.identity.strength == Strength::Transport && settings.identity.variable.is_none() {
            let said = Message::new(
                text!(
                    "er staat niet in welke variabele de server de gebruiker noemt",
                    "nothing says in which variable the server names the user"
                ),
                text!(
                    "schrijf `variable: REMOTE_USER` (http) of `variable: GL_USER` (gitolite) onder `identity:`",
                    "write `variable: REMOTE_USER` (http) or `variable: GL_USER` (gitolite) under `identity:`"
                ),
            );
            let at = Route::root().key("identity");
            self.findings.push(file.page().at_route(&case_file::c106::RULE, &at, said));
        }
        if !settings.authority.two.is_empty() && settings.identity.strength != Strength::Signature {
            let said = Message::new(
                text!(
                    "`two` geldt niet: zonder handtekening is niet bekend wie wat maakte",
                    "`two` does not count: without signatures it is not known who made what"
                ),
                text!(
                    "schrijf `strength: signature` onder `identity:`, of laat `two` weg",
                    "write `strength: signature` under `identity:`, or leave `two` out"
                ),
            );
            let at = Route::root().key("authority").key("two");
            self.findings.push(file.page().at_route(&case_file::c107::RULE, &at, said));
        }
        self.settings = settings;
    }

    fn policy_file(&mut self, snapshot: &dyn Snapshot, path: &str) -> Result<(), RegisterError> {
        match RegisterPath::of(path) {
            RegisterPath::People { regulation: id } => {
                let Some(source) = self.text(snapshot, path)? else { return Ok(()) };
                let read = read_people(&source);
                self.keep(path, source, &read);
                let history = self.policy.histories.entry(id.to_owned()).or_default();
                path.clone_into(&mut history.people_path);
                history.people_known = read.value.is_some();
                history.people = read.value.unwrap_or_default();
            }
            RegisterPath::Regulation { regulation, version } => self.version(snapshot, path, regulation, version)?,
            _ => {}
        }
        Ok(())
    }

    fn version(&mut self, snapshot: &dyn Snapshot, path: &str, id: &str, folder: &str) -> Result<(), RegisterError> {
        let Ok(day) = parse_date(folder) else {
            let said = Message::new(
                text!(
                    "de map van een versie heet naar de dag waarop zij ingaat",
                    "a version's folder is named after the day it takes effect"
                ),
                text!("noem de map zoals 2026-01-01", "name the folder like 2026-01-01"),
            );
            self.findings.push(whole(path, &case_file::c107::RULE, said));
            return Ok(());
        };
        let Some(source) = self.text(snapshot, path)? else { return Ok(()) };
        let version = self.version_in(snapshot, &format!("policy/{id}/{folder}"), id, source)?;
        let history = self.policy.histories.entry(id.to_owned()).or_default();
        match version {
            Some(version) => drop(history.versions.insert(day, version)),
            None => history.unreadable.push(day),
        }
        Ok(())
    }

    /// The version that stands in a folder, of the policy or a draft's; nothing when `source`, its rules, cannot be read.
    pub(crate) fn version_in(
        &mut self,
        snapshot: &dyn Snapshot,
        folder: &str,
        id: &str,
        source: String,
    ) -> Result<Option<Version>, RegisterError> {
        let (path, text_path) = (format!("{folder}/regulation.yaml"), format!("{folder}/text.nl.md"));
        let read = read_regulation(&source);
        let text = match snapshot.read(&text_path)? {
            Some(_) => self.text(snapshot, &text_path)?,
            None => {
                let english = snapshot.read(&format!("{folder}/text.en.md"))?.is_some();
                self.findings.push(whole(&text_path, &case_file::c101::RULE, no_text(&path, english)));
                None
            }
        };
        if let Some(source) = text.clone() {
            self.files.insert(text_path.clone(), Kept { path: text_path, source, tree: None });
        }
        let text = text.unwrap_or_default();
        let kept = self.keep(&path, source, &read);
        let english = self.translation(snapshot, folder)?;
        let (Some(mut regulation), Some(tree)) = (read.value, kept.tree) else { return Ok(None) };
        let precedence = Precedence::of(&regulation);
        regulation.english = english.as_ref().map(|e| e.words.by_place()).unwrap_or_default();
        Ok(Some(Version {
            id: id.to_owned(),
            path,
            source: kept.source,
            regulation,
            tree,
            text: UnreadText::new(&text),
            english,
            precedence,
        }))
    }

    /// The English of a version; nothing unless both the text and the names are there and can be read.
    fn translation(&mut self, snapshot: &dyn Snapshot, folder: &str) -> Result<Option<Translation>, RegisterError> {
        let (text_path, words_path) = (format!("{folder}/text.en.md"), format!("{folder}/words.en.yaml"));
        let text = self.text(snapshot, &text_path)?;
        if let Some(text) = &text {
            let kept = Kept { path: text_path.clone(), source: text.clone(), tree: None };
            self.files.insert(text_path.clone(), kept);
        }
        let Some(source) = self.text(snapshot, &words_path)? else { return Ok(None) };
        let read = read_words(&source);
        self.keep(&words_path, source, &read);
        let both = text.zip(read.value);
        Ok(both.map(|(text, words)| Translation { path: text_path, text: UnreadText::new(&text), words }))
    }

    fn keep<T>(&mut self, path: &str, source: String, read: &Read<T>) -> Kept {
        let kept = Kept { path: path.to_owned(), source, tree: read.tree.clone() };
        let found: Vec<Finding> = read.faults.iter().map(|f| kept.page().fault(f)).collect();
        self.findings.extend(found);
        self.files.insert(path.to_owned(), kept.clone());
        kept
    }

    /// The text of a file; a finding when it is there but cannot be read.
    pub(crate) fn text(&mut self, snapshot: &dyn Snapshot, path: &str) -> Result<Option<String>, RegisterError> {
        match snapshot.read(path)? {
            None => Ok(None),
            Some(Content::Missing) => Err(RegisterError::Absent(path.to_owned())),
            Some(content) => match decode(content, self.settings.limit()) {
                Ok(text) => Ok(Some(text)),
                Err(said) => {
                    self.findings.push(whole(path, &case_file::c101::RULE, said));
                    Ok(None)
                }
            },
        }
    }
}

/// The text of a file of at most `limit` bytes, or why there is none.
pub fn decode(content: Content, limit: u64) -> Result<String, Message> {
    match content.within(limit) {
        Content::Bytes(bytes) => String::from_utf8(bytes).map_err(|_| {
            Message::new(
                text!("dit bestand is geen UTF-8-tekst", "this file is not UTF-8 text"),
                text!("sla het op als UTF-8", "save it as UTF-8"),
            )
        }),
        Content::TooLarge(size) => Err(Message::new(
            text!(
                "dit bestand is te groot: {size} bytes; de grens is {limit}",
                "this file is too large: {size} bytes; the limit is {limit}"
            ),
            text!("zet bijlagen in het gesloten deel, niet in git", "keep attachments in the sealed part, not in git"),
        )),
        Content::Missing => Err(Message::new(
            text!("de inhoud van dit bestand ontbreekt in deze kopie", "the bytes of this file are missing here"),
            text!("haal de hele geschiedenis op: git fetch --unshallow", "fetch everything: git fetch --unshallow"),
        )),
        Content::NotAFile => Err(Message::new(
            text!("dit is geen gewoon bestand", "this is not an ordinary file"),
            text!("zet er een gewoon bestand neer", "put an ordinary file in its place"),
        )),
    }
}
