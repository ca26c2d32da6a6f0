//! A message as properties (MS-OXPROPS), and how it reads as an e-mail.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1252};

use super::rtf;

/// A value of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Bytes(Vec<u8>),
    Time(DateTime<Utc>),
    Number(i64),
}

/// Properties by their number.
pub(super) type Properties = BTreeMap<u16, Value>;

/// A message.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub properties: Properties,
    /// Addresses to which it was sent.
    pub recipients: Vec<String>,
    pub attachments: Vec<Attached>,
}

/// Something that is attached: bytes, or a message.
#[derive(Debug, Default)]
pub(super) struct Attached {
    pub properties: Properties,
    pub message: Option<Item>,
}

/// Text in the letters of a code page of Windows.
pub(super) fn in_code_page(bytes: &[u8], page: i64) -> String {
    let label = match page {
        65001 => "utf-8".to_owned(),
        20127 | 1252 | 0 => "windows-1252".to_owned(),
        28591..=28606 => format!("iso-8859-{}", page - 28590),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        other => format!("windows-{other}"),
    };
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes).0.trim_end_matches('\0').to_owned()
}

/// Text as Windows writes it.
pub(super) fn in_utf16(bytes: &[u8]) -> String {
    UTF_16LE.decode_without_bom_handling(bytes).0.trim_end_matches('\0').to_owned()
}

/// A moment in tenths of microseconds since 1601.
pub(super) fn moment(ticks: u64) -> Option<DateTime<Utc>> {
    let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
    DateTime::from_timestamp(seconds, 0)
}

pub(super) fn text(properties: &Properties, numbers: &[u16]) -> Option<String> {
    numbers.iter().find_map(|number| match properties.get(number)? {
        Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    })
}

impl Item {
    fn text(&self, numbers: &[u16]) -> Option<String> {
        text(&self.properties, numbers)
    }

    /// As an e-mail; without a head of its own where it is only the wrapping of one.
    pub fn as_mail(&self, head: bool) -> Vec<u8> {
        let mut mail = if head { self.head() } else { String::new() };
        // No message holds its own boundary: it is longer than what Outlook writes.
        let boundary = format!("=_klacht_{}_{}", self.properties.len(), self.attachments.len());
        let _ = write!(mail, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        let mut mail = mail.into_bytes();
        let mut part = |head: &str, bytes: &[u8]| {
            mail.extend_from_slice(
                format!("--{boundary}\r\n{head}Content-Transfer-Encoding: base64\r\n\r\n").as_bytes(),
            );
            for line in BASE64.encode(bytes).as_bytes().chunks(76) {
                mail.extend_from_slice(line);
                mail.extend_from_slice(b"\r\n");
            }
        };
        if let Some((kind, body)) = self.body() {
            part(&format!("Content-Type: text/{kind}; charset=utf-8\r\n"), body.as_bytes());
        }
        for attached in &self.attachments {
            let (head, bytes) = attached.part();
            part(&head, &bytes);
        }
        mail.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        mail
    }

    /// What it says: as text, as HTML, or as what Outlook makes of either.
    fn body(&self) -> Option<(&'static str, String)> {
        if let Some(text) = self.text(&[0x1000]) {
            return Some(("plain", text));
        }
        let page = match self.properties.get(&0x3fde) {
            Some(Value::Number(page)) => *page,
            _ => 65001,
        };
        let html = match self.properties.get(&0x1013) {
            Some(Value::Bytes(bytes)) => Some(in_code_page(bytes, page)),
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        if let Some(html) = html.filter(|html| !html.trim().is_empty()) {
            return Some(("html", html));
        }
        let Some(Value::Bytes(rtf)) = self.properties.get(&0x1009) else { return None };
        let text = rtf::text(&compressed_rtf::decompress_rtf(rtf).ok()?);
        (!text.trim().is_empty()).then_some(("plain", text))
    }

    /// The head: as it came over the internet where that was kept, else from the properties.
    fn head(&self) -> String {
        let mut head = String::new();
        let kept = self.text(&[0x007d]).unwrap_or_default();
        let mut ours = true;
        for line in kept.lines() {
            if !line.starts_with([' ', '\t']) {
                let name = line.split(':').next().unwrap_or_default().to_lowercase();
                ours = line.contains(':')
                    && !name.contains(' ')
                    && !name.starts_with("content-")
                    && name != "mime-version";
            }
            if ours && !line.trim().is_empty() {
                let _ = write!(head, "{line}\r\n");
            }
        }
        let has = |name: &str| head.lines().any(|l| l.to_lowercase().starts_with(&format!("{name}:")));
        let mut more = String::new();
        let word = |text: &str| format!("=?utf-8?B?{}?=", BASE64.encode(text.as_bytes()));
        let time = |number: u16| match self.properties.get(&number) {
            Some(Value::Time(time)) => Some(time.to_rfc2822()),
            _ => None,
        };
        if let Some(time) = time(0x0e06).filter(|_| !has("received")) {
            let _ = write!(more, "Received: by outlook; {time}\r\n");
        }
        if !has("from") {
            let name = self.text(&[0x0042, 0x0c1a]).unwrap_or_default();
            let address =
                [0x5d02, 0x5d01, 0x0065, 0x0c1f].iter().find_map(|n| self.text(&[*n]).filter(|a| a.contains('@')));
            let address = address.map(|a| format!(" <{}>", a.replace(['<', '>', '\r', '\n'], "")));
            let _ = write!(more, "From: {}{}\r\n", word(&name), address.unwrap_or_default());
        }
        for (name, number) in [("date", 0x0039_u16), ("date", 0x0e06)] {
            if let Some(time) = time(number).filter(|_| !has(name) && !more.contains("\r\nDate:")) {
                let _ = write!(more, "Date: {time}\r\n");
            }
        }
        if let Some(subject) = self.text(&[0x0037]).filter(|_| !has("subject")) {
            let _ = write!(more, "Subject: {}\r\n", word(&subject));
        }
        for (name, number) in [("Message-ID", 0x1035), ("In-Reply-To", 0x1042), ("References", 0x1039)] {
            if let Some(ids) = self.text(&[number]).filter(|_| !has(&name.to_lowercase())) {
                let _ = write!(more, "{name}: {}\r\n", ids.replace(['\r', '\n'], " "));
            }
        }
        for recipient in self.recipients.iter().filter(|r| r.contains('@')) {
            let _ = write!(more, "X-Original-To: {}\r\n", recipient.replace(['\r', '\n'], ""));
        }
        let class = self.text(&[0x001a]).unwrap_or_default().to_lowercase();
        if class.starts_with("report.") {
            more.push_str("X-Failed-Recipients: unknown\r\n");
        } else if class.contains("ooftemplate") || class.starts_with("ipm.schedule.meeting.resp") {
            more.push_str("Auto-Submitted: auto-replied\r\n");
        }
        more + &head
    }
}

impl Attached {
    /// The head and the bytes of the part that it becomes.
    fn part(&self) -> (String, Vec<u8>) {
        if let Some(message) = &self.message {
            return (
                "Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n".to_owned(),
                message.as_mail(true),
            );
        }
        let name = text(&self.properties, &[0x3707, 0x3704, 0x3001]).unwrap_or_default();
        let name: String = name.chars().map(|c| if c.is_control() || "\"\\".contains(c) { '_' } else { c }).collect();
        let kind = text(&self.properties, &[0x370e])
            .filter(|k| k.is_ascii() && k.contains('/') && !k.starts_with("multipart/"));
        let kind = kind.unwrap_or_else(|| mime_guess::from_path(&name).first_or_octet_stream().to_string());
        let kind = kind.replace(['\r', '\n', ';'], "");
        let id = text(&self.properties, &[0x3712]).filter(|id| id.is_ascii());
        let (how, id) = match id {
            Some(id) => ("inline", format!("Content-ID: <{}>\r\n", id.replace(['\r', '\n', '<', '>'], ""))),
            None => ("attachment", String::new()),
        };
        let head = format!("Content-Type: {kind}\r\nContent-Disposition: {how}; filename=\"{name}\"\r\n{id}");
        let bytes = match self.properties.get(&0x3701) {
            Some(Value::Bytes(bytes)) => bytes.clone(),
            _ => Vec::new(),
        };
        (head, bytes)
    }
}
