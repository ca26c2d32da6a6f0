//! C102: the data are written as `key: value`, neatly one below the other.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C102.md"));
