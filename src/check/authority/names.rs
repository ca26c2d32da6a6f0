//! What bears somebody's name in a case bears that of whoever recorded it.

use crate::case::LogEntry;
use crate::check::authority::case::Maker;
use crate::context::Strength;
use crate::diagnostics::Finding;
use crate::rules::history::g714;
use crate::yaml::Route;

impl Maker<'_> {
    /// What bears somebody's name bears that of whoever recorded it, unless it says who did.
    pub(super) fn names(&self) -> Vec<Finding> {
        let subject = self.question.subject;
        let mut found = Vec::new();
        if self.standing().records_for_others() && self.standing().strength() != Strength::Author {
            return found;
        }
        let people = self.standing().histories(self.regulation).last().map(|h| &h.people);
        let other = |by: &str| by != self.person && people.is_some_and(|p| p.person(by).is_some());
        if let Some(by) = subject.now.stub.as_ref().map(|(_, by)| by)
            && !subject.parents.iter().any(|p| p.destroyed)
            && other(by)
        {
            let said = g714::in_name_of(by, self.person);
            found.push(subject.at(&g714::RULE, &Route::root().key("destroyed"), said));
        }
        let stood = |accepted| subject.parents.iter().any(|p| p.accepted.contains(accepted));
        for (index, accepted) in subject.now.accepted.iter().enumerate() {
            if !stood(accepted) && other(&accepted.2) {
                let route = Route::root().key("accepted").index(index);
                found.push(subject.at(&g714::RULE, &route, g714::in_name_of(&accepted.2, self.person)));
            }
        }
        if !self.standing().records_for_others() {
            found.extend(self.entries_of_others());
        }
        found
    }

    fn entries_of_others(&self) -> Vec<Finding> {
        let (subject, person) = (self.question.subject, self.person);
        let people = self.standing().histories(self.regulation).last().map(|h| &h.people);
        let is_staff = |key: &str| people.is_some_and(|p| p.person(key).is_some());
        let is_other = |entry: &LogEntry| {
            let staff: Vec<&String> = entry.by.iter().filter(|k| is_staff(k)).collect();
            let by_other = !staff.is_empty() && !staff.iter().any(|k| *k == person);
            let recorded_by_other = entry.recorded_by.as_deref().is_some_and(|r| r != person);
            (by_other && entry.recorded_by.as_deref() != Some(person)) || recorded_by_other
        };
        let stood = |text: &String| subject.parents.iter().any(|parent| parent.attested.contains(text));
        let attested = self.case().map(|case| case.attestations.as_slice()).unwrap_or_default();
        let new = attested.iter().zip(&subject.now.attested).enumerate().filter(|(_, (_, text))| !stood(text));
        let standing = self.standing();
        let owns = standing.names_owners(self.regulation) && standing.owns(self.regulation, person);
        let of_others = new.filter(|(_, (declared, _))| !owns && declared.by != person && is_staff(&declared.by));
        let mut found: Vec<Finding> = of_others
            .map(|(at, (declared, _))| {
                let route = Route::root().key("attestations").index(at);
                subject.at(&g714::RULE, &route, g714::in_name_of(&declared.by, person))
            })
            .collect();
        let entries = subject.added().into_iter().filter_map(|i| self.entry(i).map(|e| (i, e)));
        let others = entries.filter(|(_, e)| is_other(e));
        found.extend(others.map(|(index, entry)| {
            let by: Vec<&str> = entry.by.iter().map(String::as_str).collect();
            let route = Route::root().key("log").index(index).key("by");
            subject.at(&g714::RULE, &route, g714::say(index + 1, person, &by))
        }));
        found
    }
}
