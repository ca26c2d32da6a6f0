//! Files put in place: one writer at a time, written beside and then renamed, so that whoever reads sees the old file or the
//! new one and never a half.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::error::DeskError;
use super::open::Desk;
use crate::diagnostics::Text;
use crate::half;

/// The name of the lock of a folder that is no repository.
const LOCK: &str = ".klacht.lock";

/// How often, and how long, a second writer waits for the first.
const TRIES: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// Held while a register, or a folder that goes with it, is being changed; given back when it is dropped, also by a process
/// that was killed.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a register; waits some seconds for another process, then says so.
    pub fn take(desk: &Desk) -> Result<Self, DeskError> {
        let path = desk.register.git_dir().map_or_else(|| desk.root.join(LOCK), |dir| dir.join("klacht.lock"));
        let lock = Self::wait(&path, &Text::new("dit register", "this register"))?;
        half::sweep(&desk.root);
        Ok(lock)
    }

    /// Takes the lock of a folder that registers may share, such as the confidential one, beside that of a register. Since
    /// nobody can take it without the other, everybody takes them in this order, and no two wait for each other. `folder`
    /// is there already; `what` is what it is called.
    pub fn and_of(&self, folder: &Path, what: &Text) -> Result<Self, DeskError> {
        let lock = Self::wait(&folder.join(LOCK), what)?;
        half::sweep(folder);
        Ok(lock)
    }

    fn wait(path: &Path, what: &Text) -> Result<Self, DeskError> {
        let file = File::create(path).map_err(|error| DeskError::write(path, &error))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => return Err(DeskError::write(path, &error)),
            }
        }
        Err(DeskError::Asked(
            Text::new(
                format!("een ander programma is {} aan het wijzigen", what.nl),
                format!("another program is changing {}", what.en),
            ),
            Text::new("wacht tot dat klaar is en probeer het opnieuw", "wait until it is done and try again"),
        ))
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
    let written = half::shared(&desk.root).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        ready(&file)?;
        file.as_file().sync_all()?;
        file.persist(target).map_err(|error| error.error)
    });
    written.map(|_| ()).map_err(|error| DeskError::write(target, &error))
}
