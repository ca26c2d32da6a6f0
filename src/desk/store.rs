//! Files put in place: one writer at a time, written beside and then renamed, so that whoever reads sees the old file or the
//! new one and never a half.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};

use super::error::DeskError;
use super::open::Desk;
use crate::diagnostics::Text;

/// How often, and how long, a second writer waits for the first.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// Held while a register is being changed; given back when it is dropped, also by a process that was killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a register; waits some seconds for another process, then says so.
    pub fn take(desk: &Desk) -> Result<Self, DeskError> {
        let path =
            desk.register.git_dir().map_or_else(|| desk.root.join(".klacht.lock"), |dir| dir.join("klacht.lock"));
        let file = File::create(&path).map_err(|error| DeskError::write(&path, &error))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => {
                    sweep(&desk.root);
                    return Ok(Self { _file: file });
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => return Err(DeskError::write(&path, &error)),
            }
        }
        Err(DeskError::Asked(
            Text::new(
                "een ander programma is dit register aan het wijzigen",
                "another program is changing this register",
            ),
            Text::new("wacht tot dat klaar is en probeer het opnieuw", "wait until it is done and try again"),
        ))
    }
}

/// Beginning and end of the name of a file or folder that is not yet in its place.
const HALF: (&str, &str) = (".klacht-", ".tmp");

/// Begins a file that is renamed when it is whole; for its maker alone. A program that is killed leaves it under a name by
/// which [`sweep`] knows it.
pub fn half_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(HALF.0).suffix(HALF.1).tempfile_in(folder)
}

/// The same for a file that is for whom the machine lets read new files.
pub fn half_shared(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(HALF.0).suffix(HALF.1).tempfile_in(folder)
}

/// The same for a folder.
pub fn half_folder(folder: &Path) -> std::io::Result<TempDir> {
    tempfile::Builder::new().prefix(HALF.0).suffix(HALF.1).tempdir_in(folder)
}

/// Removes what a program that was killed left half done in a folder. The caller is the only one that writes there.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let half = name.to_str().is_some_and(|n| n.starts_with(HALF.0) && n.ends_with(HALF.1));
        if half {
            let path = entry.path();
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            // What cannot be removed now can be later; it is in nobody's way.
            let _ = if folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

/// Puts `text` in the place of the file at `path` of the register, if that file still is `was`. The caller holds the lock.
pub fn replace(desk: &Desk, path: &str, was: &str, text: &str) -> Result<(), DeskError> {
    let target = desk.root.join(path);
    let now = fs::read(&target).map_err(|error| DeskError::write(&target, &error))?;
    if now != was.as_bytes() {
        return Err(DeskError::Asked(
            Text::new(
                format!("{path} is intussen door iemand anders gewijzigd"),
                format!("{path} was changed by somebody else meanwhile"),
            ),
            Text::new("er is niets geschreven; probeer het opnieuw", "nothing was written; try again"),
        ));
    }
    let mode = fs::metadata(&target).map(|m| m.permissions()).ok();
    put(desk, &target, text, |file| {
        if let Some(mode) = mode {
            file.as_file().set_permissions(mode)?;
        }
        Ok(())
    })
}

/// Makes a new file at `path` of the register, with its folders; never overwrites. The caller holds the lock.
pub fn create(desk: &Desk, path: &str, text: &str) -> Result<PathBuf, DeskError> {
    let target = desk.root.join(path);
    if target.exists() {
        return Err(DeskError::Asked(
            Text::new(format!("{path} bestaat al"), format!("{path} exists already")),
            Text::new("er is niets geschreven", "nothing was written"),
        ));
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(|error| DeskError::write(&target, &error))?;
    }
    put(desk, &target, text, |_| Ok(()))?;
    Ok(target)
}

/// Written in the root of the register, not beside the target: below `cases/` a half file, left by a machine that stopped,
/// would be a finding of `check`.
fn put(
    desk: &Desk,
    target: &Path,
    text: &str,
    ready: impl FnOnce(&NamedTempFile) -> std::io::Result<()>,
) -> Result<(), DeskError> {
    let written = half_shared(&desk.root).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        ready(&file)?;
        file.as_file().sync_all()?;
        file.persist(target).map_err(|error| error.error)
    });
    written.map(|_| ()).map_err(|error| DeskError::write(target, &error))
}
