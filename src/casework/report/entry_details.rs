//! What tells an entry of the log from others of the same step: keys, parts and codes, in the regulation's words. Nothing that
//! staff typed freely.

use crate::calendar::{date_words, parse_date};
use crate::case::{Datum, LogEntry};
use crate::casework::take_step::asked_data::value_name;
use crate::diagnostics::{Text, text};
use crate::docket::{CORRECTION, Docket, RECEIPT};
use crate::naming;
use crate::regulation::{Ask, AskType, Step};

/// The particulars of an entry, in the order in which people say them; none of a step that the regulation does not know.
#[must_use]
pub fn entry_details(docket: &Docket<'_>, entry: &LogEntry) -> Vec<Text> {
    if entry.step == CORRECTION {
        return corrected(entry).into_iter().collect();
    }
    let regulation = &docket.version.regulation;
    let Some(step) = regulation.step(&entry.step) else { return Vec::new() };
    let parties = entry.party.iter().filter(|key| docket.case().parties.iter().any(|p| p.key == **key));
    let mut told: Vec<Text> = parties.map(|key| text!("partij {key}", "party {key}")).collect();
    told.extend(entry.parts.iter().filter(|p| step.parts.contains(p)).map(|part| regulation.part_name(step, part)));
    told.extend(step.asks.iter().filter_map(|ask| answer(docket, step, ask, entry)));
    if entry.offered {
        told.push(text!("aangeboden", "offered"));
    }
    if docket.extends_nothing(entry) {
        told.push(text!("kwam na de termijn en verlengt dus niets", "came after the term and so does not extend it"));
    }
    let ground = entry.waived.as_ref().filter(|ground| step.ground(ground).is_some());
    told.extend(ground.map(|ground| text!("niet gedaan: {ground}", "waived: {ground}")));
    told
}

/// Which entry a correction annuls.
fn corrected(entry: &LogEntry) -> Option<Text> {
    match entry.of.as_deref()? {
        RECEIPT => Some(text!("van de ontvangst", "of the receipt")),
        of => of.parse::<usize>().ok().map(|n| text!("van {n}", "of {n}")),
    }
}

/// The answer to something that a step asks, when it is one of the values that the regulation knows, or a date.
fn answer(docket: &Docket<'_>, step: &Step, ask: &Ask, entry: &LogEntry) -> Option<Text> {
    let known = docket.progress.values_of(ask.kind, &ask.values);
    let word = |value: &str| match ask.kind {
        AskType::Date => parse_date(value).ok().map(date_words),
        AskType::Person => None,
        _ => known.iter().any(|k| k == value).then(|| value_name(docket, step, ask, value)),
    };
    let datum = entry.datum(&ask.key)?;
    let said: Vec<Text> = match datum {
        Datum::Text(value) => word(value).into_iter().collect(),
        Datum::List(values) => values.iter().filter_map(|value| word(value)).collect(),
    };
    if said.is_empty() {
        return None;
    }
    let (name, said) = (naming::asked(&docket.version.regulation, step, ask), naming::all_of(&said));
    Some(text!("{name} {said}", "{name} {said}", name, said))
}
