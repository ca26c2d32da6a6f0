//! How the family names kinds of values, keys and paths, without repeating what people typed.

use crate::diagnostics::Text;
use crate::regulation::AskType;
use crate::yaml::{is_id, is_name};

/// Longer keys are no keys.
const LONGEST_KEY: usize = 40;

/// Longer names of files are no case ids.
const LONGEST_ID: usize = 12;

/// What belongs in a place of this type; `values` are those allowed, when there is a list.
pub(super) fn belongs(kind: AskType, values: &[String]) -> Text {
    let one_of = |nl: &str, en: &str| {
        let known = values.join(", ");
        Text::new(format!("{nl}: {known}"), format!("{en}: {known}"))
    };
    match kind {
        AskType::Text | AskType::Item => Text::new("een tekst", "a text"),
        AskType::Reference => Text::new("een verwijzing", "a reference"),
        AskType::Number => Text::new("een heel getal", "a whole number"),
        AskType::Amount => Text::new(
            "een bedrag in euro's met ten hoogste twee decimalen",
            "an amount in euros with at most two decimals",
        ),
        AskType::Date => Text::new("een datum als jaar-maand-dag", "a date as year-month-day"),
        AskType::YesNo => Text::new("`ja` of `nee`", "`ja` or `nee`"),
        AskType::Digest => Text::new("een SHA-256 van 64 tekens", "a SHA-256 of 64 characters"),
        AskType::List => Text::new("een lijst van teksten", "a list of texts"),
        AskType::Person => one_of("de sleutel van een medewerker", "the key of a person"),
        AskType::Party => one_of("de sleutel van een partij", "the key of a party"),
        AskType::Causes => one_of("een lijst van oorzaken uit", "a list of causes from"),
        AskType::Choice | AskType::Judgement | AskType::Cause | AskType::Satisfaction => one_of("een van", "one of"),
    }
}

/// A value of this type, as it is written.
pub(super) fn example(kind: AskType, values: &[String]) -> String {
    let listed = values.first();
    match (kind, listed) {
        (AskType::Causes, Some(first)) => format!("[{first}]"),
        (_, Some(first)) => first.clone(),
        (AskType::Number, _) => "3".to_owned(),
        (AskType::Amount, _) => "12.50".to_owned(),
        (AskType::Date, _) => "2026-04-17".to_owned(),
        (AskType::YesNo, _) => "ja".to_owned(),
        (AskType::List | AskType::Causes, _) => "[\"…\", \"…\"]".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

/// Keys, of which only those that look like keys are repeated.
pub(super) fn keys(keys: &[&str]) -> Text {
    let shown: Vec<String> =
        keys.iter().filter(|key| is_name(key) && key.len() <= LONGEST_KEY).map(|key| format!("`{key}`")).collect();
    if shown.is_empty() {
        return Text::new("andere velden", "other keys");
    }
    let shown = shown.join(", ");
    Text::new(shown.clone(), shown)
}

/// A path of a case: repeated when it has the form of one, for a name may stand in any other.
pub(super) fn path(path: &str) -> Text {
    let parts: Vec<&str> = path.split('/').collect();
    let code = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'-';
    let plain = |part: &str| part.len() <= LONGEST_ID && part.bytes().all(code);
    let like_a_case = match parts.as_slice() {
        ["cases", regulation, year, month, name] => {
            is_id(regulation) && plain(year) && plain(month) && name.strip_suffix(".md").is_some_and(plain)
        }
        _ => false,
    };
    if like_a_case {
        return Text::new(format!("`{path}`"), format!("`{path}`"));
    }
    Text::new("een bestand elders in het register", "a file elsewhere in the register")
}
