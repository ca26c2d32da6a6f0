//! For whom a case is sealed: the keys in force of those who may read it, and those in the safe.

use std::collections::BTreeSet;

use super::error::VaultError;
use crate::regulation::{People, SealKey};
use crate::sealing::{Recipient, SealId};

/// One to whom something is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reader {
    /// Which key of whom.
    pub id: SealId,
    /// The key.
    pub recipient: Recipient,
}

/// All to whom a case is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Readers {
    in_force: Vec<Reader>,
    /// Keys that nobody is to be let in by any more: lost, or destroyed.
    gone: BTreeSet<SealId>,
}

impl Readers {
    /// Every key in force of a regulation's people, and those in the safe.
    pub(crate) fn in_force(people: &People) -> Result<Self, VaultError> {
        let keys = people.seal.iter().chain(&people.recovery).filter(|key| key.is_in_force());
        let in_force = keys.map(reader).collect::<Result<_, _>>()?;
        let gone = people.seal.iter().chain(&people.recovery);
        let gone = gone.filter(|key| key.lost.is_some() || key.retired.is_some());
        Ok(Self { in_force, gone: gone.filter_map(|key| key.id.parse().ok()).collect() })
    }

    /// The keys of some persons, and those in the safe. Refuses where nobody could read it, or nothing lies in the safe: then
    /// a lost machine would be a lost case.
    pub(crate) fn of(people: &People, persons: &[&str]) -> Result<Self, VaultError> {
        let mut all = Self::in_force(people)?;
        all.in_force.retain(|reader| reader.id.is_recovery() || persons.contains(&reader.id.person.as_str()));
        if all.in_force.iter().all(|reader| reader.id.is_recovery()) {
            return Err(VaultError::NoReaders);
        }
        if !all.in_force.iter().any(|reader| reader.id.is_recovery()) {
            return Err(VaultError::NoRecovery);
        }
        Ok(all)
    }

    /// Which keys of whom.
    pub(crate) fn ids(&self) -> BTreeSet<SealId> {
        self.in_force.iter().map(|reader| reader.id.clone()).collect()
    }

    /// Whether nobody is to be let in by this key any more.
    pub(crate) fn is_gone(&self, key: &SealId) -> bool {
        self.gone.contains(key)
    }

    /// The recipients of these keys; nothing where one of them is not in force.
    pub(crate) fn recipients(&self, of: &BTreeSet<SealId>) -> Option<Vec<Recipient>> {
        let found: Vec<_> = self.in_force.iter().filter(|r| of.contains(&r.id)).map(|r| r.recipient.clone()).collect();
        (found.len() == of.len()).then_some(found)
    }

    /// Every one.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Reader> {
        self.in_force.iter()
    }
}

fn reader(key: &SealKey) -> Result<Reader, VaultError> {
    let unknown = || SealId { person: key.id.clone(), number: 0 };
    let id: SealId = key.id.parse().map_err(|()| VaultError::BadRecipient(unknown()))?;
    let recipient = key.recipient.parse().map_err(|()| VaultError::BadRecipient(id.clone()))?;
    Ok(Reader { id, recipient })
}
