//! A message that somebody forwards: as a message inside, or below a block of headers in the text.

use super::date::{self, Moment};

/// Names of the headers in such a block, in the languages of mail programs here.
const FROM: &[&str] = &["van", "from", "von", "de"];
const DAY: &[&str] = &["verzonden", "datum", "sent", "date", "gesendet", "envoyé", "verstuurd"];
const OTHER: &[&str] =
    &["aan", "to", "an", "à", "cc", "onderwerp", "subject", "betreff", "objet", "antwoord aan", "reply-to"];

/// How many lines of a block are looked at.
const BLOCK: usize = 16;

/// Who wrote what was forwarded, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Forwarded {
    pub name: String,
    pub email: String,
    /// Nothing where the block does not tell, or not readably.
    pub moment: Option<Moment>,
    pub words: String,
}

/// The first message below a block of headers that somebody else than the organisation wrote.
pub(super) fn forwarded(text: &str, ours: &dyn Fn(&str, &str) -> bool) -> Option<Forwarded> {
    let lines: Vec<&str> = text.lines().map(plain).collect();
    (0..lines.len()).filter_map(|at| block(lines.get(at..)?)).find(|found| !ours(&found.email, &found.name))
}

/// A line without the signs of a quotation and of bold letters.
fn plain(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t', '\u{a0}']).trim_end()
}

/// The name and the value of a header line.
fn header<'l>(line: &'l str, names: &[&str]) -> Option<&'l str> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ', '\u{a0}']).to_lowercase();
    names.contains(&name.as_str()).then(|| value.trim_matches(['*', '_', ' ', '\t', '\u{a0}']))
}

/// A block that begins on the first of these lines, with what stands below it.
fn block(lines: &[&str]) -> Option<Forwarded> {
    let (name, email) = person(header(lines.first()?, FROM)?)?;
    let mut end = 0;
    let (mut day, mut others) = (None, 0);
    for (at, line) in lines.iter().enumerate().take(BLOCK).skip(1) {
        if let Some(value) = header(line, DAY) {
            day = day.or(Some(value));
        } else if header(line, OTHER).is_some() {
            others += 1;
        } else if line.is_empty() && day.is_some() && others > 0 {
            break;
        } else if !line.is_empty() {
            // A header that goes on, in the middle of the block; or the words, where no blank line parts them.
            if day.is_some() && others > 0 && !lines.iter().take(BLOCK).skip(at + 1).any(|l| header(l, OTHER).is_some())
            {
                break;
            }
        }
        end = at;
    }
    if day.is_none() && others < 2 || others == 0 {
        return None;
    }
    let words = lines.get(end + 1..).unwrap_or_default().join("\n").trim().to_owned();
    Some(Forwarded { name, email, moment: day.and_then(date::quoted), words })
}

/// `Klaas Duin <klaas@post.example>`, `Klaas Duin [mailto:klaas@post.example]`, an address or a name alone.
fn person(value: &str) -> Option<(String, String)> {
    let trim = |text: &str| text.trim_matches(['"', '\'', ' ', '<', '>', '[', ']', '(', ')', '*']).to_owned();
    let found = value.split(|c: char| c.is_whitespace() || "<>[]()\",;".contains(c)).find(|word| {
        let word = word.trim_start_matches("mailto:");
        word.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
    });
    let email = found.map(|word| word.trim_start_matches("mailto:").to_owned()).unwrap_or_default();
    let name = match found {
        Some(word) => trim(value.split(word).next().unwrap_or_default().trim_end_matches("mailto:")),
        None => trim(value),
    };
    let name = if name.contains('@') { String::new() } else { name };
    (!name.is_empty() || !email.is_empty()).then_some((name, email))
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail/forward.rs"]
mod tests;
