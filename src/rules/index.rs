//! The list of all rules for people: `docs/rules/README.md`. It is checked in; a test tells when it is stale.

use std::fmt::Write;

use super::registry::{ALL, FAMILIES};
use super::rule::Rule;
use crate::diagnostics::Lang;

/// A table for each family.
#[must_use]
pub fn index() -> String {
    let mut text = "<!-- Made from the pages beside it; change those. -->\n\n# Rules\n\n".to_owned();
    text += "What `klacht check` looks at. `klacht explain CODE` prints a rule's page.\n";
    for (letter, nl, en) in FAMILIES {
        let family = ALL.iter().filter(|rule| rule.code.starts_with(letter));
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {letter}: {en} / {nl}\n\n");
        text += "| code | name | severity | what it checks | wat wordt nagekeken |\n|---|---|---|---|---|\n";
        for rule in family {
            text += &row(rule);
        }
    }
    text
}

fn row(rule: &Rule) -> String {
    let cells = [rule.name, rule.severity.word(), rule.summary(Lang::En), rule.summary(Lang::Nl)];
    let cells = cells.map(|cell| cell.replace('|', "\\|")).join(" | ");
    format!("| [{}]({}) | {cells} |\n", rule.code, rule.file_name())
}
