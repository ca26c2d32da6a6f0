//! That nothing sealed is left to which no living case leads: every object is unpacked and looked at, also those that nothing names.

use super::error::VaultError;
use super::records::Vault;
use crate::register::{Inspected, ObjectKind, Register, is_stored};
use crate::sealing::{Access, PieceId, Recipient};

/// How every sealed file begins.
const SEALED: &[u8] = b"age-encryption.org/v1\n";
/// Below which references a repository keeps what lives.
const LIVING: [&str; 2] = ["refs/klacht/key/", "refs/klacht/part/"];
/// A list of readers and a recipient are short; what is longer, in bytes, is neither.
const SHORT: usize = 64 * 1024;

/// What was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Proof {
    /// How many objects were unpacked.
    pub objects: usize,
    /// How many of them are of what is sealed of cases that live. Where there are such cases, it proves that the look sees.
    pub living: usize,
    /// How many are of what is sealed, and of no case that lives.
    pub strays: usize,
    /// Whether all that lives was met.
    pub whole: bool,
}

impl Proof {
    /// Whether nothing is left of any case that does not live.
    pub(crate) fn holds(self) -> bool {
        self.strays == 0 && self.whole
    }

    /// Of a repository in which cases stand beside other things, such as that of a server.
    pub(crate) fn of(register: &Register) -> Result<Self, VaultError> {
        Ok(register.inspect(&LIVING, &is_sealed)?.into())
    }
}

impl From<Inspected> for Proof {
    fn from(seen: Inspected) -> Self {
        Self { objects: seen.objects, living: seen.living, strays: seen.strays, whole: seen.missed == 0 }
    }
}

impl Vault {
    /// Of what is kept here.
    pub(crate) fn proof(&self) -> Result<Proof, VaultError> {
        Ok(self.store.inspect(&is_sealed)?.into())
    }
}

/// Whether an object is one of those that a case is sealed in.
fn is_sealed(kind: ObjectKind, bytes: &[u8]) -> bool {
    match kind {
        ObjectKind::Commit => is_stored(bytes),
        ObjectKind::Tree => bytes.split(|byte| *byte == 0).any(|part| {
            let name = part.rsplit(|byte| *byte == b' ').next().and_then(|name| std::str::from_utf8(name).ok());
            name.is_some_and(|name| name == "key.age" || PieceId::of_file(name).is_some())
        }),
        ObjectKind::Blob if bytes.starts_with(SEALED) => true,
        ObjectKind::Blob => {
            let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= SHORT && !text.is_empty());
            text.is_some_and(|text| Access::read(text).is_some() || text.trim_end().parse::<Recipient>().is_ok())
        }
        ObjectKind::Tag => false,
    }
}
