//! Yearbooks: reports, discussions, declarations and the rows of cases that are gone.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use klacht::docket::{Discussed, Reported};
use klacht::regulation::{Per, Regulation, RegulationHistory, Selector};

use super::tally::Tally;
use super::yaml::{list, scalar};
use super::{STANDS_ON, day};

/// A report: written on, about the days from, until.
type Span = (NaiveDate, NaiveDate, NaiveDate);

const HALF_YEARLY: [Span; 5] = [
    (day(2024, 7, 15), day(2024, 1, 1), day(2024, 6, 30)),
    (day(2025, 1, 27), day(2024, 7, 1), day(2024, 12, 31)),
    (day(2025, 7, 14), day(2025, 1, 1), day(2025, 6, 30)),
    (day(2026, 1, 26), day(2025, 7, 1), day(2025, 12, 31)),
    (day(2026, 7, 13), day(2026, 1, 1), day(2026, 6, 30)),
];
const YEARLY: [Span; 2] =
    [(day(2025, 2, 10), day(2024, 1, 1), day(2024, 12, 31)), (day(2026, 2, 9), day(2025, 1, 1), day(2025, 12, 31))];

/// A discussion: of the year, held on, decided on.
const DISCUSSIONS: [(i32, NaiveDate, Option<NaiveDate>); 2] =
    [(2024, day(2025, 3, 20), Some(day(2025, 3, 27))), (2025, day(2026, 3, 19), None)];

/// How many people an organisation served in a year.
const PARTICIPANTS: [(&str, i32, u32); 8] = [
    ("academie", 2024, 1184),
    ("academie", 2025, 1247),
    ("cmm", 2024, 893),
    ("cmm", 2025, 861),
    ("interactie", 2024, 612),
    ("interactie", 2025, 640),
    ("square-mile", 2024, 97),
    ("square-mile", 2025, 102),
];

/// What organisations that promise to report it learned: the regulation, the year, in Dutch, in English.
const LESSONS: [(&str, i32, &str, &str); 7] = [
    (
        "academie",
        2024,
        "Wij zetten het lesmateriaal voortaan een week voor de training klaar, niet op de ochtend zelf.",
        "We now have course material ready a week before the training, not on the morning itself.",
    ),
    (
        "academie",
        2024,
        "Verandert een locatie, dan bellen wij de deelnemers. Een bericht alleen wordt vaak te laat gelezen.",
        "When a venue changes we telephone participants. A message alone is often read too late.",
    ),
    (
        "academie",
        2025,
        "Op elke rekening staat nu waarvoor die is en wie erover te bereiken is.",
        "Each invoice now says what it is for and whom to reach about it.",
    ),
    (
        "academie",
        2025,
        "Trainers lezen de vragen van deelnemers vooraf en stemmen hun voorbeelden daarop af.",
        "Trainers read the participants' questions beforehand and choose their examples by them.",
    ),
    (
        "interactie",
        2024,
        "Bij de offerte spreken wij af wat een training niet is. Dat voorkomt andere verwachtingen.",
        "In the offer we agree on what a training is not. That prevents other expectations.",
    ),
    (
        "interactie",
        2025,
        "De opdrachtgever krijgt na elke trainingsdag kort bericht, zodat bijsturen nog kan.",
        "The client hears from us briefly after each training day, while things can still be changed.",
    ),
    (
        "interactie",
        2025,
        "Onze bevestiging noemt voortaan alle data, tijden en kosten op één bladzijde.",
        "Our confirmation now gives all dates, times and costs on one page.",
    ),
];

/// From when reports of a regulation count as discussed.
pub fn discussions(regulation: &str) -> Discussed {
    let held = DISCUSSIONS.iter().filter(|_| regulation == "interactie");
    let reports = YEARLY.iter().map(|(on, from, until)| Reported { on: *on, from: *from, until: *until }).collect();
    Discussed { reports, held: held.map(|(_, on, decided)| decided.unwrap_or(*on)).collect() }
}

/// The yearbook of a year; nothing when there is nothing to record yet.
pub fn book(id: &str, year: i32, history: &RegulationHistory, rows: &Tally) -> Option<String> {
    let mut groups = vec!["schema: klacht.yearbook/1\n".to_owned()];
    let (_, version) = history.versions.range(..=day(year, 12, 31)).next_back()?;
    let regulation = &version.regulation;
    groups.extend(reports(id, year, history, regulation));
    groups.extend(held(year, history, regulation));
    if year < STANDS_ON.year() {
        groups.extend(declarations(year, history, regulation));
    }
    let served = PARTICIPANTS.iter().find(|(who, when, _)| *who == id && *when == year);
    groups.extend(served.map(|(_, _, count)| format!("participants: {count}\n")));
    groups.extend(tally(rows));
    groups.extend(lessons(id, year));
    (groups.len() > 1).then(|| groups.join("\n"))
}

fn holder(history: &RegulationHistory, selector: &Selector, on: NaiveDate) -> Option<String> {
    let Selector::Role(role) = selector else { return None };
    let head =
        |key: &&klacht::regulation::Person| !key.roles.iter().any(|h| h.role == *role && h.deputy && h.until.is_none());
    let holders: Vec<_> = history.people.holders(role, on).collect();
    let found = holders.iter().copied().find(head).or(holders.first().copied());
    found.map(|p| p.key.clone())
}

fn reports(id: &str, year: i32, history: &RegulationHistory, regulation: &Regulation) -> Option<String> {
    let rule = regulation.reporting.as_ref()?;
    let spans: &[Span] = if id == "academie" { &HALF_YEARLY } else { &YEARLY };
    let mut text = String::new();
    for (on, from, until) in spans.iter().filter(|(_, from, _)| from.year() == year) {
        let by = holder(history, &rule.by, *on)?;
        let parts = list(&rule.parts);
        let _ = write!(text, "  - on: {on}\n    by: {by}\n    from: {from}\n    until: {until}\n    parts: {parts}\n");
    }
    (!text.is_empty()).then(|| format!("reports:\n{text}"))
}

fn held(year: i32, history: &RegulationHistory, regulation: &Regulation) -> Option<String> {
    let rule = regulation.reporting.as_ref()?.discussion.as_ref()?;
    let (_, on, decided) = DISCUSSIONS.iter().find(|(of, _, _)| *of == year)?;
    let by = holder(history, &rule.by, *on)?;
    let staff = history.people.holders("medewerker", *on).map(|p| p.key.clone()).filter(|k| *k != by);
    let attendees = list(&staff.take(3).collect::<Vec<_>>());
    let mut text = format!("discussions:\n  - on: {on}\n    by: {by}\n    attendees: {attendees}\n");
    let deciding = rule.decision.as_ref().and_then(|d| Some((holder(history, &d.by, (*decided)?)?, (*decided)?)));
    let _ = match deciding {
        Some((who, when)) => write!(text, "    decision: ja\n    decided_by: {who}\n    decided_on: {when}\n"),
        None => writeln!(text, "    decision: niet-nodig"),
    };
    Some(text)
}

fn declarations(year: i32, history: &RegulationHistory, regulation: &Regulation) -> Option<String> {
    let on = day(year + 1, 1, 19);
    let mut text = String::new();
    for rule in regulation.attestations.iter().filter(|a| a.per == Per::Year) {
        for selector in &rule.by {
            let by = holder(history, selector, on)?;
            let (id, how) = (&rule.id, scalar(how(&rule.id), false));
            let _ = write!(text, "  - attestation: {id}\n    on: {on}\n    by: {by}\n    how: {how}\n");
        }
    }
    (!text.is_empty()).then(|| format!("attestations:\n{text}"))
}

fn how(attestation: &str) -> &'static str {
    match attestation {
        "vertrouwelijkheid" | "toegang-nagegaan" => "toegang tot het klachtenregister nagelopen",
        "training-omgang-opdrachtgevers" => "studiemiddag, presentielijst bewaard",
        "vooraf-verteld" => "steekproef van tien offertes",
        "verteld-bij-opdrachtbevestiging" => "steekproef van tien bevestigingen",
        "vertrouwelijk-behandeld" | "vertrouwelijk-gewerkt" => "dossiers van het jaar nagelopen",
        "trainer-guide-uitgedeeld" | "welkomstbericht-uitgedeeld" | "contactgegevens-gegeven" => {
            "verzendlijst nagekeken"
        }
        _ => "besproken met de trainers, verslag bewaard",
    }
}

fn lessons(id: &str, year: i32) -> Option<String> {
    let mut text = String::new();
    for (_, _, nl, en) in LESSONS.iter().filter(|(of, when, ..)| *of == id && *when == year) {
        let _ = write!(text, "  - nl: {}\n    en: {}\n", scalar(nl, false), scalar(en, false));
    }
    (!text.is_empty()).then(|| format!("lessons:\n{text}"))
}

fn tally(rows: &Tally) -> Option<String> {
    let line = |(row, count): (&String, &usize)| match count {
        1 => format!("  - {{{row}}}\n"),
        // The quarter first, then how many: the order of the model.
        _ => format!("  - {{{}}}\n", row.replacen(", ", &format!(", count: {count}, "), 1)),
    };
    (!rows.is_empty()).then(|| format!("tally:\n{}", rows.iter().map(line).collect::<String>()))
}
