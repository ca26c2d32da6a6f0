//! What hangs on a message: attachments with names that a program opens, and what they may be.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::outlook;
use crate::diagnostics::{Text, text};
use crate::intake::row::{Attachment, safe_name};

/// How many attachments are put down one by one; all of them are in the message itself, which is kept too.
const MOST: usize = 500;

/// Ends of names for kinds of which the list of kinds gives a rare one first.
const ENDS: &[(&str, &str)] = &[
    ("message/rfc822", "eml"),
    ("message/global", "eml"),
    ("text/plain", "txt"),
    ("text/html", "html"),
    ("text/calendar", "ics"),
    ("text/vcard", "vcf"),
    ("text/x-vcard", "vcf"),
    ("text/csv", "csv"),
    ("text/rtf", "rtf"),
    ("application/rtf", "rtf"),
    ("application/pdf", "pdf"),
    ("application/msword", "doc"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/zip", "zip"),
    ("application/pgp-signature", "asc"),
    ("application/pgp-encrypted", "asc"),
    ("application/pkcs7-signature", "p7s"),
    ("application/x-pkcs7-signature", "p7s"),
    ("application/pkcs7-mime", "p7m"),
    ("application/x-pkcs7-mime", "p7m"),
    ("application/ms-tnef", "dat"),
    ("message/delivery-status", "txt"),
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/heic", "heic"),
    ("audio/mpeg", "mp3"),
    ("audio/ogg", "ogg"),
    ("audio/mp4", "m4a"),
    ("video/mp4", "mp4"),
];

/// What somebody may have put the words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Document {
    Letter,
    Picture,
    Recording,
    Message,
    Calendar,
    Other,
}

impl Document {
    /// What it is, within a sentence.
    pub fn words(self) -> Text {
        match self {
            Self::Letter => text!("een brief of document", "a letter or document"),
            Self::Picture => text!("een foto of scan", "a photo or scan"),
            Self::Recording => text!("een opname", "a recording"),
            Self::Message => text!("een bericht", "a message"),
            Self::Calendar => text!("een uitnodiging", "an invitation"),
            Self::Other => text!("een bestand", "a file"),
        }
    }
}

/// Something that hangs on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub attachment: Attachment,
    /// What it may be; nothing for a signature, a picture within the text and the like.
    pub document: Option<Document>,
    /// The bytes of a message that stands in it.
    pub message: Option<Vec<u8>>,
}

/// Everything that hangs on a message, numbered from `from` on. What Outlook wrapped is unwrapped.
pub(super) fn parts(message: &Message<'_>, from: usize) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    for part in message.attachments().take(MOST) {
        found.push(one(part, from + found.len()));
    }
    found
}

/// Whether a part is what Outlook wraps a message in.
pub(super) fn is_wrapped(part: &MessagePart<'_>) -> bool {
    let named = part.attachment_name().is_some_and(|name| name.eq_ignore_ascii_case("winmail.dat"));
    let kind = part.content_type().and_then(|c| c.subtype()).unwrap_or_default();
    (named || kind.eq_ignore_ascii_case("ms-tnef") || kind.eq_ignore_ascii_case("vnd.ms-tnef"))
        && outlook::is_one(part.contents())
}

fn kind_of(part: &MessagePart<'_>) -> String {
    let kind = part.content_type().map(|c| format!("{}/{}", c.ctype(), c.subtype().unwrap_or_default()));
    match &part.body {
        PartType::Message(_) => "message/rfc822".to_owned(),
        PartType::Html(_) => "text/html".to_owned(),
        PartType::Text(_) => kind.unwrap_or_else(|| "text/plain".to_owned()).to_lowercase(),
        _ => kind.unwrap_or_default().to_lowercase(),
    }
}

fn one(part: &MessagePart<'_>, number: usize) -> Part {
    let kind = kind_of(part);
    let given = part.attachment_name().unwrap_or_default();
    let bytes = part.contents().to_vec();
    let inside = matches!(part.body, PartType::Message(_)) || given.to_lowercase().ends_with(".eml");
    let message = if inside { Some(bytes.clone()) } else { outlook::as_mail(&bytes) };
    let inline = part.content_disposition().is_some_and(|d| d.ctype().eq_ignore_ascii_case("inline"));
    let related = part.content_id().is_some() && (inline || part.content_disposition().is_none());
    let document = document(&kind, given, message.is_some()).filter(|d| !(related && *d == Document::Picture));
    Part { attachment: Attachment { name: with_end(safe_name(number, given), &kind), bytes }, document, message }
}

/// A name that tells what kind of file it is.
fn with_end(name: String, kind: &str) -> String {
    if name.rsplit_once('.').is_some_and(|(_, end)| (1..=5).contains(&end.len())) {
        return name;
    }
    let end = ENDS.iter().find(|(known, _)| *known == kind).map_or("bin", |(_, end)| *end);
    format!("{name}.{end}")
}

/// What a part may hold of a complaint.
fn document(kind: &str, name: &str, message: bool) -> Option<Document> {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    if message {
        return Some(Document::Message);
    }
    if kind.contains("signature") || matches!(end.as_str(), "p7s" | "asc" | "sig" | "vcf") || kind.contains("vcard") {
        return None;
    }
    if kind == "message/delivery-status" || kind.contains("pgp-encrypted") || kind.contains("pgp-keys") {
        return None;
    }
    if kind == "text/calendar" || end == "ics" {
        return Some(Document::Calendar);
    }
    let letter = ["pdf", "doc", "docx", "odt", "rtf", "txt", "pages", "html", "htm", "wpd"].contains(&end.as_str());
    let lettered = ["pdf", "msword", "wordprocessing", "opendocument", "rtf"].iter().any(|part| kind.contains(part));
    if letter || lettered || kind.starts_with("text/") {
        Some(Document::Letter)
    } else if kind.starts_with("image/") || ["jpg", "jpeg", "png", "heic", "tif", "tiff"].contains(&end.as_str()) {
        Some(Document::Picture)
    } else if kind.starts_with("audio/") || kind.starts_with("video/") {
        Some(Document::Recording)
    } else {
        Some(Document::Other)
    }
}
