//! C114: there are no invisible or misleading characters in it.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C114.md"));
