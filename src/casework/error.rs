//! Why the desk could not do what was asked.

use std::io;
use std::path::Path;

use crate::diagnostics::{Text, text};
use crate::register::RegisterError;

/// Why something was not done; nothing was written.
#[derive(Debug)]
pub enum CaseworkError {
    /// The register cannot be read.
    Register(RegisterError),
    /// What was asked for is not there, or cannot be: the words and the way out.
    Asked(Text, Text),
    /// A file cannot be read or written.
    File(Text, Text),
}

impl From<RegisterError> for CaseworkError {
    fn from(error: RegisterError) -> Self {
        Self::Register(error)
    }
}

impl CaseworkError {
    /// A file could not be written.
    pub(super) fn write(path: &Path, error: &io::Error) -> Self {
        let (shown, kind) = (path.display(), error.kind());
        Self::File(
            text!("kan {shown} niet schrijven: {kind}", "cannot write {shown}: {kind}"),
            text!(
                "er is niets veranderd; is de schijf vol, of mag u hier niet schrijven?",
                "nothing was changed; is the disk full, or may you not write here?"
            ),
        )
    }
}
