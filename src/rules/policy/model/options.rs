//! The values that a key can take, as far as conditions tell them apart.

use super::state::Value;
use crate::regulation::{AskType, Condition, Regulation, Test};

/// A key that some condition asks after.
#[derive(Debug, Clone, Default)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Words it is compared with.
    equals: Vec<String>,
    /// Limits it is compared with, in hundredths.
    above: Vec<i64>,
}

/// The keys that conditions ask after.
#[must_use]
pub fn keys(conditions: &[&Condition]) -> Vec<Key> {
    let mut found: Vec<Key> = Vec::new();
    for condition in conditions {
        condition.walk(&mut |c| note(c, &mut found));
    }
    found
}

fn note(condition: &Condition, found: &mut Vec<Key>) {
    let (name, test) = match condition {
        Condition::Field { field, test } => (field, Some(test)),
        Condition::LongerThan { to, .. } => (to, None),
        _ => return,
    };
    let index = found.iter().position(|k| k.name == *name).unwrap_or_else(|| {
        found.push(Key { name: name.clone(), ..Key::default() });
        found.len() - 1
    });
    let Some(key) = found.get_mut(index) else { return };
    match test {
        Some(Test::Equals(word)) => key.equals.push(word.clone()),
        Some(Test::GreaterThan(limit)) => key.above.push(*limit),
        _ => {}
    }
}

impl Key {
    /// The values of a type that are worth telling apart.
    #[must_use]
    pub fn options(&self, regulation: &Regulation, kind: AskType, values: &[String]) -> Vec<Value> {
        match kind {
            AskType::Date => vec![Value::Near, Value::Far],
            AskType::Number | AskType::Amount => self.numbers(),
            _ => match allowed(regulation, kind, values) {
                Some(allowed) => self.words(&allowed),
                None => self.equals.iter().cloned().chain(["…".to_owned()]).map(Value::Word).collect(),
            },
        }
    }

    fn numbers(&self) -> Vec<Value> {
        let named = self.equals.iter().filter_map(|w| crate::regulation::hundredths(w));
        let mut all: Vec<i64> = self.above.iter().map(|l| l + 100).chain(named).chain([0]).collect();
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
