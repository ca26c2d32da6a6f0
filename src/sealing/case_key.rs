//! The key of one case: identities, the newest first, wrapped to all who may read. Whoever has the recipient of the newest adds, and
//! cannot read.

use age::secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::identity::{Identity, NotOpened, Recipient, open, seal};

/// What opens the pieces of a case.
#[derive(Clone)]
pub(crate) struct CaseKey {
    /// The newest first; never empty.
    identities: Vec<Identity>,
}

impl CaseKey {
    /// A new one for a new case.
    pub(crate) fn generate() -> Self {
        Self { identities: vec![Identity::generate()] }
    }

    /// The same, with a newer identity for what comes later: who could read stays able to read what was.
    pub(crate) fn renewed(&self) -> Self {
        let mut identities = vec![Identity::generate()];
        identities.extend(self.identities.iter().cloned());
        Self { identities }
    }

    /// The same with the identities of another that it lacks, as the older ones.
    pub(crate) fn joined(&self, other: &Self) -> Self {
        let mut identities = self.identities.clone();
        let known = |list: &[Identity], one: &Identity| list.iter().any(|have| have.recipient() == one.recipient());
        for identity in &other.identities {
            if !known(&identities, identity) {
                identities.push(identity.clone());
            }
        }
        Self { identities }
    }

    /// To whom pieces are sealed from now on.
    pub(crate) fn recipient(&self) -> Option<Recipient> {
        self.identities.first().map(Identity::recipient)
    }

    /// All that open a piece of this case.
    pub(crate) fn identities(&self) -> &[Identity] {
        &self.identities
    }

    /// Wrapped to those who may read: an age file that holds the identities as `age` takes them, a line each.
    pub(crate) fn wrapped(&self, to: &[Recipient]) -> Option<Vec<u8>> {
        let mut plain = Zeroizing::new(String::new());
        for identity in &self.identities {
            plain.push_str(identity.text().expose_secret());
            plain.push('\n');
        }
        seal(to, plain.as_bytes())
    }

    /// Unwrapped by one of these.
    pub(crate) fn unwrapped(wrapped: &[u8], by: &[Identity]) -> Result<Self, NotOpened> {
        let plain = open(by, wrapped)?;
        let text = std::str::from_utf8(&plain).map_err(|_| NotOpened::Damaged)?;
        let identities: Option<Vec<Identity>> = text.lines().map(Identity::read).collect();
        let identities = identities.filter(|all| !all.is_empty()).ok_or(NotOpened::Damaged)?;
        Ok(Self { identities })
    }
}
