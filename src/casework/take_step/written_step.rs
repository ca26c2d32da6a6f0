//! A step being taken: the file as it would become.

use crate::case::Case;
use crate::casework::prompt::Values;
use crate::casework::take_step::log_entry::{appended, entry_of, in_front_matter};
use crate::docket::{CORRECTION, RECEIPT};
use crate::regulation::{Ask, Regulation};
use crate::yaml::{EditError, NewItem, NewValue, Route, Scalar, append, set};

/// Before the id of a declaration: what stands under such a key is how it is known.
pub const ATTEST: &str = "attest:";
/// Before the id of a declaration: who gives it.
pub const ATTEST_BY: &str = "attest-by:";

/// The key under which a correction says the right day of receipt.
pub const DAY: &str = "received";
/// The key under which a correction says by which channel the complaint came in.
pub const CHANNEL: &str = "channel";

/// The file with the entry at the end of its log, and with the declarations given beside it; a correction of the receipt puts
/// its day or channel right at the top of the file. Every other byte stays.
pub fn drafted(source: &str, regulation: &Regulation, values: &Values) -> Result<String, EditError> {
    let asks = one(values, "step").and_then(|id| regulation.step(id)).map_or(&[] as &[Ask], |s| s.asks.as_slice());
    let mut receipt: Vec<(&str, Route, &str)> = receipt_of(values);
    receipt.extend(fact_of(values));
    let own = |key: &str| !key.contains(':') && !receipt.iter().any(|(fact, ..)| *fact == key);
    let entry: Values = values.iter().filter(|(k, _)| own(k)).map(|(k, v)| (k.clone(), v.clone())).collect();
    let mut text = appended(source, &entry_of(asks, &entry))?;
    for (_, route, value) in receipt {
        text = in_front_matter(&text, |front| set(front, &route, &Scalar::Text(value.to_owned())))?;
    }
    for (key, how) in values {
        // Nobody can declare anything before it is said who does.
        let Some(item) = key.strip_prefix(ATTEST).and_then(|id| declaration(id, &how.join("; "), values)) else {
            continue;
        };
        text = in_front_matter(&text, |front| append(front, &Route::root().key("attestations"), &item))?;
    }
    Ok(text)
}

/// The facts of the receipt that a correction of it puts right: the key under which each was said, its place, its value.
fn receipt_of(values: &Values) -> Vec<(&'static str, Route, &str)> {
    if !of_receipt(values) {
        return Vec::new();
    }
    let places = [(DAY, Route::root().key("received")), (CHANNEL, Route::root().key("intake").key("channel"))];
    places.into_iter().filter_map(|(key, route)| Some((key, route, one(values, key)?))).collect()
}

/// The fact that a correction of it puts right, where it is one value: the key under which it was said, its place, its value.
fn fact_of(values: &Values) -> Option<(&str, Route, &str)> {
    let of = one(values, "of").filter(|_| one(values, "step") == Some(CORRECTION))?;
    let root = Route::root();
    let (key, route) = match of {
        "severity" => (of, root.key(of)),
        "source" => (of, root.key("intake").key(of)),
        "topics" => ("main_topic", root.key("main_topic")),
        _ => of.strip_prefix("fields.").map(|id| (id, root.key("fields").key(id)))?,
    };
    Some((key, route, one(values, key)?))
}

/// Whether what was said is a correction of the receipt.
pub(crate) fn of_receipt(values: &Values) -> bool {
    one(values, "step") == Some(CORRECTION) && one(values, "of") == Some(RECEIPT)
}

/// Whether what was said is a correction of the receipt that leaves its day and channel as they are.
#[must_use]
pub fn corrects_nothing(case: &Case, values: &Values) -> bool {
    let received = case.received.map(|day| day.to_string());
    let stays = |key: &str, now: Option<&str>| one(values, key).is_none_or(|said| Some(said) == now);
    of_receipt(values) && stays(DAY, received.as_deref()) && stays(CHANNEL, Some(&case.intake.channel))
}

/// A declaration on the day of the step, by whoever is said to give it, or else by who takes the step.
fn declaration(id: &str, how: &str, values: &Values) -> Option<NewItem> {
    let by = one(values, &format!("{ATTEST_BY}{id}")).or_else(|| one(values, "by"))?;
    let text = |value: &str| NewValue::One(Scalar::Text(value.to_owned()));
    let pairs = [("attestation", id), ("on", one(values, "on").unwrap_or_default()), ("by", by), ("how", how)];
    Some(NewItem(pairs.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (k.to_owned(), text(v))).collect()))
}

/// The value under a key; the first, when there are several.
pub(crate) fn one<'a>(values: &'a Values, key: &str) -> Option<&'a str> {
    values.get(key).and_then(|v| v.first()).map(String::as_str)
}
