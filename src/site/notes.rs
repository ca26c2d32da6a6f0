//! Marks in the text of a regulation: which sentences are held to by a rule, declared, or left open, and how.

use std::collections::BTreeMap;

use super::engine::Engine;
use super::fault::SiteFault;
use super::markdown::{Additions, escape, to_html};
use super::rule_words::RuleWords;
use crate::diagnostics::Lang;
use crate::regulation::coverage::{Cover, Line, coverage};
use crate::regulation::{Regulation, RegulationText, RuleRef, Sentence, Shape, Version};

/// One sentence that has a note, and what stands behind it.
type Noted<'a> = (&'a Sentence, Vec<Cover>);

/// The text of a version in a language as HTML, with a mark at each sentence that something stands behind, and under each
/// article the notes that say what. Sentences of a translation are paired with the Dutch ones by block and place.
pub fn annotated(version: &Version, lang: Lang, engine: &Engine) -> Result<String, SiteFault> {
    let english = version.english.as_ref().filter(|_| lang == Lang::En);
    let (text, source) = match english {
        Some(translation) => (&translation.text, translation.text.source()),
        None => (&version.text, version.text.source()),
    };
    let anchors = text.anchors_as_in(&version.text).into_iter().collect();
    let mut additions = Additions { anchors, ..Additions::default() };
    let phrases = engine.words(lang);
    let words = RuleWords::new(version, lang, phrases);
    let labels = Labels {
        held: phrases.say("note-held")?,
        declared: phrases.say("note-declared")?,
        open: phrases.say("note-open")?,
        notes: phrases.say("notes")?,
        note: phrases.say("note")?,
    };
    let mut notes = Notes { words, version, labels, count: 0, under: BTreeMap::new(), additions: &mut additions };
    let noted = noted(version, text, &coverage(version));
    let said = noted.into_iter().map(|(sentence, covers)| Ok((sentence, notes.says(&covers)?)));
    notes.write(text, &joined(said.collect::<Result<_, SiteFault>>()?));
    Ok(to_html(source, lang, &additions))
}

/// The sentences of `text` behind which something stands, by what stands behind those of the Dutch text.
fn noted<'a>(version: &Version, text: &'a RegulationText, lines: &[Line]) -> Vec<Noted<'a>> {
    let (dutch, regulation) = (&version.text, &version.regulation);
    if dutch.blocks.len() != text.blocks.len() {
        return Vec::new();
    }
    let mut in_block: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, sentence) in text.sentences.iter().enumerate() {
        in_block.entry(sentence.block).or_default().push(number);
    }
    let mut found: BTreeMap<usize, Vec<Cover>> = BTreeMap::new();
    let (mut block, mut place) = (usize::MAX, 0);
    for (sentence, line) in dutch.sentences.iter().zip(lines) {
        place = if sentence.block == block { place + 1 } else { 0 };
        block = sentence.block;
        let here = in_block.get(&block).map_or(&[][..], Vec::as_slice);
        // A translation with fewer sentences says the rest in its last one.
        let Some(own) = here.get(place).or(here.last()) else { continue };
        found.entry(*own).or_default().extend(told(&line.by, regulation));
    }
    let noted = found.into_iter().filter(|(_, covers)| !covers.is_empty());
    noted.filter_map(|(n, covers)| Some((text.sentences.get(n)?, covers))).collect()
}

/// What is worth a note: not that a word is the name of a role or a code, only what such a name is bound to.
fn told(by: &[Cover], regulation: &Regulation) -> Vec<Cover> {
    let binds = |rule: &RuleRef| {
        let id = rule.id.as_deref().unwrap_or_default();
        match rule.block.as_str() {
            "roles" => regulation.role(id).is_some_and(|r| r.max_holders.is_some() || r.independent),
            "topics.list" => regulation.topic(id).is_some_and(|t| t.assign_to.is_some() || t.needs_party.is_some()),
            "causes.list" | "severity.list" => false,
            _ => true,
        }
    };
    let worth = |cover: &&Cover| match cover {
        Cover::Rule(rule) => binds(rule),
        Cover::Attestation(_) | Cover::Gap(_) => true,
        Cover::Page | Cover::Nothing => false,
    };
    by.iter().filter(worth).cloned().collect()
}

/// Words that all notes share.
struct Labels {
    held: String,
    declared: String,
    open: String,
    notes: String,
    note: String,
}

/// Of neighbours in a block behind which the same stands, only the last gets a mark.
fn joined(noted: Vec<(&Sentence, String)>) -> Vec<(&Sentence, String)> {
    let mut kept: Vec<(&Sentence, String)> = Vec::new();
    for next in noted {
        if kept.last().is_some_and(|last| last.0.block == next.0.block && last.1 == next.1) {
            kept.pop();
        }
        kept.push(next);
    }
    kept
}

struct Notes<'a> {
    words: RuleWords<'a>,
    version: &'a Version,
    labels: Labels,
    count: usize,
    /// The notes of the present article, by what they say.
    under: BTreeMap<String, usize>,
    additions: &'a mut Additions,
}

impl Notes<'_> {
    fn write(&mut self, text: &RegulationText, noted: &[(&Sentence, String)]) {
        let mut rest = noted.iter().peekable();
        let mut list = String::new();
        let mut above = String::new();
        for (number, block) in text.blocks.iter().enumerate() {
            if matches!(block.shape, Shape::Heading(_)) {
                let html = self.close(&mut list, &above);
                self.additions.before.insert(block.event, html);
                above.clone_from(&block.text);
            }
            while let Some((sentence, says)) = rest.next_if(|(sentence, _)| sentence.block == number) {
                list.push_str(&self.one(sentence, says));
            }
        }
        self.additions.after = self.close(&mut list, &above);
    }

    /// Marks a sentence; its note, unless the article has the same one already.
    fn one(&mut self, sentence: &Sentence, says: &str) -> String {
        let known = self.under.get(says).copied();
        let number = known.unwrap_or(self.count + 1);
        let id = if known.is_none() { format!(" id=\"z{number}\"") } else { String::new() };
        let mark = format!(
            "<sup><a{id} href=\"#n{number}\" aria-label=\"{} {number}\">{number}</a></sup>",
            escape(&self.labels.note)
        );
        self.additions.marks.insert(sentence.end, mark);
        if known.is_some() {
            return String::new();
        }
        self.count = number;
        self.under.insert(says.to_owned(), number);
        format!("<li id=\"n{number}\">{} <a href=\"#z{number}\">↑ {number}</a></li>\n", escape(says))
    }

    fn says(&self, covers: &[Cover]) -> Result<String, SiteFault> {
        let (mut held, mut declared, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for cover in covers {
            match cover {
                Cover::Rule(rule) => held.push(self.words.rule(rule)?),
                Cover::Gap(id) => open.push(self.words.gap(id)),
                Cover::Attestation(id) => {
                    let own = self.version.regulation.attestations.iter().find(|a| a.id == *id);
                    declared.extend(own.map(|a| self.words.attestation(a)).transpose()?);
                }
                Cover::Page | Cover::Nothing => {}
            }
        }
        let parts = [(&self.labels.held, held), (&self.labels.declared, declared), (&self.labels.open, open)];
        let parts = parts.into_iter().filter(|(_, said)| !said.is_empty());
        let told = |(label, mut said): (&String, Vec<String>)| {
            said.dedup();
            let all = said.join("; ");
            format!("{label}: {}{}", all.trim_end_matches('.'), ".")
        };
        Ok(parts.map(told).collect::<Vec<_>>().join(" "))
    }

    /// The notes of the article that ends here.
    fn close(&mut self, list: &mut String, above: &str) -> String {
        let first = self.count + 1 - self.under.len();
        self.under.clear();
        if list.is_empty() {
            return String::new();
        }
        let label = format!("{}: {above}", self.labels.notes);
        let label = escape(&label);
        let html = format!(
            "<div class=\"notes\" role=\"group\" aria-label=\"{label}\"><ol start=\"{first}\">\n{list}</ol></div>\n"
        );
        list.clear();
        html
    }
}
