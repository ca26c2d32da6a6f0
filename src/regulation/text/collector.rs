//! Takes a Markdown text apart into blocks and sentences.

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use super::anchors::Anchors;
use super::{Block, RegulationText, Sentence, Shape, fold};
use crate::yaml::Span;

/// The events of a text with their places in it. Whoever renders a text goes by these, so that the events that a
/// [`RegulationText`] speaks of are the same.
#[must_use]
pub fn events(source: &str) -> OffsetIter<'_> {
    Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter()
}

/// An item whose own words did not come yet.
struct Pending {
    event: usize,
    anchor: String,
    number: Option<u64>,
    depth: usize,
}

#[derive(Default)]
struct Collector {
    out: RegulationText,
    heading: String,
    pieces: Vec<(usize, String)>,
    span: Option<Span>,
    in_heading: Option<(u8, usize)>,
    item: Option<Pending>,
    in_cell: bool,
    anchors: Anchors,
}

/// Reads a text.
pub fn read(source: &str) -> RegulationText {
    let mut c = Collector::default();
    for (number, (event, range)) in events(source).enumerate() {
        c.event(number, &event, Span { start: range.start, end: range.end });
    }
    c.flush();
    let mut out = c.out;
    out.anchors = c.anchors.into_names();
    let words: Vec<&str> = out.sentences.iter().map(|s| s.text.as_str()).collect();
    let plain = words.join(" ");
    // Quotes may also be taken from a heading or keep Markdown marks, so the source counts as well.
    out.folded = format!("{plain}\n{}", fold(source));
    out
}

impl Collector {
    fn event(&mut self, number: usize, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                self.in_heading = Some((*level as u8, number));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::List(first)) => self.anchors.open_list(*first),
            Event::End(TagEnd::List(_)) => self.anchors.close_list(),
            Event::Start(Tag::Item) => {
                self.flush();
                let (anchor, own) = self.anchors.item(number);
                self.item = Some(Pending { event: number, anchor, number: own, depth: self.anchors.depth() });
            }
            Event::Start(Tag::TableCell) => {
                self.flush();
                self.in_cell = true;
            }
            Event::End(TagEnd::TableCell) => {
                self.flush();
                self.in_cell = false;
            }
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Item | TagEnd::Paragraph) => self.flush(),
            Event::Text(text) | Event::Code(text) => self.push(number, text, span),
            Event::SoftBreak | Event::HardBreak => self.push(number, " ", span),
            _ => {}
        }
    }

    fn push(&mut self, number: usize, text: &str, span: Span) {
        self.pieces.push((number, text.to_owned()));
        let whole = self.span.get_or_insert(span);
        whole.end = whole.end.max(span.end);
    }

    fn end_heading(&mut self) {
        let (title, _) = self.words();
        let span = self.span.take().unwrap_or_default();
        let (level, event) = self.in_heading.take().unwrap_or_default();
        if level == 1 && self.out.title.is_none() {
            self.out.title = Some(title.clone());
        } else {
            let anchor = Some(self.anchors.heading(event, &title));
            self.out.blocks.push(Block { shape: Shape::Heading(level), text: title.clone(), span, anchor, event });
        }
        self.heading = title;
    }

    /// The words gathered so far, folded, and where each sign that is no white space ends: its event and byte.
    fn words(&mut self) -> (String, Vec<(usize, usize)>) {
        let pieces = std::mem::take(&mut self.pieces);
        let signs = |(event, text): &(usize, String)| {
            let ends = text.char_indices().filter(|(_, c)| !c.is_whitespace());
            ends.map(|(at, c)| (*event, at + c.len_utf8())).collect::<Vec<_>>()
        };
        let ends = pieces.iter().flat_map(signs).collect();
        let whole: String = pieces.into_iter().map(|(_, text)| text).collect();
        (fold(&whole), ends)
    }

    fn flush(&mut self) {
        let event = self.pieces.first().map_or(0, |(event, _)| *event);
        let (text, ends) = self.words();
        let span = self.span.take().unwrap_or_default();
        if text.is_empty() {
            return;
        }
        let (shape, anchor, event) = match self.item.take() {
            _ if self.in_cell => (Shape::Cell, None, event),
            Some(item) => (Shape::Item { depth: item.depth, number: item.number }, Some(item.anchor), item.event),
            None => (Shape::Paragraph, None, event),
        };
        let mut signs = 0;
        for sentence in split(&text) {
            signs += sentence.chars().filter(|c| !c.is_whitespace()).count();
            let sentence = sentence.trim();
            if sentence.chars().any(char::is_alphabetic) {
                let end = signs.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or_default();
                self.out.sentences.push(Sentence {
                    text: sentence.to_owned(),
                    span,
                    heading: self.heading.clone(),
                    block: self.out.blocks.len(),
                    end,
                });
            }
        }
        self.out.blocks.push(Block { shape, text, span, anchor, event });
    }
}

/// The sentences of a text; together they are the whole of it. An initial, as in `mevrouw Q. Voorbeeld`, ends none.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, part) in text.split_sentence_bound_indices() {
        let end = at + part.len();
        let initial = text.get(from..end).is_some_and(ends_in_initial);
        if (!initial || end == text.len())
            && let Some(sentence) = text.get(from..end)
        {
            found.push(sentence);
            from = end;
        }
    }
    found
}

fn ends_in_initial(text: &str) -> bool {
    let Some(last) = text.split_whitespace().next_back() else { return false };
    let mut signs = last.chars();
    signs.next().is_some_and(char::is_uppercase) && signs.next() == Some('.') && signs.next().is_none()
}
