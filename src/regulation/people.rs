//! `people.yaml`: who holds which role, from when until when, and by what git knows them. Keys, never names.

use chrono::NaiveDate;

use super::shared::shared;
use crate::diagnostics::text;
use crate::sealing::{Recipient, SealId};
use crate::yaml::{Fault, Node, Route, Wrong, group};

group! {
    /// `people.yaml` of one regulation.
    #[derive(Default)]
    pub struct People = "people" {
        must schema: String as OneOf(&["klacht.people/1"]), "soort bestand", "kind of file";
        must persons: Vec<Person>, "personen", "persons";
        may accounts: Vec<Account>, "wie welke klant heeft", "who has which client";
        /// Where nobody is named, whoever holds a role.
        /// To whom the words of a case are sealed; the identities lie on their own machines.
        may seal: Vec<SealKey>, "sleutels om te lezen wat verzegeld is", "keys that read what is sealed";
        /// That no machine holds.
        may recovery: Vec<SealKey>, "reservesleutels in de kluis", "recovery keys in the safe";
        may policy_owners: Vec<String> as IDS, "wie over de regeling gaan", "who decide on the regulation";
    }
}

group! {
    /// One person, by key.
    pub struct Person = "person" {
        must key: String as Id, "sleutel, geen naam", "a key, not a name";
        may roles: Vec<HeldRole>, "rollen", "roles held";
        /// Used as git author.
        may git: Vec<String>, "e-mailadressen in git", "e-mail addresses in git";
        /// Of gitolite, or of a forge.
        may transport: Vec<String>, "gebruikersnamen op de server", "user names on the server";
        may keys: Vec<PublicKey>, "sleutels om te tekenen", "keys that sign";
        may attestations: Vec<Attested>, "verklaringen", "declarations given";
        ..note;
    }
}

group! {
    /// A role held for a time.
    pub struct HeldRole = "held role" {
        must role: String as Id, "de rol", "the role";
        must from: NaiveDate, "eerste dag", "first day";
        may until: Option<NaiveDate>, "laatste dag", "last day";
        may deputy: bool, "als plaatsvervanger", "as a deputy";
        /// It ended before steps that stand in a log.
        may although: Option<String>, "waarom toch zo", "why it is so all the same";
    }
}

group! {
    /// A public key with the days on which it counts.
    pub struct PublicKey = "public key" {
        must key: String, "in de vorm van OpenSSH", "in OpenSSH's form";
        must from: NaiveDate, "eerste dag", "first day";
        may until: Option<NaiveDate>, "laatste dag", "last day";
        /// No signature counts, whatever its date.
        may revoked: bool, "ingetrokken", "withdrawn";
    }
}

group! {
    /// A key that reads what is sealed to it.
    #[derive(PartialEq, Eq)]
    pub struct SealKey = "seal key" {
        /// `m3/2`: the second of m3; `recovery/1`: the first in the safe.
        must id: String as Custom(seal_id), "welke sleutel van wie", "which key of whom";
        must recipient: String as Custom(recipient), "de openbare sleutel: age1…", "the public key: age1…";
        must from: NaiveDate, "eerste dag", "first day";
        /// Nothing new is sealed to it.
        may superseded: Option<NaiveDate>, "opgevolgd op", "day on which another took its place";
        /// Whoever had it says that no copy is left.
        may retired: Option<NaiveDate>, "vernietigd op", "day on which it was destroyed";
        /// Nobody knows who has it.
        may lost: Option<NaiveDate>, "kwijt sinds", "day since which it is lost";
    }
}

impl SealKey {
    /// Whether cases are sealed to it.
    #[must_use]
    pub fn is_in_force(&self) -> bool {
        self.superseded.is_none() && self.retired.is_none() && self.lost.is_none()
    }

    /// Whether cases were sealed to it on a day.
    #[must_use]
    pub fn is_in_force_on(&self, day: NaiveDate) -> bool {
        let ended = [self.superseded, self.retired, self.lost].into_iter().flatten().any(|end| end <= day);
        self.from <= day && !ended
    }
}

fn seal_id(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    if node.text().is_some_and(|text| text.parse::<SealId>().is_ok()) {
        return;
    }
    let message = text!("dit is geen naam van een sleutel", "this is no name of a key");
    let remedy = text!(
        "schrijf de sleutel van de persoon, een streep en een nummer: `m3/2`",
        "write the person's key, a slash and a number: `m3/2`"
    );
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

fn recipient(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    if node.text().is_some_and(|text| text.parse::<Recipient>().is_ok()) {
        return;
    }
    let message = text!("dit is geen openbare sleutel van age", "this is no public key of age");
    let remedy = text!(
        "neem de regel over die `klacht keys new` schrijft; hij begint met `age1`",
        "take the line that `klacht keys new` writes; it begins with `age1`"
    );
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

group! {
    /// A declaration that was given, here or in a yearbook.
    #[derive(PartialEq, Eq)]
    pub struct Attested = "attested" {
        must attestation: String as Id, "welke", "which";
        must on: NaiveDate, "wanneer", "when";
        must by: String as Id, "door wie", "by whom";
        must how: String, "waaruit het blijkt", "how it is known";
    }
}

group! {
    /// Who looks after a client.
    pub struct Account = "account" {
        must client: String as Id, "sleutel van de klant", "the client's key";
        must holder: String as Id, "de medewerker", "the member of staff";
        must from: NaiveDate, "eerste dag", "first day";
        may until: Option<NaiveDate>, "laatste dag", "last day";
    }
}

fn within(day: NaiveDate, from: NaiveDate, until: Option<NaiveDate>) -> bool {
    day >= from && until.is_none_or(|end| day <= end)
}

impl Person {
    /// Whether this person holds any role on `day`.
    #[must_use]
    pub fn holds_any(&self, day: NaiveDate) -> bool {
        self.roles.iter().any(|r| within(day, r.from, r.until))
    }

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

    /// Whether `key` holds any role on `day`.
    #[must_use]
    pub fn holds_any(&self, key: &str, day: NaiveDate) -> bool {
        self.person(key).is_some_and(|p| p.holds_any(day))
    }

    /// Whether `key` decides on the regulation: is named for it or, where nobody is, holds a role on `day`.
    #[must_use]
    pub fn owns(&self, key: &str, day: NaiveDate) -> bool {
        if self.policy_owners.is_empty() {
            return self.holds_any(key, day);
        }
        self.person(key).is_some() && self.policy_owners.iter().any(|owner| owner == key)
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
