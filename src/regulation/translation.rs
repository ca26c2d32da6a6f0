//! A regulation in a second language: its text, and the names of its rules. The Dutch text prevails.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rule_ref::RuleRef;
use super::text::UnreadText;
use crate::yaml::Node;

/// `words.en.yaml`: the names of rules in English.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// `klacht.words/1`.
    pub schema: String,
    /// The title of the regulation.
    pub title: String,
    /// The name of each rule by its place: `roles/mediator`, `steps/gehoord/verslag`, `topics`.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
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

/// Everything in a regulation that is printed under a name of its own, by its place, with the Dutch words: roles, steps
/// and what they ask, terms, topics, declarations, gaps. In the order of the file.
#[must_use]
pub fn names(tree: &Node) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for block in tree.entries() {
        match block.key.as_str() {
            "organisation" => listed(block.node.get("contact"), "organisation.contact", &mut found),
            "topics" | "causes" | "severity" => {
                if let Some(name) = block.node.get("name").and_then(Node::text) {
                    found.push((block.key.clone(), name.to_owned()));
                }
                listed(block.node.get("list"), &block.key, &mut found);
            }
            "judgement" => listed(block.node.get("scale"), &block.key, &mut found),
            "roles" | "channels" | "steps" | "terms" | "fields" | "extensions" | "attestations" | "gaps"
            | "documents" => listed(Some(&block.node), &block.key, &mut found),
            _ => {}
        }
    }
    found
}

/// The keys under which the words of an item stand.
const NAMING: &[&str] = &["name", "label", "title", "what", "why"];

fn listed(list: Option<&Node>, block: &str, found: &mut Vec<(String, String)>) {
    for item in list.map(Node::items).unwrap_or_default() {
        let Some(id) = item.get("id").and_then(Node::text) else { continue };
        let place = RuleRef::new(block, id).to_string();
        if let Some(name) = NAMING.iter().find_map(|key| item.get(key).and_then(Node::text)) {
            found.push((place.clone(), name.to_owned()));
        }
        for ask in item.get("asks").map(Node::items).unwrap_or_default() {
            let key = ask.get("key").and_then(Node::text);
            if let (Some(key), Some(name)) = (key, ask.get("name").and_then(Node::text)) {
                found.push((format!("{place}/{key}"), name.to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printed_name_has_a_place() {
        let source = "topics:\n  name: Soort\n  list:\n    - {id: geld, name: Geld}\nsteps:\n  - id: gehoord\n    name: Gehoord\n    asks:\n      - {key: verslag, name: Verslag, type: text}\ngaps:\n  - {id: kosten, about: costs, why: Daarom.}\n";
        let tree = crate::yaml::parse(source, 0).0.unwrap();
        let found = names(&tree);
        let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["topics", "topics/geld", "steps/gehoord", "steps/gehoord/verslag", "gaps/kosten"]);
    }
}
