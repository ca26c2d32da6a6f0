//! What stands behind each sentence of the text: a rule, a declaration, a page only, an open gap, or nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::rule_ref::RuleRef;
use super::version::Version;
use crate::diagnostics::Lang;
use crate::yaml::{Node, Route, Segment};

/// What a sentence rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    /// A rule that the program holds cases to.
    Rule(RuleRef),
    /// Conduct that somebody declares.
    Attestation(String),
    /// An openly declared gap.
    Gap(String),
    /// Nothing but the page: it is there for the reader.
    Page,
    /// Nothing at all.
    Nothing,
}

/// One sentence with all that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The sentence.
    pub sentence: String,
    /// The heading above it.
    pub heading: String,
    /// What it rests on, strongest first; never empty.
    pub by: Vec<Cover>,
}

/// Blocks whose words are for the reader only.
const FOR_READERS: &[&str] = &["statements", "publication", "documents", "organisation"];

/// Every sentence of the text, in order, with what enforces it.
#[must_use]
pub fn coverage(version: &Version) -> Vec<Line> {
    let text = &version.text;
    let mut by: BTreeMap<usize, Vec<Cover>> = BTreeMap::new();
    let mut quotes = Vec::new();
    collect(&version.tree, &Route::root(), &mut quotes);
    for (at, quote) in quotes {
        let cover = cover(&version.tree, &at);
        for number in text.touched(&quote) {
            by.entry(number).or_default().push(cover.clone());
        }
    }
    let line = |(number, sentence): (usize, &super::text::Sentence)| {
        let mut covers = by.remove(&number).unwrap_or_default();
        covers.sort();
        covers.dedup();
        if covers.is_empty() {
            covers.push(Cover::Nothing);
        }
        Line { sentence: sentence.text.clone(), heading: sentence.heading.clone(), by: covers }
    };
    text.sentences.iter().enumerate().map(line).collect()
}

fn collect(node: &Node, at: &Route, found: &mut Vec<(Route, String)>) {
    for entry in node.entries() {
        let here = at.key(&entry.key);
        if entry.key == "quote" {
            let texts = entry.node.text().into_iter().chain(entry.node.items().iter().filter_map(Node::text));
            found.extend(texts.map(|t| (here.clone(), t.to_owned())));
        } else {
            collect(&entry.node, &here, found);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        collect(item, &at.index(index), found);
    }
}

fn cover(root: &Node, at: &Route) -> Cover {
    let rule = RuleRef::at(root, at);
    match (rule.block.split('.').next(), rule.id.clone()) {
        (Some("attestations"), Some(id)) => Cover::Attestation(id),
        (Some("gaps"), Some(id)) => Cover::Gap(id),
        (Some(block), _) if FOR_READERS.contains(&block) => Cover::Page,
        (Some(block), _) if holds_nothing(root, at, block) => Cover::Page,
        _ => Cover::Rule(rule),
    }
}

/// Whether the block that quotes the words has nothing that a case or a yearbook is held to: its words are for the reader.
fn holds_nothing(root: &Node, at: &Route, block: &str) -> bool {
    let Some((Segment::Key(_), own)) = at.0.split_last() else { return false };
    let Some(quoting) = Route(own.to_vec()).find(root) else { return false };
    let says = |key: &str, words: &[&str]| quoting.get(key).and_then(Node::text).is_some_and(|t| words.contains(&t));
    let has = |keys: &[&str]| keys.iter().any(|key| quoting.get(key).is_some());
    // Only the block itself, or an item of its list: what stands deeper has keys of its own.
    let itself = own.len() == 1 || own.len() == 2 && matches!(own.get(1), Some(Segment::Index(_)));
    itself
        && match block {
            // Secrecy is declared, under its own words; without `access` anybody may know.
            "confidentiality" => !has(&["access"]),
            "costs" => !has(&["complainant"]) || says("complainant", &["unknown"]),
            "retention" => says("regime", &["unregulated"]),
            "escalations" => says("duty", &["none"]) && !has(&["steps", "term"]),
            "intake" => !has(&["parties", "sealed", "sources", "when_incomplete", "usual_parties", "representation"]),
            "topics" => !has(&["list"]),
            _ => false,
        }
}

impl RuleRef {
    /// The rule that a place in the file belongs to: its block and, in a list, the id of the item.
    #[must_use]
    pub fn at(root: &Node, at: &Route) -> Self {
        let mut block: Vec<&str> = Vec::new();
        let mut node = Some(root);
        for segment in &at.0 {
            match segment {
                Segment::Key(key) => {
                    node = node.and_then(|n| n.get(key));
                    // A value is part of the rule above it; a group within a block is named.
                    let of_rules = |n: &Node| n.items().first().is_some_and(|i| !i.entries().is_empty());
                    let group = node.is_some_and(|n| !n.entries().is_empty() || of_rules(n));
                    if block.is_empty() || (group && key != "quote") {
                        block.push(key);
                    }
                }
                Segment::Index(index) => {
                    node = node.and_then(|n| n.items().get(*index));
                    if let Some(id) = node.and_then(|n| n.get("id")).and_then(Node::text) {
                        return Self::new(&block.join("."), id);
                    }
                    break;
                }
            }
        }
        Self::block(&block.join("."))
    }
}

/// How many sentences each kind of cover is the strongest of: rule, attestation, gap, page, nothing.
#[must_use]
pub fn counts(lines: &[Line]) -> [usize; 5] {
    let kind = |line: &Line| match line.by.first() {
        Some(Cover::Rule(_)) => 0,
        Some(Cover::Attestation(_)) => 1,
        Some(Cover::Gap(_)) => 2,
        Some(Cover::Page) => 3,
        Some(Cover::Nothing) | None => 4,
    };
    let mut counts = [0; 5];
    for line in lines {
        counts[kind(line)] += 1;
    }
    counts
}

/// The report as text: each sentence under its heading with what it rests on, and the counts at the end.
#[must_use]
pub fn render(lines: &[Line], lang: Lang) -> String {
    let mut text = String::new();
    let mut heading = None;
    for line in lines {
        if heading != Some(&line.heading) {
            let before = if heading.is_some() { "\n" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{before}{}", line.heading);
            heading = Some(&line.heading);
        }
        let covers: Vec<String> = line.by.iter().map(|c| words(c, lang)).collect();
        let _ = writeln!(text, "  {}\n    = {}", line.sentence, covers.join(", "));
    }
    let _ = writeln!(text, "\n{}", summary(lines, lang));
    text
}

fn words(cover: &Cover, lang: Lang) -> String {
    match (cover, lang) {
        (Cover::Rule(rule), _) => rule.to_string(),
        (Cover::Attestation(id), Lang::Nl) => format!("verklaring {id}"),
        (Cover::Attestation(id), Lang::En) => format!("declaration {id}"),
        (Cover::Gap(id), Lang::Nl) => format!("open gelaten: {id}"),
        (Cover::Gap(id), Lang::En) => format!("left open: {id}"),
        (Cover::Page, Lang::Nl) => "alleen op de pagina".to_owned(),
        (Cover::Page, Lang::En) => "on the page only".to_owned(),
        (Cover::Nothing, Lang::Nl) => "NIETS".to_owned(),
        (Cover::Nothing, Lang::En) => "NOTHING".to_owned(),
    }
}

fn summary(lines: &[Line], lang: Lang) -> String {
    let [rule, attested, gap, page, nothing] = counts(lines);
    let all = lines.len();
    match lang {
        Lang::Nl => format!(
            "{all} zinnen: {rule} bewaakt door een regel, {attested} door een verklaring, {gap} open gelaten, {page} alleen op de pagina, {nothing} door niets"
        ),
        Lang::En => format!(
            "{all} sentences: {rule} held by a rule, {attested} by a declaration, {gap} left open, {page} on the page only, {nothing} by nothing"
        ),
    }
}

#[cfg(test)]
#[path = "../../tests/unit/regulation/coverage.rs"]
mod tests;
