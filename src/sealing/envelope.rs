//! What anybody sees of a sealed file without a key: for how many it is, and how large what is inside. By this a hook that can
//! open nothing refuses what was not sealed.

use std::io::Write;

use data_encoding::BASE64_NOPAD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::padding;

/// The first line of the format (age v1).
const VERSION: &[u8] = b"age-encryption.org/v1\n";
/// The length of a body line.
const COLUMNS: usize = 64;
/// The largest stanza of an unknown kind, in bytes: the library adds one of under 200 now and then, so that readers must bear it.
const GREASE: usize = 512;
/// Bytes before the first part of the payload.
const NONCE: usize = 16;
/// Bytes of a part, and of its tag.
const PART: (usize, usize) = (64 * 1024, 16);

/// What is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Envelope {
    /// For how many keys it is sealed.
    pub recipients: usize,
    /// The bytes inside.
    pub size: usize,
}

/// Why bytes are no sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoEnvelope {
    /// They do not begin as age begins.
    Header,
    /// A passphrase opens it: one that could be guessed, and that nobody can be taken away from.
    Passphrase,
    /// It is for a kind of key that the house does not use.
    Stanza,
    /// What follows the header is no age payload.
    Payload,
    /// It gets smaller when it is packed: no ciphertext does.
    Plain,
}

impl Envelope {
    /// Looks at a file.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self, NoEnvelope> {
        let mut rest = bytes.strip_prefix(VERSION).ok_or(NoEnvelope::Header)?;
        let (mut recipients, mut unknown) = (0, 0);
        let payload = loop {
            if let Some(mac) = rest.strip_prefix(b"--- ") {
                let (mac, payload) = line(mac).ok_or(NoEnvelope::Header)?;
                if decoded(mac) != Some(32) {
                    return Err(NoEnvelope::Header);
                }
                break payload;
            }
            let (kind, after) = stanza(rest)?;
            match kind {
                b"X25519" => recipients += 1,
                b"scrypt" => return Err(NoEnvelope::Passphrase),
                _ if rest.len() - after.len() <= GREASE && unknown == 0 => unknown = 1,
                _ => return Err(NoEnvelope::Stanza),
            }
            rest = after;
        };
        if recipients == 0 {
            return Err(NoEnvelope::Stanza);
        }
        let size = plain_size(payload.len()).ok_or(NoEnvelope::Payload)?;
        if shrinks(payload) {
            return Err(NoEnvelope::Plain);
        }
        Ok(Self { recipients, size })
    }

    /// Whether it is of one of the sizes that pieces have.
    pub(crate) fn is_of_a_class(self) -> bool {
        padding::class_of(self.size) == self.size
    }
}

/// A line and what follows it.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

/// How many bytes a line of base64 stands for, in its one right form.
fn decoded(line: &[u8]) -> Option<usize> {
    BASE64_NOPAD.decode(line).ok().map(|bytes| bytes.len())
}

/// The kind of the stanza that begins here, and what follows it.
fn stanza(bytes: &[u8]) -> Result<(&[u8], &[u8]), NoEnvelope> {
    let head = bytes.strip_prefix(b"-> ").and_then(line).ok_or(NoEnvelope::Header)?;
    let (words, mut rest) = head;
    let mut words = words.split(|byte| *byte == b' ');
    let kind = words.next().filter(|kind| !kind.is_empty()).ok_or(NoEnvelope::Header)?;
    let shared = words.next();
    let mut length = 0;
    loop {
        let (body, after) = line(rest).ok_or(NoEnvelope::Header)?;
        length += decoded(body).filter(|_| body.len() <= COLUMNS).ok_or(NoEnvelope::Header)?;
        rest = after;
        if body.len() < COLUMNS {
            break;
        }
    }
    // One point of the curve, and a key of 16 bytes with its tag.
    let right = shared.and_then(decoded) == Some(32) && words.next().is_none() && length == 32;
    if kind == b"X25519" && !right { Err(NoEnvelope::Header) } else { Ok((kind, rest)) }
}

/// How many bytes a payload holds.
fn plain_size(payload: usize) -> Option<usize> {
    let sealed = payload.checked_sub(NONCE)?;
    let parts = sealed.div_ceil(PART.0 + PART.1).max(1);
    let plain = sealed.checked_sub(parts * PART.1)?;
    // The last part holds something, unless it is the only one.
    (plain > (parts - 1) * PART.0 || parts == 1).then_some(plain)
}

/// Whether packing makes bytes smaller.
fn shrinks(bytes: &[u8]) -> bool {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
    let done = packed.write_all(bytes).and_then(|()| packed.finish());
    done.is_ok_and(|packed| packed.len() < bytes.len())
}

#[cfg(test)]
#[path = "../../tests/unit/sealing/envelope.rs"]
mod tests;
