//! Whose key signed a commit. The author field proves nothing and a commit's own date can be forged: what counts is the
//! key, and whether it was valid on the day the commit was received.

use chrono::NaiveDate;
use ssh_key::{HashAlg, PublicKey, SshSig};

use super::Commit;

/// The purpose git writes into its signatures; a signature made for another purpose does not count.
const NAMESPACE: &str = "git";

/// A public key and the days on which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKey {
    key: PublicKey,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl KnownKey {
    /// From a line as in a `.pub` file (`ssh-ed25519 AAAA… comment`), valid from and until and including these days;
    /// `None` when the line is no public key.
    #[must_use]
    pub fn parse(line: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Self> {
        let key = PublicKey::from_openssh(line.trim()).ok()?;
        Some(Self { key, from, until })
    }

    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.key.fingerprint(HashAlg::Sha256).to_string()
    }

    /// Whether it counts on a day.
    #[must_use]
    pub fn valid_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What became of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignatureStatus {
    /// Made by the known key with this place in the list.
    Good {
        /// Its place in the list that was given.
        key: usize,
        /// Its fingerprint.
        fingerprint: String,
    },
    /// There is none.
    Unsigned,
    /// Made by a known key that did not count on the day of receipt.
    NotValidThen {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// Made by a key that is not in the list.
    UnknownKey {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// Not an SSH signature (but `OpenPGP` or X.509), or not readable.
    Unreadable,
    /// Made for another purpose than git.
    WrongPurpose,
    /// It does not fit the commit: one of the two was changed.
    Bad,
}

/// Judges the signature of a commit received on `received` by a list of keys.
#[must_use]
pub fn verify(commit: &Commit, keys: &[KnownKey], received: NaiveDate) -> SignatureStatus {
    let Some(signature) = &commit.signature else { return SignatureStatus::Unsigned };
    let Ok(parsed) = SshSig::from_pem(&signature.armor) else { return SignatureStatus::Unreadable };
    if parsed.namespace() != NAMESPACE {
        return SignatureStatus::WrongPurpose;
    }
    let signer = PublicKey::from(parsed.public_key().clone());
    if signer.verify(NAMESPACE, &signature.payload, &parsed).is_err() {
        return SignatureStatus::Bad;
    }
    let fingerprint = signer.fingerprint(HashAlg::Sha256).to_string();
    let mut known = false;
    for (place, key) in keys.iter().enumerate().filter(|(_, key)| key.key.key_data() == signer.key_data()) {
        known = true;
        if key.valid_on(received) {
            return SignatureStatus::Good { key: place, fingerprint };
        }
    }
    if known { SignatureStatus::NotValidThen { fingerprint } } else { SignatureStatus::UnknownKey { fingerprint } }
}
