//! The head of a message as programs write it, made readable for the mail library: in UTF-8, and each encoded word whole.

use std::borrow::Cow;
use std::ops::Range;

use data_encoding::BASE64;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use regex::Captures;

use crate::patterns::patterns;

patterns! {
    /// A word as RFC 2047 has it, also with blanks in it, which some programs leave there.
    WORD = r"(?i)=\?([a-z0-9_.:\-]+)(?:\*[a-z\-]+)?\?([qb])\?([^?\r\n]*)\?=";
    /// What the body says of its letters.
    CHARSET = r#"(?i)charset\s*=\s*"?([a-z0-9_.:\-]+)"#;
}

/// The bytes of a message without what stands before it, its head in UTF-8.
pub(super) fn cleaned(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = in_bytes(bytes);
    if !bytes.contains(&b'\n') {
        bytes = Cow::Owned(bytes.iter().map(|b| if *b == b'\r' { b'\n' } else { *b }).collect());
    }
    let mut rest: &[u8] = &bytes;
    loop {
        let before = rest.len();
        rest = rest.strip_prefix(b"\xef\xbb\xbf").unwrap_or(rest);
        rest = rest.trim_ascii_start();
        if rest.starts_with(b"From ") || rest.starts_with(b">From ") {
            rest = rest.iter().position(|b| *b == b'\n').and_then(|at| rest.get(at + 1..)).unwrap_or_default();
        }
        if rest.len() == before {
            break;
        }
    }
    let end = end_of_head(rest);
    let (head, body) = rest.split_at_checked(end).unwrap_or((rest, &[]));
    let head = whole_words(&decoded(head));
    [head.as_bytes(), body].concat()
}

/// A file that somebody saved in UTF-16 is read as such.
fn in_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => Cow::Owned(encoding.decode(bytes).0.into_owned().into_bytes()),
        _ => Cow::Borrowed(bytes),
    }
}

/// Where the blank line stands that ends the head.
fn end_of_head(bytes: &[u8]) -> usize {
    let mut at = 0;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        if line.trim_ascii().is_empty() {
            break;
        }
        at += line.len();
    }
    at
}

/// The head in UTF-8. Letters that are none are read as the body says that its own are, else as Windows does.
fn decoded(head: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(head) {
        return text.to_owned();
    }
    let plain = String::from_utf8_lossy(head);
    let named = CHARSET.captures(&plain).and_then(|c| Encoding::for_label(c.get(1)?.as_str().as_bytes()));
    let encoding = named.filter(|e| *e != UTF_8 && e.is_ascii_compatible()).unwrap_or(WINDOWS_1252);
    let lines = head.split_inclusive(|b| *b == b'\n').map(|line| match std::str::from_utf8(line) {
        Ok(line) => line.to_owned(),
        Err(_) => encoding.decode_without_bom_handling(line).0.into_owned(),
    });
    lines.collect()
}

/// Each run of encoded words as one, or as the plain text that it means: a letter may be cut in two between them, and some
/// programs put them between quotes.
fn whole_words(head: &str) -> String {
    let mut text = String::with_capacity(head.len());
    let mut at = 0;
    let words: Vec<Captures<'_>> = WORD.captures_iter(head).collect();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let Some(span) = first.get(0) else { break };
        text.push_str(head.get(at..span.start()).unwrap_or_default());
        let (taken, end) = run(head, rest);
        let (run, after) = rest.split_at_checked(taken).unwrap_or((rest, &[]));
        let outside: Range<usize> = span.start()..end;
        match meant(run) {
            Some(said) => text.push_str(&written(&said, head, outside)),
            None => text.push_str(head.get(outside).unwrap_or_default()),
        }
        (at, rest) = (end, after);
    }
    text.push_str(head.get(at..).unwrap_or_default());
    text
}

/// How many words follow one another with nothing but blanks between them, and where the last one ends.
fn run(head: &str, words: &[Captures<'_>]) -> (usize, usize) {
    let span = |at: usize| words.get(at).and_then(|word| word.get(0));
    let mut taken = 1;
    let mut end = span(0).map_or(head.len(), |s| s.end());
    while let Some(next) = span(taken) {
        let between = head.get(end..next.start()).unwrap_or_default();
        if !between.trim().is_empty() || between.contains("\n\n") {
            break;
        }
        (taken, end) = (taken + 1, next.end());
    }
    (taken, end)
}

/// What a run of words means; nothing where one of them cannot be read.
fn meant(words: &[Captures<'_>]) -> Option<String> {
    let mut said = String::new();
    let mut bytes: Vec<u8> = Vec::new();
    let mut encoding: Option<&'static Encoding> = None;
    let decode = |encoding: Option<&'static Encoding>, bytes: &[u8]| match (encoding, std::str::from_utf8(bytes)) {
        (Some(encoding), Err(_)) if encoding == UTF_8 => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        (Some(encoding), _) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        (None, _) => String::new(),
    };
    for word in words {
        let group = |at: usize| word.get(at).map(|m| m.as_str()).unwrap_or_default();
        let own = Encoding::for_label(group(1).as_bytes())?;
        let payload = group(3);
        let own_bytes = if group(2).eq_ignore_ascii_case("b") {
            base64_decode(payload.as_bytes())?
        } else {
            quoted_printable_decode(payload.replace('_', "=20").as_bytes())?
        };
        if encoding.is_some_and(|e| e != own) {
            said.push_str(&decode(encoding, &bytes));
            bytes.clear();
        }
        encoding = Some(own);
        bytes.extend(own_bytes);
    }
    said.push_str(&decode(encoding, &bytes));
    Some(said)
}

/// As it may stand in a head: plain where nothing in it means anything there.
fn written(said: &str, head: &str, place: Range<usize>) -> String {
    let one_line: String = said.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let quoted = head.get(..place.start).unwrap_or_default().ends_with('"')
        && head.get(place.end..).unwrap_or_default().starts_with('"');
    if quoted {
        return one_line.replace(['"', '\\'], "");
    }
    if one_line.contains(['"', '<', '>', ',', ';', ':', '(', ')', '@', '[', ']', '\\', '=']) {
        format!("=?utf-8?B?{}?=", BASE64.encode(one_line.as_bytes()))
    } else {
        one_line
    }
}

/// The text of a part, by its bytes: what programs say of their letters is not always so.
pub(super) fn letters(bytes: &[u8], said: Option<&str>) -> Option<String> {
    let named = said.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let utf8 = std::str::from_utf8(bytes).ok();
    let text = match (named, utf8) {
        (None, Some(text)) => text.to_owned(),
        (None, None) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        (Some(encoding), _) if encoding == UTF_8 => utf8.map_or_else(|| broken_utf8(bytes), str::to_owned),
        // Valid UTF-8 beyond ASCII is never chance in a text of Western letters.
        (Some(encoding), Some(text)) if !text.is_ascii() && encoding.is_single_byte() => text.to_owned(),
        _ => return None,
    };
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// Text that says that it is UTF-8: with a broken place in it, or in other letters altogether.
fn broken_utf8(bytes: &[u8]) -> String {
    let lossy = String::from_utf8_lossy(bytes);
    let whole = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    let broken = lossy.chars().filter(|c| *c == '\u{fffd}').count();
    if whole >= broken { lossy.into_owned() } else { WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned() }
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/headers.rs"]
mod tests;
