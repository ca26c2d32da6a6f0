//! The published text of a regulation: its sentences, and whether a quote occurs in it.

use std::ops::Deref;
use std::sync::OnceLock;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use crate::yaml::Span;

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
}

/// A text, ready for looking things up.
#[derive(Debug, Clone, Default)]
pub struct RegulationText {
    /// The title: the first heading of the first level.
    pub title: Option<String>,
    /// Its sentences in order; list items and table cells too. Headings are not sentences.
    pub sentences: Vec<Sentence>,
    folded: String,
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

struct Collector {
    out: RegulationText,
    heading: String,
    buffer: String,
    span: Option<Span>,
    in_heading: Option<u8>,
}

impl RegulationText {
    /// Reads a Markdown text.
    #[must_use]
    pub fn read(source: &str) -> Self {
        let mut c = Collector {
            out: Self::default(),
            heading: String::new(),
            buffer: String::new(),
            span: None,
            in_heading: None,
        };
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
            let span = Span { start: range.start, end: range.end };
            c.event(&event, span);
        }
        c.flush();
        let words: Vec<&str> = c.out.sentences.iter().map(|s| s.text.as_str()).collect();
        let plain = words.join(" ");
        // Quotes may also be taken from a heading or keep Markdown marks, so the source counts as well.
        c.out.folded = format!("{plain}\n{}", fold(source));
        c.out
    }

    /// Whether the quote occurs, white space folded. An empty quote never does.
    #[must_use]
    pub fn contains(&self, quote: &str) -> bool {
        let quote = fold(quote);
        !quote.is_empty() && self.folded.contains(&quote)
    }

    /// The sentences that a quote touches.
    #[must_use]
    pub fn touched<'a>(&'a self, quote: &str) -> Vec<&'a Sentence> {
        let quote = fold(quote);
        if quote.is_empty() {
            return Vec::new();
        }
        let mut joined = String::new();
        let mut ends = Vec::new();
        for sentence in &self.sentences {
            joined.push_str(&sentence.text);
            joined.push(' ');
            ends.push(joined.len());
        }
        let mut touched = Vec::new();
        for (start, found) in joined.match_indices(&quote) {
            let end = start + found.len();
            let first = ends.partition_point(|e| *e <= start);
            let last = ends.partition_point(|e| *e < end);
            touched.extend(self.sentences.get(first..=last.min(self.sentences.len() - 1)).unwrap_or_default());
        }
        touched
    }
}

impl Collector {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                self.in_heading = Some(*level as u8);
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Item | Tag::Paragraph | Tag::TableCell)
            | Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell) => self.flush(),
            Event::Text(text) | Event::Code(text) => self.push(text, span),
            Event::SoftBreak | Event::HardBreak => self.push(" ", span),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, span: Span) {
        self.buffer.push_str(text);
        let whole = self.span.get_or_insert(span);
        whole.end = whole.end.max(span.end);
    }

    fn end_heading(&mut self) {
        let title = fold(&self.buffer);
        self.buffer.clear();
        self.span = None;
        if self.in_heading.take() == Some(1) && self.out.title.is_none() {
            self.out.title = Some(title.clone());
        }
        self.heading = title;
    }

    fn flush(&mut self) {
        let span = self.span.take().unwrap_or_default();
        let text = std::mem::take(&mut self.buffer);
        for sentence in fold(&text).unicode_sentences() {
            let sentence = sentence.trim();
            if sentence.chars().any(char::is_alphabetic) {
                self.out.sentences.push(Sentence { text: sentence.to_owned(), span, heading: self.heading.clone() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Klachtenregeling\n\n## Artikel 1\n\n1. Wij bevestigen *binnen vijf\n   kalenderdagen*. Daarna\n   beslissen wij.\n2. U hoort van ons.\n";

    #[test]
    fn sentences_have_their_heading_and_lose_their_marks() {
        let text = RegulationText::read(TEXT);
        assert_eq!(text.title.as_deref(), Some("Klachtenregeling"));
        let words: Vec<_> = text.sentences.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(words, ["Wij bevestigen binnen vijf kalenderdagen.", "Daarna beslissen wij.", "U hoort van ons."]);
        assert!(text.sentences.iter().all(|s| s.heading == "Artikel 1"));
    }

    #[test]
    fn a_quote_may_run_over_a_line_end_but_must_be_there() {
        let text = RegulationText::read(TEXT);
        assert!(text.contains("binnen vijf kalenderdagen"));
        assert!(text.contains("kalenderdagen. Daarna beslissen"));
        assert!(!text.contains("binnen zes kalenderdagen"));
        assert!(!text.contains("  "));
        assert_eq!(text.touched("vijf kalenderdagen. Daarna").len(), 2);
        assert_eq!(text.touched("U hoort").len(), 1);
    }
}
