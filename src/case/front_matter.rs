//! The front matter of a Markdown file: the lines between the first `---` and the next.

use std::ops::Range;

use crate::yaml::{Fault, FaultKind, Span, Unreadable};

/// Where the two parts of a file stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// The data between the two lines `---`, without them.
    pub data: Range<usize>,
    /// Everything after the closing line.
    pub body: Range<usize>,
}

/// The text of a file of at most `limit` bytes.
pub fn decode(bytes: &[u8], limit: usize) -> Result<&str, Box<Fault>> {
    if bytes.len() > limit {
        return Err(Box::new(unreadable(0..0, Unreadable::TooLarge { limit })));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        return Err(Box::new(unreadable(at..at + 1, Unreadable::ZeroByte)));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        let end = start + error.error_len().unwrap_or(bytes.len() - start);
        Box::new(unreadable(start..end, Unreadable::NotUtf8))
    })
}

/// Finds the front matter of `source`; a byte order mark before it is passed over. Reports what git left of a merge, line ends of one
/// carriage return, and a missing `---`. `None` when nothing can be read.
#[must_use]
pub fn split(source: &str) -> (Option<FrontMatter>, Vec<Fault>) {
    let start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let mut faults = Vec::new();
    let mut found = None;
    let mut opening = None;
    for line in lines(source, start) {
        let text = source.get(line.clone()).unwrap_or_default();
        let rule = text.trim_end() == "---";
        match (&opening, &found) {
            (None, _) if rule => opening = Some(line),
            (None, _) => {
                faults.push(unreadable(words(&line, text), Unreadable::NoFrontMatter));
                break;
            }
            (Some(first), None) if rule => {
                found = Some(FrontMatter { data: first.end..line.start, body: line.end..source.len() });
            }
            (Some(_), _) if is_marker(text, found.is_some()) => {
                faults.push(unreadable(words(&line, text), Unreadable::ConflictMarker));
            }
            _ => {}
        }
    }
    let end = found.as_ref().map_or(source.len(), |f| f.body.start);
    if let Some(at) = lone_return(source.get(..end).unwrap_or_default()) {
        faults = vec![unreadable(at..at + 1, Unreadable::LoneReturn)];
        return (None, faults);
    }
    match opening {
        Some(line) if found.is_none() => {
            faults.push(unreadable(line.start..line.start + 3, Unreadable::NotClosed));
        }
        None if faults.is_empty() => faults.push(unreadable(start..start, Unreadable::NoFrontMatter)),
        _ => {}
    }
    // What git left makes two cases of one: whatever else would be said of it is noise.
    let found = found.filter(|_| faults.is_empty());
    (found, faults)
}

fn unreadable(range: Range<usize>, why: Unreadable) -> Fault {
    Fault::at(Span { start: range.start, end: range.end }, FaultKind::Unreadable(why))
}

fn words(line: &Range<usize>, text: &str) -> Range<usize> {
    line.start..line.start + text.trim_end().len()
}

/// `=======` is a heading in Markdown, so in the body it says nothing.
fn is_marker(line: &str, body: bool) -> bool {
    let line = line.trim_end();
    let begins = |mark: &str| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    begins("<<<<<<<") || begins(">>>>>>>") || (!body && (begins("=======") || begins("|||||||")))
}

fn lone_return(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    bytes.iter().enumerate().position(|(at, b)| *b == b'\r' && bytes.get(at + 1).is_none_or(|next| *next != b'\n'))
}

/// The lines of a text from `at` on, with their ends.
fn lines(source: &str, mut at: usize) -> impl Iterator<Item = Range<usize>> {
    let rest = source.get(at..).unwrap_or_default();
    rest.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..at
    })
}

#[cfg(test)]
#[path = "../../tests/unit/case/front_matter.rs"]
mod tests;
