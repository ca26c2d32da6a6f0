//! What the rows name by id or key: roles in words, and who holds them from when until when.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::row::{Actor, Words};
use crate::casework::case_index::rows::words;
use crate::context::Context;
use crate::diagnostics::Lang;
use crate::regulation::RoleKind;

/// Roles and their holders, by regulation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels(BTreeMap<String, Roles>);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Roles {
    /// In words, as the newest version has it.
    words: BTreeMap<String, Words<String>>,
    /// Those of staff, in any version.
    staff: BTreeSet<String>,
    /// Role, person, first day, last day; in the order of the file.
    held: Vec<(String, String, NaiveDate, Option<NaiveDate>)>,
}

impl Labels {
    /// Of what the cases are judged by.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let mut all = BTreeMap::new();
        for (id, history) in &context.policy.histories {
            let mut roles = Roles::default();
            for version in history.versions.values() {
                let of_staff = version.regulation.roles.iter().filter(|role| role.kind == RoleKind::Staff);
                roles.staff.extend(of_staff.map(|role| role.id.clone()));
                let named = version.regulation.roles.iter();
                roles.words.extend(named.map(|role| (role.id.clone(), words(version, "roles", &role.id, &role.name))));
            }
            for person in &history.people.persons {
                let held = person.roles.iter();
                roles.held.extend(held.map(|r| (r.role.clone(), person.key.clone(), r.from, r.until)));
            }
            all.insert(id.clone(), roles);
        }
        Self(all)
    }

    /// The regulations there are.
    #[must_use]
    pub fn regulations(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Every role and every person there is, for suggestions.
    #[must_use]
    pub fn known(&self) -> BTreeSet<&str> {
        let roles = self.0.values().flat_map(|r| r.words.keys());
        let persons = self.0.values().flat_map(|r| r.held.iter().map(|(_, person, ..)| person));
        roles.chain(persons).map(String::as_str).collect()
    }

    /// Who must, in words: a role's name, or who it is in the case.
    #[must_use]
    pub fn words<'a>(&'a self, regulation: &str, actor: &Actor<&'a str>, lang: Lang) -> &'a str {
        let role = actor.role.and_then(|role| self.0.get(regulation)?.words.get(role));
        let words = role.map_or_else(|| in_the_case(actor.selector), |words| Words { nl: &words.nl, en: &words.en });
        words.in_(lang)
    }

    /// Whether this is a role of staff, or a person who holds one on the day.
    #[must_use]
    pub fn is_staff(&self, regulation: &str, who: &str, day: NaiveDate) -> bool {
        let Some(roles) = self.0.get(regulation) else { return false };
        let holds = |(role, person, from, until): &(String, String, NaiveDate, Option<NaiveDate>)| {
            person == who && roles.staff.contains(role) && day >= *from && until.is_none_or(|end| day <= end)
        };
        roles.staff.contains(who) || roles.held.iter().any(holds)
    }

    /// The persons who can on a day, in the order of the file, each once.
    #[must_use]
    pub fn persons<'a>(&'a self, regulation: &str, by: &[Actor<&'a str>], day: NaiveDate) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        let held = self.0.get(regulation).map(|roles| roles.held.as_slice()).unwrap_or_default();
        for actor in by {
            let holds = |(role, _, from, until): &&(String, String, NaiveDate, Option<NaiveDate>)| {
                actor.role == Some(role.as_str()) && day >= *from && until.is_none_or(|end| day <= end)
            };
            let holders = held.iter().filter(holds).map(|(_, person, ..)| person.as_str());
            for person in holders.chain(actor.persons.iter().copied()) {
                if !found.contains(&person) && !actor.kept.contains(&person) {
                    found.push(person);
                }
            }
        }
        found
    }
}

/// Who a word of the regulation means in a case.
fn in_the_case(selector: &str) -> Words<&str> {
    let (nl, en) = match selector {
        "handler" => ("behandelaar", "handler"),
        "owner" => ("eigenaar", "owner"),
        "anyone" => ("elke medewerker", "any member of staff"),
        "complainant" => ("klager", "complainant"),
        "respondent" => ("beklaagde", "respondent"),
        "involved" => ("betrokkene", "person involved"),
        "representative" => ("vertegenwoordiger", "representative"),
        "parties" => ("partijen", "parties"),
        other => (other, other),
    };
    Words { nl, en }
}
