//! `klacht sync`: what is sealed goes to the others, and theirs comes here; what was destroyed goes everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::args::Sync;
use super::hands::Hands;
use super::people::{people, recipients};
use crate::casework::{Fates, Lock, Workspace, trusted};
use crate::cli::git::follow::{follow, resumed};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::sealing::PieceId;
use crate::vault::{Fate, Readers, Says, Synced, Vault};

/// What came of an exchange with the server.
pub struct Exchanged {
    /// Of what is sealed.
    pub synced: Synced,
    /// Whether the server took the branch, where there was something to send.
    pub taken: bool,
}

/// Runs it; the exit code.
pub fn run(args: &Sync, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let _lock = Lock::take(&workspace)?;
    let Exchanged { synced, taken } = exchange(&workspace, args.sealed_only, global, world, out)?;
    said(&synced, out);
    Ok(u8::from(!synced.refused.is_empty() || !taken))
}

/// Exchanges the branch and what is sealed with the server. The caller holds the lock.
pub fn exchange(
    workspace: &Workspace,
    sealed_only: bool,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<Exchanged, Failure> {
    let vault = Vault::begin(&workspace.register)?;
    let remote = &workspace.context.settings.vault.remote;
    let Some(address) = vault.address(remote)? else {
        let said = text!(
            "Er is geen server: wat verzegeld is, staat alleen hier. Noem er een: git remote add origin ADRES",
            "There is no server: what is sealed stands here only. Name one: git remote add origin ADDRESS"
        );
        out.note(said.in_(out.lang));
        resumed(&workspace.register, out)?;
        return Ok(Exchanged { synced: vault.tidy(&Register::of(workspace)?)?, taken: true });
    };
    // What is sealed may go elsewhere than the branch.
    let branch = workspace.register.branch_remote(remote)?.filter(|_| !sealed_only);
    let mut settled = false;
    if let Some(remote) = &branch {
        let before = workspace.register.followed(remote)?;
        workspace.register.fetch(remote)?;
        settled = follow(&workspace.register, remote, before, out)?;
        workspace.register.take_in(remote)?;
    }
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let mut synced = exchanged(dir, &address, global, world, out)?;
    let sent = branch.as_ref().map(|remote| workspace.register.send(remote)).transpose()?.flatten();
    if let (Some(true), Some(remote)) = (sent, &branch) {
        workspace.register.fetch(remote)?;
        // What the server refused for want of what was just sent, such as a new key or a stub.
        let again = exchanged(dir, &address, global, world, out)?;
        synced.refused.clear();
        synced.join(again);
    }
    if let (true, Some(remote)) = (settled, &branch) {
        workspace.register.note_synced(remote)?;
    }
    Ok(Exchanged { synced, taken: sent != Some(false) })
}

/// Exchanges what is sealed, by the register as it stands now.
fn exchanged(dir: &Path, address: &str, global: &Global, world: &World<'_>, out: &Output) -> Result<Synced, Failure> {
    let workspace = Workspace::open(dir, None)?;
    let vault = Vault::begin(&workspace.register)?;
    let says = Register::of(&workspace)?;
    let synced = vault.sync(address, &says, &[])?;
    if synced.locked.is_empty() {
        return Ok(synced);
    }
    trusted(&workspace)?;
    // Two changed who may read the same case, or a list names a key that was superseded: it takes somebody who can open the case.
    let identities = Hands::new(&workspace.register, global, world, out)?.unlocked(&recipients(&workspace))?;
    Ok(vault.sync(address, &says, &identities)?)
}

/// What a register on disk says of its cases.
struct Register<'a> {
    workspace: &'a Workspace,
    fates: Fates,
    places: BTreeMap<String, String>,
}

impl<'a> Register<'a> {
    fn of(workspace: &'a Workspace) -> Result<Self, Failure> {
        let fates = Fates::of(&workspace.register, &workspace.context.settings.vault.remote)?;
        Ok(Self { workspace, fates, places: workspace.files_of_cases()? })
    }
}

impl Says for Register<'_> {
    fn fate(&self, id: &str) -> Fate {
        self.fates.of_case(id)
    }

    fn readers(&self, id: &str) -> Readers {
        let regulation = self.places.get(id).and_then(|path| crate::paths::regulation_of(path));
        let people = regulation.and_then(|regulation| people(self.workspace, regulation));
        people.and_then(|people| Readers::in_force(people).ok()).unwrap_or_default()
    }

    fn withdrawn(&self, id: &str) -> BTreeSet<PieceId> {
        self.fates.withdrawn(id)
    }
}

/// Says what an exchange did.
pub fn said(synced: &Synced, out: &Output) {
    let Synced { taken, given, destroyed, locked, refused, withdrawn } = synced;
    let lines: [(usize, Text); 6] = [
        (taken.len(), text!("binnengekomen: {many}", "came in: {many}", many = taken.len())),
        (given.len(), text!("verstuurd: {many}", "sent: {many}", many = given.len())),
        (
            withdrawn.len(),
            text!("zonder teruggenomen stuk: {many}", "without a piece taken back: {many}", many = withdrawn.len()),
        ),
        (destroyed.len(), text!("vernietigd: {many}", "destroyed: {many}", many = destroyed.len())),
        (
            locked.len(),
            text!(
                "wacht op wie het kan openen: {many}",
                "waits for somebody who can open it: {many}",
                many = locked.len()
            ),
        ),
        (
            refused.len(),
            text!("door de server geweigerd: {many}", "refused by the server: {many}", many = refused.len()),
        ),
    ];
    let told: Vec<&str> = lines.iter().filter(|(many, _)| *many > 0).map(|(_, told)| told.in_(out.lang)).collect();
    let nothing = text!("niets nieuws", "nothing new");
    let told = if told.is_empty() { nothing.in_(out.lang).to_owned() } else { told.join("; ") };
    out.note(&told);
    if !refused.is_empty() {
        let ids = refused.iter().cloned().collect::<Vec<_>>().join(", ");
        let said = text!(
            "Geweigerd: {ids}. Haal eerst op wat er op de server staat (`git pull`), en probeer het opnieuw.",
            "Refused: {ids}. First fetch what the server has (`git pull`), and try again."
        );
        out.note(said.in_(out.lang));
    }
}
