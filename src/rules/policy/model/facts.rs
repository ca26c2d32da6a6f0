//! What a case may be from the start, as far as conditions ask: topics, gravity, source, parties, who is who.

use crate::regulation::{Condition, Position, Regulation, Selector};

/// So many topics are varied freely; of more, one at a time.
const FREE_TOPICS: usize = 3;
/// At most so many combinations are looked at.
const MOST: usize = 512;

/// Facts that do not change while a case runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Topics it is about, of those that conditions name.
    pub topics: Vec<String>,
    /// How grave, when a condition asks.
    pub severity: Option<String>,
    /// From where, when a condition asks.
    pub source: Option<String>,
    /// Positions that are filled, of those that conditions name.
    pub parties: Vec<Position>,
    /// Roles that somebody in the case has, of those that conditions name.
    pub roles: Vec<String>,
    /// Data of the intake are missing.
    pub incomplete: bool,
    /// Which `same_person` questions hold.
    pub same: Vec<Vec<Selector>>,
}

/// Every combination of facts that the conditions tell apart, and whether some had to be left out.
#[must_use]
pub fn combinations(regulation: &Regulation, conditions: &[&Condition]) -> (Vec<Facts>, bool) {
    let mut asked = Asked::default();
    for condition in conditions {
        condition.walk(&mut |c| asked.note(c));
    }
    let mut all = vec![Facts::default()];
    let mut about = topics(&asked.topics);
    about.retain(|topics| regulation.topics.several || topics.len() < 2);
    all = vary(&all, &about, |f, topics| f.topics.clone_from(topics));
    let grave = regulation.severity.iter().flat_map(|s| s.list.iter().map(|i| i.id.clone())).collect::<Vec<_>>();
    all = vary(&all, &one_of(&asked.severities, &grave), |f, id| f.severity.clone_from(id));
    let sources = regulation.intake.iter().flat_map(|i| i.sources.clone()).collect::<Vec<_>>();
    all = vary(&all, &one_of(&asked.sources, &sources), |f, id| f.source.clone_from(id));
    let fills = |position: &&Position| regulation.roles.iter().any(|role| role.positions.contains(position));
    let represented = regulation.intake.as_ref().is_some_and(|intake| intake.representation);
    let parties = asked.parties.iter().filter(fills);
    for position in parties.filter(|position| **position != Position::Representative || represented) {
        all = vary(&all, &[false, true], |f, yes| {
            if *yes {
                f.parties.push(*position);
            }
        });
    }
    let in_case = |id: &&String| regulation.role(id).is_some_and(|role| !role.positions.is_empty());
    for role in asked.roles.iter().filter(in_case) {
        all = vary(&all, &[false, true], |f, yes| {
            if *yes {
                f.roles.push(role.clone());
            }
        });
    }
    if asked.incomplete && regulation.intake.as_ref().is_some_and(|intake| !intake.sealed.is_empty()) {
        all = vary(&all, &[false, true], |f, yes| f.incomplete = *yes);
    }
    for same in &asked.same {
        all = vary(&all, &[false, true], |f, yes| {
            if *yes {
                f.same.push(same.clone());
            }
        });
    }
    let cut = all.len() > MOST;
    all.truncate(MOST);
    (all, cut)
}

#[derive(Default)]
struct Asked {
    topics: Vec<String>,
    severities: Vec<String>,
    sources: Vec<String>,
    parties: Vec<Position>,
    roles: Vec<String>,
    incomplete: bool,
    same: Vec<Vec<Selector>>,
}

fn add<T: PartialEq + Clone>(list: &mut Vec<T>, value: &T) {
    if !list.contains(value) {
        list.push(value.clone());
    }
}

impl Asked {
    fn note(&mut self, condition: &Condition) {
        match condition {
            Condition::Topic(id) => add(&mut self.topics, id),
            Condition::Severity(id) => add(&mut self.severities, id),
            Condition::Source(id) => add(&mut self.sources, id),
            Condition::Party(position) => add(&mut self.parties, position),
            Condition::PartyRole(role) => add(&mut self.roles, role),
            Condition::SamePerson(selectors) => add(&mut self.same, selectors),
            Condition::Incomplete => self.incomplete = true,
            _ => {}
        }
    }
}

fn vary<T>(all: &[Facts], values: &[T], set: impl Fn(&mut Facts, &T)) -> Vec<Facts> {
    let with = |facts: &Facts, value: &T| {
        let mut facts = facts.clone();
        set(&mut facts, value);
        facts
    };
    all.iter().flat_map(|f| values.iter().map(|v| with(f, v)).collect::<Vec<_>>()).collect()
}

fn topics(asked: &[String]) -> Vec<Vec<String>> {
    if asked.len() > FREE_TOPICS {
        return std::iter::once(Vec::new()).chain(asked.iter().map(|t| vec![t.clone()])).collect();
    }
    (0..1usize << asked.len())
        .map(|mask| asked.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, t)| t.clone()).collect())
        .collect()
}

/// The values that are asked after, and one that stands for all others, when there are others.
fn one_of(asked: &[String], known: &[String]) -> Vec<Option<String>> {
    let named = asked.iter().filter(|a| known.contains(a)).cloned().map(Some);
    let other = known.iter().find(|k| !asked.contains(k)).cloned();
    let all: Vec<Option<String>> = named.chain(other.map(Some)).collect();
    if all.is_empty() || asked.is_empty() { vec![None] } else { all }
}
