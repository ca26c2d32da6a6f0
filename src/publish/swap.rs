//! Two folders change places.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` where `target` is, and takes away what was there. Nobody sees a moment without a site where the system can
/// exchange two names; elsewhere the old one waits under the name `old` for that moment.
pub fn swap(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(new, target);
    }
    if exchange(new, target).is_ok() {
        take_away(new);
        return Ok(());
    }
    fs::rename(target, old)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(old, target)?;
        return Err(error);
    }
    take_away(old);
    Ok(())
}

/// The new site stands; the next build takes away what could not be taken away now.
fn take_away(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
