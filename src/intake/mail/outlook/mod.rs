//! Messages as Outlook keeps them (`.msg`) or wraps them (`winmail.dat`), turned into e-mail: from there on there is one road.

mod item;
mod msg;
mod rtf;
mod tnef;

/// What an Outlook file begins with, so that its name need not tell.
const MSG: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const TNEF: &[u8] = b"\x78\x9f\x3e\x22";

/// The message of such a file as an e-mail; nothing when it is none, or cannot be read.
pub(super) fn as_mail(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(MSG) {
        msg::read(bytes).map(|item| item.as_mail(true))
    } else if bytes.starts_with(TNEF) {
        tnef::read(bytes, 0).map(|item| item.as_mail(true))
    } else {
        None
    }
}

/// Whether bytes are of such a file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(MSG) || bytes.starts_with(TNEF)
}

#[cfg(test)]
#[path = "../../../../tests/unit/intake/mail/outlook.rs"]
mod tests;
