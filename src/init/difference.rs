//! What is there beside what would be written, as a unified diff.

use similar::TextDiff;

use super::place::{Found, Planned};

/// The difference of one file; nothing when there is none, or when what is there is no text.
#[must_use]
pub fn difference(planned: &Planned) -> Option<String> {
    let own = || format!("a/{}", planned.draft.path);
    let wanted = planned.draft.text.clone();
    let (before, from, after) = match &planned.found {
        Found::Nothing => ("", "/dev/null".to_owned(), wanted),
        Found::Other(text) => (text.as_str(), own(), wanted),
        Found::Lacking(text, lines) => (text.as_str(), own(), format!("{text}{lines}")),
        Found::Same | Found::Strange => return None,
    };
    let diff = TextDiff::from_lines(before, &after);
    Some(diff.unified_diff().context_radius(3).header(&from, &format!("b/{}", planned.draft.path)).to_string())
}
