//! How the family names keys and paths, without repeating what people typed.

use crate::diagnostics::{Lang, Text, text};
use crate::yaml::{is_id, is_name};

/// Longer keys are no keys.
const LONGEST_KEY: usize = 40;

/// Longer names of files are no case ids.
const LONGEST_ID: usize = 12;

/// Keys, of which only those that look like keys are repeated.
pub(super) fn keys(keys: &[&str]) -> Text {
    let shown: Vec<String> =
        keys.iter().filter(|key| is_name(key) && key.len() <= LONGEST_KEY).map(|key| format!("`{key}`")).collect();
    if shown.is_empty() {
        return text!("andere velden", "other keys");
    }
    let shown = shown.join(", ");
    text!("{shown}", "{shown}")
}

/// Several, with a comma between them.
pub(super) fn list(parts: &[Text]) -> Text {
    let [nl, en] = Lang::ALL.map(|lang| parts.iter().map(|part| part.in_(lang)).collect::<Vec<_>>().join(", "));
    Text::new(nl, en)
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
        return text!("`{path}`", "`{path}`");
    }
    text!("een bestand elders in het register", "a file elsewhere in the register")
}
