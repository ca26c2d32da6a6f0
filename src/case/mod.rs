//! One case file: its id, its front matter, its log. What the steps mean is the regulation's to say, not known here.

mod file;
mod front_matter;
mod id;
mod read;
mod table;

pub use file::{
    Accepted, Attestation, Case, DataValue, Datum, Destroyed, Intake, LegalHold, LogEntry, Party, Position, Sealed,
};
pub use front_matter::{FrontMatter, decode, split};
pub use id::{CaseId, IdError};
pub use read::{read, read_bytes};
pub use table::{CASE, ENTRY, POSITIONS, STUB};

#[cfg(test)]
mod tests;
