//! Who did it. An author field proves nothing; a transport name or a signing key does.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::check::commit::push_context::Lookup;
use crate::context::Strength;
use crate::register::{Commit, KnownKey, SignatureStatus, verify};
use crate::regulation::{People, Person};

/// What is known of who made a commit, before anybody's people.yaml is asked.
#[derive(Clone, Default)]
pub struct ActorEvidence<'a> {
    /// The commit, when there is one already.
    pub commit: Option<&'a Commit>,
    /// The author's address, when it is known.
    pub email: Option<String>,
    /// Looks up the server's variables, in one of which the transport names the user; nothing away from a server.
    pub server: Option<&'a Lookup<'a>>,
    /// The day on which it came in: of the server, or else of the commit.
    pub received: Option<NaiveDate>,
    /// What the signature is worth by itself, worked out once.
    pub signed: OnceCell<SignatureStatus>,
}

/// Who it was, by one people.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identification {
    /// This person.
    Person(String),
    /// Nobody of people.yaml.
    UnknownActor,
    /// The commit bears no signature, or one that does not count.
    Unsigned(SignatureStatus),
    /// The server does not say who it was.
    Unnamed,
    /// It cannot be known here: a commit that is still to be made has no signature, and only a server knows the transport.
    Unknowable,
}

impl Identification {
    /// The person, when it is known who it was.
    #[must_use]
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Person(key) => Some(key),
            _ => None,
        }
    }

    /// Who it was, where two states must both say so.
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Person(one), Self::Person(other)) if one != other => Self::UnknownActor,
            (Self::Person(_), other) => other,
            (one, _) => one,
        }
    }
}

impl ActorEvidence<'_> {
    /// Who it was, as surely as is asked; `variable` is the one in which the server names the user.
    #[must_use]
    pub fn known_to(&self, people: &People, strength: Strength, variable: Option<&str>) -> Identification {
        match strength {
            Strength::Author => {
                self.email.as_ref().map_or(Identification::Unknowable, |email| of(people.by_git(email)))
            }
            Strength::Transport => {
                let Some(server) = self.server else { return Identification::Unknowable };
                match variable.and_then(server) {
                    Some(user) if !user.is_empty() => of(people.by_transport(&user)),
                    _ => Identification::Unnamed,
                }
            }
            Strength::Signature => {
                self.commit.map_or(Identification::Unknowable, |commit| self.signed_by(commit, people))
            }
        }
    }

    /// The fingerprint of the key that signed, whoever's it is.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&str> {
        match self.signature(self.commit?)? {
            SignatureStatus::UnknownKey { fingerprint } => Some(fingerprint),
            _ => None,
        }
    }

    fn signature(&self, commit: &Commit) -> Option<&SignatureStatus> {
        let day = self.received?;
        Some(self.signed.get_or_init(|| verify(commit, &[], day)))
    }

    fn signed_by(&self, commit: &Commit, people: &People) -> Identification {
        let (Some(signed), Some(day)) = (self.signature(commit), self.received) else {
            return Identification::Unsigned(SignatureStatus::Bad);
        };
        let SignatureStatus::UnknownKey { fingerprint } = signed else {
            return Identification::Unsigned(signed.clone());
        };
        let mut worst = signed.clone();
        for (person, key) in people.persons.iter().flat_map(|p| p.keys.iter().map(move |key| (p, key))) {
            let known = KnownKey::parse(&key.key, Some(key.from), key.until);
            let Some(known) = known.filter(|known| !key.revoked && known.fingerprint() == *fingerprint) else {
                continue;
            };
            if known.valid_on(day) {
                return Identification::Person(person.key.clone());
            }
            // A key that is known but did not count then says more than a key that is nobody's.
            worst = SignatureStatus::NotValidThen { fingerprint: fingerprint.clone() };
        }
        Identification::Unsigned(worst)
    }
}

fn of(person: Option<&Person>) -> Identification {
    person.map_or(Identification::UnknownActor, |p| Identification::Person(p.key.clone()))
}
