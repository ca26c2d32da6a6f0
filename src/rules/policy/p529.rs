//! # P529: name-unexplained
//!
//! ## What it checks
//!
//! A word with a capital within a sentence of `text.nl.md` also occurs in `regulation.yaml` outside quotes (a role, a document, an
//! address, the organisation), or the text explains it: in bold with a colon behind it, or in brackets after the full name.
//!
//! ## Why
//!
//! A reader who meets “het Klantenpanel” and finds it nowhere else does not know who that is. This is advice: it refuses nothing.
//!
//! ## Example
//!
//! ```markdown
//! 1. Het Klantenpanel kijkt mee.
//! ```
//!
//! ## How to put it right
//!
//! Make it a role or a document of the regulation, explain it in the text, or write it without a capital.
//!
//! ---
//!
//! # P529: name-unexplained
//!
//! ## Wat wordt nagekeken
//!
//! Een woord met een hoofdletter midden in een zin van `text.nl.md` staat ook in `regulation.yaml` buiten de citaten (een rol, een
//! document, een adres, de organisatie), of de tekst legt het uit: vet met een dubbele punt erachter, of tussen haakjes na de volle naam.
//!
//! ## Waarom
//!
//! Wie “het Klantenpanel” tegenkomt en het verder nergens vindt, weet niet wie dat is. Dit is een advies: het weigert niets.
//!
//! ## Voorbeeld
//!
//! ```markdown
//! 1. Het Klantenpanel kijkt mee.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Maak er een rol of een document van de regeling van, leg het uit in de tekst, of schrijf het zonder hoofdletter.

use std::collections::BTreeSet;

use super::super::Rule;
use super::{Remark, Subject, said};
use crate::diagnostics::Severity;
use crate::yaml::Node;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P529",
    name: "name-unexplained",
    severity: Severity::Hint,
    summary: (
        "Elke naam in de tekst staat in de regeling of is uitgelegd.",
        "Every name in the text is in the regulation or explained.",
    ),
    source: include_str!("p529.rs"),
};

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
                said(
                    (format!("“{name}” staat nergens in de regeling en is niet uitgelegd"), {
                        format!("“{name}” is nowhere in the regulation and is not explained")
                    }),
                    (
                        "maak er een rol of document van, leg het uit, of schrijf het klein",
                        "make it a role or document, explain it, or write it without a capital",
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
