//! Who did it. An author field proves nothing; a transport name or a signing key does.

use chrono::NaiveDate;

use super::settings::{Settings, Strength};
use crate::register::{Commit, KnownKey, Verdict, verify};
use crate::regulation::{People, Person};

/// What is known of who made a commit, before anybody's people.yaml is asked.
#[derive(Debug, Clone)]
pub struct Trace<'a> {
    /// The commit, when there is one already.
    pub commit: Option<&'a Commit>,
    /// The author's address.
    pub email: String,
    /// The user as the transport names it, when it does.
    pub transport: Option<String>,
    /// The day on which it came in: of the server, or else of the commit.
    pub received: Option<NaiveDate>,
}

/// Who it was, by one people.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// This person.
    Person(String),
    /// Nobody of people.yaml.
    Stranger,
    /// The commit bears no signature, or one that does not count.
    Unsigned(Signed),
    /// The server does not say who it was.
    Unnamed,
}

/// What became of a signature that does not count.
pub type Signed = Verdict;

impl Trace<'_> {
    /// Who it was, as surely as the settings ask.
    #[must_use]
    pub fn known_to(&self, people: &People, settings: &Settings) -> Known {
        match settings.identity.strength {
            Strength::Author => of(people.by_git(&self.email)),
            Strength::Transport => match &self.transport {
                Some(user) if !user.is_empty() => of(people.by_transport(user)),
                _ => Known::Unnamed,
            },
            Strength::Signature => self.signed_by(people),
        }
    }

    fn signed_by(&self, people: &People) -> Known {
        let Some(commit) = self.commit else { return Known::Unsigned(Verdict::Unsigned) };
        let Some(day) = self.received else { return Known::Unsigned(Verdict::Bad) };
        let mut worst = verify(commit, &[], day);
        for person in &people.persons {
            let live = person.keys.iter().filter(|k| !k.revoked);
            let keys: Vec<KnownKey> = live.filter_map(|k| KnownKey::parse(&k.key, Some(k.from), k.until)).collect();
            match verify(commit, &keys, day) {
                Verdict::Good { .. } => return Known::Person(person.key.clone()),
                // A key that is known but did not count then says more than a key that is nobody's.
                known @ Verdict::NotValidThen { .. } => worst = known,
                _ => {}
            }
        }
        Known::Unsigned(worst)
    }
}

fn of(person: Option<&Person>) -> Known {
    person.map_or(Known::Stranger, |p| Known::Person(p.key.clone()))
}
