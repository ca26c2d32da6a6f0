//! Another list of readers: somebody comes in, leaves, or has a new key. Whoever can open a case wraps its key again.

use std::collections::BTreeSet;

use super::error::VaultError;
use super::readers::Readers;
use super::records::{KEY, Vault};
use crate::sealing::{Identity, SealId};

/// What came of it, for one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shared {
    /// It is as was wanted, and was not before.
    Changed,
    /// It was so before.
    Already,
    /// Whoever asks cannot open it.
    NotForMe,
}

impl Vault {
    /// Wraps the key of a case for another list of readers: of what it is now, `wanted` makes what it is to be. With `anew` the
    /// case gets a newer identity too, so that whoever was taken off does not read what comes later.
    pub(crate) fn share(
        &self,
        id: &str,
        by: &[Identity],
        readers: &Readers,
        anew: bool,
        wanted: &dyn Fn(&BTreeSet<SealId>) -> BTreeSet<SealId>,
    ) -> Result<Shared, VaultError> {
        let Some(kept) = self.kept(id)? else { return Ok(Shared::NotForMe) };
        let may = wanted(&kept.access.may);
        if may == kept.access.may && !anew {
            return Ok(Shared::Already);
        }
        let key = match self.case_key(id, by) {
            Ok(key) => key,
            Err(VaultError::NotForMe(_)) => return Ok(Shared::NotForMe),
            Err(other) => return Err(other),
        };
        let key = if anew { key.renewed() } else { key };
        let to = readers.recipients(&may).ok_or(VaultError::NoReaders)?;
        let wrapped = key.wrapped(&to).ok_or(VaultError::NoReaders)?;
        let commit = self.key_commit(&key, &wrapped, &kept.access.with(may))?;
        let done = self.store.set(&format!("{KEY}{id}"), Some(kept.commit), Some(commit))?;
        if done { Ok(Shared::Changed) } else { Err(VaultError::Busy) }
    }
}
