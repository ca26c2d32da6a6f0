//! The year's record of one regulation: reports, discussions, declarations, and the rows that outlive their cases.

use chrono::NaiveDate;

use crate::regulation::{Attested, Read, read_file};
use crate::yaml::{NewItem, NewValue, Scalar, group, words};
use crate::yearbook::Frozen;

group! {
    /// `yearbook.yaml` of one year.
    #[derive(Default)]
    pub struct Yearbook = "yearbook" {
        must schema: String as OneOf(&["klacht.yearbook/1"]), "soort bestand", "kind of file";
        may reports: Vec<Report>, "verslagen", "reports";
        may discussions: Vec<DiscussionHeld>, "besprekingen", "discussions";
        may attestations: Vec<Attested>, "verklaringen", "declarations";
        /// Whom the organisation served in the year, for rates.
        may participants: Option<u32>, "aantal deelnemers", "number of participants";
        /// What destroyed cases left.
        may tally: Vec<TallyRow>, "telregels", "tally rows";
        /// What was learned: no words of a complaint.
        may lessons: Vec<Learned>, "lessen voor het publiek", "lessons for the public";
        /// As they were published, each revision.
        may figures: Vec<Frozen>, "bevroren cijfers", "frozen figures";
    }
}

/// Reads `yearbook.yaml`.
#[must_use]
pub fn read_yearbook(source: &str) -> Read<Yearbook> {
    read_file(source)
}

group! {
    /// A lesson for the public.
    #[derive(PartialEq, Eq)]
    pub struct Learned = "lesson" {
        must nl: String, "in het Nederlands", "in Dutch";
        may en: Option<String>, "in het Engels", "in English";
    }
}

group! {
    /// A report that was written.
    #[derive(PartialEq, Eq)]
    pub struct Report = "report" {
        must on: NaiveDate, "wanneer", "when";
        must by: String as Id, "door wie", "by whom";
        must from: NaiveDate, "eerste dag", "first day";
        must until: NaiveDate, "laatste dag", "last day";
        may parts: Vec<String> as IDS, "onderdelen", "parts";
        /// The id of a further report; absent: the periodic one.
        may further: Option<String> as Id, "welk verder verslag", "which further report";
    }
}

impl Report {
    /// Whether it is the periodic report, which is discussed and after which cases may be destroyed.
    #[must_use]
    pub fn is_periodic(&self) -> bool {
        self.further.is_none()
    }
}

group! {
    /// A discussion of a report.
    #[derive(PartialEq, Eq)]
    pub struct DiscussionHeld = "discussion held" {
        must on: NaiveDate, "wanneer", "when";
        must by: String as Id, "door wie", "by whom";
        may attendees: Vec<String> as IDS, "wie erbij waren", "who was there";
        may decision: Option<String> as OneOf(&["ja", "nee", "niet-nodig"]), "voorgelegd", "put to management";
        may decided_by: Option<String> as Id, "wie besliste", "who decided";
        may decided_on: Option<NaiveDate>, "wanneer besloten", "when decided";
    }
}

/// Whether something was done within its time.
const PUNCTUAL: &[&str] = &["in-time", "late", "not-applicable"];

group! {
    /// What a destroyed case leaves: codes, no id, no date finer than a quarter.
    #[derive(Default, PartialEq, Eq)]
    pub struct TallyRow = "tally" {
        /// Of receipt; of a report that became a complaint, the quarter in which it did.
        must received: String, "kwartaal, als 2025-Q2", "quarter, as 2025-Q2";
        /// A complaint when absent.
        may kind: Option<TallyKind>, "klacht of melding", "complaint or report";
        /// 1 when absent.
        may else "one" count: u32, "aantal", "how many";
        /// Or the only one.
        may topic: Option<String> as Id, "hoofdonderwerp", "main topic";
        /// All of them.
        may topics: Vec<String> as IDS, "onderwerpen", "topics";
        may channel: Option<String> as Id, "weg", "channel";
        may source: Option<String> as Id, "bron", "source";
        may severity: Option<String> as Id, "ernst", "severity";
        may complainant: Option<String> as Id, "rol van de klager", "role of the complainant";
        may cause: Option<String> as Id, "oorzaak", "cause";
        may judgement: Option<String> as Id, "oordeel", "judgement";
        may ended: Option<String> as Id, "hoe geëindigd", "how it ended";
        /// The complainant.
        may satisfied: Option<String> as Id, "tevreden", "satisfied";
        /// How the handling term was kept.
        may timeliness: Option<String> as OneOf(&["in-time", "extended", "late", "not-applicable"]), "op tijd", "in time";
        /// The same, with the term in halves.
        may band: Option<String> as OneOf(&["half", "whole", "extended", "late", "not-applicable"]),
            "deel van de termijn", "part of the term";
        may acknowledgement: Option<String> as OneOf(PUNCTUAL), "ontvangst op tijd bevestigd", "acknowledged in time";
        may escalation: Option<String> as Id, "externe instantie, of none", "external body, or none";
        may hearing: Option<String> as OneOf(&["held", "waived", "none"]), "gehoord", "heard";
        may measures: Option<String> as OneOf(&["none", "agreed", "verified"]), "maatregelen", "measures";
        /// The handling term.
        may extension: Option<String> as OneOf(&["none", "once", "several"]), "hoe vaak verlengd", "how often extended";
        may progress: Option<String> as OneOf(PUNCTUAL), "tussenberichten op tijd", "progress notices in time";
        may reopening: Option<String> as OneOf(&["none", "reopened"]), "heropend", "opened again";
        may redress: Option<String> as OneOf(&["none", "amount"]), "geldbedrag bij de oplossing", "amount with the solution";
        /// The first time.
        may closed: Option<String>, "kwartaal van afsluiting", "quarter of closing";
        may destroyed: Option<String>, "kwartaal van vernietiging", "quarter of destruction";
    }
}

fn one() -> u32 {
    1
}

words! {
    /// What a destroyed case was.
    pub enum TallyKind {
        /// A complaint.
        Complaint = "complaint",
        /// A report that never became one: it is not counted among the complaints.
        Report = "report",
    }
}

impl TallyRow {
    /// The row as it is written: its keys in order, those that say nothing left out.
    #[must_use]
    pub fn item(&self) -> NewItem {
        let text = |value: &String| NewValue::One(Scalar::Text(value.clone()));
        let kind = self.kind.filter(|k| *k == TallyKind::Report).map(|k| k.word().to_owned());
        let mut keys = vec![("received".to_owned(), text(&self.received))];
        keys.extend(kind.map(|k| ("kind".to_owned(), text(&k))));
        if self.count != 1 {
            keys.push(("count".to_owned(), NewValue::One(Scalar::Whole(self.count.into()))));
        }
        keys.extend(self.topic.as_ref().map(|t| ("topic".to_owned(), text(t))));
        if !self.topics.is_empty() {
            let topics = self.topics.iter().map(|t| Scalar::Text(t.clone())).collect();
            keys.push(("topics".to_owned(), NewValue::Many(topics)));
        }
        let rest = [
            ("channel", &self.channel),
            ("source", &self.source),
            ("severity", &self.severity),
            ("complainant", &self.complainant),
            ("cause", &self.cause),
            ("judgement", &self.judgement),
            ("ended", &self.ended),
            ("satisfied", &self.satisfied),
            ("timeliness", &self.timeliness),
            ("band", &self.band),
            ("acknowledgement", &self.acknowledgement),
            ("escalation", &self.escalation),
            ("hearing", &self.hearing),
            ("measures", &self.measures),
            ("extension", &self.extension),
            ("progress", &self.progress),
            ("reopening", &self.reopening),
            ("redress", &self.redress),
            ("closed", &self.closed),
            ("destroyed", &self.destroyed),
        ];
        keys.extend(rest.into_iter().filter_map(|(key, value)| Some((key.to_owned(), text(value.as_ref()?)))));
        NewItem(keys)
    }
}
