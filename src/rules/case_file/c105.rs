//! C105: every key is one that is known there.

use crate::rules::Rule;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C105.md"));
