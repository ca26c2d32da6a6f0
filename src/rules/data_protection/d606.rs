//! D606: no attachment is tracked under cases/: it belongs in the sealed part.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D606.md"));

/// How the names of letters, documents, pictures, recordings and archives end.
const ENDINGS: [&str; 40] = [
    "7z", "avi", "bmp", "csv", "doc", "docm", "docx", "eml", "gif", "heic", "htm", "html", "ics", "jpeg", "jpg", "m4a",
    "mbox", "mov", "mp3", "mp4", "msg", "odp", "ods", "odt", "ogg", "pdf", "png", "ppt", "pptx", "rar", "rtf", "tif",
    "tiff", "txt", "vcf", "wav", "webp", "xls", "xlsx", "zip",
];

/// Whether a path in the register is that of an attachment among the cases.
#[must_use]
pub fn is_attachment(path: &str) -> bool {
    path.starts_with("cases/") && is_document(path)
}

/// Whether a name ends as those of letters, documents, pictures, recordings and archives do.
#[must_use]
pub fn is_document(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The words for a finding.
pub(super) fn say() -> Message {
    Message::new(
        text!("dit is een bijlage; die hoort niet in git", "this is an attachment; it does not belong in git"),
        text!(
            "`git rm --cached` dit bestand en bewaar het in het verzegelde deel (`sealed`)",
            "`git rm --cached` this file and keep it in the sealed part (`sealed`)"
        ),
    )
}
