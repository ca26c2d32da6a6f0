//! SHA-256 in hexadecimal digits: how files, blocks and pieces are named by what is in them.

use sha2::{Digest, Sha256};

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
#[must_use]
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write;

    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
