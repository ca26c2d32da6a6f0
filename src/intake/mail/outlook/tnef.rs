//! `winmail.dat` (MS-OXTNEF): what Outlook wraps a message in that it sends to other programs.

use super::item::{Attached, Item, Properties, Value, in_code_page, in_utf16, moment};

/// How deep messages stand within messages that are read.
const DEEP: usize = 4;
/// How many attachments.
const MOST: usize = 500;

/// Reads a file; nothing when it is none. What stands behind a broken place is left.
pub(super) fn read(bytes: &[u8], depth: usize) -> Option<Item> {
    let mut bytes = Bytes(bytes);
    (bytes.number(4)? == 0x223e_9f78).then_some(())?;
    bytes.number(2)?;
    let mut item = Item::default();
    let mut page = 1252;
    while let Some((attribute, data)) = attribute(&mut bytes) {
        let text = || Value::Text(in_code_page(data, page));
        if attribute == 0x0006_9002 && item.attachments.len() < MOST {
            item.attachments.push(Attached::default());
        }
        let attached = item.attachments.last_mut();
        match attribute {
            0x0006_9007 => page = i64::try_from(Bytes(data).number(4).unwrap_or_default()).unwrap_or_default(),
            0x0001_8004 => _ = item.properties.entry(0x0037).or_insert_with(text),
            0x0002_800c => _ = item.properties.entry(0x1000).or_insert_with(text),
            0x0006_9003 => item.properties.extend(properties(data, page, depth).0),
            0x0001_8010 => _ = attached.map(|a| a.properties.entry(0x3001).or_insert_with(text)),
            0x0006_800f => _ = attached.map(|a| a.properties.insert(0x3701, Value::Bytes(data.to_vec()))),
            0x0006_9005 => {
                if let Some(attached) = attached {
                    let (found, message) = properties(data, page, depth);
                    attached.properties.extend(found);
                    attached.message = message;
                }
            }
            _ => {}
        }
    }
    Some(item)
}

/// The next attribute and its bytes.
fn attribute<'b>(bytes: &mut Bytes<'b>) -> Option<(u64, &'b [u8])> {
    bytes.number(1)?;
    let attribute = bytes.number(4)?;
    let length = usize::try_from(bytes.number(4)?).ok()?;
    let data = bytes.take(length)?;
    // The checksum says nothing that the message does not.
    bytes.number(2);
    Some((attribute, data))
}

/// Properties, and the message that is one of them.
fn properties(data: &[u8], page: i64, depth: usize) -> (Properties, Option<Item>) {
    let (mut found, mut message) = (Properties::new(), None);
    let mut bytes = Bytes(data);
    let count = bytes.number(4).unwrap_or_default();
    for _ in 0..count {
        let Some((kind, number, values)) = property(&mut bytes) else { break };
        let Some(first) = values.first().copied() else { continue };
        let whole = || Bytes(first).number(first.len().min(8)).unwrap_or_default();
        let value = match kind & 0x0fff {
            0x0003 => Some(Value::Number(i64::try_from(whole()).unwrap_or_default())),
            0x0040 => moment(whole()).map(Value::Time),
            0x001f => Some(Value::Text(in_utf16(first))),
            0x001e => Some(Value::Text(in_code_page(first, page))),
            0x0102 => Some(Value::Bytes(first.to_vec())),
            0x000d => {
                // Which kind of object stands before it.
                let inner = first.get(16..).unwrap_or_default();
                if depth < DEEP {
                    message = read(inner, depth + 1);
                }
                Some(Value::Bytes(inner.to_vec()))
            }
            _ => None,
        };
        if let Some(value) = value {
            found.insert(number, value);
        }
    }
    (found, message)
}

/// The kind, the number and the values of a property.
fn property<'b>(bytes: &mut Bytes<'b>) -> Option<(u64, u16, Vec<&'b [u8]>)> {
    let kind = bytes.number(2)?;
    let number = u16::try_from(bytes.number(2)?).ok()?;
    if number >= 0x8000 {
        bytes.take(16)?;
        if bytes.number(4)? == 0 {
            bytes.number(4)?;
        } else {
            let length = usize::try_from(bytes.number(4)?).ok()?;
            bytes.padded(length)?;
        }
    }
    let several = kind & 0x1000 != 0;
    let fixed = match kind & 0x0fff {
        0x0002 | 0x0003 | 0x0004 | 0x000a | 0x000b => Some(4),
        0x0005 | 0x0006 | 0x0007 | 0x0014 | 0x0040 => Some(8),
        0x0048 => Some(16),
        0x000d | 0x001e | 0x001f | 0x0102 => None,
        _ => return None,
    };
    let count = if several || fixed.is_none() { bytes.number(4)? } else { 1 };
    let mut values = Vec::new();
    for _ in 0..count {
        let value = match fixed {
            Some(length) => bytes.take(length)?,
            None => {
                let length = usize::try_from(bytes.number(4)?).ok()?;
                bytes.padded(length)?
            }
        };
        values.push(value);
    }
    Some((kind, number, values))
}

/// Bytes that are read from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// With what fills it up to a multiple of four.
    fn padded(&mut self, count: usize) -> Option<&'b [u8]> {
        let taken = self.take(count)?;
        let fill = (4 - count % 4) % 4;
        self.0 = self.0.get(fill..).unwrap_or_default();
        Some(taken)
    }

    fn number(&mut self, count: usize) -> Option<u64> {
        let taken = self.take(count)?;
        Some(taken.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }
}
