//! Words sealed to those who may read them, and opened again: age files that the stock `age` program opens too. Knows keys, pieces
//! and lists of who may read; no git, no file, no clock. All cryptography is the library's.
//!
//! - `identity`: the key of a person, and a passphrase over it. - `case_key`: the key of a case, wrapped to persons.
//! - `piece`: what is sealed, padded to a size that says little. - `access`: who may read a case, and who ever could.
//! - `any_bytes`: whatever somebody may push, read as all of these.
//! - `split`: a key for the safe that two of three cards open. - `envelope`: what anybody sees of a sealed file without a key.

mod access;
mod any_bytes;
mod case_key;
mod envelope;
mod identity;
mod padding;
mod piece;
mod split;

pub use any_bytes::read_as_any;

pub(crate) use access::{Access, SealId};
pub(crate) use case_key::CaseKey;
pub(crate) use envelope::{Envelope, NoEnvelope};
pub(crate) use identity::{Identity, NotOpened, Recipient, lock, unlock};
pub(crate) use piece::{File, Piece, PieceId, PieceKind, Sent};
pub(crate) use split::Split;
