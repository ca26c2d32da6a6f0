//! A party as it is said: `role[:position][=person]`, such as `klant`, `trainer:respondent=m7`, `:representative`.

use crate::case::Position;
use crate::casework::error::CaseworkError;
use crate::casework::new_case::questions::Counter;
use crate::casework::new_case::written_case::NewParty;
use crate::casework::prompt::{Choice, Prompt, Values, named};
use crate::diagnostics::{Text, text};
use crate::naming;
use crate::regulation::{Role, RoleKind, Selector};

/// Before the key of a party of whom is said who it is.
pub const PERSON: &str = "person:";

/// Positions with the words that people use for them.
const POSITIONS: [(Position, &str); 4] = [
    (Position::Complainant, "klager"),
    (Position::Respondent, "beklaagde"),
    (Position::Involved, "betrokkene"),
    (Position::Representative, "vertegenwoordiger"),
];

/// Reads a party, the next after those already there.
pub(crate) fn party(counter: &Counter<'_>, word: &str, before: &[NewParty]) -> Result<NewParty, CaseworkError> {
    let (rest, person) = word.split_once('=').map_or((word, None), |(rest, person)| (rest, Some(person)));
    let (role, position) = rest.split_once(':').map_or((rest, None), |(role, position)| (role, Some(position)));
    let what = text!("rol van een partij", "role of a party");
    let roles: Vec<&Role> = counter.regulation.roles.iter().filter(|r| !r.positions.is_empty()).collect();
    let known: Vec<Choice> = roles.iter().map(|r| Choice::new(&r.id, counter.regulation.role_name(&r.id))).collect();
    let role = if role.is_empty() && position.is_some() { None } else { Some(named(&what, role, &known)?) };
    let possible = role.as_deref().and_then(|id| counter.regulation.role(id)).map_or(&[][..], |r| &r.positions);
    let position = match position {
        Some(word) => position_named(word)?,
        None => meant(possible, before).ok_or_else(|| unclear(rest, person, possible))?,
    };
    let person = match person {
        Some(word) => {
            let keys = counter.people.persons.iter();
            let known: Vec<Choice> = keys.map(|p| Choice::new(&p.key, naming::same(p.key.as_str()))).collect();
            Some(named(&text!("persoon", "person"), word, &known)?)
        }
        None => None,
    };
    let free = |key: &String| before.iter().all(|party| party.key != *key);
    // Of so many one is free.
    let key = (1..=before.len() + 1).map(|n| format!("p{n}")).find(free).unwrap_or_default();
    Ok(NewParty { key, role, position, person, since: None })
}

/// The position that is meant when none is said: the first party complains if it may; otherwise the only one there is.
fn meant(possible: &[Position], before: &[NewParty]) -> Option<Position> {
    let complains = before.iter().any(|p| p.position == Position::Complainant);
    if !complains && possible.contains(&Position::Complainant) {
        return Some(Position::Complainant);
    }
    match possible {
        [only] => Some(*only),
        _ => None,
    }
}

fn position_named(word: &str) -> Result<Position, CaseworkError> {
    let dutch = POSITIONS.iter().find(|(_, nl)| *nl == word).map(|(p, _)| *p);
    if let Some(position) = dutch.or_else(|| Position::from_word(word)) {
        return Ok(position);
    }
    let what = text!("plaats van een partij", "position of a party");
    Err(named(&what, word, &position_choices(&POSITIONS.map(|(p, _)| p)))
        .err()
        .unwrap_or_else(|| unclear(word, None, &[])))
}

fn unclear(word: &str, person: Option<&str>, possible: &[Position]) -> CaseworkError {
    let person = person.map(|key| format!("={key}")).unwrap_or_default();
    let words: Vec<String> = possible.iter().map(|p| format!("{word}:{}{person}", p.word())).collect();
    CaseworkError::Asked(
        text!("partij `{word}`: op welke plaats?", "party `{word}`: in which position?"),
        text!("kies uit: {words}", "choose from: {words}", words = words.join(", ")),
    )
}

fn position_choices(positions: &[Position]) -> Vec<Choice> {
    let dutch = |p: Position| POSITIONS.iter().find(|(q, _)| *q == p).map_or("", |(_, nl)| nl);
    positions.iter().map(|p| Choice::new(p.word(), Text::new(dutch(*p), p.word()))).collect()
}

/// Every party that the regulation allows, in this position and role where they are given; staff with each who holds it.
pub(crate) fn party_choices(counter: &Counter<'_>, position: Option<Position>, role: Option<&str>) -> Vec<Choice> {
    let mut choices = Vec::new();
    for known in counter.regulation.roles.iter().filter(|r| role.is_none_or(|id| r.id == id)) {
        for at in known.positions.iter().filter(|p| position.is_none_or(|q| q == **p)) {
            let place = naming::who(counter.regulation, at.word());
            let mut offer = |person: Option<&str>| {
                let (mut value, mut name) = (format!("{}:{}", known.id, at.word()), known.name.clone());
                if let Some(key) = person {
                    value = format!("{value}={key}");
                    name = format!("{name} {key}");
                }
                let name = text!("{name} ({place})", "{name} ({place})", place);
                choices.push(Choice::new(value, name));
            };
            offer(None);
            if known.kind == RoleKind::Staff || counter.people.holders(&known.id, counter.received).next().is_some() {
                counter.people.holders(&known.id, counter.received).for_each(|p| offer(Some(&p.key)));
            }
        }
    }
    choices
}

/// Who a party is, where it has a role of the staff and nobody named in that position may handle: it may be unknown yet, and is
/// asked all the same, for the first step that rests on it is refused without it.
pub(crate) fn person_prompts(counter: &Counter<'_>, said: &Values) -> Vec<Prompt> {
    let regulation = counter.regulation;
    let given = said.get("party").map(Vec::as_slice).unwrap_or_default();
    let parties = counter.parties_after(Vec::new(), given).unwrap_or_default();
    let kept_out = |party: &NewParty| {
        let named = |who: &Selector| match who {
            Selector::Parties => true,
            Selector::Position(position) => *position == party.position,
            _ => false,
        };
        regulation.assignment.exclude.iter().flat_map(|rule| &rule.not).any(named)
    };
    let unknown = parties.iter().filter(|party| party.person.is_none() && kept_out(party));
    let of_staff = unknown.filter_map(|party| {
        let role = regulation.role(party.role.as_deref()?).filter(|role| role.kind == RoleKind::Staff)?;
        Some((format!("{PERSON}{}", party.key), party, role))
    });
    let unasked = of_staff.filter(|(key, ..)| !said.contains_key(key));
    let prompt = |(key, party, role): (String, &NewParty, &Role)| {
        let held = |person: &&crate::regulation::Person| {
            person.roles.iter().any(|held| held.role == role.id && held.from <= counter.received)
        };
        let choices = counter.people.persons.iter().filter(held);
        let choices = choices.map(|person| Choice::new(&person.key, naming::same(person.key.as_str()))).collect();
        let (name, place) = (regulation.role_name(&role.id), naming::who(regulation, party.position.word()));
        let label = text!("wie {name} is ({place})", "who {name} is ({place})", name, place);
        Prompt::choice(&key, label, choices).optional()
    };
    unasked.map(prompt).filter(|prompt| !prompt.choices.is_empty()).collect()
}
