//! What stands in the two references of a case.

use std::collections::{BTreeMap, BTreeSet};

use super::error::VaultError;
use crate::register::{Id, Register, RegisterError, Store, StoredFile};
use crate::sealing::{Access, CaseKey, PieceId, Recipient};

/// The reference of who can open a case, and of its pieces; the id of the case follows.
pub(super) const KEY: &str = "refs/klacht/key/";
pub(super) const PART: &str = "refs/klacht/part/";
/// The files of a key: wrapped to all who may read; to whom one seals; the list.
pub(crate) const KEY_FILES: [&str; 3] = ["access", "key.age", "key.pub"];

/// The vault of a register on this machine.
pub(crate) struct Vault {
    pub(super) store: Store,
}

/// Who can open a case, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The commit it stands in.
    pub commit: Id,
    /// The key of the case, wrapped.
    pub wrapped: Vec<u8>,
    /// To whom one seals.
    pub recipient: Recipient,
    /// The same with those before it: who has their identities opens every piece.
    pub recipients: BTreeSet<Recipient>,
    /// The list.
    pub access: Access,
}

impl Vault {
    /// The vault of a register; nothing where it has none here yet.
    pub(crate) fn open(register: &Register) -> Result<Option<Self>, VaultError> {
        Ok(Store::open(register)?.map(|store| Self { store }))
    }

    /// The same, begun where there is none.
    pub(crate) fn begin(register: &Register) -> Result<Self, VaultError> {
        let store = match Store::open(register)? {
            Some(store) => store,
            None => Store::begin(register)?,
        };
        Ok(Self { store })
    }

    /// The address behind the name of a remote of the register, or behind an address; nothing where there is no such remote.
    pub(crate) fn address(&self, remote: &str) -> Result<Option<String>, VaultError> {
        Ok(self.store.address(remote)?)
    }

    /// The ids of all cases of which something is here.
    pub(crate) fn cases(&self) -> Result<BTreeSet<String>, VaultError> {
        let mut ids: BTreeSet<String> = self.store.references(KEY)?.into_keys().collect();
        ids.extend(self.store.references(PART)?.into_keys());
        Ok(ids)
    }

    /// Who can open a case.
    pub(crate) fn kept(&self, id: &str) -> Result<Option<Kept>, VaultError> {
        let commit = self.store.reference(&format!("{KEY}{id}"))?;
        commit.map(|commit| self.kept_at(id, commit)).transpose()
    }

    pub(super) fn kept_at(&self, id: &str, commit: Id) -> Result<Kept, VaultError> {
        let files = self.store.files(commit)?;
        let bytes = |name: &str| files.iter().find(|f| f.name == name).map(|f| self.store.read(f.id)).transpose();
        let text = |name: &str| -> Result<Option<String>, RegisterError> {
            Ok(bytes(name)?.and_then(|bytes| String::from_utf8(bytes).ok()))
        };
        let damaged = || VaultError::Damaged(id.to_owned());
        let wrapped = bytes("key.age")?.ok_or_else(damaged)?;
        let listed: Option<Vec<Recipient>> = text("key.pub")?.and_then(|t| t.lines().map(|l| l.parse().ok()).collect());
        let listed = listed.ok_or_else(damaged)?;
        let recipient = listed.first().cloned().ok_or_else(damaged)?;
        let recipients = listed.into_iter().collect();
        let access = text("access")?.and_then(|t| Access::read(&t)).ok_or_else(damaged)?;
        Ok(Kept { commit, wrapped, recipient, recipients, access })
    }

    /// The pieces of a case, each with what holds its bytes.
    pub(crate) fn pieces(&self, id: &str) -> Result<BTreeMap<PieceId, Id>, VaultError> {
        match self.store.reference(&format!("{PART}{id}"))? {
            Some(commit) => self.pieces_at(commit),
            None => Ok(BTreeMap::new()),
        }
    }

    pub(super) fn pieces_at(&self, commit: Id) -> Result<BTreeMap<PieceId, Id>, VaultError> {
        let files = self.store.files(commit)?;
        Ok(files.into_iter().filter_map(|f| Some((PieceId::of_file(&f.name)?, f.id))).collect())
    }

    /// Every piece that a commit of pieces, or one before it, ever held.
    pub(super) fn past_of(&self, commit: Id) -> Result<BTreeSet<PieceId>, VaultError> {
        let mut pieces = BTreeSet::new();
        let mut next = Some(commit);
        while let Some(commit) = next {
            pieces.extend(self.pieces_at(commit)?.into_keys());
            next = self.store.parent(commit)?;
        }
        Ok(pieces)
    }

    /// A commit of a key.
    pub(super) fn key_commit(&self, key: &CaseKey, wrapped: &[u8], access: &Access) -> Result<Id, VaultError> {
        let lines = key.identities().iter().map(|identity| identity.recipient().to_string());
        let recipients = lines.fold(String::new(), |all, line| all + &line + "\n");
        self.record([access.written().as_bytes(), wrapped, recipients.as_bytes()])
    }

    fn record(&self, contents: [&[u8]; 3]) -> Result<Id, VaultError> {
        let mut files = Vec::new();
        for (name, bytes) in KEY_FILES.iter().zip(contents) {
            files.push(StoredFile { name: (*name).to_owned(), id: self.store.write(bytes)? });
        }
        Ok(self.store.commit(&files, None)?)
    }

    /// Pieces put on top of those of a commit, each in a commit of its own: a server that takes so much at once takes them one by
    /// one.
    pub(super) fn on_top(&self, pieces: &BTreeMap<PieceId, Id>, after: Option<Id>) -> Result<Id, VaultError> {
        let mut all = after.map(|commit| self.pieces_at(commit)).transpose()?.unwrap_or_default();
        let mut tip = after;
        for (piece, blob) in pieces {
            if all.insert(piece.clone(), *blob).is_none() {
                tip = Some(self.part_commit(&all, tip)?);
            }
        }
        tip.map_or_else(|| self.part_commit(&all, None), Ok)
    }

    /// The commits that lead from one to a later one, oldest first, as few as bring at most so many bytes each; the last is the
    /// later one.
    pub(super) fn steps(&self, from: Option<Id>, to: Id, most: u64) -> Result<Vec<Id>, VaultError> {
        let (mut steps, mut next, mut bytes) = (vec![to], Some(to), 0);
        while let Some(commit) = next.filter(|commit| Some(*commit) != from) {
            next = self.store.parent(commit)?;
            let before = next.map(|parent| self.pieces_at(parent)).transpose()?.unwrap_or_default();
            let new = self.pieces_at(commit)?.into_iter().filter(|(piece, _)| !before.contains_key(piece));
            let brings = new.map(|(_, blob)| self.store.size(blob)).sum::<Result<u64, _>>()?;
            if bytes > 0 && bytes + brings > most {
                steps.push(commit);
                bytes = 0;
            }
            bytes += brings;
        }
        steps.reverse();
        Ok(steps)
    }

    /// A commit of pieces after another.
    pub(super) fn part_commit(&self, pieces: &BTreeMap<PieceId, Id>, after: Option<Id>) -> Result<Id, VaultError> {
        let files: Vec<_> = pieces.iter().map(|(id, blob)| StoredFile { name: id.file(), id: *blob }).collect();
        Ok(self.store.commit(&files, after)?)
    }
}
