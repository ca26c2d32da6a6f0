//! How desks come to the same by way of the remote: fetch, settle each case, push. Any half-done state is one that the next `sync`, by
//! anybody, completes.

use std::collections::BTreeSet;

use super::error::VaultError;
use super::proof::Proof;
use super::readers::Readers;
use super::records::{KEY, PART, Vault};
use super::settle::{Hands, Settled};
use crate::register::{Move, Outcome, RegisterError, SEEN};
use crate::sealing::{Identity, PieceId, SealId};

/// What both sides last agreed on of who can open a case.
pub(super) const BASE: &str = "refs/klacht/base/";
/// How many references a push moves at most: a hosted forge may bear no more.
const AT_ONCE: usize = 50;
/// How many bytes a push brings at most, unless a single piece has more: servers take 50 MB.
const AT_A_TIME: u64 = 30_000_000;
/// How often what moved meanwhile is settled anew.
const ROUNDS: u32 = 5;

/// What the register says of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is there, or nothing is known of it: what is sealed of it stays.
    Lives,
    /// Only its stub is left: what is sealed of it goes, wherever it is.
    Destroyed,
    /// The same, and the remote has not heard of it: it goes here. There it stays until the stub is there, so that a desk with a
    /// change that is refused takes nothing from the others.
    DestroyedHere,
}

/// What the register says of a case, by its id.
pub(crate) trait Says {
    /// Whether it lives.
    fn fate(&self, id: &str) -> Fate;
    /// The keys in force for it.
    fn readers(&self, id: &str) -> Readers;
    /// The pieces of it that were taken back.
    fn withdrawn(&self, id: &str) -> BTreeSet<PieceId>;
}

/// What a `sync` did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Synced {
    /// Cases of which something came in.
    pub taken: BTreeSet<String>,
    /// Cases of which something went out.
    pub given: BTreeSet<String>,
    /// Destroyed cases of which something went, here or there.
    pub destroyed: BTreeSet<String>,
    /// Cases that two changed, and that nobody here can open.
    pub locked: BTreeSet<String>,
    /// Cases of which the server did not take something.
    pub refused: BTreeSet<String>,
    /// Cases of which pieces that were taken back went, here or there.
    pub withdrawn: BTreeSet<String>,
}

impl Synced {
    /// The same with what a later one did.
    pub(crate) fn join(&mut self, later: Self) {
        self.taken.extend(later.taken);
        self.given.extend(later.given);
        self.destroyed.extend(later.destroyed);
        self.locked = later.locked;
        self.refused.extend(later.refused);
        self.withdrawn.extend(later.withdrawn);
    }
}

impl Vault {
    /// Exchanges what is sealed with a remote.
    pub(crate) fn sync(
        &self,
        address: &str,
        register: &dyn Says,
        identities: &[Identity],
    ) -> Result<Synced, VaultError> {
        let mut synced = Synced::default();
        for round in 0..ROUNDS {
            self.store.fetch(address)?;
            let moves = self.settle(register, identities, &mut synced)?;
            if moves.is_empty() || !self.give(address, &moves, &mut synced)? {
                break;
            }
            if round + 1 == ROUNDS {
                return Err(VaultError::Busy);
            }
        }
        if !synced.destroyed.is_empty() || !synced.withdrawn.is_empty() {
            self.store.compact()?;
        }
        self.store.pack_references()?;
        Ok(synced)
    }

    /// What lives here only is kept here only: the same without a remote.
    pub(crate) fn tidy(&self, register: &dyn Says) -> Result<Synced, VaultError> {
        let (lives, destroyed): (BTreeSet<String>, BTreeSet<String>) =
            self.cases()?.into_iter().partition(|id| register.fate(id) == Fate::Lives);
        for id in lives {
            self.withdraw(&id, &register.withdrawn(&id))?;
        }
        if !destroyed.is_empty() {
            self.destroy(&destroyed)?;
        }
        Ok(Synced { destroyed, ..Synced::default() })
    }

    /// Lets go of what is here of a case; its bytes stay until the store is compacted ([`destroy`](Self::destroy), or the end of a sync).
    pub(crate) fn forget(&self, id: &str) -> Result<(), VaultError> {
        let seen = ["key", "part"].map(|kind| format!("{SEEN}{kind}/"));
        for prefix in [KEY, PART, BASE].into_iter().chain(seen.iter().map(String::as_str)) {
            let name = format!("{prefix}{id}");
            self.store.set(&name, self.store.reference(&name)?, None)?;
        }
        Ok(())
    }

    /// Destroys what is here of cases, and what nothing leads to any more; looks whether it is gone.
    pub(crate) fn destroy<'a>(&self, ids: impl IntoIterator<Item = &'a String>) -> Result<Proof, VaultError> {
        ids.into_iter().try_for_each(|id| self.forget(id))?;
        self.store.compact()?;
        self.proof()
    }

    /// Looks at what the remote has, and changes nothing; whether it could be reached.
    pub(crate) fn look(&self, address: &str) -> Result<bool, VaultError> {
        match self.store.fetch(address) {
            Ok(()) => Ok(true),
            Err(RegisterError::Unreachable) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether something of a case stands here, and whether it stood on the remote when that was last seen.
    pub(crate) fn stands(&self, id: &str) -> Result<(bool, bool), VaultError> {
        let any = |prefixes: [&str; 2]| -> Result<bool, VaultError> {
            let mut found = false;
            for prefix in prefixes {
                found |= self.store.reference(&format!("{prefix}{id}"))?.is_some();
            }
            Ok(found)
        };
        Ok((any([KEY, PART])?, any([&format!("{SEEN}key/"), &format!("{SEEN}part/")])?))
    }

    /// All who can, or ever could, open a case: by what is kept here, and by what the remote was last seen to have.
    pub(crate) fn ever(&self, id: &str) -> Result<BTreeSet<SealId>, VaultError> {
        let mut all = BTreeSet::new();
        for name in [format!("{KEY}{id}"), format!("{SEEN}key/{id}")] {
            if let Some(commit) = self.store.reference(&name)? {
                all.extend(self.kept_at(id, commit)?.access.ever().cloned());
            }
        }
        Ok(all)
    }

    /// Settles every case that differs; what is to be pushed, case by case.
    fn settle(
        &self,
        register: &dyn Says,
        identities: &[Identity],
        synced: &mut Synced,
    ) -> Result<Vec<Vec<Move>>, VaultError> {
        let ours = [self.store.references(KEY)?, self.store.references(PART)?];
        let theirs = [self.store.references(&format!("{SEEN}key/"))?, self.store.references(&format!("{SEEN}part/"))?];
        let bases = self.store.references(BASE)?;
        let ids: BTreeSet<&String> = ours.iter().chain(&theirs).flat_map(|list| list.keys()).collect();
        let mut moves = Vec::new();
        for id in ids {
            let same = ours[0].get(id) == theirs[0].get(id) && ours[1].get(id) == theirs[1].get(id);
            let fate = register.fate(id);
            if fate != Fate::Lives {
                if fate == Fate::Destroyed {
                    moves.push(self.gone(id)?);
                }
                if self.kept(id)?.is_some() || !self.pieces(id)?.is_empty() {
                    synced.destroyed.insert(id.clone());
                }
                self.forget(id)?;
                continue;
            }
            let withdrawn = register.withdrawn(id);
            if same && withdrawn.is_empty() {
                if bases.get(id) != ours[0].get(id) {
                    self.agreed(id)?;
                }
                continue;
            }
            let hands = Hands { identities, readers: &register.readers(id) };
            let mut given = Vec::new();
            if self.holds_any(&withdrawn, [ours[1].get(id).copied(), theirs[1].get(id).copied()])? {
                synced.withdrawn.insert(id.clone());
            }
            let part = self.settle_part(id, &withdrawn)?;
            for (kind, settled) in [("part", part), ("key", self.settle_key(id, &hands)?)] {
                match settled {
                    Settled::Same => {}
                    Settled::Taken(_) => drop(synced.taken.insert(id.clone())),
                    Settled::Locked => drop(synced.locked.insert(id.clone())),
                    Settled::Given(to) => {
                        let name = format!("refs/klacht/{kind}/{id}");
                        given.push(Move {
                            name,
                            from: self.store.reference(&format!("{SEEN}{kind}/{id}"))?,
                            to: Some(to),
                        });
                    }
                }
            }
            self.agreed(id)?;
            moves.push(given);
        }
        moves.retain(|given| !given.is_empty());
        Ok(moves)
    }

    /// Notes that both sides have the same key of a case, where they do.
    fn agreed(&self, id: &str) -> Result<(), VaultError> {
        let ours = self.store.reference(&format!("{KEY}{id}"))?;
        if ours == self.store.reference(&format!("{SEEN}key/{id}"))? {
            let base = format!("{BASE}{id}");
            self.store.set(&base, self.store.reference(&base)?, ours)?;
        }
        Ok(())
    }

    /// What is to go on the remote of a destroyed case.
    fn gone(&self, id: &str) -> Result<Vec<Move>, VaultError> {
        let mut moves = Vec::new();
        for kind in ["key", "part"] {
            let from = self.store.reference(&format!("{SEEN}{kind}/{id}"))?;
            if from.is_some() {
                moves.push(Move { name: format!("refs/klacht/{kind}/{id}"), from, to: None });
            }
        }
        Ok(moves)
    }

    /// Sends ahead what is more than a server takes at once, piece by piece; what is left to be moved.
    fn by_steps(&self, address: &str, moves: &[Vec<Move>]) -> Result<Vec<Vec<Move>>, VaultError> {
        let mut left = moves.to_vec();
        for m in left.iter_mut().flatten() {
            let Some(to) = m.to.filter(|_| m.name.starts_with(PART)) else { continue };
            let steps = self.steps(m.from, to, AT_A_TIME)?;
            for step in &steps[..steps.len() - 1] {
                let ahead = Move { name: m.name.clone(), from: m.from, to: Some(*step) };
                if self.store.push(address, &[ahead])? != [Outcome::Done] {
                    break;
                }
                m.from = Some(*step);
            }
        }
        Ok(left)
    }

    /// Pushes, and halves what a server refuses as a whole until it is known what it refuses. Whether something moved there
    /// meanwhile, so that all is to be settled anew.
    fn give(&self, address: &str, moves: &[Vec<Move>], synced: &mut Synced) -> Result<bool, VaultError> {
        let mut stale = false;
        let moves = &self.by_steps(address, moves)?;
        let mut waiting: Vec<Vec<Vec<Move>>> = moves.chunks(AT_ONCE / 2).map(<[_]>::to_vec).collect();
        while let Some(batch) = waiting.pop() {
            let flat: Vec<Move> = batch.iter().flatten().cloned().collect();
            let outcomes = self.store.push(address, &flat)?;
            let refused = outcomes.contains(&Outcome::Refused);
            stale |= outcomes.contains(&Outcome::Stale);
            if refused && batch.len() > 1 {
                let (left, right) = batch.split_at(batch.len() / 2);
                waiting.extend([left.to_vec(), right.to_vec()]);
                continue;
            }
            for (m, outcome) in flat.iter().zip(outcomes) {
                let id = case_of(&m.name);
                match outcome {
                    Outcome::Done => {
                        self.agreed(&id)?;
                        if m.to.is_some() { &mut synced.given } else { &mut synced.destroyed }.insert(id);
                    }
                    Outcome::Refused => drop(synced.refused.insert(id)),
                    Outcome::Stale => {}
                }
            }
        }
        Ok(stale)
    }
}

/// The id of the case whose reference this is.
fn case_of(name: &str) -> String {
    [KEY, PART].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or_default().to_owned()
}
