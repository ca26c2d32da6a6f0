//! Places in a text as editors count them, and back.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostics::Position;

const BOM: char = '\u{feff}';

/// In what an editor counts the columns of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: what holds unless something else was agreed.
    #[default]
    Utf16,
}

/// A place: line and column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CursorPlace {
    /// The line.
    pub line: u32,
    /// What stands before it on that line, counted by the encoding.
    pub character: u32,
}

/// From one place up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// First.
    pub start: CursorPlace,
    /// One past the last.
    pub end: CursorPlace,
}

impl Stretch {
    /// Whether the two have a place in common; ends that touch count.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// A text with its lines, for going from offsets to places and back.
#[derive(Debug, Clone)]
pub struct Ruler<'a> {
    text: &'a str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'a> Ruler<'a> {
    /// Finds the lines of a text: each ends at LF, CR LF or a lone CR, as the protocol has it.
    #[must_use]
    pub fn new(text: &'a str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |(at, byte): (usize, &u8)| {
            let end = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            end.then_some(at + 1)
        };
        let starts = std::iter::once(0).chain(bytes.iter().enumerate().filter_map(ends)).collect();
        Self { text, starts, encoding }
    }

    /// The place of a byte offset. One beyond the text is its end; one inside a character is that character's start.
    #[must_use]
    pub fn place(&self, offset: usize) -> CursorPlace {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        let character = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.encode_utf16().count(),
        };
        CursorPlace { line: number(line), character: number(character) }
    }

    /// The byte offset of a place. One beyond its line is the line's end, one beyond the text the text's; one inside a
    /// character is that character's start.
    #[must_use]
    pub fn offset(&self, place: CursorPlace) -> usize {
        let line = usize::try_from(place.line).unwrap_or(usize::MAX);
        let Some(span) = self.line(line) else { return self.text.len() };
        let words = self.text.get(span.clone()).unwrap_or_default();
        let wanted = usize::try_from(place.character).unwrap_or(usize::MAX);
        let within = match self.encoding {
            Encoding::Utf8 => words.floor_char_boundary(wanted),
            Encoding::Utf16 => units(words, wanted),
        };
        span.start + within
    }

    /// The stretch of a byte range.
    #[must_use]
    pub fn stretch(&self, span: Range<usize>) -> Stretch {
        Stretch { start: self.place(span.start), end: self.place(span.end.max(span.start)) }
    }

    /// The bytes of a finding's position, whose columns are characters from 1 and pass over a byte order mark.
    #[must_use]
    pub fn span(&self, position: &Position) -> Range<usize> {
        let start = self.character(position.line, position.column);
        start..self.character(position.end_line, position.end_column).max(start)
    }

    fn character(&self, line: u32, column: u32) -> usize {
        let line = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        let Some(span) = self.line(line) else { return self.text.len() };
        let words = self.text.get(span.clone()).unwrap_or_default();
        let passed = if span.start == 0 && words.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let wanted = usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1);
        let rest = words.get(passed..).unwrap_or_default();
        span.start + passed + rest.char_indices().nth(wanted).map_or(rest.len(), |(at, _)| at)
    }

    /// The bytes of a line without its end.
    fn line(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let words = self.text.get(start..end)?.trim_end_matches(['\n', '\r']);
        Some(start..start + words.len())
    }
}

/// The byte at which so many UTF-16 units have passed.
fn units(words: &str, wanted: usize) -> usize {
    let mut passed = 0;
    for (at, character) in words.char_indices() {
        if passed + character.len_utf16() > wanted {
            return at;
        }
        passed += character.len_utf16();
    }
    words.len()
}

/// Files are far smaller than 4 GiB; a larger count is said to be the largest there is.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "../../tests/unit/lsp/place.rs"]
mod tests;
