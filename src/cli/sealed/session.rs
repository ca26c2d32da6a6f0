//! Identities that were unlocked a moment ago, so that a passphrase is asked once and not for every command. They lie in the memory
//! of the system's kernel, for as long as somebody is logged in, and go by themselves; never on a disk. Where a system has no such place,
//! nothing is remembered.

use age::secrecy::{ExposeSecret, SecretString};

use crate::cli::world::World;
use crate::sealing::{Identity, Recipient};

/// For how many minutes an identity stays unlocked after it was last used, unless this says another number; 0 is never.
const MINUTES: (&str, u64) = ("KLACHT_UNLOCKED_MINUTES", 15);

fn minutes(world: &World<'_>) -> u64 {
    (world.env)(MINUTES.0).and_then(|text| text.trim().parse().ok()).unwrap_or(MINUTES.1)
}

/// Remembers an identity.
pub fn remember(identity: &Identity, world: &World<'_>) {
    let minutes = minutes(world);
    if minutes > 0 {
        // Where the system takes nothing, the passphrase is asked again.
        let _ = place::put(&identity.recipient(), &identity.text(), minutes * 60);
    }
}

/// The identity behind a recipient, if it is still unlocked; it stays so for as long again.
pub fn recall(recipient: &Recipient, world: &World<'_>) -> Option<Identity> {
    if minutes(world) == 0 {
        return None;
    }
    let text = place::get(recipient)?;
    let identity = Identity::read(text.expose_secret()).filter(|identity| identity.recipient() == *recipient)?;
    remember(&identity, world);
    Some(identity)
}

/// Forgets the identity behind a recipient.
pub fn forget(recipient: &Recipient) {
    place::remove(recipient);
}

#[cfg(target_os = "linux")]
mod place {
    use linux_keyutils::{KeyRing, KeyRingIdentifier};

    use super::{ExposeSecret, Recipient, SecretString};

    fn name(recipient: &Recipient) -> String {
        format!("klacht:{recipient}")
    }

    fn ring() -> Option<KeyRing> {
        KeyRing::from_special_id(KeyRingIdentifier::Session, false).ok()
    }

    pub(super) fn put(recipient: &Recipient, text: &SecretString, seconds: u64) -> Option<()> {
        let key = ring()?.add_key(&name(recipient), text.expose_secret().as_bytes()).ok()?;
        key.set_timeout(usize::try_from(seconds).ok()?).ok()
    }

    pub(super) fn get(recipient: &Recipient) -> Option<SecretString> {
        let bytes = ring()?.search(&name(recipient)).ok()?.read_to_vec().ok()?;
        String::from_utf8(bytes).ok().map(SecretString::from)
    }

    pub(super) fn remove(recipient: &Recipient) {
        if let Some(key) = ring().and_then(|ring| ring.search(&name(recipient)).ok()) {
            // What is gone already need not be removed.
            let _ = key.invalidate();
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod place {
    use super::{Recipient, SecretString};

    pub(super) fn put(_: &Recipient, _: &SecretString, _: u64) -> Option<()> {
        None
    }

    pub(super) fn get(_: &Recipient) -> Option<SecretString> {
        None
    }

    pub(super) fn remove(_: &Recipient) {}
}
