//! The overview kept in git's own folder, so that cases that did not change are not read again. It is only ever a help: what
//! is stale, damaged or of another program is built anew, and where nothing can be written there is none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::casework::case_index::labels::Labels;
use crate::register::{Moment, Stamp};

/// How the names of our files there begin.
const STEM: &str = "klacht-overview-";
/// The name of the file in git's own folder; the number goes up when its form changes.
pub const KEPT: &str = "klacht-overview-4";
/// The coarsest grain of time that file systems keep, in seconds (FAT). A file that changed so shortly before it was read may
/// change once more without a trace, and so is not kept.
const GRAIN: i64 = 2;
/// How long the key is.
pub(crate) const DIGEST: usize = 32;
/// How long the sum is that tells a damaged file. Who can forge it can also write the cases.
const SUM: usize = 4;
/// After so long nobody is still writing it.
const LEFT_BEHIND: Duration = Duration::from_hours(24);

/// A file that was read.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its stamp before it was read; that of nothing when it may have changed since without showing it.
    pub stamp: Stamp,
    /// Its row, packed; nothing when it cannot be read.
    #[serde(borrow)]
    pub row: Option<&'a [u8]>,
}

/// All that is kept, in one piece of memory: the sum, the key of what it rests on, the legend, the entries in the order of
/// their paths. Rows point into it.
#[derive(Debug, Clone)]
pub(crate) struct Packed(Vec<u8>);

impl Packed {
    /// Packs what was seen.
    pub fn new(key: &[u8; DIGEST], labels: &Labels, entries: &[Entry<'_>]) -> Option<Self> {
        let mut packed = Self(postcard::to_extend(&(key, labels, entries), vec![0; SUM]).ok()?);
        let sum = packed.sum();
        packed.0.iter_mut().zip(sum).for_each(|(byte, new)| *byte = new);
        Some(packed)
    }

    fn sum(&self) -> [u8; SUM] {
        crc32fast::hash(self.0.get(SUM..).unwrap_or_default()).to_le_bytes()
    }

    /// The key of what it rests on.
    pub fn key(&self) -> &[u8] {
        self.0.get(SUM..SUM + DIGEST).unwrap_or_default()
    }

    /// The legend and the entries; nothing when another program packed it otherwise.
    pub fn unpacked(&self) -> Option<(Labels, Vec<Entry<'_>>)> {
        postcard::from_bytes(self.0.get(SUM + DIGEST..)?).ok()
    }
}

/// The place where it is kept, opened before the files are looked at: its own time is the file system's, and says when.
pub(crate) struct Place {
    target: PathBuf,
    file: NamedTempFile,
    /// When the reading began, by the clock of the file system.
    began: Moment,
}

impl Place {
    /// Makes ready to write beside what is kept; nothing when nothing can be written there.
    pub fn prepare(folder: &Path) -> Option<Self> {
        let file = tempfile::Builder::new().prefix(STEM).suffix(".tmp").tempfile_in(folder).ok()?;
        let began = Stamp::of(&file.as_file().metadata().ok()?).latest();
        Some(Self { target: folder.join(KEPT), file, began })
    }

    /// The stamp to keep of a file: that of nothing when the file may have changed after the reading began without showing it.
    pub fn settled(&self, stamp: Stamp) -> Stamp {
        let (seconds, nanoseconds) = stamp.latest();
        if (seconds.saturating_add(GRAIN), nanoseconds) < self.began { stamp } else { Stamp::none() }
    }

    /// Puts `packed` in the place of what was there. A failure leaves what was there, which is as good.
    pub fn keep(mut self, packed: &Packed) {
        if self.file.write_all(&packed.0).is_ok() {
            // Nothing to do when either fails: the next run reads what this one read, and sweeps.
            let _ = self.file.persist(&self.target);
            let _ = sweep(&self.target);
        }
    }
}

/// Takes away what earlier runs left behind: a form that is no longer written, a half file of a run that was killed.
fn sweep(target: &Path) -> io::Result<()> {
    // What was just written says what time it is for the file system.
    let now = fs::metadata(target)?.modified()?;
    for entry in fs::read_dir(target.parent().unwrap_or(target))? {
        let entry = entry?;
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(STEM)) && entry.path() != target;
        let age = entry.metadata()?.modified()?;
        if ours && now.duration_since(age).is_ok_and(|age| age > LEFT_BEHIND) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// What is kept, whatever it rests on; nothing when it is not there or is damaged.
pub(crate) fn kept(folder: &Path) -> Option<Packed> {
    let packed = Packed(fs::read(folder.join(KEPT)).ok()?);
    let sound = packed.0.len() >= SUM + DIGEST && packed.0.starts_with(&packed.sum());
    sound.then_some(packed)
}
