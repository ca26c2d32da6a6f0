//! A letter as a draft for a mail program.

use chrono::NaiveDate;
use mail_builder::MessageBuilder;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;

use super::letter::Letter;
use crate::digest::sha256_hex;

/// The draft: unsent, to nobody yet, in UTF-8. The same letter on the same day gives the same bytes: its Message-ID is
/// made from them, and a mail program gives its own when it sends.
pub fn draft(letter: &Letter, on: NaiveDate) -> std::io::Result<Vec<u8>> {
    let noon = on.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc().timestamp();
    let digest = sha256_hex(format!("{on}\0{}\0{}", letter.subject, letter.text).as_bytes());
    let mut message = MessageBuilder::new();
    if let Some(from) = &letter.from {
        message = message.from((letter.from_name.as_str(), from.as_str()));
    }
    message
        .header("To", Raw::new(""))
        .subject(letter.subject.as_str())
        .date(Date::new(noon))
        .message_id(format!("{digest}@draft.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .text_body(letter.text.as_str())
        .write_to_vec()
}
