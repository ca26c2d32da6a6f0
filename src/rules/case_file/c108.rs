//! C108: the id of the case is a proper id.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C108.md"));
