//! The name of an object: 20 bytes (SHA-1) or 32 bytes (SHA-256), independent of the engine that reads it.

use std::fmt;

/// An object id. Small, copied freely, ordered by its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    bytes: [u8; 32],
    length: u8,
}

impl Id {
    /// From raw bytes: 20 or 32 of them, otherwise `None`.
    #[must_use]
    pub fn from_bytes(raw: &[u8]) -> Option<Self> {
        if raw.len() != 20 && raw.len() != 32 {
            return None;
        }
        let mut bytes = [0; 32];
        bytes[..raw.len()].copy_from_slice(raw);
        Some(Self { bytes, length: if raw.len() == 20 { 20 } else { 32 } })
    }

    /// From 40 or 64 hexadecimal digits in lower case, otherwise `None`.
    #[must_use]
    pub fn from_hex(hex: &[u8]) -> Option<Self> {
        if hex.len() != 40 && hex.len() != 64 {
            return None;
        }
        let mut raw = [0; 32];
        for (place, pair) in raw.iter_mut().zip(hex.chunks_exact(2)) {
            *place = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Self::from_bytes(&raw[..hex.len() / 2])
    }

    /// The raw bytes: 20 or 32.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    /// Whether this is the id that git writes for "nothing": all zeros.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.bytes == [0; 32]
    }
}

/// The value of one hexadecimal digit in lower case, as git writes them.
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_both_lengths() {
        for length in [40, 64] {
            let hex = "0123456789abcdef".repeat(4)[..length].to_string();
            assert_eq!(Id::from_hex(hex.as_bytes()).unwrap().to_string(), hex);
        }
        assert_eq!(Id::from_hex(b"abc"), None);
        assert_eq!(Id::from_hex("G".repeat(40).as_bytes()), None);
    }

    #[test]
    fn knows_the_zero_id_of_both_formats() {
        assert!(Id::from_hex("0".repeat(40).as_bytes()).unwrap().is_zero());
        assert!(Id::from_hex("0".repeat(64).as_bytes()).unwrap().is_zero());
        assert!(!Id::from_hex("1".repeat(40).as_bytes()).unwrap().is_zero());
    }
}
