//! What is there beside what would be written, as a unified diff.

use similar::TextDiff;

use super::place::{Found, Planned};

/// The difference of one file; nothing when there is none, or when what is there is no text.
#[must_use]
pub fn difference(planned: &Planned) -> Option<String> {
    let (before, from) = match &planned.found {
        Found::Nothing => ("", "/dev/null".to_owned()),
        Found::Other(text) => (text.as_str(), format!("a/{}", planned.draft.path)),
        Found::Same | Found::Strange => return None,
    };
    let diff = TextDiff::from_lines(before, &planned.draft.text);
    Some(diff.unified_diff().context_radius(3).header(&from, &format!("b/{}", planned.draft.path)).to_string())
}
