//! The sealed part of cases: names, addresses, words, letters and files, in the register's own remote and outside its history. Two
//! references a case: who can open it, and a chain of pieces. Whoever has a clone, a fork or the server's disk has ciphertext.
//!
//! - `records`: what stands in the two references. - `content`: pieces added and opened. - `readers`: for whom a case is sealed.
//! - `sharing`: another list of readers. - `sync`, `settle`: how two desks come to the same. - `keyring`: the identities of a
//!   person on a machine. - `proof`: what is said to be gone looked for among all objects. - `tidied`: a server that lets go. - `error`: why something could not be done, and what to do.

mod content;
mod error;
mod keyring;
mod proof;
mod readers;
mod records;
mod settle;
mod sharing;
mod sync;
mod tidied;

pub(crate) use content::{Named, Opened};
pub(crate) use error::VaultError;
pub(crate) use keyring::Keyring;
pub(crate) use proof::Proof;
pub(crate) use readers::Readers;
pub(crate) use records::{KEY_FILES, Vault};
pub(crate) use sharing::Shared;
pub(crate) use sync::{Fate, Says, Synced};
pub(crate) use tidied::{Left, Tidied, tidy};

#[cfg(test)]
#[path = "../../tests/unit/vault/tests.rs"]
mod tests;
