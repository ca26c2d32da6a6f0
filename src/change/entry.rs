//! One entry of a log as a text that is the same for the same content.

use std::fmt::Write;

/// An entry of a log, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// Its content, keys sorted: equal for two entries that say the same, however they are written.
    pub text: String,
    /// Its place in its log, from 0.
    pub index: usize,
}

impl EntryKey {
    /// An entry from its keys and its values, in any order. The lengths are part of the text, so that no value can pass for a
    /// key and a value.
    pub fn of<'a>(index: usize, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        pairs.sort_unstable();
        let mut text = String::new();
        for (key, value) in pairs {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}:{key} {}:{value}", key.len(), value.len());
        }
        Self { text, index }
    }

    /// A log from the texts of its entries, in order.
    pub fn log<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<Self> {
        texts.into_iter().enumerate().map(|(index, text)| Self { text: text.into(), index }).collect()
    }
}
