//! What the rows rest on besides the cases themselves.

use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::paths;
use crate::register::{Content, RegisterError, Snapshot, WorkTree};

/// A digest of the policy, its people, the yearbooks, the settings and this program.
pub(super) fn key(files: &WorkTree, yearbooks: &[&str]) -> Result<[u8; 32], RegisterError> {
    let mut digest = Sha256::new();
    digest.update(program());
    let listing = files.list(paths::POLICY)?;
    let policy = listing.files.iter().map(|file| file.path.as_str());
    for path in policy.chain([paths::SETTINGS]).chain(yearbooks.iter().copied()) {
        let content = match files.read(path)? {
            Some(Content::Bytes(bytes)) => bytes,
            other => format!("{other:?}").into_bytes(),
        };
        // Lengths keep one file's end apart from the next one's beginning.
        digest.update(format!("{}:{path}:{}:", path.len(), content.len()));
        digest.update(content);
    }
    Ok(digest.finalize().into())
}

/// This program, to the build: another build may see a case differently.
fn program() -> String {
    let about = std::env::current_exe().and_then(|path| path.metadata());
    let made = about.as_ref().ok().and_then(|a| a.modified().ok()).and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    let size = about.map(|a| a.len()).unwrap_or_default();
    format!("{} {size} {:?}", env!("CARGO_PKG_VERSION"), made.unwrap_or_default())
}
