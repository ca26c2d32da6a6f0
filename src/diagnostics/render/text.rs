//! What keeps hostile or careless text harmless in a terminal, a log, a build server and a page.

use std::io::{self, Write};

use serde::Serialize;

/// Longest message or remedy printed outside JSON, in characters.
pub const LONGEST: usize = 600;

/// Whether a character can steer a terminal, hide or reorder text, break a line, or is no text at all.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

/// The text on one line without unsafe characters. The number of characters stays the same, so columns do too: white
/// space becomes a space, anything else unsafe a replacement character. `##[` and `##word[`, which build servers obey
/// anywhere in a log line, lose their second `#`.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut previous = ' ';
    while let Some(c) = chars.next() {
        let commands =
            previous == '#' && c == '#' && chars.peek().is_some_and(|n| *n == '[' || n.is_ascii_alphabetic());
        cleaned.push(match c {
            '\n' | '\r' | '\t' => ' ',
            _ if is_unsafe(c) || commands => char::REPLACEMENT_CHARACTER,
            _ => c,
        });
        previous = c;
    }
    cleaned
}

/// [`clean`], and no longer than [`LONGEST`] characters.
#[must_use]
pub fn line(text: &str) -> String {
    shorten(&clean(text), LONGEST)
}

/// At most `most` characters; what was cut off is marked by `…`.
#[must_use]
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// At most `most` bytes of UTF-8; what was cut off is marked by `…`.
#[must_use]
pub fn shorten_bytes(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(most.saturating_sub('…'.len_utf8()));
    format!("{}…", text.get(..end).unwrap_or_default())
}

/// Writes pretty JSON and a line end. Paths stay exact in JSON, so what is unsafe is written as an escape.
pub(super) fn write_json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_string_pretty(value)?.replace("##", "#\\u0023");
    let mut escaped = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        match c {
            '\n' => escaped.push(c),
            _ if is_unsafe(c) => escaped.extend(format!("\\u{:04x}", u32::from(c)).chars()),
            _ => escaped.push(c),
        }
    }
    escaped.push('\n');
    out.write_all(escaped.as_bytes())
}

#[cfg(test)]
#[path = "../../../tests/unit/diagnostics/render/text.rs"]
mod tests;
