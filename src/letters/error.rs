//! Why a letter was not written.

use crate::diagnostics::Text;
use crate::site::SiteFault;

/// Why there is no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterError {
    /// What the letter must say is not in the case: what is missing, and what to do first.
    NotNow(Text, Text),
    /// A template is wrong.
    Template(Vec<SiteFault>),
}

/// A refusal with what to do first.
pub(super) fn refused<T>(message: Text, remedy: Text) -> Result<T, LetterError> {
    Err(LetterError::NotNow(message, remedy))
}
