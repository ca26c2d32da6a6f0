//! Whether a value is of its type, and which values are allowed.

use super::progress::Progress;
use crate::calendar::parse_date;
use crate::case::{CaseId, Datum};
use crate::regulation::{AskType, hundredths};

/// Whether `value` is of type `kind`.
#[must_use]
pub fn fits(progress: &Progress<'_>, kind: AskType, values: &[String], value: &Datum<'_>) -> bool {
    let Some(text) = value.text() else {
        return match (kind, value) {
            (AskType::List, Datum::List(items)) => !items.is_empty(),
            (AskType::Causes, Datum::List(items)) => {
                let known = allowed(progress, kind, values);
                !items.is_empty() && items.iter().all(|i| known.iter().any(|k| k == i))
            }
            _ => false,
        };
    };
    match kind {
        AskType::Text
        | AskType::Reference
        | AskType::Item
        | AskType::List
        | AskType::Number
        | AskType::Amount
        | AskType::Date
        | AskType::Digest => has_form(kind, text),
        AskType::Case => has_form(kind, text) && text != progress.participants.case.id.to_string(),
        _ => allowed(progress, kind, values).iter().any(|a| a == text),
    }
}

/// Whether a text reads as a value of this type, as far as that can be told without a case: which codes, persons and parties
/// there are is not asked.
#[must_use]
pub fn has_form(kind: AskType, text: &str) -> bool {
    match kind {
        AskType::Number => text.parse::<u32>().is_ok(),
        AskType::Amount => hundredths(text).is_some(),
        AskType::Date => parse_date(text).is_ok(),
        AskType::Case => text.parse::<CaseId>().is_ok(),
        AskType::Digest => text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
        _ => !text.trim().is_empty(),
    }
}

impl Progress<'_> {
    /// The values that a datum of this type may have; empty when any text of the right form will do.
    #[must_use]
    pub fn values_of(&self, kind: AskType, values: &[String]) -> Vec<String> {
        allowed(self, kind, values)
    }
}

/// The values allowed for a type; empty when any text of the right form will do.
#[must_use]
pub fn allowed(progress: &Progress<'_>, kind: AskType, values: &[String]) -> Vec<String> {
    let regulation = progress.regulation();
    match kind {
        AskType::Choice => values.to_vec(),
        AskType::YesNo => vec!["ja".to_owned(), "nee".to_owned()],
        AskType::Satisfaction | AskType::Judgement if !values.is_empty() => values.to_vec(),
        AskType::Satisfaction => ["ja", "nee", "onbekend"].map(str::to_owned).to_vec(),
        AskType::Judgement => regulation.judgement.iter().flat_map(|j| j.scale.iter().map(|s| s.id.clone())).collect(),
        AskType::Cause | AskType::Causes => {
            regulation.causes.iter().flat_map(|c| c.list.iter().map(|i| i.id.clone())).collect()
        }
        AskType::Person => progress.participants.people.persons.iter().map(|p| p.key.clone()).collect(),
        AskType::Party => progress.participants.case.parties.iter().map(|p| p.key.clone()).collect(),
        _ => Vec::new(),
    }
}
