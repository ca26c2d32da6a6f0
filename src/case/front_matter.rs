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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(source: &str) -> Vec<(Range<usize>, Unreadable)> {
        let (found, faults) = split(source);
        assert!(found.is_none() != faults.is_empty());
        let kind = |f: &Fault| match f.kind {
            FaultKind::Unreadable(why) => (f.span.start..f.span.end, why),
            _ => panic!("{f:?}"),
        };
        faults.iter().map(kind).collect()
    }

    #[test]
    fn data_and_body_keep_their_places() {
        for (source, data, body) in [
            ("---\nid: 1\n---\ntekst\n", "id: 1\n", "tekst\n"),
            ("\u{feff}---\r\nid: 1\r\n--- \r\ntekst", "id: 1\r\n", "tekst"),
            ("---\n---\n", "", ""),
            ("---\na: 1\n---", "a: 1\n", ""),
            ("---\na: 1\n---\nkop\n=======\n\n---\n", "a: 1\n", "kop\n=======\n\n---\n"),
            ("---\na: 1\n---\nrest\rrest", "a: 1\n", "rest\rrest"),
        ] {
            let (found, faults) = split(source);
            assert_eq!(faults, [], "{source}");
            let found = found.expect("front matter");
            assert_eq!((&source[found.data], &source[found.body]), (data, body));
        }
    }

    #[test]
    fn what_cannot_be_read() {
        assert_eq!(kinds(""), [(0..0, Unreadable::NoFrontMatter)]);
        assert_eq!(kinds("# Kop\n---\n"), [(0..5, Unreadable::NoFrontMatter)]);
        assert_eq!(kinds("\u{feff}x\n"), [(3..4, Unreadable::NoFrontMatter)]);
        assert_eq!(kinds("---\na: 1\n"), [(0..3, Unreadable::NotClosed)]);
        assert_eq!(kinds("---\na: 1\rb: 2\n---\n"), [(8..9, Unreadable::LoneReturn)]);
        assert_eq!(kinds("---\ra: 1\r---\r"), [(3..4, Unreadable::LoneReturn)]);
        let conflict = "---\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> tak\n---\n<<<<<<< x\n";
        let marker = Unreadable::ConflictMarker;
        assert_eq!(kinds(conflict), [(4..16, marker), (22..29, marker), (35..46, marker), (51..60, marker)]);
    }

    #[test]
    fn bytes_that_are_no_text() {
        let kind = |bytes: &[u8], limit| -> Result<String, (Range<usize>, FaultKind)> {
            decode(bytes, limit).map(str::to_owned).map_err(|f| (f.span.start..f.span.end, f.kind))
        };
        assert_eq!(kind(b"abc", 3), Ok("abc".to_owned()));
        assert_eq!(kind(b"abcd", 3), Err((0..0, FaultKind::Unreadable(Unreadable::TooLarge { limit: 3 }))));
        assert_eq!(kind(b"a\0c", 3), Err((1..2, FaultKind::Unreadable(Unreadable::ZeroByte))));
        assert_eq!(kind(b"a\xffc", 3), Err((1..2, FaultKind::Unreadable(Unreadable::NotUtf8))));
        assert_eq!(kind(b"ab\xe2", 3), Err((2..3, FaultKind::Unreadable(Unreadable::NotUtf8))));
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes: Vec<u8>, source in "(---|\n|\r|<<<<<<<|a: 1|\u{feff}|é| )*") {
            let _ = decode(&bytes, 64);
            let (found, faults) = split(&source);
            prop_assert!(found.is_some() == faults.is_empty());
        }
    }
}
