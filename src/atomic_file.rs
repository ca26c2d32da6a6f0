//! Files and folders that are not whole yet: begun under a name of their own and renamed when they are, so that whoever reads sees
//! the old one or the new one.

use std::fs::{self, FileType, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

/// Beginning and end of the name of a file or folder that is not yet in its place.
const HALF: (&str, &str) = (".klacht-", ".tmp");

/// How often a file may be swept in the moment between its making and its locking before that is taken for a fault.
const TRIES: u32 = 16;

/// Begins a file that is renamed when it is whole; for its maker alone. A program that is killed leaves it under a name by
/// which [`sweep`] knows it.
pub(crate) fn file(folder: &Path) -> io::Result<NamedTempFile> {
    locked(&Builder::new(), folder)
}

/// The same for a file that is for whom the machine lets read new files.
pub(crate) fn shared(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    locked(&builder, folder)
}

/// Puts bytes at a path, for their maker alone: beside, then in its place. Its folder is made where there is none.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut half = file(folder)?;
    half.write_all(bytes)?;
    half.as_file().sync_all()?;
    half.persist(path).map(drop).map_err(|error| error.error)
}

/// The same for a folder. Nothing tells whether its maker lives: its caller holds a lock.
pub(crate) fn folder(folder: &Path) -> io::Result<TempDir> {
    Builder::new().prefix(HALF.0).suffix(HALF.1).tempdir_in(folder)
}

/// A file that its maker holds the lock of, until it is in its place or gone: that is how [`sweep_files`] knows that its maker
/// lives. The system gives the lock back when a program is killed, at once and on any clock; age would say less, for a writer
/// may be slow, or its machine asleep.
fn locked(builder: &Builder, folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = builder.clone();
    builder.prefix(HALF.0).suffix(HALF.1);
    for _ in 0..TRIES {
        let file = builder.tempfile_in(folder)?;
        match file.as_file().try_lock() {
            // Whoever sweeps removes while it holds the lock: what is there now stays there.
            Ok(()) if file.path().exists() => return Ok(file),
            // A disk without locks: nobody else gets this one either, and nothing is swept there.
            Err(TryLockError::Error(_)) => return Ok(file),
            Ok(()) | Err(TryLockError::WouldBlock) => {}
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Removes what a program that was killed left half done in a folder. The caller is the only one that begins folders there.
pub(crate) fn sweep(folder: &Path) {
    for (path, kind) in halves(folder) {
        if kind.is_dir() {
            // What cannot be removed now can be later; it is in nobody's way.
            let _ = fs::remove_dir_all(path);
        } else if kind.is_file() {
            abandon(&path);
        }
    }
}

/// Removes the files that a program that was killed left half done in a folder where anybody may be writing: only those of
/// which the maker lives no more.
pub(crate) fn sweep_files(folder: &Path) {
    for (path, _) in halves(folder).into_iter().filter(|(_, kind)| kind.is_file()) {
        abandon(&path);
    }
}

fn halves(folder: &Path) -> Vec<(PathBuf, FileType)> {
    let half = |name: &str| name.starts_with(HALF.0) && name.ends_with(HALF.1);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let found = entries.filter(|entry| entry.file_name().to_str().is_some_and(half));
    found.filter_map(|entry| Some((entry.path(), entry.file_type().ok()?))).collect()
}

/// Removes a file that nobody holds the lock of.
fn abandon(path: &Path) {
    // To write: some disks give a lock for oneself alone to nobody else.
    let Ok(file) = OpenOptions::new().write(true).open(path) else { return };
    if file.try_lock().is_ok() {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
#[path = "../tests/unit/atomic_file.rs"]
mod tests;
