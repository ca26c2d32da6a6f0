//! People, by what they are and never by name.

use crate::diagnostics::{Text, text};
use crate::docket::{Docket, MOST};
use crate::naming::{any_of, quoted, same, shown};
use crate::regulation::{People, Position, Regulation, Selector};

/// Whom a selector names: `de klager (complainant)`, `“Directeur” (directeur)`.
pub fn who(regulation: &Regulation, word: &str) -> Text {
    let (nl, en) = match Selector::from(word.to_owned()) {
        Selector::Position(Position::Complainant) => ("de klager", "the complainant"),
        Selector::Position(Position::Respondent) => ("de beklaagde", "the respondent"),
        Selector::Position(Position::Involved) => ("een andere betrokkene", "another person involved"),
        Selector::Position(Position::Representative) => {
            ("de vertegenwoordiger van de klager", "the complainant's representative")
        }
        Selector::Parties => ("alle partijen", "all parties"),
        Selector::Handler => ("de behandelaar", "the handler"),
        Selector::Owner => ("de eigenaar van de klacht", "the owner of the case"),
        Selector::Anyone => ("een medewerker", "a member of staff"),
        Selector::Role(id) => {
            return match regulation.role(&id) {
                Some(_) => quoted(&regulation.role_name(&id), &id),
                None => shown(&id, "deze rol", "this role"),
            };
        }
    };
    Text::new(nl, en)
}

/// One of several.
pub fn whos<S: AsRef<str>>(regulation: &Regulation, words: &[S]) -> Text {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    any_of(&words.iter().map(|word| who(regulation, word)).collect::<Vec<_>>())
}

/// Whoever may become the handler, by the roles of which they must hold one; any member of staff when there are none.
pub fn handlers(regulation: &Regulation, roles: &[String]) -> Text {
    if roles.is_empty() { who(regulation, Selector::Anyone.word()) } else { whos(regulation, roles) }
}

/// A person's or party's key. One that nobody knows is shown only when it looks like a key such as `p1`: it might be a
/// name.
pub fn key(docket: &Docket<'_>, key: &str) -> Text {
    if docket.case().parties.iter().any(|p| p.key == key) {
        return same(format!("`{key}`"));
    }
    key_of(docket.progress.participants.people, &docket.version.regulation, key)
}

/// A person's key outside a case, with the same care.
pub fn key_of(people: &People, regulation: &Regulation, key: &str) -> Text {
    let known = people.person(key).is_some() || regulation.role(key).is_some();
    if known || is_short(key) { same(format!("`{key}`")) } else { text!("deze sleutel", "this key") }
}

/// Keys that could stand somewhere, as many as one reads at a glance.
fn some_keys(keys: &[String]) -> String {
    let told = MOST - 1;
    let more = if keys.len() > told { ", …" } else { "" };
    format!("{}{more}", keys.get(..told).unwrap_or(keys).join(", "))
}

/// Behind the words for who may: the keys of those who do on that day. Nothing when there is nobody.
pub fn on_that_day(keys: &[String]) -> Text {
    if keys.is_empty() {
        return text!("", "");
    }
    let keys = some_keys(keys);
    text!(" (op die dag: {keys})", " (on that day: {keys})")
}

/// Behind a key that nobody has: those that could stand there. Nothing when there is none.
pub fn instead(keys: &[String]) -> Text {
    if keys.is_empty() {
        return text!("", "");
    }
    let keys = some_keys(keys);
    text!(" (hier kan: {keys})", " (here may stand: {keys})")
}

/// A letter or two and a number.
fn is_short(key: &str) -> bool {
    let digits = key.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let letters = key.len() - digits.len();
    (1..=2).contains(&letters) && (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// What can be written in a list of recipients for a selector: keys of parties, the handler's key, the id of the role.
pub fn keys_of(docket: &Docket<'_>, word: &str) -> String {
    let selector = Selector::from(word.to_owned());
    let parties: Vec<&str> = docket.progress.participants.parties(&selector).iter().map(|p| p.key.as_str()).collect();
    match selector {
        Selector::Role(id) if parties.is_empty() => id,
        Selector::Handler => docket.progress.handler.unwrap_or("m…").to_owned(),
        _ if parties.is_empty() => "…".to_owned(),
        _ => parties.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use crate::naming::participant::is_short;

    #[test]
    fn only_what_cannot_be_a_name_is_a_short_key() {
        assert!(["p1", "m12", "mw3"].iter().all(|key| is_short(key)));
        assert!(["jan", "jan-jansen", "p", "12", "pieter1", "p1a"].iter().all(|key| !is_short(key)));
    }
}
