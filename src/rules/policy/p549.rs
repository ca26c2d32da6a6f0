//! P549: each key that reads what is sealed is of somebody, and of one only.

use super::{Place, Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::{People, SealKey};
use crate::rules::{Message, Rule};
use crate::sealing::SealId;
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P549.md"));

/// Keys of nobody, in the wrong list, or that stand there twice.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let Some(people) = subject.people else { return Vec::new() };
    let lists = [("seal", &people.seal), ("recovery", &people.recovery)];
    let all: Vec<(Route, &str, &SealKey)> = lists
        .into_iter()
        .flat_map(|(list, keys)| {
            keys.iter().enumerate().map(move |(at, key)| (Route::root().key(list).index(at), list, key))
        })
        .collect();
    let mut found = Vec::new();
    for (nth, (at, list, key)) in all.iter().enumerate() {
        let id = &key.id;
        let twice = |same: &dyn Fn(&SealKey) -> bool| all[..nth].iter().any(|(_, _, other)| same(other));
        let said = if !is_somebodys(people, list, id) {
            of_nobody(id, list)
        } else if twice(&|other| other.id == *id) {
            text!("de naam {id} staat er twee keer", "the name {id} stands there twice")
        } else if twice(&|other| other.recipient == key.recipient) {
            text!(
                "de sleutel van {id} staat er ook onder een andere naam",
                "the key of {id} also stands under another name"
            )
        } else {
            continue;
        };
        let remedy = text!(
            "laat `klacht keys new` de regel schrijven; een volgende sleutel krijgt het volgende nummer",
            "let `klacht keys new` write the line; a next key gets the next number"
        );
        found.push(Remark { place: Place::People(at.key("id")), said: Message::new(said, remedy) });
    }
    found
}

/// Whether a key stands in the list of its owner: a person of this file, or the safe.
fn is_somebodys(people: &People, list: &str, id: &str) -> bool {
    // What is no name of a key is told as that.
    let Ok(id) = id.parse::<SealId>() else { return true };
    if list == "recovery" { id.is_recovery() } else { people.person(&id.person).is_some() && !id.is_recovery() }
}

fn of_nobody(id: &str, list: &str) -> crate::diagnostics::Text {
    if list == "recovery" {
        return text!(
            "bij `recovery` staan alleen sleutels uit de kluis, en {id} is daar geen van",
            "`recovery` holds keys of the safe only, and {id} is none"
        );
    }
    text!("{id} is van niemand in dit bestand", "{id} is of nobody in this file")
}
