//! Characters that cannot be seen, or that turn text around: a reviewer must see what the program reads.

use super::fault::{Fault, FaultKind};
use super::node::Span;

/// Whether a character must not stand in front matter.
#[must_use]
pub fn is_suspicious(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // Blanks that are no blank to YAML.
        | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
        // No width, soft hyphen, byte order mark within the text, line separators.
        | '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{2028}' | '\u{2029}'
        // Direction.
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        // Tags: text within text.
        | '\u{e0000}'..='\u{e007f}'
    )
}

/// Reports every suspicious character of `source`, a run of the same one as one fault.
pub(super) fn scan(source: &str, base: usize, faults: &mut Vec<Fault>) {
    if source.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\r' | b'\t')) {
        return;
    }
    let mut blank_line = true;
    for (at, character) in source.char_indices() {
        let span = Span { start: base + at, end: base + at + character.len_utf8() };
        if is_suspicious(character) {
            match faults.last_mut() {
                Some(Fault { span: before, kind: FaultKind::Suspicious { character: same, .. }, .. })
                    if *same == character && before.end == span.start =>
                {
                    before.end = span.end;
                }
                _ => faults.push(Fault::at(span, FaultKind::Suspicious { character, indentation: blank_line })),
            }
        }
        blank_line = character == '\n'
            || blank_line && (character.is_whitespace() || is_suspicious(character) || character == '-');
    }
}
