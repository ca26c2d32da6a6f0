//! `klacht find` (zoek): cases by what is sealed of their parties. What was looked for stands on no line of a log.

use std::borrow::Cow;
use std::path::Path;

use clap::Args;

use super::hands::Hands;
use super::people::recipients;
use crate::casework::{Workspace, persons, sealed_name};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::table::{Line, table};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::spelling::plain;
use crate::vault::{Vault, VaultError};

/// `find`.
#[derive(Debug, Args)]
pub struct Find {
    /// A name, a part of an address, a number; asked for if omitted, so that the shell does not remember it.
    #[arg(id = "sought", value_name = "TEXT")]
    pub sought: Option<String>,
}

/// Runs it; 1 when nothing was found.
pub fn run(args: &Find, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let vault = Vault::open(&workspace.register)?.ok_or(VaultError::NoReaders)?;
    let hands = Hands::new(&workspace.register, global, world, out)?;
    let sought = match &args.sought {
        Some(sought) => sought.clone(),
        None => hands.line(&text!("wie of wat zoekt u", "whom or what do you look for"))?,
    };
    let identities = hands.needed(&recipients(&workspace))?;
    let sought = plain(&sought);
    let mut lines = Vec::new();
    for (id, path) in workspace.files_of_cases()? {
        if vault.kept(&id)?.is_none() {
            continue;
        }
        let Ok(file) = workspace.read(&path) else { continue };
        let persons = match persons(&vault, &file.case, &identities) {
            Err(VaultError::NotForMe(_)) => continue,
            persons => persons?,
        };
        for (party, person) in &persons {
            for (key, value) in person.iter().filter(|(_, value)| plain(value).contains(&sought)) {
                let name = person.get("name").map_or("", |name| name.as_str());
                let what = sealed_name(key);
                let cells = [id.as_str(), party, name, what.in_(out.lang), value.as_str()];
                let cells = cells.map(|cell| Cow::Owned(cell.to_owned())).to_vec();
                lines.push(Line { cells, urgent: false });
            }
        }
    }
    let head = [
        text!("nummer", "id"),
        text!("partij", "party"),
        text!("naam", "name"),
        text!("gegeven", "datum"),
        text!("gevonden", "found"),
    ];
    let head: Vec<&str> = head.iter().map(|name| name.in_(out.lang)).collect();
    if lines.is_empty() {
        out.note(text!("Niets gevonden in wat u kunt lezen.", "Nothing found in what you can read.").in_(out.lang));
        return Ok(1);
    }
    out.print(&table(&head, &lines, world.columns.filter(|_| out.terminal), out.color))?;
    Ok(0)
}
