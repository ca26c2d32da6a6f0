//! A first version of a case: its path, with other days, people and facts. Whether it is legal is judged elsewhere.

use chrono::{Datelike, NaiveDate};
use klacht::case::{Attestation, Case, CaseId, LogEntry, Party};
use klacht::regulation::{Regulation, RegulationHistory, Selector, Version};

use super::casting::{Casting, Moment};
use super::days::{Jitter, lay};
use super::dice::Dice;
use super::facts::Facts;
use super::paths::BasePath;
use super::words;

/// What a case shall be.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The path it follows.
    pub path: &'a BasePath,
    /// The version it stands under.
    pub version: &'a Version,
    /// The people of its regulation.
    pub history: &'a RegulationHistory,
    /// Its number in the register, from which its id follows.
    pub number: u64,
    /// The day it came in.
    pub received: NaiveDate,
    /// How far it strays.
    pub jitter: Jitter,
    /// One gap that is held up, by so many days.
    pub stretch: Option<(usize, u64)>,
    /// Whether the topics may be others.
    pub free: bool,
}

/// A first version; nothing when a role has no holder on one of its days.
pub fn draft(order: &Order<'_>, dice: &mut Dice) -> Option<Case> {
    let (base, regulation) = (&order.path.case, &order.version.regulation);
    let days = lay(base, order.received, order.jitter, order.stretch, dice);
    let mut facts = Facts::new(regulation, order.received);
    let mut casting = Casting::new(base, regulation, order.history);
    let mut case = base.clone();
    case.id = id(order.received, order.number);
    case.received = Some(order.received);
    what_it_is_about(&mut case, order, &mut facts, dice);
    let start = Moment { old: base.first_day(), new: order.received };
    for party in &mut case.parties {
        if order.free {
            facts.complainant(party, dice);
        }
        recast_party(party, start, &mut casting, dice)?;
    }
    for (index, (entry, day)) in case.log.iter_mut().zip(&days).enumerate() {
        let at = Moment { old: entry.on, new: *day };
        let (main, client) =
            (case.main_topic.as_deref().or(case.topics.first().map(String::as_str)), client_of(&case.fields));
        let mut player = Player { regulation, casting: &mut casting, facts: &mut facts, at };
        player.play(entry, main, client, order.jitter != Jitter::None, dice)?;
        if entry.ref_.is_some() {
            entry.ref_ = Some(format!("crm/{}", 41_000 + 30 * order.number + index as u64));
        }
    }
    let mut given = std::mem::take(&mut case.attestations);
    for attestation in &mut given {
        declare(attestation, order, &days, &mut casting, dice)?;
    }
    case.attestations = given;
    Some(case)
}

fn client_of(fields: &[(String, klacht::case::DataValue)]) -> Option<&str> {
    fields.iter().find(|(key, _)| key == "klantnummer").and_then(|(_, v)| v.text())
}

fn what_it_is_about(case: &mut Case, order: &Order<'_>, facts: &mut Facts<'_>, dice: &mut Dice) {
    if order.jitter != Jitter::None {
        case.intake.channel = facts.channel(&order.path.case, dice);
    }
    if order.free && !case.topics.is_empty() {
        case.topics = facts.topics(&order.path.case, dice);
        case.main_topic = case.main_topic.as_ref().and(case.topics.first().cloned());
    }
    if order.free && case.severity.is_some() {
        case.severity = Some(if dice.chance(12) { "ernstig" } else { "gewoon" }.to_owned());
    }
    for (key, value) in &mut case.fields {
        *value = facts.field(key, value, dice);
    }
}

fn recast_party(party: &mut Party, at: Moment, casting: &mut Casting<'_>, dice: &mut Dice) -> Option<()> {
    if let Some(person) = &party.person {
        party.person = Some(casting.party(person, party.role.as_deref(), at, dice)?);
    }
    Some(())
}

/// One entry on its new day.
struct Player<'p, 'a> {
    regulation: &'a Regulation,
    casting: &'p mut Casting<'a>,
    facts: &'p mut Facts<'a>,
    at: Moment,
}

impl Player<'_, '_> {
    fn play(
        &mut self,
        entry: &mut LogEntry,
        main: Option<&str>,
        client: Option<&str>,
        free: bool,
        dice: &mut Dice,
    ) -> Option<()> {
        let step = self.regulation.step(&entry.step)?;
        let by: Vec<Selector> = step.by.iter().chain(&step.by_each).cloned().collect();
        let also = |own: &[Selector]| -> Vec<Selector> { own.iter().chain(&step.also).cloned().collect() };
        let kept = self.casting.kept_from_roles(self.at.new);
        let mut barred = self.casting.barred(step, entry);
        barred.extend(kept.iter().cloned());
        if entry.handler.is_some() {
            entry.handler = Some(self.casting.assign(entry, main, client, self.at, dice)?);
        }
        self.all(&mut entry.by, &by, &barred, dice)?;
        self.all(&mut entry.to, &also(&step.to), &kept, dice)?;
        self.all(&mut entry.cc, &also(&step.cc), &kept, dice)?;
        self.all(&mut entry.with, &also(&step.with), &barred, dice)?;
        self.all(&mut entry.reported_to, &also(&step.report_to), &kept, dice)?;
        if let Some(writer) = &entry.recorded_by {
            entry.recorded_by = Some(self.casting.stand_in(writer, &[], &[], self.at, dice)?);
        }
        // Who acts and who writes it down may have become the same person.
        entry.recorded_by = entry.recorded_by.take().filter(|writer| !entry.by.contains(writer));
        if let (Some(old), true) = (&entry.channel, free) {
            entry.channel = Some(self.facts.entry_channel(step, old, dice));
        }
        if entry.reason.is_some() && entry.handler.is_some() {
            entry.reason = Some(words::deviation(dice).to_owned());
        }
        for (key, value) in &mut entry.data {
            *value = self.facts.datum(step, key, value, self.at, dice);
        }
        entry.on = self.at.new;
        Some(())
    }

    fn all(&mut self, keys: &mut [String], named: &[Selector], avoid: &[String], dice: &mut Dice) -> Option<()> {
        for key in keys {
            *key = self.casting.stand_in(key, named, avoid, self.at, dice)?;
        }
        Some(())
    }
}

/// A declaration on the day of the entry that it belongs to.
fn declare(
    given: &mut Attestation,
    order: &Order<'_>,
    days: &[NaiveDate],
    casting: &mut Casting<'_>,
    dice: &mut Dice,
) -> Option<()> {
    let log = &order.path.case.log;
    let rule = order.version.regulation.attestations.iter().find(|a| a.id == given.attestation)?;
    let own = log.iter().position(|e| Some(&e.step) == rule.at.as_ref() && e.on == given.on);
    let place = own.or_else(|| log.iter().rposition(|e| e.on <= given.on))?;
    let at = Moment { old: given.on, new: *days.get(place)? };
    given.by = casting.stand_in(&given.by, &rule.by, &casting.kept_from_roles(at.new), at, dice)?;
    given.on = at.new;
    Some(())
}

/// An id that no other number has: the number is only stirred, which loses nothing.
fn id(received: NaiveDate, number: u64) -> CaseId {
    const MASK: u64 = (1 << 25) - 1;
    let mut stirred = number & MASK;
    for odd in [0x9E_3779_u64 | 1, 0x5B_D1E9 | 1] {
        stirred ^= stirred >> 12;
        stirred = stirred.wrapping_mul(odd) & MASK;
        stirred ^= stirred >> 13;
    }
    CaseId::from_random(u16::try_from(received.year()).unwrap_or(0), stirred << 39)
}
