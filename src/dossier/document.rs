//! The document: who is who, the facts of the case with their dates, then what is sealed, in the order in which it came.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::masking::Mask;
use super::title::{is_text, titled};
use crate::calendar::date_words;
use crate::case::{DataValue, LogEntry, Position};
use crate::casework::{CaseFile, CaseReport, Event, Numbered, OpenedCase, harmless, parties_or_staff, sealed_name};
use crate::diagnostics::{Lang, Text, text};
use crate::docket::Docket;
use crate::naming;
use crate::regulation::RoleKind;
use crate::sealing::{Piece, PieceKind};

/// Whoever is outside, where the regulation has no name for them: a court, an inspectorate.
const OUTSIDE: [&str; 2] = ["external", "extern"];

/// For whom it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whom {
    /// A party, who may see what is held about them.
    Party(String),
    /// An external body or mediator, who is given all of it.
    Outside(String),
}

impl Whom {
    /// Who a word means in a case; else the words that mean somebody.
    pub(crate) fn named(word: &str, docket: &Docket<'_>) -> Result<Self, Vec<String>> {
        let parties: Vec<&str> = docket.case().parties.iter().map(|party| party.key.as_str()).collect();
        let roles = docket.version.regulation.roles.iter().filter(|role| role.kind == RoleKind::External);
        let outside: Vec<&str> = roles.map(|role| role.id.as_str()).chain(OUTSIDE).collect();
        match word {
            _ if parties.contains(&word) => Ok(Self::Party(word.to_owned())),
            _ if outside.contains(&word) => Ok(Self::Outside(word.to_owned())),
            _ => Err(parties.into_iter().chain(outside).map(str::to_owned).collect()),
        }
    }
}

/// Everything that goes into it.
pub(crate) struct Dossier<'a> {
    /// The case file.
    pub file: &'a CaseFile,
    /// The case, replayed.
    pub docket: &'a Docket<'a>,
    /// The same for a reader.
    pub report: &'a CaseReport,
    /// What is sealed.
    pub opened: &'a OpenedCase,
    /// For whom it is.
    pub whom: &'a Whom,
    /// The language.
    pub lang: Lang,
}

impl Dossier<'_> {
    /// The numbers of the pieces in it that are somebody else's: whoever gives it looks at these.
    pub(crate) fn of_others(&self) -> Vec<usize> {
        let Whom::Party(person) = self.whom else { return Vec::new() };
        let others = self
            .opened
            .pieces
            .iter()
            .filter(|one| is_text(&one.piece) && one.piece.of.as_ref().is_some_and(|of| of != person));
        others.map(|one| one.number).collect()
    }

    /// Whether files belong to it, which no program looks into.
    pub(crate) fn has_files(&self) -> bool {
        self.opened.pieces.iter().any(|one| one.piece.file.is_some())
    }

    /// The text.
    pub(crate) fn written(&self) -> String {
        let data = self.opened.pieces.iter().flat_map(|one| {
            let of = self.owner(&one.piece);
            one.piece.fields.iter().map(move |(key, value)| (of, key.as_str(), value.as_str()))
        });
        let mask = match self.whom {
            Whom::Party(person) => Mask::new(data, person),
            Whom::Outside(_) => Mask::default(),
        };
        let mut paper = Paper { lang: self.lang, mask, text: String::new() };
        self.begin(&mut paper);
        self.who(&mut paper);
        self.facts(&mut paper);
        self.course(&mut paper);
        self.data(&mut paper);
        self.words(&mut paper);
        self.files(&mut paper);
        if let Whom::Party(person) = self.whom {
            self.rights(person, &mut paper);
        }
        paper.text
    }

    /// Whose a piece is: the first complainant's where nothing is said.
    fn owner<'p>(&'p self, piece: &'p Piece) -> &'p str {
        let first = || self.docket.case().parties.iter().find(|party| party.position == Position::Complainant);
        piece.of.as_deref().or_else(|| Some(first()?.key.as_str())).unwrap_or_default()
    }

    fn begin(&self, paper: &mut Paper) {
        let (id, day) = (&self.report.id, date_words(self.report.day));
        let for_whom = match self.whom {
            Whom::Party(person) => text!(
                "Dossier {id} voor {person}: alles wat over deze persoon is vastgelegd (AVG, artikel 15)",
                "File {id} for {person}: everything that is held about this person (GDPR, article 15)"
            ),
            Whom::Outside(body) => {
                let body = self.docket.version.regulation.role_name(body);
                text!("Dossier {id} voor {body}: het hele dossier", "File {id} for {body}: the whole file", body)
            }
        };
        paper.plain(&for_whom);
        let (title, regulation) = (&self.report.title, &self.report.regulation);
        paper.plain(&text!("{title} ({regulation}), op {day}", "{title} ({regulation}), on {day}", title, day));
        if matches!(self.whom, Whom::Party(_)) {
            paper.plain(&text!(
                "Wie andere mensen zijn, staat er niet in: in plaats daarvan staat hun aanduiding, zoals [p2].",
                "It does not tell who other people are: their keys stand in place of that, such as [p2]."
            ));
        }
    }

    fn who(&self, paper: &mut Paper) {
        paper.head(&text!("Wie is wie", "Who is who"));
        let mut keys: Vec<&str> = self.docket.case().parties.iter().map(|party| party.key.as_str()).collect();
        let staff: BTreeSet<&str> = self.report.timeline.iter().flat_map(named).map(String::as_str).collect();
        keys.extend(staff.into_iter().filter(|key| self.docket.case().parties.iter().all(|party| party.key != *key)));
        for key in keys {
            paper.line(key, &parties_or_staff(self.docket, key, self.report.day).name);
        }
    }

    fn facts(&self, paper: &mut Paper) {
        let (case, regulation) = (self.docket.case(), &self.docket.version.regulation);
        paper.head(&text!("De klacht", "The complaint"));
        let mut line = |nl: &str, en: &str, value: &Text| paper.line(Text::new(nl, en).in_(self.lang), value);
        line("ontvangen", "received", &date_words(self.report.received));
        line("kanaal", "channel", &regulation.channel_name(&case.intake.channel));
        line("onderwerp", "topic", &naming::all_of(&self.report.topic_names));
        line("stand", "state", &self.report.state);
        for (nl, en, value) in [
            ("behandelaar", "handler", self.report.handler.as_deref()),
            ("bron", "source", case.intake.source.as_deref()),
            ("ernst", "severity", case.severity.as_deref()),
            ("bewaarplicht", "legal hold", case.legal_hold.as_ref().map(|hold| hold.reason.as_str())),
        ] {
            if let Some(value) = value {
                paper.said(Text::new(nl, en).in_(self.lang), value);
            }
        }
        for (key, value) in &case.fields {
            paper.said(key, &together(value));
        }
        for given in &case.attestations {
            let how = given.how.as_deref().unwrap_or_default();
            paper.said(&given.attestation, &format!("{}, {} {how}", given.by, date_words(given.on).in_(self.lang)));
        }
        if let Some(notes) = self.file.source.get(case.body.clone()).map(str::trim).filter(|notes| !notes.is_empty()) {
            paper.head(&text!("Werknotitie", "Working note"));
            paper.words(notes);
        }
    }

    fn course(&self, paper: &mut Paper) {
        if !self.report.timeline.is_empty() {
            paper.head(&text!("Wat er gebeurde", "What happened"));
        }
        for (event, entry) in self.report.timeline.iter().zip(&self.docket.case().log) {
            let by = [
                (text!("door", "by"), &event.by),
                (text!("aan", "to"), &event.to),
                (text!("met", "with"), &event.with),
            ];
            let also = [(text!("kopie", "copy"), &event.cc), (text!("gemeld aan", "reported to"), &event.reported_to)];
            let named = by.iter().chain(&also).filter(|(_, keys)| !keys.is_empty());
            let named: Vec<String> =
                named.map(|(how, keys)| format!("{} {}", how.in_(self.lang), keys.join(", "))).collect();
            let (on, name) = (date_words(event.on), event.name.in_(self.lang));
            let gone = if event.annulled { text!(" (vervallen)", " (annulled)") } else { text!("", "") };
            let (number, on, gone) = (event.number, on.in_(self.lang), gone.in_(self.lang));
            paper.free(&format!("{number}. {on}: {name}{gone}; {}", named.join("; ")));
            let about: Vec<&str> = event.about.iter().map(|about| about.in_(self.lang)).collect();
            if !about.is_empty() {
                paper.typed("  ", &about.join("; "));
            }
            for (label, value) in self.said_of(entry, &about) {
                paper.typed(&format!("   {}:", label.in_(self.lang)), &value);
            }
        }
    }

    /// What staff typed freely with a step, and every answer that is not told already.
    fn said_of(&self, entry: &LogEntry, told: &[&str]) -> Vec<(Text, String)> {
        let regulation = &self.docket.version.regulation;
        let step = regulation.step(&entry.step);
        let own = [
            (text!("kanaal", "channel"), &entry.channel),
            (text!("reden", "reason"), &entry.reason),
            (text!("kenmerk", "reference"), &entry.ref_),
            (text!("aantekening", "note"), &entry.note),
            (text!("te laat, omdat", "late, because"), &entry.late),
            (text!("niet gedaan, omdat", "left out, because"), &entry.waived),
            (text!("toch door deze persoon, omdat", "by this person after all, because"), &entry.waiver),
            (text!("vastgelegd door", "recorded by"), &entry.recorded_by),
            (text!("behandelaar", "handler"), &entry.handler),
        ];
        let own = own.into_iter().filter_map(|(label, value)| Some((label, value.clone()?)));
        let asked = entry.data.iter().map(|(key, value)| {
            let ask = step.and_then(|step| Some((step, step.asks.iter().find(|ask| ask.key == *key)?)));
            let label = ask.map_or_else(|| naming::same(key), |(step, ask)| naming::asked(regulation, step, ask));
            (label, together(value))
        });
        own.chain(asked.filter(|(_, value)| !told.iter().any(|told| told.contains(value.as_str())))).collect()
    }

    fn data(&self, paper: &mut Paper) {
        let mine = |piece: &Piece| match self.whom {
            Whom::Party(person) => self.owner(piece) == person,
            Whom::Outside(_) => true,
        };
        let persons = self.opened.pieces.iter().filter(|one| one.piece.kind == PieceKind::Person && mine(&one.piece));
        paper.head(&text!("Gegevens", "Personal data"));
        for Numbered { piece, .. } in persons {
            paper.free(&titled(piece, self.lang));
            for (key, value) in &piece.fields {
                paper.said(sealed_name(key).in_(self.lang), value);
            }
        }
    }

    fn words(&self, paper: &mut Paper) {
        let pieces = || self.opened.pieces.iter().filter(|one| is_text(&one.piece));
        if pieces().next().is_some() {
            paper.head(&text!("Woorden, brieven en aantekeningen", "Words, letters and notes"));
        }
        for Numbered { number, piece } in pieces() {
            paper.free(&format!("{number}. {}", titled(piece, self.lang)));
            paper.words(piece.text.as_deref().unwrap_or_default());
        }
    }

    fn files(&self, paper: &mut Paper) {
        let files = || self.opened.pieces.iter().filter_map(|one| Some((one, one.piece.file.as_ref()?)));
        if files().next().is_none() {
            return;
        }
        paper.head(&text!("Bijlagen", "Attachments"));
        for (Numbered { number, piece }, file) in files() {
            let size = file.bytes.len().div_ceil(1000);
            paper.typed(&format!("{number}. {}:", titled(piece, self.lang)), &format!("{} ({size} kB)", file.name));
        }
    }

    /// What a person is to be told besides (GDPR, article 15(1)).
    fn rights(&self, person: &str, paper: &mut Paper) {
        paper.head(&text!("Wat u verder moet weten", "What else you are to know"));
        let (title, kept) = (&self.report.title, &self.report.retention.words);
        let given: Vec<&str> = self.docket.recipients().into_iter().filter(|key| *key != person).collect();
        let nobody = text!("niemand buiten de organisatie", "nobody outside the organisation");
        let given = if given.is_empty() { nobody } else { naming::same(given.join(", ")) };
        paper.plain(&text!(
            "Waarvoor: om de klacht te behandelen zoals “{title}” zegt.",
            "Purpose: to handle the complaint as “{title}” says.",
            title
        ));
        paper.plain(&text!("Aan wie gegeven: {given}.", "Given to: {given}.", given));
        paper.plain(&text!("Hoe lang: {kept}.", "For how long: {kept}.", kept));
        paper.plain(&text!(
            "Klopt er iets niet, of moet er iets weg? Vraag ons dat. Bent u het niet met ons eens: klaag bij de Autoriteit Persoonsgegevens.",
            "Is something wrong, or must something go? Ask us. If you do not agree with us, complain to the data protection authority."
        ));
    }
}

/// Everybody whom an entry names.
fn named(event: &Event) -> impl Iterator<Item = &String> {
    [&event.by, &event.to, &event.with, &event.cc, &event.reported_to].into_iter().flatten()
}

fn together(value: &DataValue) -> String {
    match value {
        DataValue::Text(text) => text.clone(),
        DataValue::List(texts) => texts.join(", "),
    }
}

/// The text as it grows. What somebody typed goes through the mask.
struct Paper {
    lang: Lang,
    mask: Mask,
    text: String,
}

impl Paper {
    fn head(&mut self, heading: &Text) {
        let heading = heading.in_(self.lang);
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "\n{heading}\n{}", "-".repeat(heading.chars().count()));
    }

    /// Words of the program.
    fn plain(&mut self, words: &Text) {
        let _ = writeln!(self.text, "{}", words.in_(self.lang));
    }

    /// A fact in words of the program or of the regulation.
    fn line(&mut self, label: &str, value: &Text) {
        let _ = writeln!(self.text, "{label:<14} {}", value.in_(self.lang));
    }

    /// A fact as somebody typed it.
    fn said(&mut self, label: &str, value: &str) {
        self.typed(&format!("{label:<14}"), value);
    }

    /// What somebody typed, behind words of the program.
    fn typed(&mut self, before: &str, value: &str) {
        let value = self.mask.masked(&harmless(value)).replace('\n', "\n               ");
        let _ = writeln!(self.text, "{before} {value}");
    }

    /// A line of keys, days and words of the regulation.
    fn free(&mut self, line: &str) {
        let _ = writeln!(self.text, "{}", harmless(line));
    }

    /// Running text, set in.
    fn words(&mut self, words: &str) {
        for line in self.mask.masked(&harmless(words)).lines() {
            let _ = writeln!(self.text, "   {}", line.trim_end());
        }
        self.text.push('\n');
    }
}
