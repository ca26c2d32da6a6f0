//! C116: a text with ` #` in it stands in quotes.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C116.md"));
