//! Sizes that say little: 1, 4, 16 and 64 KiB, above that the next eighth of a power of two.

use zeroize::Zeroizing;

/// Bytes before the content, in which its length stands.
const LENGTH: usize = 8;
/// The small classes.
const SMALL: [usize; 4] = [1 << 10, 1 << 12, 1 << 14, 1 << 16];

/// The class of a size, in bytes: the smallest that holds it.
pub(super) fn class_of(size: usize) -> usize {
    match SMALL.iter().find(|class| size <= **class) {
        Some(class) => *class,
        None => size.next_multiple_of(1 << (size.ilog2() - 3)),
    }
}

/// The content behind its length, with noughts up to its class.
pub(super) fn padded(content: &[u8]) -> Zeroizing<Vec<u8>> {
    let class = class_of(content.len() + LENGTH);
    let mut bytes = Zeroizing::new(Vec::with_capacity(class));
    bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
    bytes.extend_from_slice(content);
    bytes.resize(class, 0);
    bytes
}

/// The content of what was padded.
pub(super) fn content(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_first_chunk::<LENGTH>()?;
    rest.get(..usize::try_from(u64::from_be_bytes(*length)).ok()?)
}
