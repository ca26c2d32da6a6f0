//! Pieces of a case, added and opened.

use std::collections::BTreeSet;

use super::error::VaultError;
use super::readers::Readers;
use super::records::{KEY, PART, Vault};
use crate::digest::sha256_hex;
use crate::register::SEEN;
use crate::sealing::{Access, CaseKey, Identity, Piece, PieceId};

/// How often a piece is put on top again of what another program put down meanwhile.
const TRIES: u32 = 8;

/// What the case file says of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its name.
    pub id: PieceId,
    /// SHA-256 of the sealed bytes.
    pub sha256: String,
}

/// A piece that was opened.
pub(crate) struct Opened {
    /// Its name.
    pub id: PieceId,
    /// What is in it.
    pub piece: Piece,
}

impl Vault {
    /// Begins the sealed part of a new case: a key for it, wrapped to those who may read. Somebody who only takes in forgets
    /// the key again, and can read nothing from then on.
    pub(crate) fn begin_case(&self, id: &str, readers: &Readers) -> Result<CaseKey, VaultError> {
        let (key, access) = (CaseKey::generate(), Access { may: readers.ids(), was: [].into() });
        let to = readers.recipients(&access.may).ok_or(VaultError::NoReaders)?;
        let wrapped = key.wrapped(&to).ok_or(VaultError::NoReaders)?;
        let commit = self.key_commit(&key, &wrapped, &access)?;
        if self.store.set(&format!("{KEY}{id}"), None, Some(commit))? { Ok(key) } else { Err(VaultError::Busy) }
    }

    /// Seals a piece to the key of its case and puts it down, `most` bytes at most. No key is needed.
    pub(crate) fn add(&self, id: &str, piece: &Piece, random: [u64; 3], most: u64) -> Result<Named, VaultError> {
        let kept = self.kept(id)?.ok_or_else(|| VaultError::Nothing(id.to_owned()))?;
        let sealed = piece.sealed(&kept.recipient).ok_or(VaultError::NoReaders)?;
        if sealed.len() as u64 > most {
            return Err(VaultError::TooLarge(sealed.len() as u64));
        }
        let (name, blob) = (PieceId::from_random(random), self.store.write(&sealed)?);
        let reference = format!("{PART}{id}");
        for _ in 0..TRIES {
            let now = self.store.reference(&reference)?;
            let mut pieces = now.map(|commit| self.pieces_at(commit)).transpose()?.unwrap_or_default();
            pieces.insert(name.clone(), blob);
            let commit = self.part_commit(&pieces, now)?;
            if self.store.set(&reference, now, Some(commit))? {
                return Ok(Named { id: name, sha256: sha256_hex(&sealed) });
            }
        }
        Err(VaultError::Busy)
    }

    /// Takes pieces back: what is left stands in a chain that begins anew, since the old one holds them still. Whether their bytes are
    /// gone here; what the remote was last seen to have keeps them until it is without them too.
    pub(crate) fn withdraw(&self, id: &str, withdrawn: &BTreeSet<PieceId>) -> Result<bool, VaultError> {
        let reference = format!("{PART}{id}");
        for _ in 0..TRIES {
            let Some(now) = self.store.reference(&reference)? else { return Ok(true) };
            if self.holds_any(withdrawn, [Some(now), None])? {
                let mut pieces = self.pieces_at(now)?;
                pieces.retain(|piece, _| !withdrawn.contains(piece));
                if !self.store.set(&reference, Some(now), Some(self.on_top(&pieces, None)?))? {
                    continue;
                }
                self.store.compact()?;
            }
            let seen = self.store.reference(&format!("{SEEN}part/{id}"))?;
            return Ok(!self.holds_any(withdrawn, [seen, None])?);
        }
        Err(VaultError::Busy)
    }

    /// The key of a case, unwrapped by one of these identities.
    pub(crate) fn case_key(&self, id: &str, by: &[Identity]) -> Result<CaseKey, VaultError> {
        let kept = self.kept(id)?.ok_or_else(|| VaultError::Nothing(id.to_owned()))?;
        let key = CaseKey::unwrapped(&kept.wrapped, by).map_err(|why| VaultError::of(id, why))?;
        // Somebody who put another recipient in its place would read what is sealed from then on.
        let whole = key.recipient().as_ref() == Some(&kept.recipient);
        whole.then_some(key).ok_or_else(|| VaultError::Damaged(id.to_owned()))
    }

    /// All pieces of a case, the oldest first; those that another replaces are left out.
    pub(crate) fn opened(&self, id: &str, key: &CaseKey) -> Result<Vec<Opened>, VaultError> {
        let mut opened = Vec::new();
        for (name, blob) in self.pieces(id)? {
            let piece = Piece::opened(&self.store.read(blob)?, key).map_err(|why| VaultError::of(id, why))?;
            opened.push(Opened { id: name, piece });
        }
        let replaced: Vec<PieceId> = opened.iter().flat_map(|o| o.piece.replaces.clone()).collect();
        opened.retain(|o| !replaced.contains(&o.id));
        opened.sort_by(|a, b| (a.piece.added, &a.id).cmp(&(b.piece.added, &b.id)));
        Ok(opened)
    }

    /// One piece of a case, opened; nothing where it is not here.
    pub(crate) fn piece(&self, id: &str, name: &PieceId, key: &CaseKey) -> Result<Option<Piece>, VaultError> {
        let Some(blob) = self.pieces(id)?.get(name).copied() else { return Ok(None) };
        Piece::opened(&self.store.read(blob)?, key).map(Some).map_err(|why| VaultError::of(id, why))
    }

    /// The digest of a piece as it lies here.
    pub(crate) fn digest(&self, id: &str, piece: &PieceId) -> Result<Option<String>, VaultError> {
        let blob = self.pieces(id)?.get(piece).copied();
        blob.map(|blob| Ok(sha256_hex(&self.store.read(blob)?))).transpose()
    }
}
