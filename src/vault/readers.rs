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
    /// Keys that their owner has another in place of.
    superseded: BTreeSet<SealId>,
}

impl Readers {
    /// Every key in force of a regulation's people, and those in the safe.
    pub(crate) fn in_force(people: &People) -> Result<Self, VaultError> {
        let keys = people.seal.iter().chain(&people.recovery).filter(|key| key.is_in_force());
        let in_force = keys.map(reader).collect::<Result<_, _>>()?;
        let those = |which: &dyn Fn(&SealKey) -> bool| -> BTreeSet<SealId> {
            let all = people.seal.iter().chain(&people.recovery).filter(|key| which(key));
            all.filter_map(|key| key.id.parse().ok()).collect()
        };
        let gone = those(&|key| key.lost.is_some() || key.retired.is_some());
        let superseded = those(&|key| key.superseded.is_some() && key.lost.is_none());
        Ok(Self { in_force, gone, superseded })
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

    /// A list as it can be sent: in place of a key that was superseded what its owner has now, without those that are lost or
    /// destroyed. Nothing where it can be sent as it is.
    pub(crate) fn brought_up(&self, may: &BTreeSet<SealId>) -> Option<BTreeSet<SealId>> {
        let over = |id: &&SealId| self.superseded.contains(id) || self.gone.contains(id);
        may.iter().find(over)?;
        let followed: BTreeSet<&str> =
            may.iter().filter(|id| self.superseded.contains(id)).map(|id| id.person.as_str()).collect();
        let now = self.in_force.iter().map(|reader| &reader.id).filter(|id| followed.contains(id.person.as_str()));
        Some(may.iter().filter(|id| !over(id)).chain(now).cloned().collect())
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
