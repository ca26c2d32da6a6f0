//! All answers together, and the file in which they are kept so that a later run need not ask again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::answer::{Wrong, checked};
use super::forge::Forge;
use super::key::Key;
use super::question::{Around, question};
use super::sector::Sector;
use crate::calendar::{Duration, parse_date};
use crate::diagnostics::{Lang, Text, text};
use crate::regulation::read_file;
use crate::yaml::{Field, Group, Kind, Table, is_id};

/// The file that keeps the answers, in the root of the register.
pub const ANSWERS: &str = ".klacht-init.yaml";

/// What was answered so far, each answer checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(BTreeMap<Key, String>);

impl Given {
    /// The answer, as it is kept.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&str> {
        self.0.get(&key).map(String::as_str)
    }

    /// Takes an answer, if it can be used.
    pub fn take(&mut self, key: Key, answer: &str) -> Result<(), Wrong> {
        let answer = checked(key, answer, self)?;
        self.0.insert(key, answer);
        Ok(())
    }

    /// Takes over who the organisation is and who handles its complaints from what was answered before, where nothing else was
    /// said now.
    pub fn recall(&mut self, earlier: &Self) {
        let lasting = |key: &Key| matches!(key.question(), Some(1 | 4));
        for key in Key::ALL.into_iter().filter(lasting) {
            if let (None, Some(answer)) = (self.get(key), earlier.get(key)) {
                // One that no longer fits beside a new answer is asked anew.
                let _ = self.take(key, answer);
            }
        }
    }

    /// The answer, or what is proposed.
    #[must_use]
    pub fn or_proposed(&self, key: Key, around: &Around) -> String {
        self.get(key).map_or_else(|| question(key, self, around, Lang::En).proposed, str::to_owned)
    }

    /// The first key of which the answers differ from those kept.
    #[must_use]
    pub fn contradicts(&self, kept: &Self) -> Option<Key> {
        self.0.iter().find(|(key, answer)| kept.get(**key) != Some(answer)).map(|(key, _)| *key)
    }
}

/// The independent body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// The address of its site.
    pub address: String,
    /// Whether its ruling binds the organisation.
    pub binding: bool,
}

/// Everything that a register is begun with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The organisation's name.
    pub organisation: String,
    /// The address of its site, without a slash at the end.
    pub site: String,
    /// Where complaints are mailed to.
    pub email: String,
    /// Which template.
    pub sector: Sector,
    /// `working` or `calendar`.
    pub days: String,
    /// Within what time receipt is confirmed.
    pub confirm: Duration,
    /// Within what time the outcome is told.
    pub decide: Duration,
    /// By how much that may be extended.
    pub extend: Duration,
    /// The address under which the handler commits.
    pub handler: String,
    /// The same of the substitute.
    pub substitute: String,
    /// The independent body.
    pub body: Body,
    /// Where the repository stands.
    pub forge: Forge,
    /// The language of the files that staff read.
    pub lang: Lang,
    /// The day from which the regulation holds.
    pub valid_from: NaiveDate,
}

impl Answers {
    /// What was given, completed by what is proposed. Proposals are answers that can be used.
    pub fn complete(given: &Given, around: &Around, lang: Lang, valid_from: NaiveDate) -> Result<Self, Wrong> {
        let mut all = given.clone();
        for key in Key::ALL {
            let answer = all.or_proposed(key, around);
            all.take(key, &answer)?;
        }
        let text = |key: Key| all.get(key).unwrap_or_default().to_owned();
        let term = |key: Key| {
            text(key)
                .parse::<Duration>()
                .map_err(|e| Wrong { message: e.words(), remedy: Text::new(key.word(), key.word()) })
        };
        Ok(Self {
            organisation: text(Key::Organisation),
            site: text(Key::Site),
            email: text(Key::Email),
            sector: Sector::named(&text(Key::Template)).unwrap_or(Sector::Minimal),
            days: text(Key::Days),
            confirm: term(Key::Confirm)?,
            decide: term(Key::Decide)?,
            extend: term(Key::Extend)?,
            handler: text(Key::Handler),
            substitute: text(Key::Substitute),
            body: Body { name: text(Key::Body), address: text(Key::BodySite), binding: text(Key::Binding) == "yes" },
            forge: Forge::named(&text(Key::Forge)).unwrap_or(Forge::None),
            lang,
            valid_from,
        })
    }

    /// The answer to one key, as it is kept.
    #[must_use]
    pub fn kept(&self, key: Key) -> String {
        match key {
            Key::Organisation => self.organisation.clone(),
            Key::Site => self.site.clone(),
            Key::Email => self.email.clone(),
            Key::Template => self.sector.word().to_owned(),
            Key::Days => self.days.clone(),
            Key::Confirm => self.confirm.to_string(),
            Key::Decide => self.decide.to_string(),
            Key::Extend => self.extend.to_string(),
            Key::Handler => self.handler.clone(),
            Key::Substitute => self.substitute.clone(),
            Key::Body => self.body.name.clone(),
            Key::BodySite => self.body.address.clone(),
            Key::Binding => if self.body.binding { "yes" } else { "no" }.to_owned(),
            Key::Forge => self.forge.word().to_owned(),
        }
    }

    /// The id of the regulation: the organisation's name in letters that every system knows.
    #[must_use]
    pub fn regulation(&self) -> String {
        let id = slug(&self.organisation);
        if is_id(&id) && !is_folder_of_site(&id) {
            return id;
        }
        format!("klachten-{id}").trim_end_matches('-').to_owned()
    }
}

/// Whether the site has a folder of this name, which a regulation cannot have then.
pub(super) fn is_folder_of_site(id: &str) -> bool {
    matches!(id, "en" | "toegankelijkheid" | "accessibility")
}

/// Small letters, digits and hyphens; what has marks loses them.
pub(super) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain = name.nfkd().filter(char::is_ascii).map(|c| c.to_ascii_lowercase());
    let parted: String = plain.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    parted.split_whitespace().collect::<Vec<_>>().join("-")
}

/// What an earlier run was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The answers.
    pub given: Given,
    /// The language.
    pub lang: Lang,
    /// The day from which the regulation holds.
    pub valid_from: NaiveDate,
}

static KEPT: Table = Table {
    name: "init",
    open: false,
    fields: &[
        Field::required("schema", Kind::OneOf(&["klacht.init/1"]), "soort bestand", "kind of file"),
        Field::required("lang", Kind::OneOf(&["nl", "en"]), "de taal", "the language"),
        Field::required("valid_from", Kind::Date, "de ingangsdatum", "the day it takes effect"),
        Field::required("organisation", Kind::Text, "de organisatie", "the organisation"),
        Field::required("site", Kind::Text, "het adres van de site", "the address of the site"),
        Field::required("email", Kind::Text, "het adres voor klachten", "the address for complaints"),
        Field::required("template", Kind::Text, "de sector", "the sector"),
        Field::required("days", Kind::Text, "werkdagen of kalenderdagen", "working or calendar days"),
        Field::required("confirm", Kind::Text, "termijn voor de bevestiging", "time to acknowledge"),
        Field::required("decide", Kind::Text, "termijn voor de uitkomst", "time to decide"),
        Field::required("extend", Kind::Text, "hoogste verlenging", "longest extension"),
        Field::required("handler", Kind::Text, "wie behandelt", "the handler"),
        Field::required("substitute", Kind::Text, "wie vervangt", "the substitute"),
        Field::required("body", Kind::Text, "de onafhankelijke instantie", "the independent body"),
        Field::required("body-site", Kind::Text, "het adres van haar site", "the address of its site"),
        Field::required("binding", Kind::Text, "of haar uitspraak bindt", "whether its ruling binds"),
        Field::required("forge", Kind::Text, "waar het register staat", "where the register is hosted"),
    ],
};

#[derive(Deserialize)]
struct File {
    lang: String,
    valid_from: String,
    #[serde(flatten)]
    answers: BTreeMap<String, String>,
}

impl Group for File {
    const TABLE: &'static Table = &KEPT;
}

/// Reads the file of an earlier run; what is wrong with it when it cannot be used.
pub fn remembered(source: &str) -> Result<Remembered, Wrong> {
    let unread = || Wrong {
        message: text!("{value} kan niet worden gelezen", "{value} cannot be read", value = ANSWERS),
        remedy: text!(
            "haal het bestand terug met git, of verwijder {value} en begin in een lege map",
            "restore the file with git, or remove {value} and start in an empty folder",
            value = ANSWERS
        ),
    };
    let file: File = read_file(source).value.ok_or_else(unread)?;
    let mut given = Given::default();
    for key in Key::ALL {
        given.take(key, file.answers.get(key.word()).ok_or_else(unread)?)?;
    }
    let lang = file.lang.parse().map_err(|_| unread())?;
    Ok(Remembered { given, lang, valid_from: parse_date(&file.valid_from).map_err(|_| unread())? })
}
