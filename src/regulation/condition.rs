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
    /// A date in the log lies further than this after a step.
    LongerThan {
        /// The span that must be exceeded.
        longer_than: Duration,
        /// The step from whose date is counted.
        from: String,
        /// The key with the later date.
        to: String,
    },
    /// The contrary.
    Not(Box<Condition>),
    /// All of them.
    All(Vec<Condition>),
    /// One of them.
    Any(Vec<Condition>),
}

/// What a condition asks of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Is this.
    Equals(String),
    /// Is a number greater than this, in hundredths.
    GreaterThan(i64),
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
            Self::GreaterThan(limit) => value.and_then(hundredths).is_some_and(|v| v > *limit),
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
        may present: Option<bool>, "is ingevuld", "is there";
        may topic: Option<String> as Id, "gaat over dit onderwerp", "is about this topic";
        may severity: Option<String> as Id, "is zo ernstig", "is this grave";
        may source: Option<String> as Id, "komt van deze bron", "comes from this source";
        may party: Option<Position>, "zo iemand is genoemd", "such a party is named";
        may party_role: Option<String> as Id, "iemand in de zaak heeft deze rol", "somebody in the case has this role";
        may incomplete: Option<bool>, "er ontbreken gegevens bij binnenkomst", "data of the intake are missing";
        may step: Option<String> as Id, "deze stap is gezet", "this step was taken";
        may at_least: Option<usize>, "minstens zo vaak", "at least so many times";
        may this_round: Option<bool>, "geteld sinds de laatste heropening", "counted since the last re-opening";
        may same_person: Option<Vec<Selector>>, "is dezelfde persoon", "is the same person";
        may longer_than: Option<Duration>, "verder weg dan", "further away than";
        may from: Option<String> as Id, "geteld vanaf deze stap", "counted from this step";
        may to: Option<String> as Name, "tot de datum onder deze sleutel", "to the date under this key";
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
        if let (Some(longer_than), Some(from), Some(to)) = (raw.longer_than, raw.from, raw.to) {
            found.push(Self::LongerThan { longer_than, from, to });
        }
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
            let this_round = self.this_round.unwrap_or_default();
            found.push(Condition::Step { step: step.clone(), at_least: self.at_least.unwrap_or(1), this_round });
        }
        if let Some(selectors) = &self.same_person {
            found.push(Condition::SamePerson(selectors.clone()));
        }
        Ok(())
    }

    fn test(&self) -> Result<Test, String> {
        match (&self.equals, &self.greater_than, self.present) {
            (Some(value), None, None) => Ok(Test::Equals(value.clone())),
            (None, Some(number), None) => {
                hundredths(number).map(Test::GreaterThan).ok_or_else(|| format!("`{number}` is not a number"))
            }
            (None, None, Some(present)) => Ok(Test::Present(present)),
            _ => Err("say one of `equals`, `greater_than`, `present`".to_owned()),
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
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_comma_or_point_and_nothing_else() {
        assert_eq!(hundredths("125"), Some(12_500));
        assert_eq!(hundredths("49,50"), Some(4_950));
        assert_eq!(hundredths("49.5"), Some(4_950));
        assert_eq!(hundredths("-1,25"), Some(-125));
        assert_eq!(hundredths("1e3"), None);
        assert_eq!(hundredths("1,234"), None);
    }
}
