//! An e-mail as a complaint. Whatever stands in it ends up in the confidential part; the case gets the day and the channel.
//!
//! - `headers`, `date`, `mbox`, `outlook`: what programs write, made readable. - `own`, `sender`, `forward`: whose it is.
//! - `words`, `html`, `flowed`, `parts`: what it says, and where. - `machine`: what no person wrote.

mod date;
mod flowed;
mod forward;
mod headers;
mod html;
mod machine;
mod mbox;
mod outlook;
mod own;
mod parts;
mod sender;
mod told;
mod words;

use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser};

pub(crate) use own::Own;

use self::date::Moment;
use self::parts::{Document, Part};
use self::sender::{People, Sender};
use super::row::{Doubt, Original, Row, mark};
use crate::regulation::HOME;

/// The messages of a file; nothing when it holds none.
#[must_use]
pub fn read(bytes: &[u8], own: &Own) -> Option<Vec<Row>> {
    if let Some(messages) = mbox::messages(bytes) {
        let mut rows = Vec::new();
        for (line, message) in messages {
            rows.push(Row { line: Some(line), ..one(&message, own, "message.eml", 0)? });
        }
        return Some(rows);
    }
    if outlook::is_one(bytes) {
        let mail = outlook::as_mail(bytes)?;
        let mut row = one(&mail, own, "message.msg", 0)?;
        row.original = Some(Original { name: "message.msg".to_owned(), bytes: bytes.to_vec() });
        return Some(vec![row]);
    }
    Some(vec![one(bytes, own, "message.eml", 0)?])
}

/// Whether bytes look like a message, whatever the file is called.
#[must_use]
pub fn is_mail(bytes: &[u8]) -> bool {
    let head = headers::cleaned(bytes.get(..bytes.len().min(65_536)).unwrap_or_default());
    let line = head.split(|b| *b == b'\n').next().unwrap_or_default();
    let name = line.split(|b| *b == b':').next().unwrap_or_default();
    outlook::is_one(bytes)
        || name.len() < line.len()
            && !name.is_empty()
            && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_')
}

/// How deep messages that were passed on are looked for in one another.
const DEEP: usize = 4;

/// One message.
fn one(bytes: &[u8], own: &Own, name: &str, depth: usize) -> Option<Row> {
    let clean = headers::cleaned(bytes);
    let message = MessageParser::default().parse(&clean)?;
    // A parser that finds no header at all was given something else.
    let told = [HeaderName::From, HeaderName::Date, HeaderName::ReplyTo, HeaderName::Received];
    if message.headers().is_empty() || told.iter().all(|name| message.header_raw(name.clone()).is_none()) {
        return None;
    }
    let mut row = Row { original: Some(Original { name: name.to_owned(), bytes: bytes.to_vec() }), ..Row::default() };
    let unwrapped = unwrapped(&message);
    let inner: Vec<Message<'_>> = unwrapped.iter().filter_map(|mail| MessageParser::default().parse(mail)).collect();
    let mut found = parts::parts(&message, 1);
    for wrapped in &inner {
        found.extend(parts::parts(wrapped, found.len() + 1));
    }
    let text = std::iter::once(&message).chain(&inner).map(words::text).find(|t| !words::says_nothing(t));
    let text = text.unwrap_or_default();
    let sender = sender::sender(&message, own);
    if let Some(kind) = machine::kind(&message, own, matches!(sender, Sender::Answered(_))) {
        row.doubts.push(Doubt::machine(&kind.words()));
    }
    let when = when(&message, &mut row);
    row.addresses = addresses(&message);
    threads(&message, &mut row);
    let outer = Outer { message: &message, text: &text, found: &found, when, depth };
    match &sender {
        Sender::Own(_) if passed_on(&outer, own, &mut row) => {}
        Sender::Own(people) => {
            who(people, &mut row);
            row.own_sender = row.doubts.is_empty();
            said(&outer, &mut row);
        }
        Sender::Answered(people) => {
            row.notes.push(told::answered());
            who(people, &mut row);
            said(&outer, &mut row);
        }
        Sender::Person(people) => {
            who(people, &mut row);
            said(&outer, &mut row);
        }
    }
    row.attachments = found.into_iter().map(|part| part.attachment).collect();
    marks(&message, &clean, &mut row);
    Some(row)
}

/// A message with what was read of it.
#[derive(Clone, Copy)]
struct Outer<'m> {
    message: &'m Message<'m>,
    text: &'m str,
    found: &'m [Part],
    when: Option<Moment>,
    /// In how many others that were passed on it stands.
    depth: usize,
}

/// What Outlook wrapped in a message, as e-mails.
fn unwrapped(message: &Message<'_>) -> Vec<Vec<u8>> {
    message.parts.iter().filter(|p| parts::is_wrapped(p)).filter_map(|p| outlook::as_mail(p.contents())).collect()
}

/// Puts down who complains.
fn who(people: &People, row: &mut Row) {
    row.keep("name", &people.names.join("; "));
    row.keep("email", &people.emails.join("; "));
    if people.emails.len().max(people.names.len()) > 1 {
        row.notes.push(told::several());
    }
    if people.names.iter().any(|name| name.contains('\u{fffd}')) {
        row.notes.push(told::broken_name());
    }
}

/// Puts down on which day it came in: by the trace of the server that took it in, before the clock of the sender.
fn when(message: &Message<'_>, row: &mut Row) -> Option<Moment> {
    let raw = |name: HeaderName<'static>| {
        let of = move |(found, value): (&str, &str)| {
            found.eq_ignore_ascii_case(name.as_str()).then(|| value.trim().to_owned())
        };
        message.headers_raw().filter_map(of).collect::<Vec<String>>()
    };
    let traces = raw(HeaderName::Received);
    let trace = traces.iter().find_map(|line| date::header(line.rsplit_once(';')?.1).ok());
    let own = raw(HeaderName::Date).into_iter().find(|date| !date.is_empty());
    let written = own.as_deref().map(date::header);
    match (trace, written) {
        (Some(trace), written) => {
            if let Some(Ok(written)) = written
                && date::days_between(trace.at, written.at) > 1
            {
                row.notes.push(told::days_apart(trace.at, written.at));
            }
            row.came(trace.at);
            Some(trace)
        }
        (None, Some(Ok(moment))) => {
            if moment.other_weekday {
                row.notes.push(told::other_weekday(moment.at));
            }
            row.came(moment.at);
            Some(moment)
        }
        (None, Some(Err(unread))) => {
            row.day_told = Some(told::unread_day(own.as_deref().and_then(date::printable), unread.day));
            None
        }
        (None, None) => None,
    }
}

/// Whether somebody of the organisation passed on what somebody else wrote, which is then the complaint.
fn passed_on(outer: &Outer<'_>, own: &Own, row: &mut Row) -> bool {
    let inside: Vec<&Vec<u8>> = outer.found.iter().filter_map(|part| part.message.as_ref()).collect();
    if let [inside] = inside.as_slice()
        && outer.depth < DEEP
        && let Some(inner) = one(inside, own, "message.eml", outer.depth + 1)
            .filter(|inner| !inner.own_sender && inner.doubts.is_empty())
        && let Some(moment) = inner.moment.filter(|m| outer.when.is_none_or(|w| *m <= w.at))
    {
        row.notes.push(told::message_inside(moment));
        row.notes.extend(inner.notes);
        row.confidential = inner.confidential;
        row.threads.extend(inner.threads);
        row.came(moment);
        return true;
    }
    let from: Vec<String> = match outer.message.from().and_then(Address::first).and_then(|a| a.name()) {
        Some(name) => vec![name.trim().to_lowercase()],
        None => Vec::new(),
    };
    let ours = |email: &str, name: &str| own.has(email) || (email.is_empty() && from.contains(&name.to_lowercase()));
    let Some(found) = forward::forwarded(outer.text, &ours) else { return false };
    let Some(moment) = found.moment.filter(|m| outer.when.is_none_or(|w| m.at <= w.at)) else { return false };
    row.notes.push(told::forwarded(moment.at));
    row.keep("name", &found.name);
    row.keep("email", &found.email);
    row.came(moment.at);
    let inner = Outer { text: &found.words, ..*outer };
    said(&inner, row);
    true
}

/// Puts down the words, or says where they are.
fn said(outer: &Outer<'_>, row: &mut Row) {
    let documents: Vec<(usize, Document)> =
        outer.found.iter().enumerate().filter_map(|(at, part)| Some((at + 1, part.document?))).collect();
    let unreadable = words::unreadable(outer.message, outer.text);
    let empty = words::says_nothing(outer.text);
    if let Some(why) = unreadable.filter(|_| empty || outer.text.contains("-----BEGIN PGP MESSAGE-----")) {
        row.notes.push(told::unreadable(why));
        return;
    }
    let elsewhere = !documents.is_empty() && words::points_elsewhere(outer.text);
    if !empty && !elsewhere {
        let subject = outer.message.subject().unwrap_or_default().trim();
        let parts = [subject, outer.text.trim()].into_iter().filter(|part| !part.is_empty());
        row.keep("narrative", &parts.collect::<Vec<_>>().join("\n\n"));
        return;
    }
    // A message inside says it, where nobody else does.
    let inside = outer.found.iter().filter_map(|part| part.message.as_ref());
    let inner = inside.filter_map(|mail| {
        let clean = headers::cleaned(mail);
        let message = MessageParser::default().parse(&clean)?;
        let text = words::text(&message);
        let subject = message.subject().unwrap_or_default().trim().to_owned();
        (!words::says_nothing(&text)).then(|| [subject, text].join("\n\n").trim().to_owned())
    });
    if let Some(text) = inner.into_iter().next() {
        let own = Some(outer.text.trim()).filter(|text| !text.is_empty());
        row.keep("narrative", &own.into_iter().chain([text.as_str()]).collect::<Vec<_>>().join("\n\n"));
        row.notes.push(told::words_inside());
        return;
    }
    row.notes.push(match documents.as_slice() {
        [] => told::no_words(),
        documents => told::words_attached(documents),
    });
}

/// The addresses to which it was sent, as far as the message tells; in lower case.
fn addresses(message: &Message<'_>) -> Vec<String> {
    let named = [message.to(), message.cc()].into_iter().flatten().flat_map(Address::iter);
    let mut found: Vec<String> = named.filter_map(|a| a.address()).map(str::to_lowercase).collect();
    for (name, value) in message.headers_raw() {
        if ["Delivered-To", "X-Original-To", "Envelope-To"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
            found.push(value.trim().trim_matches(['<', '>']).to_lowercase());
        }
    }
    found.retain(|a| !a.is_empty());
    found
}

/// What it answers: case ids in its subject, and the messages before it.
fn threads(message: &Message<'_>, row: &mut Row) {
    message.subject().unwrap_or_default().clone_into(&mut row.subject);
    for header in [message.in_reply_to(), message.references()] {
        let ids: Vec<String> = match header {
            HeaderValue::Text(id) => vec![id.to_string()],
            HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        let ids = ids.iter().map(|id| id.trim().trim_matches(['<', '>'])).filter(|id| !id.is_empty());
        row.threads.extend(ids.map(|id| mark("message-id", [id.as_bytes()])));
    }
}

/// By what it is known again: its id, and what it says. Programs that send paper give every message one id.
fn marks(message: &Message<'_>, bytes: &[u8], row: &mut Row) {
    let date = row.moment.map(|m| m.timestamp().to_string()).unwrap_or_default();
    let sent = message.date().map_or(date, |d| d.to_timestamp().to_string());
    let kept = |key: &str| row.confidential.get(key).map_or(&b""[..], |value| value.as_bytes());
    let id = message.message_id().map(str::trim).unwrap_or_default();
    let mut parts =
        vec![id.as_bytes(), sent.as_bytes(), kept("email"), message.subject().unwrap_or_default().as_bytes()];
    parts.push(kept("narrative"));
    parts.extend(row.attachments.iter().map(|a| a.bytes.as_slice()));
    row.content = mark("content", parts);
    row.mark = if id.is_empty() { mark("message", [bytes]) } else { mark("message-id", [id.as_bytes()]) };
}

impl Row {
    /// The moment at which it came in. Until it is known whose complaint it is, by the clock of the Netherlands.
    fn came(&mut self, moment: chrono::DateTime<chrono::Utc>) {
        self.moment = Some(moment);
        self.said.remove("received");
        self.say("received", &moment.with_timezone(&HOME).date_naive().to_string());
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/intake/mail.rs"]
mod tests;
