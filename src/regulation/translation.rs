//! A regulation in a second language: its text, and the names of its rules. The Dutch text prevails.

use std::collections::BTreeMap;

use super::rule_ref::RuleRef;
use super::text::UnreadText;
use crate::yaml::{Entry, Node, group};

group! {
    /// `words.en.yaml`: the names of rules in English.
    #[derive(Default)]
    pub struct Words = "words" {
        must schema: String as OneOf(&["klacht.words/1"]), "soort bestand", "kind of file";
        must title: String, "titel van de regeling", "title of the regulation";
        /// By its place: `roles/mediator`, `steps/gehoord/verslag`, `topics`.
        must names: BTreeMap<String, String>, "naam van elke regel", "the name of each rule";
    }
}

/// `text.en.md` with the names that go with it.
#[derive(Debug, Clone, Default)]
pub struct Translation {
    /// Path of the text in the register.
    pub path: String,
    /// The text, sentence by sentence parallel to the Dutch one.
    pub text: UnreadText,
    /// The names.
    pub words: Words,
}

impl Words {
    /// The names by their places, and the title.
    #[must_use]
    pub fn by_place(&self) -> BTreeMap<String, String> {
        let mut names = self.names.clone();
        names.insert("title".to_owned(), self.title.clone());
        names
    }
}

/// Everything in a regulation that is printed under a name of its own, by its place, with the Dutch words: roles, steps
/// and what they ask, terms, topics, declarations, gaps. In the order of the file.
#[must_use]
pub fn names(tree: &Node) -> Vec<(String, String)> {
    let mut found = Vec::new();
    tree.entries().iter().for_each(|block| of_block(block, &|_| true, &mut found));
    found
}

/// The Dutch words at one place, such as `steps/gehoord`; nothing when there is no such rule. The same as looking in all
/// [`names`], without making them.
#[must_use]
pub fn name_of(tree: &Node, place: &str) -> Option<String> {
    let mut parts = place.split('/');
    let (block, id) = (parts.next()?.split('.').next()?, parts.next());
    let mut found = Vec::new();
    let blocks = tree.entries().iter().filter(|entry| entry.key == block);
    blocks.for_each(|entry| of_block(entry, &|item| id == Some(item), &mut found));
    found.into_iter().find(|(at, _)| at == place).map(|(_, name)| name)
}

/// The names of a block, of the items whose ids are wanted.
fn of_block(block: &Entry, wanted: &dyn Fn(&str) -> bool, found: &mut Vec<(String, String)>) {
    match block.key.as_str() {
        "organisation" => listed(block.node.get("contact"), "organisation.contact", wanted, found),
        "topics" | "causes" | "severity" => {
            if let Some(name) = block.node.get("name").and_then(Node::text) {
                found.push((block.key.clone(), name.to_owned()));
            }
            listed(block.node.get("list"), &block.key, wanted, found);
        }
        "judgement" => listed(block.node.get("scale"), &block.key, wanted, found),
        "roles" | "channels" | "steps" | "terms" | "calendars" | "fields" | "extensions" | "attestations" | "gaps"
        | "documents" => {
            listed(Some(&block.node), &block.key, wanted, found);
        }
        "reporting" => {
            words_of(block.node.get("parts"), "reporting/parts", found);
            for report in block.node.get("further").iter().flat_map(|list| list.items()) {
                words_of(report.get("parts"), "reporting/parts", found);
            }
        }
        "retention" => {
            let context = block.node.get("basis").and_then(Node::text);
            found.extend(context.map(|context| ("retention/basis".to_owned(), context.to_owned())));
        }
        _ => {}
    }
}

/// The keys under which the words of an item stand.
const NAMING: &[&str] = &["name", "label", "title", "what", "why"];

fn listed(list: Option<&Node>, block: &str, wanted: &dyn Fn(&str) -> bool, found: &mut Vec<(String, String)>) {
    for item in list.map(Node::items).unwrap_or_default() {
        let Some(id) = item.get("id").and_then(Node::text).filter(|id| wanted(id)) else { continue };
        let place = RuleRef::new(block, id).to_string();
        if let Some(name) = NAMING.iter().find_map(|key| item.get(key).and_then(Node::text)) {
            found.push((place.clone(), name.to_owned()));
        }
        for ask in item.get("asks").map(Node::items).unwrap_or_default() {
            let key = ask.get("key").and_then(Node::text);
            let Some(key) = key else { continue };
            if let Some(name) = ask.get("name").and_then(Node::text) {
                found.push((format!("{place}/{key}"), name.to_owned()));
            }
            if ask.get("type").and_then(Node::text) == Some("choice") {
                words_of(ask.get("values"), &format!("{place}/{key}"), found);
            }
        }
        words_of(item.get("parts"), &format!("{place}/parts"), found);
    }
}

/// Codes that are words themselves, as in `geen-klacht`.
fn words_of(codes: Option<&Node>, place: &str, found: &mut Vec<(String, String)>) {
    let codes = codes.map(Node::items).unwrap_or_default().iter().filter_map(Node::text);
    found.extend(codes.map(|code| (format!("{place}/{code}"), code.replace('-', " "))));
}

#[cfg(test)]
#[path = "../../tests/unit/regulation/translation.rs"]
mod tests;
