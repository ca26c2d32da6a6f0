//! Files and folders that are not whole yet: begun under a name of their own and renamed when they are, so that whoever reads sees
//! the old one or the new one.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::{NamedTempFile, TempDir};

/// Beginning and end of the name of a file or folder that is not yet in its place.
const HALF: (&str, &str) = (".klacht-", ".tmp");

/// Begins a file that is renamed when it is whole; for its maker alone. A program that is killed leaves it under a name by
/// which [`sweep`] knows it.
pub fn file(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(HALF.0).suffix(HALF.1).tempfile_in(folder)
}

/// The same for a file that is for whom the machine lets read new files.
pub fn shared(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(HALF.0).suffix(HALF.1).tempfile_in(folder)
}

/// The same for a folder.
pub fn folder(folder: &Path) -> io::Result<TempDir> {
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
