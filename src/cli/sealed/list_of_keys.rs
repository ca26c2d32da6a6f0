//! `klacht keys status`: the keys of all, and how many cases each opens.

use std::borrow::Cow;

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
    Ok(0)
}

fn state(key: &SealKey) -> Text {
    match (key.lost, key.retired, key.superseded) {
        (Some(day), ..) => text!("kwijt sinds {day}", "lost since {day}"),
        (_, Some(day), _) => text!("vernietigd op {day}", "destroyed on {day}"),
        (_, _, Some(day)) => text!("opgevolgd op {day}", "superseded on {day}"),
        _ => text!("geldt", "in force"),
    }
}
