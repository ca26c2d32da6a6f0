//! Files and folders that are not whole yet: begun under a name of their own and renamed when they are, so that whoever reads sees
//! the old one or the new one.

use std::fs::{self, FileType, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

/// Beginning and end of the name of a file or folder that is not yet in its place.
const HALF: (&str, &str) = (".klacht-", ".tmp");

/// How often a file may be swept in the moment between its making and its locking before that is taken for a fault.
const TRIES: u32 = 16;

/// Begins a file that is renamed when it is whole; for its maker alone. A program that is killed leaves it under a name by
/// which [`sweep`] knows it.
pub fn file(folder: &Path) -> io::Result<NamedTempFile> {
    locked(&Builder::new(), folder)
}

/// The same for a file that is for whom the machine lets read new files.
pub fn shared(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    locked(&builder, folder)
}

/// The same for a folder. Nothing tells whether its maker lives: its caller holds a lock.
pub fn folder(folder: &Path) -> io::Result<TempDir> {
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
pub fn sweep(folder: &Path) {
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
pub fn sweep_files(folder: &Path) {
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
mod tests {
    use std::io::Write;

    use super::*;

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn what_a_killed_program_left_goes_and_what_is_being_written_stays() {
        let dir = tempfile::tempdir().unwrap();
        let (mut live, killed) = (shared(dir.path()).unwrap(), file(dir.path()).unwrap());
        // As after a kill: the file is there, and nobody has it open.
        drop(killed.keep().unwrap());
        fs::write(dir.path().join("van mij.tmp"), "x").unwrap();
        fs::write(dir.path().join(".klacht-van-mij"), "x").unwrap();
        let other = folder(dir.path()).unwrap();
        assert_eq!(count(dir.path()), 5);
        sweep_files(dir.path());
        assert_eq!(count(dir.path()), 4);
        assert!(live.path().exists() && other.path().exists());
        sweep(dir.path());
        assert!(live.path().exists() && !other.path().exists());
        live.write_all(b"heel").unwrap();
        live.persist(dir.path().join("doel")).unwrap();
        assert_eq!(fs::read(dir.path().join("doel")).unwrap(), b"heel");
        assert_eq!(count(dir.path()), 3);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_with_such_a_name_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (target, link) = (dir.path().join("echt"), dir.path().join(".klacht-x.tmp"));
        fs::write(&target, "x").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        sweep(dir.path());
        sweep_files(dir.path());
        assert!(target.exists() && fs::symlink_metadata(&link).is_ok());
    }

    #[test]
    fn several_that_write_and_sweep_at_once_lose_nothing() {
        const WRITERS: usize = 4;
        const FILES: usize = 200;
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                let folder = dir.path();
                scope.spawn(move || {
                    for number in 0..FILES {
                        sweep_files(folder);
                        let file = shared(folder).unwrap();
                        file.persist(folder.join(format!("{writer}-{number}"))).unwrap();
                    }
                });
            }
        });
        assert_eq!(count(dir.path()), WRITERS * FILES);
    }
}
