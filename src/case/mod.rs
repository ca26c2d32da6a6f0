//! One case file: its id, its front matter, its log. What the steps mean is the regulation's to say, not known here.

mod checks;
mod file;
mod front_matter;
mod id;
mod read;

pub(crate) use checks::STUB;
pub use file::{Attestation, Case, DataValue, Destroyed, LogEntry, Party, Position};
pub(crate) use file::{Datum, Intake, LegalHold, Sealed, SealedPiece};
pub use front_matter::{decode, split};
pub use id::CaseId;
pub use read::{read, read_bytes};

#[cfg(test)]
#[path = "../../tests/unit/case/tests.rs"]
mod tests;
