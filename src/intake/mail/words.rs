//! The words of a message: of the forms in which it says the same, the one that has them.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::{flowed, headers, html};
use crate::patterns::patterns;

patterns! {
    /// What a telephone or a program puts below a message by itself.
    DEVICE = r"(?i)^(verstuurd|verzonden|gestuurd|sent|gesendet|get outlook|download outlook|outlook voor|outlook for|krijg outlook)\b.{0,60}$";
    /// That the words stand elsewhere.
    ELSEWHERE = r"(?i)\b(bijlagen?|bijgaande?|bijgevoegde?|meegestuurd|meegezonden|attach(ed|ment|ments)?|enclosed|pdf|scan|zie (de )?(brief|foto))\b";
}

/// As many words, and a message says something by itself, whatever hangs on it.
const SHORT: usize = 25;

/// Why a message has no words that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Only with the key of the organisation.
    Encrypted,
    /// Signed in a way that wraps what was signed.
    Signed,
}

/// The text, as whole as the forms of the message give it.
pub(super) fn text(message: &Message<'_>) -> String {
    let join = |ids: &[u32]| {
        let mut texts: Vec<String> = Vec::new();
        for part in ids.iter().filter_map(|id| message.parts.get(*id as usize)) {
            let text = match &part.body {
                PartType::Text(_) => tidy(&plain_text(message, part)),
                PartType::Html(_) => html::text(&part_text(message, part)),
                _ => continue,
            };
            // A calendar beside the words is no words.
            let calendar = part.content_type().is_some_and(|c| c.subtype() == Some("calendar"));
            if !text.trim().is_empty() && !calendar {
                texts.push(text.trim().to_owned());
            }
        }
        texts.join("\n\n")
    };
    let (plain, rich) = (join(&message.text_body), join(&message.html_body));
    let (few, many) = (count(&plain), count(&rich));
    if says_nothing(&plain) && says_nothing(&rich) {
        return left_over(message);
    }
    // A text that only says that there is HTML, or was cut off.
    if says_nothing(&plain) || many > 2 * few + 10 { rich } else { plain }
}

/// The text of a message of which the parts do not end as it says: the library takes that for an attachment.
fn left_over(message: &Message<'_>) -> String {
    let broken = message.parts.iter().filter(|part| {
        let parted = part.content_type().is_some_and(|kind| kind.ctype() == "multipart");
        matches!(part.body, PartType::Text(_)) && (part.is_encoding_problem || parted)
    });
    let texts = broken.map(|part| {
        let text = part_text(message, part).replace("\r\n", "\n");
        // Another boundary than was said stands in it, with the head of its part.
        let mut head = false;
        let lines = text.lines().filter(|line| {
            head = line.starts_with("--") && !line.contains(' ') || head && !line.is_empty();
            !head
        });
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// How many words a text has.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a text holds nothing that somebody wrote.
pub(super) fn says_nothing(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| line.chars().any(char::is_alphanumeric));
    lines.all(|line| DEVICE.is_match(line))
}

/// Whether a text only says that the words are elsewhere.
pub(super) fn points_elsewhere(text: &str) -> bool {
    count(text) <= SHORT && ELSEWHERE.is_match(text)
}

/// Why the words cannot be read, if so.
pub(super) fn unreadable(message: &Message<'_>, text: &str) -> Option<Unreadable> {
    let kinds = message.parts.iter().filter_map(|part| part.content_type());
    for kind in kinds {
        let sub = kind.subtype().unwrap_or_default().to_lowercase();
        if kind.ctype() == "multipart" && sub == "encrypted" {
            return Some(Unreadable::Encrypted);
        }
        if sub == "pkcs7-mime" || sub == "x-pkcs7-mime" {
            let smime = kind.attribute("smime-type").unwrap_or_default().to_lowercase();
            return Some(if smime.starts_with("signed") { Unreadable::Signed } else { Unreadable::Encrypted });
        }
    }
    text.contains("-----BEGIN PGP MESSAGE-----").then_some(Unreadable::Encrypted)
}

/// The text of a part, its letters right.
fn part_text(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let read = part.text_contents().unwrap_or_default().to_owned();
    let span = part.raw_body_offset() as usize..part.raw_end_offset() as usize;
    let Some(raw) = message.raw_message.get(span) else { return read };
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    };
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    bytes.and_then(|bytes| headers::letters(&bytes, charset)).unwrap_or(read)
}

/// Plain text: soft line ends joined, and without what a signature wraps around it.
fn plain_text(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let text = part_text(message, part);
    let kind = part.content_type();
    let attribute = |name: &str| kind.and_then(|k| k.attribute(name)).unwrap_or_default().to_lowercase();
    let text = if attribute("format") == "flowed" { flowed::joined(&text, attribute("delsp") == "yes") } else { text };
    // Some programs send HTML and say that it is text.
    let begins = text.trim_start().get(..14).unwrap_or_default().to_lowercase();
    if begins.starts_with("<html") || begins.starts_with("<!doctype html") { html::text(&text) } else { text }
}

/// Without the lines that a signature puts around what was signed.
fn tidy(text: &str) -> String {
    let Some((before, rest)) = text.split_once("-----BEGIN PGP SIGNED MESSAGE-----") else {
        return text.replace("\r\n", "\n");
    };
    let (signed, after) = rest.split_once("-----BEGIN PGP SIGNATURE-----").unwrap_or((rest, ""));
    let after = after.split_once("-----END PGP SIGNATURE-----").map_or("", |(_, after)| after);
    let signed = signed.replace("\r\n", "\n");
    let signed = signed.split_once("\n\n").map_or(signed.as_str(), |(_, words)| words);
    let lines: Vec<&str> = signed.lines().map(|line| line.strip_prefix("- ").unwrap_or(line)).collect();
    [before.trim(), &lines.join("\n"), after.trim()].join("\n").trim().to_owned()
}
