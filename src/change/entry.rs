//! One entry of a log as a text that is the same for the same content.

/// An entry of a log, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Its content, keys sorted: equal for two entries that say the same, however they are written.
    pub text: String,
    /// Its place in its log, from 0.
    pub index: usize,
}
