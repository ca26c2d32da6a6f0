//! C101: a case file can be read: text in UTF-8, with its data between two lines `---`.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C101.md"));
