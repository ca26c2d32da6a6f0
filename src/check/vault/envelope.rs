//! One sealed file, looked at from outside.

use crate::register::{Content, Id, Register, RegisterError};
use crate::rules::history::g756::Unsealed;
use crate::sealing::{Envelope, NoEnvelope};

/// For how many a file of at most `most` bytes is sealed, and of which size it is; or why it is no sealed file.
pub(super) fn envelope(register: &Register, file: Id, most: u64) -> Result<Result<Envelope, Unsealed>, RegisterError> {
    let Content::Bytes(bytes) = register.sealed_bytes(file, most)? else {
        return Ok(Err(Unsealed::TooLarge(most)));
    };
    Ok(Envelope::of(&bytes).map_err(|why| match why {
        NoEnvelope::Header => Unsealed::NoAge,
        NoEnvelope::Passphrase => Unsealed::Passphrase,
        NoEnvelope::Stanza => Unsealed::OtherKey,
        NoEnvelope::Payload | NoEnvelope::Plain => Unsealed::Plain,
    }))
}

/// What is wrong with a piece: it is for the key of the case alone, and its size says little.
pub(super) fn piece(register: &Register, file: Id, most: u64) -> Result<Option<Unsealed>, RegisterError> {
    Ok(match envelope(register, file, most)? {
        Err(why) => Some(why),
        Ok(envelope) if envelope.recipients != 1 => Some(Unsealed::Several(envelope.recipients)),
        Ok(envelope) if !envelope.is_of_a_class() => Some(Unsealed::Size),
        Ok(_) => None,
    })
}
