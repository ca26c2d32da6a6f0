//! The rules' pages as files for `docs/rules/`: one a rule and an index. They are checked in; a test tells when they
//! are stale.

use std::fmt::Write;

use super::page::Rule;
use super::registry::{ALL, FAMILIES};
use crate::diagnostics::Lang;

/// All pages as file name and content, sorted by name.
#[must_use]
pub fn docs() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = ALL.iter().map(|rule| (rule.file_name(), page(rule))).collect();
    files.push(("README.md".to_owned(), index(&ALL)));
    files.sort();
    files
}

fn page(rule: &Rule) -> String {
    let source = format!("src/rules/{}/{}.rs", folder(rule.code), rule.code.to_ascii_lowercase());
    let (en, nl) = (rule.page(Lang::En), rule.page(Lang::Nl));
    format!("<!-- Made from {source}; change that file. -->\n\n{en}\n\n---\n\n{nl}\n")
}

/// The folder of the family that a code belongs to.
fn folder(code: &str) -> &'static str {
    match code.as_bytes().first() {
        Some(b'C') => "case_file",
        Some(b'D') => "data_protection",
        Some(b'G') => "history",
        Some(b'P') => "policy",
        Some(b'R') => "roles",
        Some(b'T') => "terms",
        Some(b'W') => "workflow",
        _ => "site",
    }
}

/// A table for each family that has rules.
fn index(rules: &[&Rule]) -> String {
    let mut text = "<!-- Made from src/rules/; change the rules there. -->\n\n# Rules\n\n".to_owned();
    text += "What `klacht check` looks at. `klacht explain CODE` prints a rule's page.\n";
    for (letter, nl, en) in FAMILIES {
        let family: Vec<&&Rule> = rules.iter().filter(|rule| rule.code.starts_with(letter)).collect();
        if family.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {letter}: {en} / {nl}\n\n");
        text += "| code | name | severity | what it checks | wat wordt nagekeken |\n|---|---|---|---|---|\n";
        for rule in family {
            let cells = [rule.name, rule.severity.word(), rule.summary(Lang::En), rule.summary(Lang::Nl)];
            let cells = cells.map(|cell| cell.replace('|', "\\|")).join(" | ");
            let _ = writeln!(text, "| [{}]({}) | {cells} |", rule.code, rule.file_name());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_names_every_rule_and_every_rule_has_a_page() {
        let files = docs();
        let index = &files.iter().find(|(name, _)| name == "README.md").unwrap().1;
        for rule in ALL.iter() {
            assert!(index.contains(&format!("[{}]({}.md)", rule.code, rule.code)), "{}", rule.code);
            let (_, page) = files.iter().find(|(name, _)| *name == rule.file_name()).unwrap();
            assert!(page.contains("## Why") && page.contains("## Waarom"), "{}", rule.code);
        }
        assert_eq!(files.len(), ALL.len() + 1);
    }
}
