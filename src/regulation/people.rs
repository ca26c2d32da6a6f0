//! Who holds which role, from when until when, and by what git knows them. Keys, never names.

use chrono::NaiveDate;
use serde::Deserialize;

/// `people.yaml` of one regulation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// `klacht.people/1`.
    pub schema: String,
    /// Persons.
    #[serde(default)]
    pub persons: Vec<Person>,
    /// Which member of staff looks after which client.
    #[serde(default)]
    pub accounts: Vec<Account>,
}

/// One person, by key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The key.
    pub key: String,
    /// Roles held.
    #[serde(default)]
    pub roles: Vec<HeldRole>,
    /// E-mail addresses used as git author.
    #[serde(default)]
    pub git: Vec<String>,
    /// User names of the transport (gitolite, a forge).
    #[serde(default)]
    pub transport: Vec<String>,
    /// Keys that sign commits.
    #[serde(default)]
    pub keys: Vec<PublicKey>,
    /// What this person declared.
    #[serde(default)]
    pub attestations: Vec<Attested>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A role held for a time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldRole {
    /// The role.
    pub role: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// As a deputy.
    #[serde(default)]
    pub deputy: bool,
}

/// A public key with the days on which it counts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// In OpenSSH's one-line form.
    pub key: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Withdrawn: no signature counts, whatever its date.
    #[serde(default)]
    pub revoked: bool,
}

/// A declaration that was given.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// Which.
    pub attestation: String,
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
    /// How it is known.
    pub how: String,
}

/// Who looks after a client.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The client's key.
    pub client: String,
    /// The person.
    pub holder: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

fn within(day: NaiveDate, from: NaiveDate, until: Option<NaiveDate>) -> bool {
    day >= from && until.is_none_or(|end| day <= end)
}

impl Person {
    /// Whether this person holds `role` on `day`.
    #[must_use]
    pub fn holds(&self, role: &str, day: NaiveDate) -> bool {
        self.roles.iter().any(|r| r.role == role && within(day, r.from, r.until))
    }
}

impl People {
    /// The person with this key.
    #[must_use]
    pub fn person(&self, key: &str) -> Option<&Person> {
        self.persons.iter().find(|p| p.key == key)
    }

    /// The persons who hold `role` on `day`, in the order of the file.
    pub fn holders<'a>(&'a self, role: &'a str, day: NaiveDate) -> impl Iterator<Item = &'a Person> {
        self.persons.iter().filter(move |p| p.holds(role, day))
    }

    /// Whether `key` holds `role` on `day`.
    #[must_use]
    pub fn holds(&self, key: &str, role: &str, day: NaiveDate) -> bool {
        self.person(key).is_some_and(|p| p.holds(role, day))
    }

    /// Who looks after `client` on `day`.
    #[must_use]
    pub fn account_holder(&self, client: &str, day: NaiveDate) -> Option<&str> {
        let held = self.accounts.iter().filter(|a| a.client == client && within(day, a.from, a.until));
        let found = held.max_by_key(|a| a.from);
        found.map(|a| a.holder.as_str())
    }

    /// The person who commits under this e-mail address; compared without regard to case.
    #[must_use]
    pub fn by_git(&self, email: &str) -> Option<&Person> {
        self.persons.iter().find(|p| p.git.iter().any(|g| g.eq_ignore_ascii_case(email)))
    }

    /// The person whom the transport knows by this name.
    #[must_use]
    pub fn by_transport(&self, user: &str) -> Option<&Person> {
        self.persons.iter().find(|p| p.transport.iter().any(|t| t == user))
    }
}
