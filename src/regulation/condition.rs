//! Conditions: typed data, no expression strings and no arithmetic, so that a regulation stays reviewable.

use serde::Deserialize;

use crate::calendar::Duration;
use crate::regulation::roles::{Position, Selector};
use crate::yaml::{Group, Table, group};

/// When something holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Raw")]
pub enum Condition {
    /// The last value of a key of the log, or else of the case field of that id.
    Field {
        /// Key or field.
        field: String,
        /// What is asked of it.
        test: Test,
    },
    /// The case is about this topic.
    Topic(String),
    /// The case is this grave.
    Severity(String),
    /// The complaint came from this source.
    Source(String),
    /// Somebody has this position in the case.
    Party(Position),
    /// Somebody in the case has this role.
    PartyRole(String),
    /// Data of the intake are missing in the sealed part.
    Incomplete,
    /// A step was taken, at least so many times.
    Step {
        /// The step.
        step: String,
        /// How many times.
        at_least: usize,
        /// Counted since the last re-opening; otherwise over the whole case.
        this_round: bool,
    },
    /// The same person is two things at once.
    SamePerson(Vec<Selector>),
    /// One day lies further than this after another.
    LongerThan {
        /// The span that must be exceeded.
        longer_than: Duration,
        /// The day from which is counted.
        from: Moment,
        /// The later day.
        to: Moment,
    },
    /// A term ended, and what it was for came too late or not at all.
    Overdue(String),
    /// Two keys have values that are not the same.
    Differs(String, String),
    /// The contrary.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// One of them.
    Any(Vec<Condition>),
}

/// A day of a case that a condition counts from or to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// The day on which it was received.
    Received,
    /// The day of the last entry of this step.
    Step(String),
    /// The date that was given last under this key.
    Key(String),
}

/// What a condition asks of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Is this.
    Equals(String),
    /// Is a number greater than this, in hundredths.
    GreaterThan(i64),
    /// Is a number of at least this, in hundredths.
    AtLeast(i64),
    /// Is a number of at most this, in hundredths.
    AtMost(i64),
    /// Is there, or is not.
    Present(bool),
}

impl Test {
    /// Whether a value passes it.
    #[must_use]
    pub fn passed(&self, value: Option<&str>) -> bool {
        match self {
            Self::Present(wanted) => value.is_some() == *wanted,
            Self::Equals(wanted) => value == Some(wanted.as_str()),
            Self::GreaterThan(_) | Self::AtLeast(_) | Self::AtMost(_) => {
                value.and_then(hundredths).and_then(|number| self.of_number(number)) == Some(true)
            }
        }
    }
}

group! {
    /// A condition as it is written: one question, or conditions joined.
    struct Raw = "condition" {
        may field: Option<String> as Name,
            "laatste waarde in het logboek, anders het zaakveld", "last value in the log, else the case field";
        may equals: Option<String>, "is gelijk aan", "equals";
        may greater_than: Option<String>, "is groter dan (een getal)", "is greater than (a number)";
        may at_most: Option<String>, "is hoogstens (een getal)", "is at most (a number)";
        may present: Option<bool>, "is ingevuld", "is there";
        may topic: Option<String> as Id, "gaat over dit onderwerp", "is about this topic";
        may severity: Option<String> as Id, "is zo ernstig", "is this grave";
        may source: Option<String> as Id, "komt van deze bron", "comes from this source";
        may party: Option<Position>, "zo iemand is genoemd", "such a party is named";
        may party_role: Option<String> as Id, "iemand in de zaak heeft deze rol", "somebody in the case has this role";
        may incomplete: Option<bool>, "er ontbreken gegevens bij binnenkomst", "data of the intake are missing";
        may step: Option<String> as Id, "deze stap is gezet", "this step was taken";
        /// Of a field a number, of a step a whole one.
        may at_least: Option<String>, "minstens (zo vaak, of een getal)", "at least (so many times, or a number)";
        may this_round: Option<bool>, "geteld sinds de laatste heropening", "counted since the last re-opening";
        may same_person: Option<Vec<Selector>>, "is dezelfde persoon", "is the same person";
        may longer_than: Option<Duration>, "verder weg dan", "further away than";
        may from: Option<String> as Id, "geteld vanaf deze stap, of `received`", "counted from this step, or `received`";
        may since: Option<String> as Name, "geteld vanaf de datum onder deze sleutel", "counted from the date under this key";
        may to: Option<String> as Name,
            "tot de datum onder deze sleutel, of `received`", "to the date under this key, or `received`";
        may overdue: Option<String> as Id, "deze termijn is voorbij", "this term was not met";
        may differs: Option<Vec<String>> as NAMES, "deze twee sleutels zeggen iets anders", "these two keys do not say the same";
        may not: Option<Box<Condition>> as Sub(&TABLE), "niet", "not";
        may all: Option<Vec<Condition>> as List(&Sub(&TABLE)), "alles", "all";
        may any: Option<Vec<Condition>> as List(&Sub(&TABLE)), "een van deze", "any";
    }
}

impl Group for Condition {
    const TABLE: &'static Table = Raw::TABLE;
}

/// Reads an amount such as `125` or `49,50` as hundredths. Nothing else is a number.
#[must_use]
pub fn hundredths(text: &str) -> Option<i64> {
    let text = text.replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    if part.is_empty() || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: i64 = format!("{part:0<2}").parse().ok()?;
    let negative = whole.starts_with('-');
    let units: i64 = whole.parse().ok()?;
    units.checked_mul(100).map(|u| if negative { u - fraction } else { u + fraction })
}

impl TryFrom<Raw> for Condition {
    type Error = String;

    fn try_from(raw: Raw) -> Result<Self, String> {
        let mut found = Vec::new();
        raw.simple(&mut found)?;
        raw.between(&mut found)?;
        if let Some(inner) = raw.not {
            found.push(Self::Not(inner));
        }
        if let Some(inner) = raw.all {
            found.push(Self::All(inner));
        }
        if let Some(inner) = raw.any {
            found.push(Self::Any(inner));
        }
        match found.len() {
            0 => Err("a condition that asks nothing".to_owned()),
            1 => Ok(found.remove(0)),
            _ => Err("more than one question in one condition; use `all:`".to_owned()),
        }
    }
}

impl Raw {
    fn simple(&self, found: &mut Vec<Condition>) -> Result<(), String> {
        if let Some(field) = &self.field {
            found.push(Condition::Field { field: field.clone(), test: self.test()? });
        }
        if let Some(topic) = &self.topic {
            found.push(Condition::Topic(topic.clone()));
        }
        if let Some(severity) = &self.severity {
            found.push(Condition::Severity(severity.clone()));
        }
        if let Some(source) = &self.source {
            found.push(Condition::Source(source.clone()));
        }
        if let Some(position) = self.party {
            found.push(Condition::Party(position));
        }
        if let Some(role) = &self.party_role {
            found.push(Condition::PartyRole(role.clone()));
        }
        match self.incomplete {
            Some(true) => found.push(Condition::Incomplete),
            Some(false) => found.push(Condition::Not(Box::new(Condition::Incomplete))),
            None => {}
        }
        if let Some(step) = &self.step {
            let times = self.at_least.as_ref().map_or(Ok(1), |n| n.parse());
            let at_least = times.map_err(|_| "a step is taken a whole number of times".to_owned())?;
            let this_round = self.this_round.unwrap_or_default();
            found.push(Condition::Step { step: step.clone(), at_least, this_round });
        }
        if (self.at_least.is_some() && self.step.is_none() && self.field.is_none())
            || (self.at_most.is_some() && self.field.is_none())
        {
            return Err("`at_least` and `at_most` are asked of a `field`".to_owned());
        }
        found.extend(self.overdue.iter().cloned().map(Condition::Overdue));
        if let Some(keys) = &self.differs {
            let [one, other] = keys.as_slice() else { return Err("`differs` names two keys".to_owned()) };
            if one == other {
                return Err("`differs` names two keys that are not the same".to_owned());
            }
            found.push(Condition::Differs(one.clone(), other.clone()));
        }
        if let Some(selectors) = &self.same_person {
            found.push(Condition::SamePerson(selectors.clone()));
        }
        Ok(())
    }

    /// A span between two days.
    fn between(&self, found: &mut Vec<Condition>) -> Result<(), String> {
        let Some(longer_than) = self.longer_than else {
            let any = [&self.from, &self.since, &self.to].into_iter().any(Option::is_some);
            return if any { Err("`from`, `since` and `to` belong to `longer_than`".to_owned()) } else { Ok(()) };
        };
        let from = match (&self.from, &self.since) {
            (Some(from), None) if from == "received" => Moment::Received,
            (Some(from), None) => Moment::Step(from.clone()),
            (None, Some(key)) => Moment::Key(key.clone()),
            _ => return Err("`longer_than` needs one of `from` and `since`".to_owned()),
        };
        let to = match self.to.as_deref() {
            Some("received") => Moment::Received,
            Some(key) => Moment::Key(key.to_owned()),
            None => return Err("`longer_than` needs `to`".to_owned()),
        };
        if from == to {
            return Err("`longer_than` counts between two days".to_owned());
        }
        found.push(Condition::LongerThan { longer_than, from, to });
        Ok(())
    }

    fn test(&self) -> Result<Test, String> {
        let number = |text: &String, test: fn(i64) -> Test| {
            hundredths(text).map(test).ok_or_else(|| format!("`{text}` is not a number"))
        };
        let at_least = self.at_least.as_ref().filter(|_| self.step.is_none());
        let said = [
            self.equals.as_ref().map(|value| Ok(Test::Equals(value.clone()))),
            self.greater_than.as_ref().map(|text| number(text, Test::GreaterThan)),
            at_least.map(|text| number(text, Test::AtLeast)),
            self.at_most.as_ref().map(|text| number(text, Test::AtMost)),
            self.present.map(|present| Ok(Test::Present(present))),
        ];
        let mut said = said.into_iter().flatten();
        match (said.next(), said.next()) {
            (Some(test), None) => test,
            _ => Err("say one of `equals`, `greater_than`, `at_least`, `at_most`, `present`".to_owned()),
        }
    }
}

impl Test {
    /// Whether a number, in hundredths, passes; nothing when it is asked of no number.
    #[must_use]
    pub fn of_number(&self, number: i64) -> Option<bool> {
        match self {
            Self::GreaterThan(limit) => Some(number > *limit),
            Self::AtLeast(limit) => Some(number >= *limit),
            Self::AtMost(limit) => Some(number <= *limit),
            Self::Equals(_) | Self::Present(_) => None,
        }
    }
}

impl Condition {
    /// Calls `visit` for this condition and every one inside it.
    pub fn walk(&self, visit: &mut dyn FnMut(&Condition)) {
        visit(self);
        match self {
            Self::Not(inner) => inner.walk(visit),
            Self::All(inner) | Self::Any(inner) => inner.iter().for_each(|c| c.walk(visit)),
            _ => {}
        }
    }
}

#[cfg(test)]
#[path = "../../tests/unit/regulation/condition.rs"]
mod tests;
