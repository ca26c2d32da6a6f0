//! One case file: its id, its front matter, its log. What the steps mean is the regulation's to say, not known here.

mod checks;
mod file;
mod front_matter;
mod id;
mod read;

pub use checks::STUB;
pub use file::{
    Accepted, Attestation, Case, DataValue, Datum, Destroyed, Intake, LegalHold, LogEntry, Party, Position, Sealed,
};
pub use front_matter::{FrontMatter, decode, split};
pub use id::{CaseId, IdError};
pub use read::{read, read_bytes};

#[cfg(test)]
#[path = "../../tests/unit/case/tests.rs"]
mod tests;
