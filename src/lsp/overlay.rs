//! The files on disk, with what stands in the editor in the place of what was last saved.

use std::collections::BTreeMap;

use crate::register::{Content, DEFAULT_LIMIT, File, Listing, RegisterError, Snapshot, WorkTree};

/// Texts by path in the register.
pub type Texts = BTreeMap<String, String>;

/// Files as the editor has them.
pub struct Overlay<'a> {
    /// What is on disk.
    pub disk: &'a WorkTree,
    /// What is open.
    pub texts: &'a Texts,
}

impl Snapshot for Overlay<'_> {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        let mut listing = self.disk.list(folder)?;
        let below = |path: &str| path.strip_prefix(folder.trim_end_matches('/')).is_some_and(|r| r.starts_with('/'));
        for path in self.texts.keys().filter(|path| below(path)) {
            if !listing.files.iter().any(|f| f.path == *path) {
                listing.files.push(File { path: path.clone(), id: None });
            }
        }
        listing.files.sort_unstable();
        Ok(listing)
    }

    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError> {
        match self.texts.get(path) {
            Some(text) if text.len() as u64 > DEFAULT_LIMIT => Ok(Some(Content::TooLarge(text.len() as u64))),
            Some(text) => Ok(Some(Content::Bytes(text.clone().into_bytes()))),
            None => self.disk.read(path),
        }
    }
}

#[cfg(test)]
#[path = "../../tests/unit/lsp/overlay.rs"]
mod tests;
