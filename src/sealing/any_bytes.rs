//! Whatever somebody may put under a case: anybody may push there, and anybody may seal. For fuzzing.

use std::fmt::Display;
use std::str::FromStr;

use super::{Access, CaseKey, Envelope, Identity, Piece, PieceId, Recipient, SealId, padding};

/// Reads bytes as each thing that a vault holds: a list of readers, names, recipients, a sealed file, a wrapped key, what is inside
/// of a piece. Whether all that could be read is written again as it was.
#[must_use]
pub fn read_as_any(bytes: &[u8]) -> bool {
    let key = [Identity::generate()];
    // Opened by nobody here; that it ends is what is asked.
    let _ = (CaseKey::unwrapped(bytes, &key).is_ok(), Envelope::of(bytes).is_ok_and(Envelope::is_of_a_class));
    let inside = padding::content(bytes).unwrap_or(bytes);
    let piece = Piece::read(inside).is_none_or(|piece| {
        let again = piece.written().and_then(|written| Piece::read(&written));
        again.is_some_and(|again| again == piece)
    });
    let Ok(text) = std::str::from_utf8(bytes) else { return piece };
    let list = Access::read(text).is_none_or(|access| access.written() == text);
    let _ = text.lines().filter(|line| line.parse::<Recipient>().is_ok()).count();
    piece && list && text.lines().all(|line| is_itself::<SealId>(line) && is_itself::<PieceId>(line))
}

fn is_itself<T: FromStr + Display>(text: &str) -> bool {
    text.parse::<T>().map_or(true, |read| read.to_string() == text)
}

#[cfg(test)]
#[path = "../../tests/unit/sealing/any_bytes.rs"]
mod tests;
