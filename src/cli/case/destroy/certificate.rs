//! `klacht destroy --certificate`: what can be said of a destroyed case.

use std::fmt::Write;
use std::path::Path;

use chrono::NaiveDate;

use crate::calendar::{Toward, date_words};
use crate::casework::{Certificate, History, Lock, Seen, Server, Wait, Workspace, past_of};
use crate::check::bridge_of;
use crate::cli::case::destroy::leaving::folder;
use crate::cli::case::destroy::{Destroy, Form};
use crate::cli::context::{day_of, said_day};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::json;
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::vault::Vault;

/// Runs it; 1 as long as it is not complete.
pub fn run(id: &str, args: &Destroy, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, id)?;
    let id = file.case.id.to_string();
    let alive = || {
        Failure::Usage(
            text!("{id} is niet vernietigd", "{id} was not destroyed"),
            text!("wat er nog staat: `klacht show {id}`", "what is there: `klacht show {id}`"),
        )
    };
    if file.case.destroyed.is_none() {
        return Err(alive());
    }
    let today = day_of(&workspace, global, world);
    let clean = said_day(args.server_clean, "--server-clean", (today, Toward::Past), out)?;
    let settings = &workspace.context.settings.vault;
    let vault = Vault::open(&workspace.register)?;
    let lock = Lock::take(&workspace)?;
    let (stands, server) = match &vault {
        Some(vault) => (vault.stands(&id)?.0, server(vault, &settings.remote, &id, clean)?),
        None => (false, Server::Nowhere),
    };
    let seen = Seen {
        on: today,
        here: stands || folder(&workspace, &id, world).exists(),
        // Keys that were replaced lie about until the store is compacted.
        proof: vault.as_ref().map(|vault| vault.destroy([])).transpose()?,
        server,
        history: history(&workspace, &file.path, vault.as_ref(), server)?,
        backups: settings.backups,
    };
    drop(lock);
    let people = workspace.context.policy.histories.get(&file.regulation).map(|history| &history.people);
    let certificate = people.and_then(|people| Certificate::of(&file, people, &seen)).ok_or_else(alive)?;
    match args.format {
        Form::Json => out.print(&json(&certificate)?)?,
        Form::Text => out.print(&lines(&certificate, out))?,
    }
    how_to_sign(&workspace, &id, out)?;
    Ok(u8::from(certificate.complete.since.is_none()))
}

/// What the history holds of the case, here and, where it was renewed, on the server.
fn history(workspace: &Workspace, path: &str, vault: Option<&Vault>, server: Server) -> Result<History, Failure> {
    let seen = past_of(&workspace.register, path)?;
    let (History::Clean(day), Some(head)) = (seen, workspace.register.head()?) else { return Ok(seen) };
    let Some((bridge, _)) = bridge_of(&workspace.register, head)? else { return Ok(seen) };
    let let_go = match (vault.map(|vault| vault.clean_there(&bridge.to_string())).transpose()?.flatten(), server) {
        (Some(day), _) | (None, Server::Told(day)) => Some(day),
        (None, Server::Nowhere) => Some(day),
        (None, _) => None,
    };
    Ok(let_go.map_or(History::OnServer, |let_go| History::Clean(let_go.max(day))))
}

/// What is seen of the server.
fn server(vault: &Vault, remote: &str, id: &str, told: Option<NaiveDate>) -> Result<Server, Failure> {
    let Some(address) = vault.address(remote)? else { return Ok(Server::Nowhere) };
    if !vault.look(&address)? {
        return Ok(Server::Unreached);
    }
    if vault.stands(id)?.1 {
        return Ok(Server::Holds);
    }
    let told = told.map_or(Server::Unproven, Server::Told);
    Ok(vault.clean_there(id)?.map_or(told, Server::Clean))
}

/// The lines of a certificate: the same facts are the same bytes, so that they can be signed.
fn lines(certificate: &Certificate, out: &Output) -> String {
    let mut text = String::new();
    let mut line = |said: &Text| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", said.in_(out.lang));
    };
    let Certificate { id, regulation, by, objects, living, keys, .. } = certificate;
    let keys = keys.join(", ");
    let (day, reckoned) = (date_words(certificate.destroyed), date_words(certificate.reckoned));
    line(&text!("Vernietiging van {id}, regeling {regulation}", "Destruction of {id}, regulation {regulation}"));
    line(&text!("vernietigd op {day} door {by}", "destroyed on {day} by {by}", day, by));
    line(&text!("vastgesteld op {reckoned}", "established on {reckoned}", reckoned));
    line(&text!(
        "nagekeken op deze computer: {objects} objecten, waarvan {living} van zaken die er nog zijn",
        "looked at on this computer: {objects} objects, of which {living} belong to cases that live"
    ));
    if let Some(server) = &certificate.server {
        line(server);
    }
    if !keys.is_empty() {
        line(&text!("sleutels die het konden openen: {keys}", "keys that could open it: {keys}"));
    }
    for (heading, reached) in [
        (text!("buiten bereik", "out of reach"), &certificate.out_of_reach),
        (text!("volledig", "complete"), &certificate.complete),
    ] {
        let when = match reached.since.map(date_words) {
            Some(day) => text!("sinds {day}", "since {day}", day),
            None if reached.never => text!("nee, en dat komt niet meer:", "no, and it never will be:"),
            None => text!("nog niet, dit staat open:", "not yet, this is open:"),
        };
        line(&text!("{heading}: {when}", "{heading}: {when}", heading, when));
        for Wait { words, .. } in &reached.waits {
            line(&text!("  - {words}", "  - {words}", words));
        }
    }
    line(&text!(
        "Dat een sleutel vernietigd is, verklaart wie hem had; kopieën die mensen maakten, ziet dit register niet.",
        "That a key was destroyed is attested by whoever had it; copies that people made are not seen by this register."
    ));
    text
}

/// How it is signed with the key with which git signs; where git has none, with any.
fn how_to_sign(workspace: &Workspace, id: &str, out: &Output) -> Result<(), Failure> {
    let ssh = workspace.register.setting("gpg.format")?.as_deref() == Some("ssh");
    let key = workspace.register.setting("user.signingKey")?.filter(|key| ssh && !key.contains(' '));
    let key = key.unwrap_or_else(|| "~/.ssh/id_ed25519".to_owned());
    let said = text!(
        "Ondertekenen: klacht destroy --certificate {id} > {id}.txt; ssh-keygen -Y sign -n klacht -f {key} {id}.txt",
        "To sign it: klacht destroy --certificate {id} > {id}.txt; ssh-keygen -Y sign -n klacht -f {key} {id}.txt"
    );
    out.note(said.in_(out.lang));
    Ok(())
}
