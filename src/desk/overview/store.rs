//! The overview kept in git's own folder, so that cases that did not change are not read again. It is only ever a help: what
//! is stale, damaged or of another program is built anew, and where nothing can be written there is none.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::legend::Legend;
use super::row::Row;
use crate::register::{Moment, Stamp};

/// The name of the file; the number goes up when its form changes.
const NAME: &str = "klacht-overview-2";
/// The coarsest grain of time that file systems keep, in seconds (FAT). A file that changed so shortly before it was read may
/// change once more without a trace, and so is not kept.
const GRAIN: i64 = 2;
/// How long the key is.
const DIGEST: usize = 32;
/// How long the sum is that tells a damaged file. Who can forge it can also write the cases.
const SUM: usize = 4;

/// What is kept.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Of everything but the cases that the rows rest on.
    pub key: [u8; DIGEST],
    /// What the rows name.
    pub legend: Legend,
    /// One for each file that was read, sorted by path.
    pub entries: Vec<Entry>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its path.
    pub path: String,
    /// Its stamp before it was read.
    pub stamp: Stamp,
    /// Its row; nothing when it cannot be read.
    pub row: Option<Row>,
}

impl Entry {
    /// The row with its path, when the file could be read.
    pub fn into_row(self) -> Option<Row> {
        self.row.map(|row| Row { path: self.path, ..row })
    }

    /// Whether the file cannot have changed since without showing it, when the reading began at `began`.
    pub fn settled(&self, began: Moment) -> bool {
        let (seconds, nanoseconds) = self.stamp.latest();
        (seconds.saturating_add(GRAIN), nanoseconds) < began
    }
}

/// The place where it is kept, opened before the files are looked at: its own time is the file system's, and says when.
pub(super) struct Place {
    target: PathBuf,
    file: NamedTempFile,
    /// When the reading began, by the clock of the file system.
    pub began: Moment,
}

impl Place {
    /// Makes ready to write beside what is kept; nothing when nothing can be written there.
    pub fn prepare(folder: &Path) -> Option<Self> {
        let file = tempfile::Builder::new().prefix("klacht-overview-").suffix(".tmp").tempfile_in(folder).ok()?;
        let began = Stamp::of(&file.as_file().metadata().ok()?).latest();
        Some(Self { target: folder.join(NAME), file, began })
    }

    /// Puts `kept` in the place of what was there. A failure leaves what was there, which is as good.
    pub fn keep(mut self, kept: &Kept) {
        let Ok(bytes) = postcard::to_stdvec(kept) else { return };
        let written =
            self.file.write_all(&crc32fast::hash(&bytes).to_le_bytes()).and_then(|()| self.file.write_all(&bytes));
        if written.is_ok() {
            // Nothing to do when it fails: the next run reads what this one read.
            let _ = self.file.persist(&self.target);
        }
    }
}

/// What is kept for `key`; nothing when it is not there, is damaged, or rests on something else.
pub(super) fn kept(folder: &Path, key: &[u8; DIGEST]) -> Option<Kept> {
    // The key comes first, so that what is stale need not be unpacked.
    unpacked(folder, |rest| rest.starts_with(key))
}

/// What is kept, whatever it rests on.
pub(super) fn kept_by_any(folder: &Path) -> Option<Kept> {
    unpacked(folder, |_| true)
}

fn unpacked(folder: &Path, wanted: impl Fn(&[u8]) -> bool) -> Option<Kept> {
    let bytes = fs::read(folder.join(NAME)).ok()?;
    let (sum, rest) = bytes.split_at_checked(SUM)?;
    let sound = wanted(rest) && crc32fast::hash(rest).to_le_bytes() == sum;
    sound.then(|| postcard::from_bytes(rest).ok()).flatten()
}
