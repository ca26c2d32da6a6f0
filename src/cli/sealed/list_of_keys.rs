//! `klacht keys status`: the keys of all, how many cases each opens, and which destroyed cases wait for it to go.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::hands::keyring;
use super::keys::opens;
use super::people::people;
use crate::casework::Workspace;
use crate::cli::output::{Failure, Output};
use crate::cli::table::{Line, table};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::regulation::SealKey;
use crate::vault::Vault;

/// Runs it; the exit code.
pub fn run(workspace: &Workspace, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let (keyring, vault) = (keyring(world)?, Vault::open(&workspace.register)?);
    let mut lines = Vec::new();
    for regulation in &workspace.context.regulations {
        let Some(people) = people(workspace, regulation) else { continue };
        for key in people.seal.iter().chain(&people.recovery) {
            let many = match (&vault, key.id.parse()) {
                (Some(vault), Ok(id)) => opens(vault, &id)?.len(),
                _ => 0,
            };
            let here = key.recipient.parse().is_ok_and(|recipient| keyring.has(&recipient));
            let cells = vec![
                Cow::Owned(regulation.clone()),
                Cow::Owned(key.id.clone()),
                Cow::Owned(key.from.to_string()),
                Cow::Owned(state(key).in_(out.lang).to_owned()),
                Cow::Owned(if here { text!("hier", "here") } else { text!("", "") }.in_(out.lang).to_owned()),
                Cow::Owned(many.to_string()),
            ];
            lines.push(Line { cells, urgent: key.lost.is_some() && many > 0 });
        }
    }
    if lines.is_empty() {
        out.note(
            text!("Er zijn nog geen sleutels: klacht keys new", "There are no keys yet: klacht keys new").in_(out.lang),
        );
        return Ok(0);
    }
    let head = [
        text!("regeling", "regulation"),
        text!("sleutel", "key"),
        text!("sinds", "since"),
        text!("stand", "state"),
        text!("waar", "where"),
        text!("zaken", "cases"),
    ];
    let head: Vec<&str> = head.iter().map(|name| name.in_(out.lang)).collect();
    out.print(&table(&head, &lines, world.columns, out.color))?;
    awaited(workspace, out)?;
    Ok(0)
}

/// Destroyed cases of which a key still opens an old copy, key by key: they are complete only once it is gone.
fn awaited(workspace: &Workspace, out: &Output) -> Result<(), Failure> {
    let (stubs, _) = workspace.each(|file, _| {
        let keys = file.case.destroyed.as_ref()?.keys.clone();
        Some((file.regulation.clone(), file.case.id.to_string(), keys))
    })?;
    let mut waiting: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (regulation, id, keys) in &stubs {
        let people = people(workspace, regulation);
        let gone = |key: &str| {
            let mut all = people.iter().flat_map(|people| people.seal.iter().chain(&people.recovery));
            all.any(|known| known.id == key && known.retired.is_some() && known.lost.is_none())
        };
        for key in keys.iter().filter(|key| !gone(key)) {
            waiting.entry((regulation, key)).or_default().push(id);
        }
    }
    if !waiting.is_empty() {
        let said = text!(
            "\nVernietigde zaken waarvan een sleutel nog een oude kopie opent:\n",
            "\nDestroyed cases of which a key still opens an old copy:\n"
        );
        out.print(said.in_(out.lang))?;
    }
    let line =
        |((regulation, key), ids): (&(&str, &str), &Vec<&str>)| format!("{regulation}  {key}: {}\n", ids.join(", "));
    waiting.iter().map(line).try_for_each(|line| out.print(&line))
}

fn state(key: &SealKey) -> Text {
    match (key.lost, key.retired, key.superseded) {
        (Some(day), ..) => text!("kwijt sinds {day}", "lost since {day}"),
        (_, Some(day), _) => text!("vernietigd op {day}", "destroyed on {day}"),
        (_, _, Some(day)) => text!("opgevolgd op {day}", "superseded on {day}"),
        _ => text!("geldt", "in force"),
    }
}
