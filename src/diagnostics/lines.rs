//! From byte offsets to the lines and columns that people and editors count.

use std::ops::Range;

use super::finding::Position;

const BOM: char = '\u{feff}';

/// The lines of one text. A line ends at LF, CR LF or a lone CR, as editors have it; a leading byte order mark takes no
/// column, because no editor shows it.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![if text.starts_with(BOM) { BOM.len_utf8() } else { 0 }];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(offset + 1) != Some(&b'\n'));
            if ends {
                starts.push(offset + 1);
            }
        }
        Self { text, starts }
    }

    /// A line's text without its end; line numbers count from 1. Nothing for a line that is not there.
    #[must_use]
    pub fn line(&self, number: u32) -> Option<&'a str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        let start = *self.starts.get(index)?;
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        self.text.get(start..end).map(|line| line.trim_end_matches(['\n', '\r']))
    }

    /// The place of a byte range. An offset beyond the text is its end; one inside a character is that character's start.
    #[must_use]
    pub fn position(&self, span: Range<usize>) -> Position {
        let (line, before) = self.split(span.start);
        let (end_line, end_before) = self.split(span.end.max(span.start));
        Position {
            line: number(line + 1),
            column: number(before.chars().count() + 1),
            end_line: number(end_line + 1),
            end_column: number(end_before.chars().count() + 1),
        }
    }

    /// The index of the line that an offset is on, and that line's text before the offset.
    fn split(&self, offset: usize) -> (usize, &'a str) {
        let first = self.starts.first().copied().unwrap_or_default();
        let offset = self.text.floor_char_boundary(offset).max(first);
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        (line, self.text.get(start..offset).unwrap_or_default())
    }
}

/// Files are far smaller than 4 GiB; a larger count is said to be the largest there is.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "../../tests/unit/diagnostics/lines.rs"]
mod tests;
