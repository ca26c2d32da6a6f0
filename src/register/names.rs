//! What one name in a folder may be, and when two names are one name on another system.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::fault::FaultKind;

/// Names that are devices on Windows, with or without an extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Everything wrong with one name. A name with [`FaultKind::Dangerous`] or [`FaultKind::NotUtf8`] must not be used as a path.
pub(super) fn faults(name: &[u8]) -> Vec<FaultKind> {
    let is = |other: &&[u8]| name.eq_ignore_ascii_case(other);
    if [&b""[..], b".", b"..", b".git", b"git~1"].iter().any(is) || name.contains(&b'/') || name.contains(&0) {
        return vec![FaultKind::Dangerous];
    }
    let Ok(text) = std::str::from_utf8(name) else { return vec![FaultKind::NotUtf8] };
    let mut found = Vec::new();
    if text.chars().any(char::is_control) {
        found.push(FaultKind::Control);
    }
    if !text.is_ascii() && text.chars().any(is_invisible) {
        found.push(FaultKind::Invisible);
        // HFS+ drops these characters, so that this becomes `.git` there.
        if text.chars().filter(|c| !is_invisible(*c)).collect::<String>().eq_ignore_ascii_case(".git") {
            return vec![FaultKind::Dangerous];
        }
    }
    if text.contains('\\') {
        found.push(FaultKind::Backslash);
    }
    if text.contains(['<', '>', ':', '"', '|', '?', '*']) || is_device(text) {
        found.push(FaultKind::Windows);
    }
    if text.ends_with(['.', ' ']) {
        found.push(FaultKind::TrailingDot);
    }
    found
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let numbered = |prefix: &str| {
        let rest = stem.split_at_checked(prefix.len()).filter(|(start, _)| start.eq_ignore_ascii_case(prefix));
        rest.is_some_and(|(_, rest)| matches!(rest.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem)) || numbered("com") || numbered("lpt")
}

/// Characters of no width, and those that turn the direction of what follows.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A path made safe to print: what is not text and what does not show is written as an escape.
pub(super) fn shown(path: &[u8]) -> String {
    let mut out = String::with_capacity(path.len());
    for chunk in path.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_control() || is_invisible(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
        }
        for byte in chunk.invalid() {
            out.extend(format!("\\x{byte:02x}").chars());
        }
    }
    out
}

/// One spelling for all names that a system which ignores capitals and accents' encoding takes for one.
fn folded(name: &str) -> String {
    if name.is_ascii() {
        name.to_ascii_lowercase()
    } else {
        name.nfc().collect::<String>().to_lowercase().nfc().collect()
    }
}

/// Of all the names in one folder, those that look like another; each with that other name.
pub(super) fn duplicates<'a>(all: &[&'a [u8]]) -> Vec<(&'a [u8], String)> {
    let mut sorted: Vec<Vec<u8>> = Vec::new();
    // Nearly always so: then side by side in one order is quicker than a table of spellings.
    if all.iter().all(|name| name.is_ascii()) {
        sorted = all.iter().map(|name| name.to_ascii_lowercase()).collect();
        sorted.sort_unstable();
    }
    let distinct = !sorted.is_empty() && sorted.windows(2).all(|pair| pair[0] != pair[1]);
    if distinct { Vec::new() } else { look_alikes(all, all.iter().copied()) }
}

/// Of the `added` names, those that look like another name in `all`; each with that other name. Names that are not UTF-8
/// are left to their own fault.
pub(super) fn look_alikes<'a>(added: &[&'a [u8]], all: impl Iterator<Item = &'a [u8]>) -> Vec<(&'a [u8], String)> {
    let mut wanted: HashMap<String, Vec<&'a [u8]>> = HashMap::new();
    for name in added {
        if let Ok(text) = std::str::from_utf8(name) {
            wanted.entry(folded(text)).or_default().push(name);
        }
    }
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let few = added.len() <= 4 && added.iter().all(|other| other.is_ascii());
    for name in all {
        // A large folder gets one new file at a time: comparing in place spares a fold of every neighbour.
        if few && name.is_ascii() && !added.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            continue;
        }
        let Ok(text) = std::str::from_utf8(name) else { continue };
        for other in wanted.get(&folded(text)).into_iter().flatten().filter(|other| **other != name) {
            found.push((*other, shown(name)));
        }
    }
    found
}

#[cfg(test)]
#[path = "../../tests/unit/register/names.rs"]
mod tests;
