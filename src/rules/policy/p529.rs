//! P529: every name in the text is in the regulation or explained.

use std::collections::BTreeSet;

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Node;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P529.md"));

/// Names that the regulation does not know, each at the first place where it stands.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut known = BTreeSet::new();
    gather(&subject.version.tree, &mut known);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    for sentence in &subject.version.text.sentences {
        for name in names(&sentence.text) {
            let explained = [format!("**{name}**:"), format!("({name})")];
            let is_explained = explained.iter().any(|way| subject.text_source.contains(way));
            if known.contains(&name.to_lowercase()) || is_explained || !told.insert(name.to_owned()) {
                continue;
            }
            found.push(Remark::in_text(
                sentence.span,
                Message::new(
                    text!(
                        "“{name}” staat nergens in de regeling en is niet uitgelegd",
                        "“{name}” is nowhere in the regulation and is not explained"
                    ),
                    text!(
                        "maak er een rol of document van, leg het uit, of schrijf het klein",
                        "make it a role or document, explain it, or write it without a capital"
                    ),
                ),
            ));
        }
    }
    found
}

/// The words of every value but quotes and notes, in lower case.
fn gather(node: &Node, known: &mut BTreeSet<String>) {
    known.extend(node.text().into_iter().flat_map(words).map(str::to_lowercase));
    let entries = node.entries().iter().filter(|e| e.key != "quote" && e.key != "note");
    entries.for_each(|e| gather(&e.node, known));
    node.items().iter().for_each(|item| gather(item, known));
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Words with a capital that do not begin anything: a sentence, or what comes after a colon or quotation mark.
fn names(sentence: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begins = true;
    for part in sentence.split_whitespace() {
        let trimmed = part.trim_matches(|c: char| !c.is_alphanumeric());
        let address = part.contains('@') || part.contains('.') && trimmed.contains('.');
        let opens = part.starts_with(['“', '"', '‘', '\'']);
        if !begins && !opens && !address {
            let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase) && w.chars().count() > 2;
            found.extend(words(trimmed).take(1).filter(capital));
        }
        begins = part.ends_with([':', '.', '?', '!']) || (begins && trimmed.is_empty());
    }
    found
}
