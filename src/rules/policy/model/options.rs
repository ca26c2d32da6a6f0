//! The values that a key can take, as far as conditions tell them apart.

use super::state::Value;
use crate::regulation::{AskType, Condition, Limits, Moment, Regulation, Test};

/// A key that some condition asks after.
#[derive(Debug, Clone, Default)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Words it is compared with.
    equals: Vec<String>,
    /// Numbers on both sides of the limits it is compared with, in hundredths.
    numbers: Vec<i64>,
}

/// The keys that conditions ask after.
#[must_use]
pub fn keys(regulation: &Regulation, conditions: &[&Condition]) -> Vec<Key> {
    let mut found: Vec<Key> = Vec::new();
    for condition in conditions {
        condition.walk(&mut |c| note(regulation, c, &mut found));
    }
    found
}

fn note(regulation: &Regulation, condition: &Condition, found: &mut Vec<Key>) {
    match condition {
        Condition::Field { field, test } => {
            let key = named(found, field);
            match test {
                Test::Equals(word) => key.equals.push(word.clone()),
                Test::GreaterThan(limit) => key.numbers.push(limit + 100),
                Test::AtLeast(limit) => key.numbers.extend([*limit, limit - 100]),
                Test::AtMost(limit) => key.numbers.extend([*limit, limit + 100]),
                Test::Present(_) => {}
            }
        }
        Condition::LongerThan { from, to, .. } => {
            for moment in [from, to] {
                if let Moment::Key(key) = moment {
                    named(found, key);
                }
            }
        }
        // A word that both may have, and another: then they can be the same and can differ.
        Condition::Differs(one, other) => {
            let word = shared_word(regulation, one, other);
            for key in [one, other] {
                let key = named(found, key);
                key.equals.push(word.clone());
                key.numbers.push(100);
            }
        }
        _ => {}
    }
}

fn named<'k>(found: &'k mut Vec<Key>, name: &str) -> &'k mut Key {
    let index = found.iter().position(|k| k.name == *name).unwrap_or(found.len());
    if index == found.len() {
        found.push(Key { name: name.to_owned(), ..Key::default() });
    }
    &mut found[index]
}

/// A value that two keys can both have, where there is one.
fn shared_word(regulation: &Regulation, one: &str, other: &str) -> String {
    let values = |key: &str| {
        let asks = regulation.steps.iter().flat_map(|s| &s.asks).find(|a| a.key == key);
        let field = || regulation.fields.iter().find(|f| f.id == key).map(|f| (f.kind, f.values.as_slice()));
        let (kind, values) = asks.map(|a| (a.kind, a.values.as_slice())).or_else(field)?;
        allowed(regulation, kind, values)
    };
    match (values(one), values(other)) {
        (Some(one), Some(other)) => one.into_iter().find(|v| other.contains(v)),
        (one, other) => one.or(other).and_then(|values| values.into_iter().next()),
    }
    .unwrap_or_else(|| "…".to_owned())
}

impl Key {
    /// The values of a type that are worth telling apart.
    #[must_use]
    pub fn options(&self, regulation: &Regulation, kind: AskType, values: &[String], limits: Limits) -> Vec<Value> {
        match kind {
            AskType::Date => vec![Value::Near, Value::Far],
            AskType::Number | AskType::Amount => self.numbers(limits),
            _ => match allowed(regulation, kind, values) {
                Some(allowed) => self.words(&allowed),
                None => self
                    .equals
                    .iter()
                    .cloned()
                    .chain(
                        ["…".to_owned(), "… …".to_owned()]
                            .into_iter()
                            .take(1 + usize::from(self.equals.iter().any(|w| w == "…"))),
                    )
                    .map(Value::Word)
                    .collect(),
            },
        }
    }

    fn numbers(&self, limits: Limits) -> Vec<Value> {
        let named = self.equals.iter().filter_map(|w| crate::regulation::hundredths(w));
        let bounds = limits.least.into_iter().chain(limits.most);
        let mut all: Vec<i64> = self.numbers.iter().copied().chain(named).chain([0]).chain(bounds).collect();
        all.retain(|number| limits.hold(*number));
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(Value::Number).collect()
    }

    fn words(&self, allowed: &[String]) -> Vec<Value> {
        let other = allowed.iter().find(|a| !self.equals.contains(a));
        let named = allowed.iter().filter(|a| self.equals.contains(a));
        named.chain(other).cloned().map(Value::Word).collect()
    }
}

/// The words that a type allows; nothing when any will do.
#[must_use]
pub fn allowed(regulation: &Regulation, kind: AskType, values: &[String]) -> Option<Vec<String>> {
    let own = |all: Vec<String>| if values.is_empty() { all } else { values.to_vec() };
    match kind {
        AskType::Choice => Some(values.to_vec()),
        AskType::YesNo => Some(own(vec!["ja".to_owned(), "nee".to_owned()])),
        AskType::Satisfaction => Some(own(["ja", "nee", "onbekend"].map(str::to_owned).to_vec())),
        AskType::Judgement => {
            Some(own(regulation.judgement.iter().flat_map(|j| j.scale.iter().map(|s| s.id.clone())).collect()))
        }
        AskType::Cause | AskType::Causes => {
            Some(own(regulation.causes.iter().flat_map(|c| c.list.iter().map(|i| i.id.clone())).collect()))
        }
        _ => None,
    }
}
