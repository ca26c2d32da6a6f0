//! What somebody types at `klacht step`, `klacht new` or `klacht add` instead of the line that stands in the file.

use crate::case::LogEntry;
use crate::diagnostics::{Text, text};
use crate::yaml::Group;

/// The flag of `klacht step` that says the same as a key of an entry: `--handler`, or `--set plan=…` for what only some steps
/// ask. A test of the command line keeps the two alike.
pub fn flag(key: &str) -> String {
    match LogEntry::TABLE.field(key) {
        Some(_) => format!("--{}", key.replace('_', "-")),
        None => format!("--set {key}=…"),
    }
}

/// Behind the line to write for a key of an entry: the flag that says the same.
pub fn by_step(key: &str) -> Text {
    by_step_as(&flag(key))
}

/// Behind a line to write in an entry or beside the log: what says the same at `klacht step`.
pub fn by_step_as(flag: &str) -> Text {
    text!(" (bij `klacht step`: `{flag}`)", " (with `klacht step`: `{flag}`)")
}

/// Behind a line to write for a whole case: what says the same at `klacht new`, for what is known at once and for ever.
pub fn by_new(flag: &str) -> Text {
    text!(" (bij `klacht new`: `{flag}`)", " (with `klacht new`: `{flag}`)")
}

/// The same for what may come to light later: also at `klacht add`.
pub fn by_new_or_add(flag: &str) -> Text {
    text!(" (bij `klacht new` of `klacht add`: `{flag}`)", " (with `klacht new` or `klacht add`: `{flag}`)")
}

/// A party to add: its line in the file, and what says the same at `klacht new` and `klacht add`.
pub fn add_party(role: &str, position: &str) -> Text {
    let (line, flag) = (
        format!("`- {{key: p…, role: {role}, as: {position}}}`"),
        by_new_or_add(&format!("--party {role}:{position}")),
    );
    text!("schrijf bij `parties`: {line}{flag}", "write under `parties`: {line}{flag}", flag)
}

/// The same for a fact of the case, by its name in a finding: `intake.source`, or the id of a field.
pub fn by_new_fact(field: &str) -> Text {
    if field == "intake.source" { by_new_or_add("--source") } else { by_new_or_add(&format!("--field {field}=…")) }
}
