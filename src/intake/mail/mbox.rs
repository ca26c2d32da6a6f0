//! Several messages in one file, as mail programs keep and export them.

use crate::patterns::patterns;

patterns! {
    /// The line before each message. What somebody writes in a message may begin with the same word: a sender and a day follow here.
    BEGINS = r"^From \S+ .*\b[0-2]?[0-9]:[0-5][0-9].*\b(19|20)[0-9]{2}\b";
}

/// The messages of a file, each with the line on which it begins; nothing when it is no such file.
pub(super) fn messages(bytes: &[u8]) -> Option<Vec<(usize, Vec<u8>)>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if !bytes.starts_with(b"From ") {
        return None;
    }
    let mut found: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut blank = true;
    for (at, line) in bytes.split_inclusive(|b| *b == b'\n').enumerate() {
        if blank && BEGINS.is_match(&String::from_utf8_lossy(line)) || found.is_empty() {
            found.push((at + 1, Vec::new()));
        } else if let Some((_, message)) = found.last_mut() {
            message.extend_from_slice(unquoted(line));
        }
        blank = line.trim_ascii().is_empty();
    }
    Some(found)
}

/// A line that was marked so that it would not begin a message.
fn unquoted(line: &[u8]) -> &[u8] {
    let rest = line.iter().position(|b| *b != b'>').and_then(|at| line.get(at..)).unwrap_or_default();
    if line.starts_with(b">") && rest.starts_with(b"From ") { line.get(1..).unwrap_or(line) } else { line }
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/mbox.rs"]
mod tests;
