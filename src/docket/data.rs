//! The data of an entry: what the step asks for, in the right form, by the right channel.

use super::progress::Progress;
use super::value::fits;
use super::violation::{Disagreement, MOST, ViolationKind};
use crate::calendar::parse_date;
use crate::case::{Datum, LogEntry};
use crate::regulation::{Agreed, Ask, AskType, Each, Form, Limits, Step, hundredths};

/// Whether a datum is more than one text.
fn is_several(datum: &Datum<'_>) -> bool {
    matches!(datum, Datum::List(items) if items.len() > 1)
}

impl<'a> Progress<'a> {
    /// What is wrong with the data of an entry.
    #[must_use]
    pub fn data_violations(&self, step: &Step, entry: &'a LogEntry) -> Vec<ViolationKind> {
        let mut found = Vec::new();
        for ask in &step.asks {
            found.extend(self.ask_violation(step, ask, entry));
        }
        found.extend(self.each_violation(step, entry));
        found.extend(self.required_of_all(step, entry));
        if step.at_once() && (entry.waived.is_none() || !step.once) {
            let absent = step.parts.iter().filter(|p| !entry.parts.contains(p));
            found.extend(absent.map(|p| ViolationKind::PartMissing { step: step.id.clone(), part: p.clone() }));
        }
        for (key, _) in &entry.data {
            let item = matches!(&step.each, Some(Each::Items { key: k, .. }) if k == key);
            if !item && !step.asks.iter().any(|a| a.key == *key) {
                let near = crate::yaml::most_like(key, step.asks.iter().map(|a| a.key.as_str()));
                found.push(ViolationKind::DataUnknown {
                    step: step.id.clone(),
                    key: key.clone(),
                    near: near.map(str::to_owned),
                });
            }
        }
        for part in entry.parts.iter().filter(|p| !step.parts.contains(p)) {
            found.push(ViolationKind::UnknownPart {
                step: step.id.clone(),
                part: part.clone(),
                allowed: step.parts.clone(),
            });
        }
        found.extend(self.ground_violation(step, entry));
        if entry.waived.is_none() {
            found.extend(self.channel_violation(step, entry));
        }
        found
    }

    fn ground_violation(&self, step: &Step, entry: &LogEntry) -> Option<ViolationKind> {
        let (id, ground) = (step.id.clone(), entry.waived.clone()?);
        let Some(known) = step.ground(&ground) else {
            return Some(ViolationKind::NotWaivable { step: id, ground, allowed: step.grounds() });
        };
        (!self.applies(known.when.as_ref())).then_some(ViolationKind::GroundUntrue { step: id, ground })
    }

    /// What the regulation demands of every entry, whatever its step.
    fn required_of_all(&self, step: &Step, entry: &LogEntry) -> Vec<ViolationKind> {
        let required = self.regulation().entries.iter().flat_map(|e| &e.require);
        let absent = required.filter(|key| match key.as_str() {
            "channel" => entry.channel.is_none(),
            "recorded_by" => entry.recorded_by.is_none(),
            key => entry.datum(key).is_none(),
        });
        let missing = |key: &String| ViolationKind::DataMissing {
            step: step.id.clone(),
            key: key.clone(),
            kind: crate::regulation::AskType::Reference,
        };
        absent.map(missing).collect()
    }

    fn ask_violation(&self, step: &Step, ask: &Ask, entry: &'a LogEntry) -> Option<ViolationKind> {
        let (id, key) = (step.id.clone(), ask.key.clone());
        let Some(value) = entry.datum(&ask.key) else {
            let excused = entry.waived.is_some() || entry.offered;
            let needed = ask.required && !excused && self.applies_with(ask, entry);
            return needed.then_some(ViolationKind::DataMissing { step: id, key, kind: ask.kind });
        };
        if !matches!(ask.kind, AskType::List | AskType::Causes) && is_several(&value) {
            return Some(ViolationKind::DataSeveral { step: id, key, kind: ask.kind });
        }
        if !fits(self, ask.kind, &ask.values, &value) {
            let values = super::value::allowed(self, ask.kind, &ask.values);
            return Some(ViolationKind::DataWrong { step: id, key, kind: ask.kind, values });
        }
        if let Some(limits) = beyond(ask.limits(), &value) {
            return Some(ViolationKind::OutOfBounds { step: Some(id), key, limits });
        }
        self.disagreement(step, ask, entry)
    }

    /// A condition of a datum may look at the other data of the same entry.
    fn applies_with(&self, ask: &Ask, entry: &'a LogEntry) -> bool {
        let Some(condition) = &ask.when else { return true };
        let mut after = self.clone();
        if let Some(step) = self.regulation().step(&entry.step) {
            after.take(usize::MAX, entry, step);
        }
        after.holds(condition)
    }

    fn disagreement(&self, step: &Step, ask: &Ask, entry: &'a LogEntry) -> Option<ViolationKind> {
        let value = entry.value(&ask.key)?;
        let (id, key) = (step.id.clone(), ask.key.clone());
        if let Some(other) = &ask.same_as {
            let there = |other: &&Step| self.entries(&other.id).next_back().and_then(|t| t.entry.value(&ask.key));
            let differs = |other: &&Step| there(other).is_some_and(|v| !says_the_same(ask.kind, v, value));
            if let Some(other) = self.same_as(&ask.key, other).into_iter().find(differs) {
                let (with, how) = (other.id.clone(), Disagreement::NotSame);
                return Some(ViolationKind::Disagrees { step: id, key, with, how });
            }
        }
        if let Some(other) = &ask.later_than {
            let there = match other.as_str() {
                "entry" => Some(entry.on),
                "received" => Some(self.participants.case.first_day()),
                other => self.entries(other).next_back().map(|t| t.entry.on),
            };
            if let (Some(there), Ok(here)) = (there, parse_date(value)) {
                let how = Disagreement::NotLater;
                return (here <= there).then(|| ViolationKind::Disagrees { step: id, key, with: other.clone(), how });
            }
        }
        let past = self.promises(step, ask) && parse_date(value).is_ok_and(|day| day < entry.on);
        let (with, how) = ("entry".to_owned(), Disagreement::Past);
        past.then_some(ViolationKind::Disagrees { step: id, key, with, how })
    }

    /// Whether a datum is a day that lies ahead: one within a term, one that a term runs to, or the end of an extension.
    fn promises(&self, step: &Step, ask: &Ask) -> bool {
        let regulation = self.regulation();
        let agreed = |a: &Agreed| a.step == step.id && a.key == ask.key;
        let mut terms = regulation.terms.iter().filter_map(|term| term.agreed.as_ref());
        let mut extensions = regulation.extensions.iter();
        ask.within_term.is_some()
            || terms.any(agreed)
            || extensions.any(|rule| rule.step == step.id && rule.new_date == ask.key)
    }

    fn each_violation(&self, step: &Step, entry: &'a LogEntry) -> Option<ViolationKind> {
        match step.each.as_ref()? {
            Each::Parties(_) => {
                let unknown = entry.party.iter().find(|k| !self.participants.case.parties.iter().any(|p| p.key == **k));
                if let Some(key) = unknown {
                    let may = self.participants.case.parties.iter().take(MOST).map(|p| p.key.clone()).collect();
                    return Some(ViolationKind::UnknownWho { key: key.clone(), field: "party", may });
                }
                let given = !entry.party.is_empty() || entry.waived.is_some();
                (!given).then(|| ViolationKind::DataMissing {
                    step: step.id.clone(),
                    key: "party".to_owned(),
                    kind: crate::regulation::AskType::Party,
                })
            }
            each @ Each::Items { key, .. } => {
                let named = self.repeated_for(each);
                match entry.value(key) {
                    None if entry.datum(key).is_some_and(|d| is_several(&d)) => Some(ViolationKind::DataSeveral {
                        step: step.id.clone(),
                        key: key.clone(),
                        kind: AskType::Item,
                    }),
                    None => Some(ViolationKind::DataMissing {
                        step: step.id.clone(),
                        key: key.clone(),
                        kind: crate::regulation::AskType::Item,
                    }),
                    Some(value) if !named.contains(&value) => Some(ViolationKind::DataWrong {
                        step: step.id.clone(),
                        key: key.clone(),
                        kind: crate::regulation::AskType::Item,
                        values: named.into_iter().map(str::to_owned).collect(),
                    }),
                    Some(_) => None,
                }
            }
        }
    }

    fn channel_violation(&self, step: &Step, entry: &LogEntry) -> Option<ViolationKind> {
        let Some(channel) = entry.channel.as_deref() else {
            let told = step.form.is_some() || !step.channels.is_empty();
            return told.then(|| ViolationKind::WrongChannel {
                step: step.id.clone(),
                channel: None,
                allowed: self.channels_for(step),
            });
        };
        let known = self.regulation().channel(channel);
        let allowed = self.channels_for(step);
        if known.is_none() || (!step.channels.is_empty() && !step.channels.iter().any(|c| c == channel)) {
            let channel = Some(channel.to_owned());
            return Some(ViolationKind::WrongChannel { step: step.id.clone(), channel, allowed });
        }
        let wanted = step.form?;
        (known.map(|c| c.form) != Some(wanted)).then(|| ViolationKind::WrongForm {
            step: step.id.clone(),
            channel: channel.to_owned(),
            wanted: match wanted {
                Form::Written => "written",
                Form::Oral => "oral",
            },
        })
    }

    /// The channels by which a step may be taken.
    #[must_use]
    pub fn channels_for(&self, step: &Step) -> Vec<String> {
        if !step.channels.is_empty() {
            return step.channels.clone();
        }
        let all = self.regulation().channels.iter();
        all.filter(|c| step.form.is_none_or(|f| c.form == f)).map(|c| c.id.clone()).collect()
    }
}

/// The bounds of a number or amount, when it lies outside them.
pub(super) fn beyond(limits: Limits, value: &Datum<'_>) -> Option<Limits> {
    let number = value.text().and_then(hundredths)?;
    (!limits.hold(number)).then_some(limits)
}

/// Whether two answers say the same: an amount does, however it is written.
pub(super) fn says_the_same(kind: AskType, one: &str, other: &str) -> bool {
    let amounts = || hundredths(one).zip(hundredths(other)).is_some_and(|(one, other)| one == other);
    one == other || (kind == AskType::Amount && amounts())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_the_same_however_it_is_written() {
        let same = |one, other| says_the_same(AskType::Amount, one, other);
        assert!(same("49,50", "49.5") && same("49.50", "49,5") && same("50", "50.00"));
        assert!(!same("49,50", "49,05") && !same("vijftig", "50"));
        assert!(!says_the_same(AskType::Reference, "49,50", "49.5"), "a number of a file is as it is written");
    }
}
