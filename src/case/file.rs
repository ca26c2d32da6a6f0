//! One case as the program knows it. Nothing here is derived: what it means follows from replaying the log.

use std::ops::Range;

use chrono::NaiveDate;

use super::checks::{datum, digest, piece, seal_id};
use super::id::CaseId;
use crate::yaml::{group, words};

group! {
    /// A case file.
    #[derive(PartialEq, Eq)]
    pub struct Case = "case", read by hand {
        must id: CaseId, "het zaaknummer", "the case id";
        /// Absent only in the stub of a destroyed case.
        must received: Option<NaiveDate>, "de dag van ontvangst", "the day of receipt";
        must intake: Intake, "hoe de klacht binnenkwam", "how the complaint came in";
        may parties: Vec<Party>, "wie erbij betrokken is", "who is involved";
        may topics: Vec<String> as IDS, "waar de klacht over gaat", "what the complaint is about";
        may main_topic: Option<String> as Id, "het belangrijkste onderwerp", "the main topic";
        may severity: Option<String> as Id, "hoe ernstig de klacht is", "how grave the complaint is";
        /// In the order of the file.
        may fields: Vec<(String, DataValue)> as Each(&Custom(datum)), "eigen gegevens", "facts of this organisation";
        /// Kept outside git.
        may sealed: Option<Sealed>, "het verzegelde deel", "the sealed part";
        /// Of the same matter.
        may earlier: Option<CaseId>, "een eerdere melding", "an earlier report";
        /// In cents.
        may charged: Option<u64> as Amount, "wat de klager betaalde", "what the complainant was charged";
        may legal_hold: Option<LegalHold>, "waarom niet vernietigd mag worden", "why it must not be destroyed";
        may attestations: Vec<Attestation>, "verklaringen", "declarations";
        may accepted: Vec<Accepted>, "aanvaarde bevindingen", "accepted findings";
        /// In the order of the file.
        may log: Vec<LogEntry>, "de gezette stappen", "the steps taken";
        /// Then nothing else is left but the id; the keys of such a stub are in [`STUB`](super::STUB).
        besides destroyed: Option<Destroyed>, "When and by whom it was destroyed.";
        besides body: Range<usize>, "Where the Markdown body stands in the file.";
    }
}

group! {
    /// How a complaint came in.
    #[derive(PartialEq, Eq, Default)]
    pub struct Intake = "case.intake", read by hand {
        must channel: String as Id, "langs welke weg", "by which channel";
        may source: Option<String> as Id, "van binnen of van buiten", "from inside or outside";
        /// By the id of the case and what was imported, so that every desk knows it again and nobody can read it.
        may digest: Option<String> as Custom(digest), "de vingerafdruk van wat is ingelezen", "the digest of what was imported";
    }
}

group! {
    /// Somebody in a case.
    #[derive(PartialEq, Eq)]
    pub struct Party = "case.party", read by hand {
        /// By it the log names them.
        must key: String as Name, "de aanduiding in dit dossier", "its key in this case";
        may role: Option<String> as Id, "de rol volgens de regeling", "the role in the regulation";
        must position("as"): Position, "de plaats in deze zaak", "the position in this case";
        /// When they are of the organisation.
        may person: Option<String> as Name, "de persoon uit people.yaml", "the person of people.yaml";
        /// For who came when it was under way: steps up to that day were taken without them.
        may since: Option<NaiveDate>, "sinds welke dag erbij", "the day of joining the case";
        /// One of several complainants.
        may contact: bool, "via deze klager horen alle klagers het", "all complainants are told through this one";
    }
}

words! {
    /// The position of a party.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Position {
        /// Who complains.
        Complainant = "complainant",
        /// Who is complained about.
        Respondent = "respondent",
        /// Who has to do with it otherwise.
        Involved = "involved",
        /// Who speaks for the complainant.
        Representative = "representative",
    }
}

/// A value of a key that the regulation brings in: what it means is for the regulation to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataValue {
    /// One text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl DataValue {
    /// The text, when it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) => None,
        }
    }

    /// The texts, one or several.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::List(texts) => texts,
        }
    }
}

group! {
    /// What is kept outside git.
    #[derive(PartialEq, Eq)]
    pub struct Sealed = "case.sealed", read by hand {
        /// Personal data that are kept elsewhere; what the pieces hold is said with them.
        may fields: Vec<String> as IDS, "wat erin zit", "what it holds";
        may pieces: Vec<SealedPiece>, "verzegelde stukken", "sealed pieces";
        may withdrawn: Vec<Withdrawn>, "teruggenomen stukken", "pieces taken back";
    }
}

group! {
    /// A piece of the sealed part, in the vault of the register.
    #[derive(PartialEq, Eq)]
    pub struct SealedPiece = "case.sealed.piece", read by hand {
        must id: String as Custom(piece), "de naam", "its name";
        /// Of the sealed bytes, in hexadecimals.
        must sha256: String as Custom(digest), "de vingerafdruk", "its digest";
        may holds: Vec<String> as IDS, "welke gegevens erin zitten", "which data it holds";
        /// The key of the party.
        may of: Option<String> as Id, "van wie", "whose";
    }
}

group! {
    /// A piece that was taken back: it was sealed by mistake, and its bytes go.
    #[derive(PartialEq, Eq)]
    pub struct Withdrawn = "case.sealed.withdrawn", read by hand {
        must id: String as Custom(piece), "de naam", "its name";
        must on: NaiveDate, "wanneer", "when";
        must by: String as Id, "door wie", "by whom";
        must why: String, "waarom", "why";
    }
}

impl Sealed {
    /// The pieces that were not taken back.
    pub(crate) fn present(&self) -> impl Iterator<Item = &SealedPiece> {
        self.pieces.iter().filter(|piece| self.withdrawn.iter().all(|gone| gone.id != piece.id))
    }
}

group! {
    /// What stops the destruction of a case.
    #[derive(PartialEq, Eq)]
    pub struct LegalHold = "case.legal_hold", read by hand {
        must since: NaiveDate, "sinds wanneer", "since when";
        must reason: String, "waarom", "why";
        may until: Option<NaiveDate>, "tot en met welke dag", "until when";
        /// With the day on which it ended.
        may because: Option<String>, "waarom het voorbij is", "why it is over";
    }
}

impl LegalHold {
    /// Whether it was lifted: with a day and a reason, which stay.
    #[must_use]
    pub fn is_lifted(&self) -> bool {
        self.until.is_some() && self.because.is_some()
    }
}

group! {
    /// A declaration about conduct that no file can prove.
    #[derive(PartialEq, Eq)]
    pub struct Attestation = "case.attestation", read by hand {
        /// Of the regulation.
        must attestation: String as Id, "welke verklaring", "which declaration";
        must on: NaiveDate, "de dag", "the day";
        must by: String as Name, "door wie", "by whom";
        may how: Option<String>, "hoe", "how";
    }
}

group! {
    /// A finding that somebody accepted.
    #[derive(PartialEq, Eq)]
    pub struct Accepted = "case.accepted", read by hand {
        must code: String, "de code van de bevinding", "the code of the finding";
        must why: String, "waarom", "why";
        must by: String as Name, "door wie", "by whom";
    }
}

group! {
    /// The end of a case.
    #[derive(PartialEq, Eq)]
    pub struct Destroyed = "stub.destroyed", read by hand {
        must on: NaiveDate, "de dag", "the day";
        must by: String as Name, "door wie", "by whom";
        /// All that can open an old copy of what was sealed, until they are destroyed themselves.
        may keys: Vec<String> as List(&Custom(seal_id)), "sleutels die een oude kopie openen", "keys that open an old copy";
    }
}

group! {
    /// One dated step. Every other key is one that the step asks.
    #[derive(PartialEq, Eq, Default)]
    pub struct LogEntry = "case.log", open, read by hand {
        /// Of the regulation.
        must step: String as Id, "welke stap", "which step";
        must on: NaiveDate, "de dag", "the day";
        may by: Vec<String> as NAMES, "door wie", "by whom";
        may to: Vec<String> as NAMES, "aan wie", "to whom";
        may cc: Vec<String> as NAMES, "met afschrift aan", "with a copy to";
        may with: Vec<String> as NAMES, "in overleg met", "in consultation with";
        may reported_to: Vec<String> as NAMES, "gemeld aan", "reported to";
        may channel: Option<String> as Id, "langs welke weg", "by which channel";
        may party: Vec<String> as NAMES, "welke partij", "which party";
        may parts: Vec<String> as IDS, "welke onderdelen", "which parts";
        may late: Option<String>, "waarom te laat", "why late";
        may waived: Option<String>, "waarom weggelaten", "why left out";
        may waiver: Option<String>, "waarom toch door deze persoon", "why by this person after all";
        /// And that suffices.
        may offered: bool, "alleen aangeboden", "only offered";
        /// When that is not who did it.
        may recorded_by: Option<String> as Name, "vastgelegd door", "recorded by";
        may reason: Option<String>, "de reden", "the reason";
        may ref_("ref"): Option<String>, "het kenmerk", "the reference";
        may note: Option<String>, "een aantekening", "a note";
        /// From here on.
        may handler: Option<String> as Name, "de behandelaar", "the handler";
        /// Counted from 1.
        may of: Option<String>,
            "het nummer van de stap die vervalt, of het feit dat is verbeterd (`received`, `severity`, `p2`, …)",
            "the number of the entry that it annuls, or the fact that was put right (`received`, `severity`, `p2`, …)";
        besides data: Vec<(String, DataValue)>, "What the step itself asks: every other key, in the order of the file.";
    }
}

impl LogEntry {
    /// The datum under `key`; a step may also ask for some of the keys that every entry knows.
    #[must_use]
    pub fn datum(&self, key: &str) -> Option<Datum<'_>> {
        let own = match key {
            "reason" => &self.reason,
            "ref" => &self.ref_,
            "handler" => &self.handler,
            "note" => &self.note,
            _ => return self.data.iter().find(|(k, _)| k == key).map(|(_, v)| Datum::of(v)),
        };
        own.as_deref().map(Datum::Text)
    }

    /// The datum under `key`, when it is one text.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.datum(key)?.text()
    }
}

impl Case {
    /// The first day of the case that is known: of receipt, or of destruction where only that is left.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.received.or(self.destroyed.as_ref().map(|d| d.on)).unwrap_or_default()
    }

    /// A fact that only this organisation records, when it is one text.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(k, _)| k == key).and_then(|(_, v)| v.text())
    }

    /// The personal data that the sealed part holds.
    #[must_use]
    pub fn sealed_fields(&self) -> Vec<String> {
        let Some(sealed) = &self.sealed else { return Vec::new() };
        let mut fields = sealed.fields.clone();
        for held in sealed.present().flat_map(|piece| &piece.holds) {
            if !fields.contains(held) {
                fields.push(held.clone());
            }
        }
        fields
    }
}

/// A datum, borrowed: one text or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum<'a> {
    /// One text.
    Text(&'a str),
    /// Several texts.
    List(&'a [String]),
}

impl<'a> Datum<'a> {
    /// Borrows a value.
    #[must_use]
    pub fn of(value: &'a DataValue) -> Self {
        match value {
            DataValue::Text(text) => Self::Text(text),
            DataValue::List(texts) => Self::List(texts),
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) => None,
        }
    }
}
