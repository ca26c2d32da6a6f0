//! What tells an entry of the log from others of the same step: keys, parts, codes, amounts, and names of things, in the
//! regulation's words. No sentence that staff typed freely.

use crate::calendar::{date_words, parse_date};
use crate::case::{Datum, LogEntry};
use crate::casework::take_step::asked_data::value_name;
use crate::diagnostics::{Text, text};
use crate::docket::{CORRECTION, Docket, RECEIPT, has_form};
use crate::naming;
use crate::regulation::{Ask, AskType, Each, Step, hundredths};
use crate::yaml::is_name;

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

/// Whether an answer is the name of a thing to which entries point: the thing itself, or the answer that gives it its name.
fn names_things(docket: &Docket<'_>, step: &Step, ask: &Ask) -> bool {
    let regulation = &docket.version.regulation;
    let each = |s: &Step| matches!(&s.each, Some(Each::Items { step: of, key }) if *of == step.id && *key == ask.key);
    let measure = regulation.measures.iter().any(|m| m.step == step.id && m.key == ask.key);
    ask.kind == AskType::Item || measure || regulation.steps.iter().any(each)
}

/// Which entry a correction annuls.
fn corrected(entry: &LogEntry) -> Option<Text> {
    match entry.of.as_deref()? {
        RECEIPT => Some(text!("van de ontvangst", "of the receipt")),
        of => of.parse::<usize>().ok().map(|n| text!("van {n}", "of {n}")),
    }
}

/// The answer to something that a step asks, when it is one of the values that the regulation knows, a date, an amount, a number,
/// a key, or the name of a thing that other steps point to.
fn answer(docket: &Docket<'_>, step: &Step, ask: &Ask, entry: &LogEntry) -> Option<Text> {
    let known = docket.progress.values_of(ask.kind, &ask.values);
    let word = |value: &str| match ask.kind {
        AskType::Date => parse_date(value).ok().map(date_words),
        AskType::Amount => hundredths(value).map(|_| text!("{value} euro", "{value} euros")),
        AskType::Number => has_form(ask.kind, value).then(|| naming::same(value)),
        AskType::Text | AskType::Item | AskType::List | AskType::Reference => {
            (is_name(value) && names_things(docket, step, ask)).then(|| naming::same(value))
        }
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
