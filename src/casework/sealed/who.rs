//! Who the parties of a case are, from what is sealed of them.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::contents::{LETTER, NARRATIVE};
use crate::case::{Case, Position, Sealed};
use crate::sealing::{CaseKey, Identity, PieceKind};
use crate::vault::{Vault, VaultError};
use crate::yaml::is_suspicious;

/// The data of one party, by their keys.
pub(crate) type Person = BTreeMap<String, Zeroizing<String>>;

/// What a piece may hold without telling who a party is.
const OF_NOBODY: [&str; 3] = [NARRATIVE, "attachments", LETTER];

/// What is sealed of the parties of a case, by the key of the party; of the complainant where a piece does not say of whom. Only
/// pieces that hold data of a person are opened, as the case file says.
pub(crate) fn persons(
    vault: &Vault,
    case: &Case,
    identities: &[Identity],
) -> Result<BTreeMap<String, Person>, VaultError> {
    let id = case.id.to_string();
    let key: CaseKey = vault.case_key(&id, identities)?;
    let first = case.parties.iter().find(|party| party.position == Position::Complainant);
    let mut persons: BTreeMap<String, Person> = BTreeMap::new();
    let pieces = case.sealed.iter().flat_map(Sealed::present);
    for line in pieces.filter(|line| line.holds.iter().any(|held| !OF_NOBODY.contains(&held.as_str()))) {
        let Some(piece) = line.id.parse().ok().and_then(|name| vault.piece(&id, &name, &key).transpose()) else {
            continue;
        };
        let piece = piece?;
        if piece.kind != PieceKind::Person {
            continue;
        }
        let of = line.of.clone().or_else(|| first.map(|party| party.key.clone())).unwrap_or_default();
        let person = persons.entry(of).or_default();
        // The later one counts.
        person.extend(piece.fields.iter().map(|(key, value)| (key.clone(), Zeroizing::new(harmless(value)))));
    }
    Ok(persons)
}

/// A text of somebody outside, without what would steer a terminal or turn what is read around.
pub(crate) fn harmless(text: &str) -> String {
    let blank = |c: char| if c != '\n' && c.is_whitespace() { ' ' } else { c };
    text.chars().map(blank).filter(|c| *c == '\n' || !(c.is_control() || is_suspicious(*c))).collect()
}

/// The name of the complainants, for a list.
pub(crate) fn names(vault: &Vault, case: &Case, identities: &[Identity]) -> Result<Vec<Zeroizing<String>>, VaultError> {
    let persons = persons(vault, case, identities)?;
    let complainants = case.parties.iter().filter(|party| party.position == Position::Complainant);
    let names = complainants.filter_map(|party| persons.get(&party.key)?.get("name").cloned());
    Ok(names.collect())
}
