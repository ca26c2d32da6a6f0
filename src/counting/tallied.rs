//! What a destroyed case leaves: a row of codes. Written from a docket, read back into the same codes.

use chrono::NaiveDate;

use crate::counting::codes::{NONE, NOT_ASKED};
use crate::counting::coding;
use crate::counting::coding::Coded;
use crate::counting::quarter::Quarter;
use crate::counting::vocabulary::asked;
use crate::docket::Docket;
use crate::regulation::{Ending, Regulation};
use crate::statistics::{Dimension, Record};
use crate::yearbook::{TallyKind, TallyRow};

/// The row of a case that is destroyed on a day: codes, no id, no date finer than a quarter, and no handling time in days.
#[must_use]
pub fn row(docket: &Docket<'_>, destroyed: NaiveDate) -> TallyRow {
    let (case, progress) = (docket.case(), &docket.progress);
    let main = coding::main_topic(case).map(str::to_owned);
    let topics = if case.topics.len() > 1 { case.topics.clone() } else { Vec::new() };
    let facts = TallyRow {
        received: Quarter::of(progress.started).to_string(),
        count: 1,
        topic: main,
        topics,
        channel: Some(case.intake.channel.clone()),
        source: case.intake.source.clone(),
        severity: case.severity.clone(),
        complainant: coding::complainant(case),
        ended: progress.ended.and_then(|e| e.step.ends_as).map(|e| e.word().to_owned()),
        destroyed: Some(Quarter::of(destroyed).to_string()),
        ..TallyRow::default()
    };
    match coding::code(docket, destroyed) {
        None => TallyRow { kind: Some(TallyKind::Report), ..facts },
        Some(coded) => {
            let regulation = progress.regulation();
            let code = |dimension| coded.record.codes.get(&dimension).cloned();
            TallyRow {
                cause: coding::cause(progress).map(str::to_owned),
                judgement: coding::counted_judgement(progress).map(str::to_owned),
                satisfied: coding::satisfaction(progress).map(str::to_owned),
                timeliness: code(Dimension::Timeliness),
                band: code(Dimension::HandlingBand),
                acknowledgement: used(regulation, Dimension::Acknowledgement).and_then(code),
                escalation: used(regulation, Dimension::Escalation).and_then(code),
                hearing: used(regulation, Dimension::Hearing).and_then(code),
                measures: used(regulation, Dimension::Measures).and_then(code),
                extension: used(regulation, Dimension::Extension).and_then(code),
                progress: used(regulation, Dimension::Progress).and_then(code),
                reopening: used(regulation, Dimension::Reopening).and_then(code),
                redress: used(regulation, Dimension::Redress).and_then(code),
                closed: coded.closed.map(|q| q.to_string()),
                ..facts
            }
        }
    }
}

/// The dimension, when the regulation counts by it.
fn used(regulation: &Regulation, dimension: Dimension) -> Option<Dimension> {
    crate::counting::vocabulary::schema(&[regulation]).values(dimension).map(|_| dimension)
}

/// The codes of a row. A row of a report is none; one whose quarter cannot be read is an error of the file, told elsewhere.
#[must_use]
pub fn code(row: &TallyRow, regulation: &Regulation) -> Option<Coded> {
    if row.kind == Some(TallyKind::Report) {
        return None;
    }
    let received: Quarter = row.received.parse().ok()?;
    let topic = row.topic.clone().or_else(|| row.topics.first().cloned());
    let ordinary = regulation.severity.as_ref().and_then(|s| s.list.first()).map(|i| i.id.clone());
    let ended = row.ended.as_deref().and_then(Ending::from_word);
    let or = |value: &Option<String>, absent: &str| Some(value.clone().unwrap_or_else(|| absent.to_owned()));
    let known = [
        (Dimension::Topic, topic.clone()),
        (Dimension::Channel, row.channel.clone()),
        (Dimension::Source, row.source.clone()),
        (Dimension::Complainant, row.complainant.clone()),
        (Dimension::Severity, row.severity.clone().or(ordinary)),
        (Dimension::Cause, or(&row.cause, NONE)),
        (Dimension::Outcome, outcome(ended, row.judgement.as_deref())),
        (Dimension::Timeliness, row.timeliness.clone()),
        (Dimension::Acknowledgement, row.acknowledgement.clone()),
        (Dimension::Satisfaction, asked(regulation).and_then(|_| or(&row.satisfied, NOT_ASKED))),
        (Dimension::Quarter, Some(received.code())),
        (Dimension::HandlingBand, row.band.clone()),
        (Dimension::Escalation, row.escalation.clone()),
        (Dimension::Hearing, row.hearing.clone()),
        (Dimension::Measures, row.measures.clone()),
        (Dimension::Extension, row.extension.clone()),
        (Dimension::Progress, row.progress.clone()),
        (Dimension::Reopening, row.reopening.clone()),
        (Dimension::Redress, row.redress.clone()),
    ];
    let mut record = Record::new(known.into_iter().filter_map(|(dimension, code)| Some((dimension, code?))));
    record.count = row.count;
    record.also = row.topics.iter().filter(|t| Some(*t) != topic.as_ref()).cloned().collect();
    // A row that does not say when it was closed was so when it was destroyed, at the latest.
    let closed = row.closed.as_ref().or(row.destroyed.as_ref()).and_then(|q| q.parse().ok());
    Some(Coded { record, received, closed: Some(closed.unwrap_or(received)) })
}

/// The keys under which a row says something else than `wanted`, as far as the regulation counts by them; none when both count
/// alike. How many cases a row stands for, and when they were destroyed, is left out.
#[must_use]
pub fn differing(row: &TallyRow, wanted: &TallyRow, regulation: &Regulation) -> Vec<&'static str> {
    let is_report = |row: &TallyRow| row.kind == Some(TallyKind::Report);
    if is_report(row) != is_report(wanted) {
        return vec!["kind"];
    }
    let mut keys = Vec::new();
    if row.received != wanted.received {
        keys.push("received");
    }
    let (Some(said), Some(meant)) = (code(row, regulation), code(wanted, regulation)) else { return keys };
    let schema = crate::counting::vocabulary::schema(&[regulation]);
    let counted = schema.dimensions.iter().map(|(dimension, _)| *dimension);
    let other = |dimension: &Dimension| said.record.codes.get(dimension) != meant.record.codes.get(dimension);
    keys.extend(counted.filter(|d| *d != Dimension::Quarter).filter(other).map(|d| key(d, row, wanted)));
    let sorted = |coded: &Coded| -> Vec<String> {
        let mut also = coded.record.also.clone();
        also.sort();
        also
    };
    if sorted(&said) != sorted(&meant) {
        keys.push("topics");
    }
    if said.closed != meant.closed {
        keys.push("closed");
    }
    keys
}

/// The key of a row that gives the code of a dimension.
fn key(dimension: Dimension, row: &TallyRow, wanted: &TallyRow) -> &'static str {
    match dimension {
        Dimension::Topic => "topic",
        Dimension::Channel => "channel",
        Dimension::Source => "source",
        Dimension::Complainant => "complainant",
        Dimension::Severity => "severity",
        Dimension::Cause => "cause",
        Dimension::Outcome if row.ended == wanted.ended => "judgement",
        Dimension::Outcome | Dimension::Handling => "ended",
        Dimension::Timeliness => "timeliness",
        Dimension::Acknowledgement => "acknowledgement",
        Dimension::Satisfaction => "satisfied",
        Dimension::Quarter => "received",
        Dimension::HandlingBand => "band",
        Dimension::Escalation => "escalation",
        Dimension::Hearing => "hearing",
        Dimension::Measures => "measures",
        Dimension::Extension => "extension",
        Dimension::Progress => "progress",
        Dimension::Reopening => "reopening",
        Dimension::Redress => "redress",
    }
}

/// Nothing is destroyed before it has ended; how, an old row may not say.
fn outcome(ended: Option<Ending>, judgement: Option<&str>) -> Option<String> {
    match ended {
        Some(ending) => Some(coding::ended_as(ending, judgement).to_owned()),
        None => judgement.map(str::to_owned),
    }
}
