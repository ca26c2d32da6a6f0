//! What becomes of one case whose references differ here and there. The register decides what lives, not what the remote happens to
//! have: what vanished there is put back, what was destroyed goes everywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::error::VaultError;
use super::readers::Readers;
use super::records::{KEY, PART, Vault};
use super::sync::BASE;
use crate::register::{Id, SEEN};
use crate::sealing::{CaseKey, Identity, PieceId, SealId};

/// What one reference is to be, here and there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    /// The same on both sides already.
    Same,
    /// Ours becomes what the remote has.
    Taken(Id),
    /// The remote is to have ours.
    Given(Id),
    /// Both changed, and only somebody who can open the case brings them together.
    Locked,
}

/// With what both sides' changes of a list of readers are brought together.
pub(super) struct Hands<'a> {
    /// The identities that are here.
    pub identities: &'a [Identity],
    /// The keys in force.
    pub readers: &'a Readers,
}

impl Vault {
    /// The pieces of a case: what both sides have, together.
    pub(super) fn settle_part(&self, id: &str, withdrawn: &BTreeSet<PieceId>) -> Result<Settled, VaultError> {
        let ours = self.store.reference(&format!("{PART}{id}"))?;
        let theirs = self.store.reference(&format!("{SEEN}part/{id}"))?;
        let settled = match (ours, theirs) {
            (None, None) => Settled::Same,
            _ if self.holds_any(withdrawn, [ours, theirs])? => self.without(withdrawn, ours, theirs)?,
            (None, Some(theirs)) => Settled::Taken(theirs),
            (Some(ours), None) => Settled::Given(ours),
            (Some(ours), Some(theirs)) if ours == theirs => Settled::Same,
            (Some(ours), Some(theirs)) if self.store.holds(theirs, ours)? => Settled::Taken(theirs),
            (Some(ours), Some(theirs)) if self.store.holds(ours, theirs)? => Settled::Given(ours),
            (Some(ours), Some(theirs)) => {
                let mut pieces = self.pieces_at(theirs)?;
                let before = pieces.len();
                pieces.extend(self.pieces_at(ours)?);
                // Nothing of ours that they lack: the same pieces came by another way.
                if pieces.len() == before {
                    Settled::Taken(theirs)
                } else {
                    Settled::Given(self.on_top(&pieces, Some(theirs))?)
                }
            }
        };
        let to = match settled {
            Settled::Taken(to) | Settled::Given(to) if ours != Some(to) => to,
            _ => return Ok(settled),
        };
        if self.store.set(&format!("{PART}{id}"), ours, Some(to))? { Ok(settled) } else { Err(VaultError::Busy) }
    }

    /// Whether one of these pieces stands in a commit or in its past.
    pub(super) fn holds_any(&self, pieces: &BTreeSet<PieceId>, commits: [Option<Id>; 2]) -> Result<bool, VaultError> {
        if pieces.is_empty() {
            return Ok(false);
        }
        for commit in commits.into_iter().flatten() {
            if self.past_of(commit)?.iter().any(|piece| pieces.contains(piece)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The pieces of both sides without those that were taken back, in a chain that begins anew where the old one holds them still.
    fn without(
        &self,
        withdrawn: &BTreeSet<PieceId>,
        ours: Option<Id>,
        theirs: Option<Id>,
    ) -> Result<Settled, VaultError> {
        let mut pieces = BTreeMap::new();
        for commit in [ours, theirs].into_iter().flatten() {
            pieces.extend(self.pieces_at(commit)?);
        }
        pieces.retain(|piece, _| !withdrawn.contains(piece));
        let clean = if self.holds_any(withdrawn, [theirs, None])? { None } else { theirs };
        let anew = self.on_top(&pieces, clean)?;
        Ok(if theirs == Some(anew) { Settled::Taken(anew) } else { Settled::Given(anew) })
    }

    /// Who can open a case: what was wished here, applied to what they have.
    pub(super) fn settle_key(&self, id: &str, hands: &Hands<'_>) -> Result<Settled, VaultError> {
        let ours = self.store.reference(&format!("{KEY}{id}"))?;
        let theirs = self.store.reference(&format!("{SEEN}key/{id}"))?;
        let base = self.store.reference(&format!("{BASE}{id}"))?;
        let settled = match (ours, theirs) {
            (None, None) => Settled::Same,
            (None, Some(theirs)) => Settled::Taken(theirs),
            (Some(ours), None) => self.given(id, ours, hands)?,
            (Some(ours), Some(theirs)) if ours == theirs => Settled::Same,
            (Some(ours), Some(theirs)) if base == Some(ours) && self.goes_on(id, ours, theirs)? => {
                Settled::Taken(theirs)
            }
            (Some(ours), Some(theirs)) if base == Some(theirs) => self.given(id, ours, hands)?,
            (Some(ours), Some(theirs)) => self.both(id, base, ours, theirs, hands)?,
        };
        let to = match settled {
            Settled::Taken(to) | Settled::Given(to) if ours != Some(to) => to,
            _ => return Ok(settled),
        };
        if self.store.set(&format!("{KEY}{id}"), ours, Some(to))? { Ok(settled) } else { Err(VaultError::Busy) }
    }

    /// Our list, to be sent: no server takes a key on it that was superseded, lost or destroyed since, and it would wait for ever. It
    /// takes somebody who can open the case to wrap its key for what came in place of that.
    fn given(&self, id: &str, ours: Id, hands: &Hands<'_>) -> Result<Settled, VaultError> {
        let kept = self.kept_at(id, ours)?;
        let Some(may) = hands.readers.brought_up(&kept.access.may) else { return Ok(Settled::Given(ours)) };
        let key = CaseKey::unwrapped(&kept.wrapped, hands.identities).ok();
        let (Some(key), Some(to)) = (key, hands.readers.recipients(&may)) else { return Ok(Settled::Locked) };
        let wrapped = key.wrapped(&to).ok_or(VaultError::NoReaders)?;
        Ok(Settled::Given(self.key_commit(&key, &wrapped, &kept.access.with(may))?))
    }

    /// Whether one key of a case goes on from another: no identity and no reader of that is missing in it. A server that was put
    /// back, or a desk that slept, may bring an older one, and then what was sealed since would open for nobody.
    fn goes_on(&self, id: &str, earlier: Id, later: Id) -> Result<bool, VaultError> {
        let (earlier, later) = (self.kept_at(id, earlier)?, self.kept_at(id, later)?);
        let ever: BTreeSet<&SealId> = later.access.ever().collect();
        Ok(earlier.recipients.is_subset(&later.recipients) && earlier.access.ever().all(|reader| ever.contains(reader)))
    }

    /// Both sides changed the list: who came in or left on either comes in or leaves, and the identities of both stay. Where theirs is
    /// older than what was agreed on, nothing tells who came in there: whoever was taken off on either side stays off.
    fn both(&self, id: &str, base: Option<Id>, ours: Id, theirs: Id, hands: &Hands<'_>) -> Result<Settled, VaultError> {
        let (mine, other) = (self.kept_at(id, ours)?, self.kept_at(id, theirs)?);
        let before = base.map(|commit| self.kept_at(id, commit)).transpose()?;
        let older = base == Some(ours);
        let before: BTreeSet<SealId> = before.filter(|_| !older).map(|kept| kept.access.may).unwrap_or_default();
        let mut may = other.access.may.clone();
        may.extend(mine.access.may.difference(&before).cloned());
        may.retain(|reader| mine.access.may.contains(reader) || !before.contains(reader));
        may.retain(|reader| !older || !(mine.access.was.contains(reader) || other.access.was.contains(reader)));
        // Let in here, and superseded, lost or destroyed since: nobody ever seals to it again, and both would wait for ever.
        may = hands.readers.brought_up(&may).unwrap_or(may);
        let opened = |wrapped: &[u8]| CaseKey::unwrapped(wrapped, hands.identities).ok();
        let (Some(my_key), Some(their_key)) = (opened(&mine.wrapped), opened(&other.wrapped)) else {
            return Ok(Settled::Locked);
        };
        let Some(to) = hands.readers.recipients(&may) else { return Ok(Settled::Locked) };
        let key = their_key.joined(&my_key);
        let mut was = mine.access.was.clone();
        was.extend(other.access.ever().chain(mine.access.ever()).filter(|id| !may.contains(id)).cloned());
        was.retain(|reader| !may.contains(reader));
        let wrapped = key.wrapped(&to).ok_or(VaultError::NoReaders)?;
        let access = crate::sealing::Access { may, was };
        Ok(Settled::Given(self.key_commit(&key, &wrapped, &access)?))
    }
}
