//! D609: the folder vertrouwelijk/ stays out of git.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D609.md"));

/// The folder in a register that git passes over, unless another is named.
pub const CONFIDENTIAL: &str = "vertrouwelijk";

/// Whether a path lies in the confidential folder; on some systems capitals make no difference.
#[must_use]
pub fn is_confidential(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, _)| folder.eq_ignore_ascii_case(CONFIDENTIAL))
}

/// The words for a finding; the path is not repeated, since it may hold a name.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "bestanden uit de vertrouwelijke map horen nooit in git",
            "files of the confidential folder never belong in git"
        ),
        text!(
            "`git rm -r --cached vertrouwelijk`, en zet `/vertrouwelijk/` in .gitignore",
            "`git rm -r --cached vertrouwelijk`, and put `/vertrouwelijk/` in .gitignore"
        ),
    )
}
