//! A step being taken: the file as it would become.

use super::entry::{appended, entry_of, in_front_matter};
use super::want::Values;
use crate::regulation::{Ask, Regulation};
use crate::yaml::{EditError, NewItem, NewValue, Route, Scalar, append};

/// Before the id of a declaration: what stands under such a key is how it is known.
pub const ATTEST: &str = "attest:";
/// Before the id of a declaration: who gives it.
pub const ATTEST_BY: &str = "attest-by:";

/// The file with the entry at the end of its log, and with the declarations given beside it. Every other byte stays.
pub fn drafted(source: &str, regulation: &Regulation, values: &Values) -> Result<String, EditError> {
    let asks = one(values, "step").and_then(|id| regulation.step(id)).map_or(&[] as &[Ask], |s| s.asks.as_slice());
    let entry: Values = values.iter().filter(|(k, _)| !k.contains(':')).map(|(k, v)| (k.clone(), v.clone())).collect();
    let mut text = appended(source, &entry_of(asks, &entry))?;
    for (key, how) in values {
        // Nobody can declare anything before it is said who does.
        let Some(item) = key.strip_prefix(ATTEST).and_then(|id| declaration(id, &how.join("; "), values)) else {
            continue;
        };
        text = in_front_matter(&text, |front| append(front, &Route::root().key("attestations"), &item))?;
    }
    Ok(text)
}

/// A declaration on the day of the step, by whoever is said to give it, or else by who takes the step.
fn declaration(id: &str, how: &str, values: &Values) -> Option<NewItem> {
    let by = one(values, &format!("{ATTEST_BY}{id}")).or_else(|| one(values, "by"))?;
    let text = |value: &str| NewValue::One(Scalar::Text(value.to_owned()));
    let pairs = [("attestation", id), ("on", one(values, "on").unwrap_or_default()), ("by", by), ("how", how)];
    Some(NewItem(pairs.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (k.to_owned(), text(v))).collect()))
}

/// The value under a key; the first, when there are several.
pub(super) fn one<'a>(values: &'a Values, key: &str) -> Option<&'a str> {
    values.get(key).and_then(|v| v.first()).map(String::as_str)
}
