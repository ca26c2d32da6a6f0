//! The key of a person or of a case, and a passphrase over it.

use std::fmt;
use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use zeroize::Zeroizing;

/// How hard a passphrase is to guess: 2 to this power steps, about a second.
const WORK: u8 = 18;
/// The most that is done for a file that somebody hands over.
const MAX_WORK: u8 = 20;

/// What opens what was sealed to its [`Recipient`]. Secret: it has no form that could be printed by accident.
#[derive(Clone)]
pub(crate) struct Identity(x25519::Identity);

/// To whom something is sealed: `age1…`. Public.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Recipient(String);

/// Why something could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOpened {
    /// It is sealed to others; of a file under a passphrase: the passphrase is another.
    NotForMe,
    /// Its bytes are not what was written.
    Damaged,
    /// Its passphrase asks for more work than a file of ours ever does.
    TooMuchWork,
}

impl Identity {
    /// A new one, from the system's chance.
    pub(crate) fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    /// To whom one seals for it.
    pub(crate) fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public().to_string())
    }

    /// `AGE-SECRET-KEY-1…`, for what is sealed or locked next.
    pub(crate) fn text(&self) -> SecretString {
        self.0.to_string()
    }
}

impl FromStr for Recipient {
    type Err = ();

    /// Reads `age1…`, of the kind that everybody's `age` has; of no plugin.
    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse::<x25519::Recipient>().map(|key| Self(key.to_string())).map_err(|_| ())
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Seals bytes to one or more; whoever holds the identity of any of them opens it. Nothing where there is none.
pub(super) fn seal(recipients: &[Recipient], plain: &[u8]) -> Option<Vec<u8>> {
    let keys: Option<Vec<x25519::Recipient>> = recipients.iter().map(|r| r.0.parse().ok()).collect();
    let keys = keys?;
    let encryptor = Encryptor::with_recipients(keys.iter().map(|key| key as &dyn age::Recipient)).ok()?;
    written(encryptor, plain)
}

/// Opens what was sealed to one of these.
pub(super) fn open(identities: &[Identity], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(why)?;
    if decryptor.is_scrypt() {
        return Err(NotOpened::NotForMe);
    }
    read(decryptor, identities.iter().map(|identity| &identity.0 as &dyn age::Identity))
}

/// An identity under a passphrase, as it lies on somebody's own machine; `age --decrypt` opens it.
pub(crate) fn lock(identity: &Identity, passphrase: &SecretString) -> Option<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).ok()?;
    let text = identity.text();
    written(encryptor, Zeroizing::new(format!("{}\n", text.expose_secret())).as_bytes())
}

/// The identity under a passphrase.
pub(crate) fn unlock(locked: &[u8], passphrase: &SecretString) -> Result<Identity, NotOpened> {
    let mut key = scrypt::Identity::new(passphrase.clone());
    key.set_max_work_factor(MAX_WORK);
    let decryptor = Decryptor::new_buffered(locked).map_err(why)?;
    let plain = read(decryptor, std::iter::once(&key as &dyn age::Identity))?;
    std::str::from_utf8(&plain).ok().and_then(Identity::read).ok_or(NotOpened::Damaged)
}

fn written(encryptor: Encryptor, plain: &[u8]) -> Option<Vec<u8>> {
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed).ok()?;
    writer.write_all(plain).ok()?;
    writer.finish().ok()?;
    Some(sealed)
}

fn read<'a>(
    decryptor: Decryptor<&[u8]>,
    identities: impl Iterator<Item = &'a dyn age::Identity>,
) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let mut plain = Zeroizing::new(Vec::new());
    decryptor.decrypt(identities).map_err(why)?.read_to_end(&mut plain).map_err(|_| NotOpened::Damaged)?;
    Ok(plain)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands behind `map_err`")]
fn why(error: DecryptError) -> NotOpened {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            NotOpened::NotForMe
        }
        DecryptError::ExcessiveWork { .. } => NotOpened::TooMuchWork,
        _ => NotOpened::Damaged,
    }
}

#[cfg(test)]
#[path = "../../tests/unit/sealing/identity.rs"]
mod tests;
