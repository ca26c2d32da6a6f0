//! Days on which more persons hold a role than may.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::days::Days;
use crate::regulation::People;
use crate::yaml::Route;

/// Too many persons at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd {
    /// The day on which it began, or grew.
    pub day: NaiveDate,
    /// How many persons; each counts once, whatever roles he holds.
    pub persons: usize,
    /// The role in people.yaml by which it did.
    pub at: Route,
}

/// The days of `days` on which somebody came to hold one of `roles` and more than `most` persons then held one.
pub fn beyond(people: &People, roles: &[&str], most: usize, days: Days) -> Vec<Crowd> {
    // One finding a day: of those who start on the same day, the last in the file is the one too many.
    let mut starts: BTreeMap<NaiveDate, Route> = BTreeMap::new();
    for (number, person) in people.persons.iter().enumerate() {
        for (place, held) in person.roles.iter().enumerate() {
            if roles.contains(&held.role.as_str()) && days.touch(held) {
                let at = Route::root().key("persons").index(number).key("roles").index(place);
                starts.insert(held.from.max(days.from), at);
            }
        }
    }
    let holding =
        |day: NaiveDate| people.persons.iter().filter(|p| roles.iter().any(|role| p.holds(role, day))).count();
    let counted = starts.into_iter().map(|(day, at)| Crowd { day, persons: holding(day), at });
    counted.filter(|crowd| crowd.persons > most).collect()
}
