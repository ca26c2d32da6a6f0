//! What a commit may rest on: a power counts when it stood before the push and still stands before the commit.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::authority::kind::{Kind, Who};
use crate::check::authority::maker::{ActorEvidence, Identification};
use crate::context::{Context, Strength};
use crate::diagnostics::Severity;
use crate::register::{Id, KnownKey, Register, RegisterError};
use crate::regulation::{People, RegulationHistory, Selector, Version};
use crate::rules::terms::t311;

/// What gives power for a whole push, whatever the push brings. Made once a push.
#[derive(Debug, Default, Clone)]
pub struct Powers {
    /// The commit that stood before the push; in a range its beginning, on a desk what the server is known to have.
    pub before_push: Option<Id>,
    /// Nothing stood before this push, on a server that judges it: who pushes only has to be somebody.
    pub first: bool,
    /// The full name of the branch that is the register, where it is known better than by what is checked out.
    pub main: Option<String>,
    /// Whether it is asked at all which branches are guarded: of a whole history nobody knows what its branches were called.
    pub judges_guard: bool,
    /// The strength below which the server takes nothing.
    pub floor: Option<Strength>,
    /// The fingerprint of the key by which the server lets keepers be named anew.
    pub repair: Option<String>,
}

impl Powers {
    /// At a gate: with what the server's own configuration says, which no push reaches.
    pub fn at_the_gate(register: &Register) -> Result<Self, RegisterError> {
        let floor = register.setting("klacht.floor")?;
        let key = register.setting("klacht.keeper")?.and_then(|line| KnownKey::parse(&line, None, None));
        let floor = floor.and_then(|word| Strength::from_word(word.trim()));
        Ok(Self { floor, repair: key.map(|key| key.fingerprint()), judges_guard: true, ..Self::default() })
    }

    /// The strength below which the server takes nothing.
    #[must_use]
    pub fn floor(&self) -> Strength {
        self.floor.unwrap_or_default()
    }
}

/// The two states that must both give a power to the maker of one commit.
pub struct Standing<'a> {
    /// For the whole push.
    pub powers: &'a Powers,
    /// What stood before the push; nothing where that is not known, or nothing stood.
    pub push: Option<&'a Context>,
    /// What stood before the commit: in its first parent. Of a first commit the commit itself.
    pub before: &'a Context,
    /// Whether it is the first commit of a register, which is judged by itself.
    pub begins: bool,
    /// The day on which roles are asked for.
    pub day: NaiveDate,
    /// What is known of who made it.
    pub evidence: &'a ActorEvidence<'a>,
}

impl<'a> Standing<'a> {
    /// The states, each once.
    pub fn states(&self) -> impl Iterator<Item = &'a Context> + use<'a> {
        let before = self.before;
        self.push.filter(|push| !std::ptr::eq(*push, before)).into_iter().chain([before])
    }

    /// How surely it must be known who did it: as surely as the stricter state asks.
    #[must_use]
    pub fn strength(&self) -> Strength {
        let asked = self.states().map(|state| state.settings.identity.strength).max().unwrap_or_default();
        asked.max(self.powers.floor())
    }

    /// As grave as a finding on who it was can be.
    #[must_use]
    pub fn ceiling(&self) -> Severity {
        if self.strength() == Strength::Author { Severity::Warning } else { Severity::Error }
    }

    /// Whether somebody with access may record what another did.
    #[must_use]
    pub fn records_for_others(&self) -> bool {
        self.strength() == Strength::Author || self.states().all(|state| state.settings.identity.record_for_others)
    }

    /// The variables in which the server names the user; both, where they differ.
    #[must_use]
    pub fn variables(&self) -> Vec<&'a str> {
        let mut all: Vec<&str> = self.states().filter_map(|s| s.settings.identity.variable.as_deref()).collect();
        all.dedup();
        all
    }

    /// Who made it, as one regulation knows people in both states.
    #[must_use]
    pub fn who_in(&self, regulation: &str) -> Identification {
        let strength = self.strength();
        if self.powers.first && !self.begins && strength == Strength::Transport {
            return Identification::Unknowable;
        }
        let variables: Vec<Option<&str>> = match self.variables() {
            none if none.is_empty() => vec![None],
            some => some.into_iter().map(Some).collect(),
        };
        let mut who: Option<Identification> = None;
        for state in self.states() {
            let history = state.policy.histories.get(regulation);
            for variable in &variables {
                let one = history
                    .map_or(Identification::UnknownActor, |h| self.evidence.known_to(&h.people, strength, *variable));
                who = Some(match who {
                    None => one,
                    Some(so_far) => so_far.and(one),
                });
            }
        }
        who.unwrap_or(Identification::Unknowable)
    }

    /// Who made it, as each regulation knows people.
    #[must_use]
    pub fn everywhere(&self) -> BTreeMap<&'a str, Identification> {
        self.before.policy.histories.keys().map(|id| (id.as_str(), self.who_in(id))).collect()
    }

    /// Whether anybody can be known at all: where nobody's address is known, an author field says nothing.
    #[must_use]
    pub fn can_know(&self, regulation: Option<&str>) -> bool {
        let asked = |id: &str| regulation.is_none_or(|wanted| wanted == id);
        let histories = self.before.policy.histories.iter().filter(|(id, _)| asked(id));
        self.strength() != Strength::Author
            || histories.flat_map(|(_, h)| &h.people.persons).any(|person| !person.git.is_empty())
    }

    /// Whether a person of a regulation owns it, in both states.
    #[must_use]
    pub fn owns(&self, regulation: &str, person: &str) -> bool {
        self.states().all(|state| {
            let history = state.policy.histories.get(regulation);
            history.is_some_and(|h| h.people.owns(person, self.day))
        })
    }

    /// Whether the owners of a regulation are named, in any of the states.
    #[must_use]
    pub fn names_owners(&self, regulation: &str) -> bool {
        self.histories(regulation).any(|history| !history.people.policy_owners.is_empty())
    }

    /// Whether a person of a regulation keeps the register, in both states.
    #[must_use]
    pub fn keeps(&self, regulation: &str, person: &str) -> bool {
        self.states().all(|state| keeps(state, regulation, person, self.day))
    }

    /// Whether the key is the one by which the server itself lets keepers be named anew.
    #[must_use]
    pub fn repairs(&self) -> bool {
        self.powers.repair.is_some() && self.evidence.fingerprint() == self.powers.repair.as_deref()
    }

    /// Whether a person holds a role on the day, in both states.
    #[must_use]
    pub fn holds(&self, regulation: &str, person: &str, role: &str) -> bool {
        self.histories(regulation).all(|h| h.people.holds(person, role, self.day))
    }

    /// Whether a person holds any role on the day, in both states.
    #[must_use]
    pub fn holds_any(&self, regulation: &str, person: &str) -> bool {
        self.histories(regulation).all(|h| h.people.holds_any(person, self.day))
    }

    /// The regulation in each state that has it.
    pub fn histories(&self, regulation: &str) -> impl Iterator<Item = &'a RegulationHistory> {
        self.states().filter_map(move |state| state.policy.histories.get(regulation))
    }

    /// Whether a person may do what a regulation gives to somebody by name: who destroys, who reports; or else owns it. Where
    /// nobody is named as owner, a role of whatever kind is no substitute for the one by whom cases are destroyed.
    #[must_use]
    pub fn is_named(&self, kind: Kind, regulation: &str, person: &str) -> bool {
        let on = self.day;
        let version =
            |history: &'a RegulationHistory| history.versions.range(..=on).next_back().map(|(_, version)| version);
        let named = |history: &'a RegulationHistory| {
            version(history)
                .is_some_and(|v| selectors(kind, v).iter().any(|by| t311::may_destroy(by, &history.people, person, on)))
        };
        let open = |history| version(history).is_none_or(|v| selectors(kind, v).is_empty());
        let owner = self.names_owners(regulation) || kind == Kind::Records || self.histories(regulation).all(open);
        (owner && self.owns(regulation, person)) || self.histories(regulation).all(named)
    }

    /// Whether the maker, known as this person in a regulation, is one of those who may.
    #[must_use]
    pub fn may(&self, kind: Kind, regulation: &str, person: &str) -> bool {
        match kind.row().who {
            Who::Known => true,
            Who::Keeper => self.keeps(regulation, person),
            Who::Owner => self.owns(regulation, person),
            Who::Decider => self.owns(regulation, person) || self.keeps(regulation, person),
            Who::Named => self.is_named(kind, regulation, person),
            Who::Access | Who::Handler | Who::Taker => self.holds_any(regulation, person),
        }
    }
}

/// Whether a person of a regulation keeps the register: is named for it or, where nobody is, holds a role on the day.
#[must_use]
pub fn keeps(state: &Context, regulation: &str, person: &str, day: NaiveDate) -> bool {
    let people = state.policy.histories.get(regulation).map(|h| &h.people);
    let named = &state.settings.authority.keepers;
    let held = |people: &People| {
        if named.is_empty() {
            return people.holds_any(person, day);
        }
        people.person(person).is_some() && named.iter().any(|name| is(name, regulation, person))
    };
    people.is_some_and(held)
}

/// Whether a name of a keeper is that of this person.
#[must_use]
pub fn is(name: &str, regulation: &str, person: &str) -> bool {
    name.split_once('/') == Some((regulation, person))
}

fn selectors(kind: Kind, version: &Version) -> Vec<&Selector> {
    let regulation = &version.regulation;
    let destroys = regulation.retention.as_ref().and_then(|rule| rule.by.as_ref());
    match kind {
        Kind::Records => {
            let reporting = regulation.reporting.iter();
            let told = reporting.flat_map(|r| {
                let further = r.further.iter().map(|report| &report.by);
                r.discussion.iter().map(|d| &d.by).chain(further).chain([&r.by])
            });
            told.chain(destroys).collect()
        }
        _ => destroys.into_iter().collect(),
    }
}
