//! Files put in place: one writer at a time, written beside and then renamed, so that whoever reads sees the old file or the
//! new one and never a half.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::atomic_file;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::Workspace;
use crate::diagnostics::{Text, text};

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
    pub fn take(workspace: &Workspace) -> Result<Self, CaseworkError> {
        let path =
            workspace.register.git_dir().map_or_else(|| workspace.root.join(LOCK), |dir| dir.join("klacht.lock"));
        let lock = Self::wait(&path, &text!("dit register", "this register"))?;
        atomic_file::sweep(&workspace.root);
        Ok(lock)
    }

    /// Takes the lock of a folder that registers may share, such as the confidential one, beside that of a register. Since
    /// nobody can take it without the other, everybody takes them in this order, and no two wait for each other. `folder`
    /// is there already; `what` is what it is called.
    pub fn and_of(&self, folder: &Path, what: &Text) -> Result<Self, CaseworkError> {
        let lock = Self::wait(&folder.join(LOCK), what)?;
        atomic_file::sweep(folder);
        Ok(lock)
    }

    fn wait(path: &Path, what: &Text) -> Result<Self, CaseworkError> {
        let file = File::create(path).map_err(|error| CaseworkError::write(path, &error))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => return Err(CaseworkError::write(path, &error)),
            }
        }
        Err(CaseworkError::Asked(
            text!("een ander programma is {what} aan het wijzigen", "another program is changing {what}", what),
            text!("wacht tot dat klaar is en probeer het opnieuw", "wait until that is done and try again"),
        ))
    }
}

/// Puts `text` in the place of the file at `path` of the register, if that file still is `was`. The caller holds the lock.
pub fn replace(workspace: &Workspace, path: &str, was: &str, text: &str) -> Result<(), CaseworkError> {
    let target = workspace.root.join(path);
    let now = fs::read(&target).map_err(|error| CaseworkError::write(&target, &error))?;
    if now != was.as_bytes() {
        return Err(CaseworkError::Asked(
            text!(
                "{path} is intussen door iemand anders gewijzigd",
                "{path} has been changed by somebody else in the meantime"
            ),
            text!("er is niets geschreven; probeer het opnieuw", "nothing was written; try again"),
        ));
    }
    let mode = fs::metadata(&target).map(|m| m.permissions()).ok();
    put(workspace, &target, text, |file| {
        if let Some(mode) = mode {
            file.as_file().set_permissions(mode)?;
        }
        Ok(())
    })
}

/// Makes a new file at `path` of the register, with its folders; never overwrites. The caller holds the lock.
pub fn create(workspace: &Workspace, path: &str, text: &str) -> Result<PathBuf, CaseworkError> {
    let target = workspace.root.join(path);
    if target.exists() {
        return Err(CaseworkError::Asked(
            text!("{path} bestaat al", "{path} already exists"),
            text!("er is niets geschreven", "nothing was written"),
        ));
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(|error| CaseworkError::write(&target, &error))?;
    }
    put(workspace, &target, text, |_| Ok(()))?;
    Ok(target)
}

/// Removes the file at `path` of the register. The caller holds the lock.
pub(crate) fn remove(workspace: &Workspace, path: &str) -> Result<(), CaseworkError> {
    let target = workspace.root.join(path);
    fs::remove_file(&target).map_err(|error| CaseworkError::write(&target, &error))
}

/// Written in the root of the register, not beside the target: below `cases/` a half file, left by a machine that stopped,
/// would be a finding of `check`.
fn put(
    workspace: &Workspace,
    target: &Path,
    text: &str,
    ready: impl FnOnce(&NamedTempFile) -> std::io::Result<()>,
) -> Result<(), CaseworkError> {
    let written = atomic_file::shared(&workspace.root).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        ready(&file)?;
        file.as_file().sync_all()?;
        file.persist(target).map_err(|error| error.error)
    });
    written.map(|_| ()).map_err(|error| CaseworkError::write(target, &error))
}
