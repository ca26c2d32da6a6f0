//! What tells that a file on disk is still the one that was read: cheaper than reading it again.

use std::fs::Metadata;

use serde::{Deserialize, Serialize};

use super::fault::Fault;

/// Seconds and nanoseconds since 1970.
pub type Moment = (i64, u32);

/// Size, times and number of a file, as git's own index keeps them. Two files of one path and the same stamp hold the same
/// bytes, unless the second was written within the grain of the clock after the first was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    modified: Moment,
    /// When anything about it changed, its times included; the time above again where the system does not know.
    changed: Moment,
    /// 0 where the system knows none.
    inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    #[must_use]
    pub fn of(about: &Metadata) -> Self {
        let modified = about.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified =
            modified.map_or((0, 0), |since| (i64::try_from(since.as_secs()).unwrap_or(i64::MAX), since.subsec_nanos()));
        let (changed, inode) = more(about).unwrap_or((modified, 0));
        Self { size: about.len(), modified, changed, inode }
    }

    /// The stamp of nothing: no file has it.
    #[must_use]
    pub fn none() -> Self {
        Self { size: u64::MAX, modified: (i64::MAX, 0), changed: (i64::MAX, 0), inode: 0 }
    }

    /// The last moment at which the file changed, as far as its times tell.
    #[must_use]
    pub fn latest(&self) -> Moment {
        self.modified.max(self.changed)
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere there is nothing more")]
fn more(about: &Metadata) -> Option<(Moment, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some(((about.ctime(), u32::try_from(about.ctime_nsec()).unwrap_or(0)), about.ino()))
}

#[cfg(not(unix))]
fn more(_: &Metadata) -> Option<(Moment, u64)> {
    None
}

/// The files of a folder with their stamps, sorted by path, and what is not a proper file.
#[derive(Debug, Clone, Default)]
pub struct Stamped {
    /// Path in the register and stamp; no stamp when the file vanished or cannot be looked at.
    pub files: Vec<(String, Option<Stamp>)>,
    /// What is not a proper file.
    pub faults: Vec<Fault>,
}
