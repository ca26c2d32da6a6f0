//! What whoever sits here may see of the parties of a case, for verbs that do their work without it as well.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::hands::{Hands, keyring};
use super::people::recipients;
use super::session;
use crate::case::{Case, Position};
use crate::casework::{Numbered, Person, Workspace, known, letters, names_of, persons, register_at};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::register::Register;
use crate::rules::data_protection::Known;
use crate::sealing::Identity;
use crate::vault::{Vault, VaultError};

/// The first complainant of a case; nothing where nothing is sealed of it here, no identity lies here, or it is not for whoever
/// asks.
pub fn complainant(
    workspace: &Workspace,
    case: &Case,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<Option<Person>, Failure> {
    let sealed = case.sealed.as_ref().is_some_and(|sealed| sealed.present().next().is_some());
    let vault = if sealed { Vault::open(&workspace.register)? } else { None };
    let Some(vault) = vault.filter(|vault| vault.kept(&case.id.to_string()).is_ok_and(|kept| kept.is_some())) else {
        return Ok(None);
    };
    let identities = Hands::new(&workspace.register, global, world, out)?.unlocked(&recipients(workspace))?;
    let first = case.parties.iter().find(|party| party.position == Position::Complainant);
    match persons(&vault, case, &identities) {
        Err(VaultError::NotForMe(_)) => Ok(None),
        found => Ok(first.and_then(|party| found.ok()?.remove(&party.key))),
    }
}

/// All parties of a case, while a key is unlocked: nobody is asked for anything.
pub fn known_now(
    workspace: &Workspace,
    case: &Case,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<BTreeMap<String, Person>, Failure> {
    now(workspace, global, world, out, &|vault, identities| persons(vault, case, identities))
}

/// The letters that went out in a case, while a key is unlocked.
pub fn letters_now(
    workspace: &Workspace,
    case: &Case,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<Vec<Numbered>, Failure> {
    now(workspace, global, world, out, &|vault, identities| letters(vault, case, identities))
}

/// What is read of a vault with identities that are at hand.
type Reads<'r, T> = dyn Fn(&Vault, &[Identity]) -> Result<T, VaultError> + 'r;

/// What is read while a key is unlocked; nothing where none is, or the case is not for whoever asks.
fn now<T: Default>(
    workspace: &Workspace,
    global: &Global,
    world: &World<'_>,
    out: &Output,
    read: &Reads<'_, T>,
) -> Result<T, Failure> {
    let Some(vault) = Vault::open(&workspace.register)? else { return Ok(T::default()) };
    let identities = Hands::new(&workspace.register, global, world, out)?.at_hand(&recipients(workspace));
    if identities.is_empty() {
        return Ok(T::default());
    }
    match read(&vault, &identities) {
        Err(VaultError::NotForMe(_) | VaultError::Nothing(_)) => Ok(T::default()),
        found => Ok(found?),
    }
}

/// What this desk knows of persons, as far as it can be read while a key is unlocked: nobody is asked for anything. It is held
/// against what is written and committed here.
pub fn of_persons(register: &Register, world: &World<'_>) -> Result<Arc<Known>, Failure> {
    let mut identities = Vec::new();
    // Where a hook runs without a home there are no keys either.
    if let Ok(keyring) = keyring(world) {
        let here = keyring.recipients();
        identities.extend(here.iter().filter_map(|recipient| session::recall(recipient, world)));
    }
    Ok(Arc::new(known(register, &identities)?))
}

/// A register for a verb that writes: what it writes is held against what is known here of persons.
pub fn with_persons(workspace: Workspace, world: &World<'_>) -> Result<Workspace, Failure> {
    let known = of_persons(&workspace.register, world)?;
    Ok(workspace.knowing(known))
}

/// The names of the complainants of cases, by id, while a key is unlocked: nobody is asked for anything. `cases` are ids and paths.
pub fn names_now(
    cases: &[(&str, &str)],
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<BTreeMap<String, String>, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let register = register_at(dir)?;
    let Some(vault) = Vault::open(&register)? else { return Ok(BTreeMap::new()) };
    let workspace = Workspace::open(dir, None)?;
    let identities = Hands::new(&register, global, world, out)?.at_hand(&recipients(&workspace));
    let mut names = BTreeMap::new();
    if identities.is_empty() {
        return Ok(names);
    }
    for (id, path) in cases {
        let Ok(file) = workspace.read(path) else { continue };
        match names_of(&vault, &file.case, &identities) {
            Err(VaultError::NotForMe(_) | VaultError::Nothing(_)) => {}
            found => {
                let found: Vec<String> = found?.iter().map(|name| name.to_string()).collect();
                names.insert((*id).to_owned(), found.join(", "));
            }
        }
    }
    Ok(names)
}
