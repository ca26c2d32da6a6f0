//! C103: special marks of YAML, such as `&`, `*` and `!` before a word, are not used.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C103.md"));
