//! What runs a scenario: a small register in a folder of its own, judged by the library.

pub mod base;
pub mod change;
pub mod history;
pub mod register;
pub mod scenario;

use std::path::PathBuf;

/// The five regulations of the bundled register.
pub const REGULATIONS: [&str; 5] = ["cmm", "square-mile", "cbmk", "interactie", "academie"];

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
