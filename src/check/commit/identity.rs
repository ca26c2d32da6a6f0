//! Who did it. An author field proves nothing; a transport name or a signing key does.

use chrono::NaiveDate;

use crate::check::commit::push_context::Lookup;
use crate::context::{Settings, Strength};
use crate::register::{Commit, KnownKey, SignatureStatus, verify};
use crate::regulation::{People, Person};

/// What is known of who made a commit, before anybody's people.yaml is asked.
#[derive(Clone)]
pub struct ActorEvidence<'a> {
    /// The commit, when there is one already.
    pub commit: Option<&'a Commit>,
    /// The author's address, when it is known.
    pub email: Option<String>,
    /// Looks up the server's variables, in one of which the transport names the user; nothing away from a server.
    pub server: Option<&'a Lookup<'a>>,
    /// The day on which it came in: of the server, or else of the commit.
    pub received: Option<NaiveDate>,
}

/// Who it was, by one people.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identification {
    /// This person.
    Person(String),
    /// Nobody of people.yaml.
    UnknownActor,
    /// The commit bears no signature, or one that does not count.
    Unsigned(Signed),
    /// The server does not say who it was.
    Unnamed,
    /// It cannot be known here: a commit that is still to be made has no signature, and only a server knows the transport.
    Unknowable,
}

/// What became of a signature that does not count.
pub type Signed = SignatureStatus;

impl ActorEvidence<'_> {
    /// Who it was, as surely as the settings ask.
    #[must_use]
    pub fn known_to(&self, people: &People, settings: &Settings) -> Identification {
        match settings.identity.strength {
            Strength::Author => {
                self.email.as_ref().map_or(Identification::Unknowable, |email| of(people.by_git(email)))
            }
            Strength::Transport => {
                let Some(server) = self.server else { return Identification::Unknowable };
                match settings.identity.variable.as_deref().and_then(server) {
                    Some(user) if !user.is_empty() => of(people.by_transport(&user)),
                    _ => Identification::Unnamed,
                }
            }
            Strength::Signature => {
                self.commit.map_or(Identification::Unknowable, |commit| self.signed_by(commit, people))
            }
        }
    }

    fn signed_by(&self, commit: &Commit, people: &People) -> Identification {
        let Some(day) = self.received else { return Identification::Unsigned(SignatureStatus::Bad) };
        let mut worst = verify(commit, &[], day);
        for person in &people.persons {
            let live = person.keys.iter().filter(|k| !k.revoked);
            let keys: Vec<KnownKey> = live.filter_map(|k| KnownKey::parse(&k.key, Some(k.from), k.until)).collect();
            match verify(commit, &keys, day) {
                SignatureStatus::Good { .. } => return Identification::Person(person.key.clone()),
                // A key that is known but did not count then says more than a key that is nobody's.
                known @ SignatureStatus::NotValidThen { .. } => worst = known,
                _ => {}
            }
        }
        Identification::Unsigned(worst)
    }
}

fn of(person: Option<&Person>) -> Identification {
    person.map_or(Identification::UnknownActor, |p| Identification::Person(p.key.clone()))
}
