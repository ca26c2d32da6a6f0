//! Cases in which something went wrong: an entry that had to be annulled.

use klacht::case::{Case, LogEntry};
use klacht::regulation::CORRECTION;
use klacht::regulation::{Regulation, RegulationHistory};

use super::casting::is_staff;
use super::days::{open_from, plus};
use super::dice::Dice;
use super::words;

/// Puts a wrong entry and its correction before a right one. False when no entry of the case lends itself to it.
pub fn correct(case: &mut Case, regulation: &Regulation, history: &RegulationHistory, dice: &mut Dice) -> bool {
    let able: Vec<usize> = (1..case.log.len())
        .filter(|index| {
            case.log.get(*index).is_some_and(|e| {
                let plain = regulation.step(&e.step).is_some_and(|s| s.does.is_none());
                plain && e.late.is_none() && writer(e, regulation, history).is_some()
            })
        })
        .collect();
    let Some(place) = dice.pick(&able).copied() else { return false };
    let Some(right) = case.log.get(place).cloned() else { return false };
    let Some(by) = writer(&right, regulation, history) else { return false };
    let before = place.checked_sub(1).and_then(|i| case.log.get(i)).map_or(case.first_day(), |e| e.on);
    let mut wrong = right.clone();
    wrong.on = if before < right.on { open_from(plus(before, 1)).min(right.on) } else { right.on };
    let mut correction = LogEntry { step: CORRECTION.to_owned(), by: vec![by], on: right.on, ..LogEntry::default() };
    correction.of = Some((place + 1).to_string());
    correction.reason = Some(words::mistake(dice).to_owned());
    case.log.splice(place..place, [wrong, correction]);
    true
}

/// The member of staff who wrote an entry down.
pub fn writer(entry: &LogEntry, regulation: &Regulation, history: &RegulationHistory) -> Option<String> {
    let staff = |key: &&String| is_staff(regulation, history, key, entry.on);
    entry.recorded_by.iter().chain(&entry.by).find(staff).cloned()
}
