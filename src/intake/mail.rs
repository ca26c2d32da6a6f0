//! An e-mail as a complaint. Whatever stands in it ends up in the confidential part; the case gets the day and the channel.

use chrono::{DateTime, Utc};
use mail_parser::{Address, HeaderName, Message, MessageParser, MimeHeaders};

use super::row::{Attachment, Row, mark, safe_name};
use crate::regulation::HOME;

/// How many attachments are put down one by one; all of them are in the message itself, which is kept too.
const MOST: usize = 500;

/// Reads an e-mail; nothing when it is none.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Row> {
    let message = MessageParser::default().parse(bytes)?;
    // A parser that finds no header at all was given something else.
    if message.headers().is_empty() || (message.from().is_none() && message.date().is_none()) {
        return None;
    }
    let mut row = Row { moment: moment(&message), ..Row::default() };
    // Until it is known whose complaint it is, by the clock of the Netherlands.
    if let Some(moment) = row.moment {
        row.say("received", &moment.with_timezone(&HOME).date_naive().to_string());
    }
    let sender = message.from().and_then(Address::first);
    row.keep("name", sender.and_then(|a| a.name()).unwrap_or_default());
    row.keep("email", sender.and_then(|a| a.address()).unwrap_or_default());
    row.keep("narrative", &narrative(&message));
    row.addresses = addresses(&message);
    row.attachments = attachments(&message);
    row.mark = match message.message_id().map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) => mark("message-id", [id.as_bytes()]),
        None => mark("message", [bytes]),
    };
    Some(row)
}

/// The moment of the `Date` header.
fn moment(message: &Message<'_>) -> Option<DateTime<Utc>> {
    let date = message.date().filter(|d| d.is_valid())?;
    DateTime::from_timestamp(date.to_timestamp(), 0)
}

/// The subject and the text; of a message in HTML only, its words.
fn narrative(message: &Message<'_>) -> String {
    let texts = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    let subject = message.subject().unwrap_or_default().trim();
    let body: Vec<String> = texts.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect();
    let parts = std::iter::once(subject.to_owned()).chain(body).filter(|p| !p.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// The addresses to which it was sent, as far as the message tells; in lower case.
fn addresses(message: &Message<'_>) -> Vec<String> {
    let named = [message.to(), message.cc()].into_iter().flatten().flat_map(|a| a.iter());
    let mut found: Vec<String> = named.filter_map(|a| a.address()).map(str::to_lowercase).collect();
    for header in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        let raw = message.header_raw(HeaderName::Other(header.into())).unwrap_or_default();
        found.push(raw.trim().trim_matches(['<', '>']).to_lowercase());
    }
    found.retain(|a| !a.is_empty());
    found
}

fn attachments(message: &Message<'_>) -> Vec<Attachment> {
    let each = message.attachments().take(MOST).enumerate();
    each.map(|(at, part)| Attachment {
        name: safe_name(at + 1, part.attachment_name().unwrap_or_default()),
        bytes: part.contents().to_vec(),
    })
    .collect()
}

#[cfg(test)]
#[path = "../../tests/unit/intake/mail.rs"]
mod tests;
