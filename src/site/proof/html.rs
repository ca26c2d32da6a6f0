//! A page taken apart: its ids, its links, and everything that somebody or something reads.

use std::collections::BTreeSet;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// What a page holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its ids.
    pub ids: BTreeSet<String>,
    /// Ids that occur more than once.
    pub twice: BTreeSet<String>,
    /// Links and sources, as they stand.
    pub links: BTreeSet<String>,
    /// The text between the tags, with its entities resolved. Tags within a line do not part words.
    pub text: String,
    /// The values of attributes and what stands in comments.
    pub attributes: Vec<String>,
}

/// Elements that stand within a line.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"i", b"ins", b"kbd", b"mark", b"q",
    b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u", b"var", b"wbr",
];

impl Document {
    /// Reads a page.
    #[must_use]
    pub fn read(html: &[u8]) -> Self {
        let mut document = Self::default();
        let mut emitter = DefaultEmitter::default();
        // What stands in a script element is no HTML.
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    document.part(&tag.name);
                    document.tag(&tag);
                }
                Token::EndTag(tag) => document.part(&tag.name),
                Token::String(text) => document.text += &String::from_utf8_lossy(&text),
                Token::Comment(text) => document.attributes.push(String::from_utf8_lossy(&text).into_owned()),
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        document
    }

    /// Parts the text where one block ends and another begins.
    fn part(&mut self, name: &[u8]) {
        if !INLINE.contains(&name) {
            self.text.push('\n');
        }
    }

    fn tag(&mut self, tag: &StartTag<()>) {
        for (name, value) in &tag.attributes {
            let value = String::from_utf8_lossy(value).into_owned();
            match name.as_slice() {
                b"id" if !self.ids.insert(value.clone()) => {
                    self.twice.insert(value.clone());
                }
                b"href" | b"src" | b"action" | b"poster" | b"data" | b"xlink:href" => {
                    self.links.insert(value.clone());
                }
                _ => {}
            }
            self.attributes.push(value);
        }
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/site/proof/html.rs"]
mod tests;
