//! The published text of a regulation: its sentences, and whether a quote occurs in it.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::yaml::Span;

mod anchors;
mod collector;

pub use anchors::article_number;
pub use collector::events;

/// White space folded to single blanks and trimmed, so that a quote may run over a line end.
#[must_use]
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One sentence of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, white space folded, without Markdown marks.
    pub text: String,
    /// Where the paragraph it is in stands in the file.
    pub span: Span,
    /// The nearest heading above it.
    pub heading: String,
    /// The number of the block that it stands in.
    pub block: usize,
    /// Where it ends: the number of the event, and the byte in that event's text.
    pub end: (usize, usize),
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A heading of this level.
    Heading(u8),
    /// The first words of a list item.
    Item {
        /// 1 for an item of an outermost list.
        depth: usize,
        /// Its number, in a numbered list.
        number: Option<u64>,
    },
    /// A cell of a table.
    Cell,
    /// Any other words.
    Paragraph,
}

/// A run of words that stands by itself: a heading, a paragraph, an item. The title is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub shape: Shape,
    /// Its words, white space folded, without Markdown marks.
    pub text: String,
    /// Where its words stand in the file.
    pub span: Span,
    /// The name by which a link finds it, of a heading and an item.
    pub anchor: Option<String>,
    /// The number of the event with which it begins.
    pub event: usize,
}

/// A text, ready for looking things up.
#[derive(Debug, Clone, Default)]
pub struct RegulationText {
    /// The title: the first heading of the first level.
    pub title: Option<String>,
    /// Its sentences in order; list items and table cells too. Headings are not sentences.
    pub sentences: Vec<Sentence>,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// The names of its headings and items, each with the number of the event that begins it.
    pub anchors: Vec<(usize, String)>,
    folded: String,
    joined: OnceLock<Joined>,
}

/// The sentences in one text, for finding those that a quote runs over, and where each ends in it.
#[derive(Debug, Clone, Default)]
struct Joined {
    text: String,
    ends: Vec<usize>,
}

/// A text that is taken apart when somebody first looks at it: judging a case never does.
#[derive(Debug, Clone, Default)]
pub struct UnreadText {
    source: String,
    read: OnceLock<RegulationText>,
}

impl UnreadText {
    /// A text as it stands in the file.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self { source: source.to_owned(), read: OnceLock::new() }
    }

    /// The file as it is.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl Deref for UnreadText {
    type Target = RegulationText;

    fn deref(&self) -> &RegulationText {
        self.read.get_or_init(|| RegulationText::read(&self.source))
    }
}

impl RegulationText {
    /// Reads a Markdown text.
    #[must_use]
    pub fn read(source: &str) -> Self {
        collector::read(source)
    }

    /// The names of its places as in another text that has as many, such as its translation; else its own.
    #[must_use]
    pub fn anchors_as_in(&self, other: &Self) -> Vec<(usize, String)> {
        if self.anchors.len() != other.anchors.len() {
            return self.anchors.clone();
        }
        let named = self.anchors.iter().zip(&other.anchors);
        named.map(|((event, _), (_, name))| (*event, name.clone())).collect()
    }

    /// Whether the quote occurs, white space folded. An empty quote never does.
    #[must_use]
    pub fn contains(&self, quote: &str) -> bool {
        let quote = fold(quote);
        !quote.is_empty() && self.folded.contains(&quote)
    }

    /// The numbers of the sentences that a quote touches, each time that it occurs.
    #[must_use]
    pub fn touched(&self, quote: &str) -> Vec<usize> {
        let quote = fold(quote);
        if quote.is_empty() {
            return Vec::new();
        }
        let Joined { text, ends } = self.joined.get_or_init(|| self.join());
        let mut touched = Vec::new();
        for (start, found) in text.match_indices(&quote) {
            let end = start + found.len();
            let first = ends.partition_point(|e| *e <= start);
            let last = ends.partition_point(|e| *e < end);
            touched.extend(first..self.sentences.len().min(last + 1));
        }
        touched
    }

    fn join(&self) -> Joined {
        let mut joined = Joined::default();
        for sentence in &self.sentences {
            joined.text.push_str(&sentence.text);
            joined.text.push(' ');
            joined.ends.push(joined.text.len());
        }
        joined
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/regulation/text/mod.rs"]
mod tests;
