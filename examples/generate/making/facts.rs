//! What a case is about: topics, channels, references, amounts, causes, outcomes; each as the regulation allows.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use klacht::calendar::parse_date;
use klacht::case::{Case, DataValue, Party, Position};
use klacht::regulation::{Ask, AskType, For, Regulation, Role, RoleKind, Step};

use super::casting::Moment;
use super::days::{back_to_weekday, shift};
use super::dice::Dice;
use super::words;

/// Data that a person chose, not a rule: other choices are as legal.
const FREE: [&str; 4] = ["wijze", "verhaal", "standpunt-directeur", "uitspraak"];

/// What stands for what in one case.
pub struct Facts<'a> {
    regulation: &'a Regulation,
    received: NaiveDate,
    /// Texts of the path that were exchanged, so that what agreed there agrees here.
    settled: BTreeMap<(String, String), String>,
}

impl<'a> Facts<'a> {
    /// Nothing exchanged yet.
    pub fn new(regulation: &'a Regulation, received: NaiveDate) -> Self {
        Self { regulation, received, settled: BTreeMap::new() }
    }

    /// Another way in of the same kind: a report stays a report, a complaint a complaint.
    pub fn channel(&mut self, base: &Case, dice: &mut Dice) -> String {
        let old = &base.intake.channel;
        let Some(known) = self.regulation.channel(old) else { return old.clone() };
        let alike = self.regulation.channels.iter().filter(|c| c.formal == known.formal && c.via == known.via);
        let alike: Vec<&String> = if known.formal {
            self.regulation.channels.iter().filter(|c| c.formal).map(|c| &c.id).collect()
        } else {
            alike.map(|c| &c.id).collect()
        };
        let new = dice.pick(&alike).map_or_else(|| old.clone(), |c| (*c).clone());
        self.settled.insert(("channel".to_owned(), old.clone()), new.clone());
        new
    }

    /// The channel of an entry: in a report the one by which it came in, otherwise one of the same form.
    pub fn entry_channel(&self, step: &Step, old: &str, dice: &mut Dice) -> String {
        if step.belongs_to == For::Report {
            let same = self.settled.get(&("channel".to_owned(), old.to_owned()));
            let allowed = |c: &&String| step.channels.is_empty() || step.channels.contains(c);
            return same.filter(allowed).map_or_else(|| old.to_owned(), Clone::clone);
        }
        let known = self.regulation.channel(old);
        if step.channels.is_empty() || dice.chance(60) {
            return old.to_owned();
        }
        let form = known.map(|c| c.form);
        let alike: Vec<&String> =
            step.channels.iter().filter(|id| self.regulation.channel(id).map(|c| c.form) == form).collect();
        dice.pick(&alike).map_or_else(|| old.to_owned(), |c| (*c).clone())
    }

    /// As many topics as in the path, or one more or less; the first is the main one.
    pub fn topics(&self, base: &Case, dice: &mut Dice) -> Vec<String> {
        let rule = &self.regulation.topics;
        let mut left: Vec<&str> = rule.list.iter().map(|t| t.id.as_str()).collect();
        let most = if rule.several && dice.chance(30) { 2 } else { base.topics.len().min(1 + dice.below(2)) };
        let mut chosen = Vec::new();
        while chosen.len() < most.max(rule.at_least) && !left.is_empty() {
            chosen.push(left.swap_remove(dice.below(left.len())).to_owned());
        }
        chosen
    }

    /// Another complainant from outside, of any role that may complain.
    pub fn complainant(&self, party: &mut Party, dice: &mut Dice) {
        let able = |r: &&Role| r.kind == RoleKind::Party && r.positions.contains(&Position::Complainant);
        let roles: Vec<&Role> = self.regulation.roles.iter().filter(able).collect();
        let outside = party.position == Position::Complainant && party.person.is_none();
        if let (true, Some(role)) = (outside, dice.pick(&roles)) {
            party.role = Some(role.id.clone());
        }
    }

    /// A fact that only this organisation records.
    pub fn field(&mut self, key: &str, value: &DataValue, dice: &mut Dice) -> DataValue {
        match (key, value) {
            ("klantnummer", _) => DataValue::Text(format!("c-10{}", 1 + dice.below(3))),
            ("eerder-gemeld", _) => DataValue::Text(if dice.chance(50) { "ja" } else { "nee" }.to_owned()),
            (_, DataValue::Text(old)) => DataValue::Text(self.reference(key, old, dice)),
            (_, other) => other.clone(),
        }
    }

    /// What an entry says under a key of its own.
    pub fn datum(&mut self, step: &Step, key: &str, value: &DataValue, at: Moment, dice: &mut Dice) -> DataValue {
        let Some(ask) = step.asks.iter().find(|a| a.key == key) else { return value.clone() };
        match (ask.kind, value) {
            (AskType::Causes, _) => DataValue::List(self.causes(dice)),
            (AskType::Cause, _) => DataValue::Text(self.causes(dice).swap_remove(0)),
            (AskType::List, DataValue::List(old)) => {
                words::list(key, old.len(), dice).map_or_else(|| value.clone(), DataValue::List)
            }
            (AskType::Text, _) => {
                words::text(&step.id, key, dice).map_or_else(|| value.clone(), |t| DataValue::Text(t.to_owned()))
            }
            (AskType::Date, DataValue::Text(old)) => DataValue::Text(moved(old, at, slack(ask, dice))),
            (_, DataValue::Text(old)) => DataValue::Text(self.exchanged(ask, old, dice)),
            (_, other) => other.clone(),
        }
    }

    fn exchanged(&mut self, ask: &Ask, old: &str, dice: &mut Dice) -> String {
        match ask.kind {
            AskType::Reference => self.reference(&ask.key, old, dice),
            AskType::Amount if old != "0" => self.once(&ask.key, old, || amount(dice)),
            AskType::Digest => self.once(&ask.key, old, || digest(dice)),
            AskType::Judgement => self.judged(&ask.key, old, dice),
            AskType::Satisfaction if ask.key == "tevreden-afhandeling" && old == "ja" => satisfied(dice),
            AskType::Choice if FREE.contains(&ask.key.as_str()) => {
                let few = if ask.key == "uitspraak" { 2 } else { ask.values.len() };
                dice.pick(ask.values.get(..few).unwrap_or_default()).map_or_else(|| old.to_owned(), Clone::clone)
            }
            AskType::Item if ask.key == "verbetering" => {
                self.once(&ask.key, old, || words::improvement(dice).to_owned())
            }
            _ => old.to_owned(),
        }
    }

    /// A judgement of the same meaning; where nothing hangs on it, any.
    fn judged(&mut self, key: &str, old: &str, dice: &mut Dice) -> String {
        let Some(rule) = &self.regulation.judgement else { return old.to_owned() };
        let means = rule.scale.iter().find(|i| i.id == old).map(|i| i.means);
        let any = matches!(key, "oordeel" | "beslissing") || (key == "resultaat" && dice.chance(8));
        let able: Vec<&str> =
            rule.scale.iter().filter(|i| any || Some(i.means) == means).map(|i| i.id.as_str()).collect();
        self.once(key, old, || dice.pick(&able).map_or_else(|| old.to_owned(), |id| (*id).to_owned()))
    }

    fn causes(&self, dice: &mut Dice) -> Vec<String> {
        let mut left: Vec<String> = self.regulation.causes.iter().flat_map(|c| &c.list).map(|i| i.id.clone()).collect();
        let wanted = 1 + usize::from(dice.chance(25));
        let mut chosen: Vec<String> = Vec::new();
        while chosen.len() < wanted && !left.is_empty() {
            chosen.push(left.swap_remove(dice.below(left.len())));
        }
        chosen
    }

    /// `OVK-2025-014` becomes a number of the year of this case; what has no year stays.
    fn reference(&mut self, key: &str, old: &str, dice: &mut Dice) -> String {
        let year = self.received.year();
        let parts: Vec<&str> = old.split('-').collect();
        match parts.as_slice() {
            [letters, digits, _] if digits.len() == 4 => {
                self.once(key, old, || format!("{letters}-{year}-{:03}", 1 + dice.below(240)))
            }
            _ => old.to_owned(),
        }
    }

    fn once(&mut self, key: &str, old: &str, make: impl FnOnce() -> String) -> String {
        self.settled.entry((key.to_owned(), old.to_owned())).or_insert_with(make).clone()
    }
}

/// A date as far from its entry as in the path, on a weekday.
fn moved(old: &str, at: Moment, slack: i64) -> String {
    let Ok(date) = parse_date(old) else { return old.to_owned() };
    let there = shift(at.new, (date - at.old).num_days() + slack);
    let weekday = back_to_weekday(there);
    (if weekday > at.new { weekday } else { there }).to_string()
}

/// Days more than in the path: a target may be set further off, a promise within a term may not.
fn slack(ask: &Ask, dice: &mut Dice) -> i64 {
    let room = if ask.key == "streefdatum" { 8 } else { 1 };
    i64::try_from(dice.below(room)).unwrap_or(0)
}

fn amount(dice: &mut Dice) -> String {
    let whole = 10 + dice.below(240);
    if dice.chance(50) { whole.to_string() } else { format!("{whole}.{:02}", 5 * dice.below(20)) }
}

fn digest(dice: &mut Dice) -> String {
    let mut bits = || dice.bits();
    format!("{:016x}{:016x}{:016x}{:016x}", bits(), bits(), bits(), bits())
}

fn satisfied(dice: &mut Dice) -> String {
    dice.pick(&["ja", "ja", "ja", "ja", "onbekend", "nee"]).map_or("ja", |w| w).to_owned()
}
