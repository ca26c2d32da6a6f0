//! `.msg`: a file of files (MS-CFB), one a property (MS-OXMSG).

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use cfb::CompoundFile;

use super::item::{Attached, Item, Properties, Value, in_code_page, in_utf16, moment};

/// How deep messages stand within messages that are read.
const DEEP: usize = 4;
/// How many attachments, and how many recipients.
const MOST: usize = 500;

type File<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// Reads a file; nothing when it is none.
pub(super) fn read(bytes: &[u8]) -> Option<Item> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    item(&mut file, Path::new("/"), 32, 0)
}

/// The message in a folder; `skip` is how long the head of its properties is.
fn item(file: &mut File<'_>, folder: &Path, skip: usize, depth: usize) -> Option<Item> {
    let mut item = Item { properties: properties(file, folder, skip)?, ..Item::default() };
    let entries = file.read_storage(folder).ok()?;
    let folders: Vec<PathBuf> =
        entries.filter(cfb::Entry::is_storage).map(|e| e.path().to_path_buf()).take(2 * MOST).collect();
    for inner in folders {
        let name = inner.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with("__recip_version1.0_") {
            let found = properties(file, &inner, 8).unwrap_or_default();
            let address = [0x39fe, 0x3003].iter().find_map(|number| match found.get(number)? {
                Value::Text(text) if text.contains('@') => Some(text.clone()),
                _ => None,
            });
            item.recipients.extend(address);
        } else if name.starts_with("__attach_version1.0_") && item.attachments.len() < MOST {
            let message = inner.join("__substg1.0_3701000D");
            let inside = file.is_storage(&message) && depth < DEEP;
            let message = if inside { self::item(file, &message, 24, depth + 1) } else { None };
            item.attachments.push(Attached { properties: properties(file, &inner, 8).unwrap_or_default(), message });
        }
    }
    Some(item)
}

fn stream(file: &mut File<'_>, path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = crate::intake::LIMIT;
    file.open_stream(path).ok()?.take(limit).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The properties in a folder: short values in a list, long ones in a file each.
fn properties(file: &mut File<'_>, folder: &Path, skip: usize) -> Option<Properties> {
    let list = stream(file, &folder.join("__properties_version1.0"))?;
    let entries: Vec<(u16, u16, [u8; 8])> = list
        .get(skip..)?
        .chunks_exact(16)
        .filter_map(|entry| {
            let kind = u16::from_le_bytes(entry.get(..2)?.try_into().ok()?);
            let number = u16::from_le_bytes(entry.get(2..4)?.try_into().ok()?);
            Some((kind, number, entry.get(8..16)?.try_into().ok()?))
        })
        .collect();
    let whole = |value: &[u8; 8]| u64::from_le_bytes(*value);
    let page = entries.iter().find(|(_, number, _)| *number == 0x3ffd).map_or(0, |(.., value)| whole(value));
    let page = i64::try_from(page & 0xffff_ffff).unwrap_or_default();
    let mut found = Properties::new();
    for (kind, number, value) in entries {
        let long = || folder.join(format!("__substg1.0_{number:04X}{kind:04X}"));
        let value = match kind {
            0x0003 => Some(Value::Number(i64::try_from(whole(&value) & 0xffff_ffff).unwrap_or_default())),
            0x0040 => moment(whole(&value)).map(Value::Time),
            0x001f => stream(file, &long()).map(|bytes| Value::Text(in_utf16(&bytes))),
            0x001e => stream(file, &long()).map(|bytes| Value::Text(in_code_page(&bytes, page))),
            0x0102 => stream(file, &long()).map(Value::Bytes),
            _ => None,
        };
        if let Some(value) = value {
            found.insert(number, value);
        }
    }
    Some(found)
}
