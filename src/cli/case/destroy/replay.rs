//! `klacht destroy --replay`: a backup was put back, of this desk or of the server, and brought back what was destroyed.

use std::path::Path;

use crate::casework::{Fates, Lock, Workspace, put_back};
use crate::cli::case::destroy::leaving::{Told, folder, folder_left};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::sync::{Exchanged, exchange, said};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::vault::Vault;

/// Runs it; 1 when something is left.
pub fn run(global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let _lock = Lock::take(&workspace)?;
    let mut back = put_back(&workspace)?;
    let stood = Vault::open(&workspace.register)?.map(|vault| vault.cases()).transpose()?.unwrap_or_default();
    let exchanged = exchange(&workspace, false, global, world, out);
    // By what came in with that, and also where the server was not there.
    let workspace = Workspace::open(dir, None)?;
    back.extend(put_back(&workspace)?);
    if !back.is_empty() {
        out.print(&format!("{}\n", back.join("\n")))?;
    }
    let fates = Fates::of(&workspace.register, &workspace.context.settings.vault.remote)?;
    let vault = Vault::open(&workspace.register)?;
    let (mut here, mut left) = (0, 0);
    for id in fates.destroyed() {
        here += usize::from(stood.contains(id) || folder(&workspace, id, world).exists());
        left += usize::from(folder_left(&workspace, id, world));
    }
    let proof = vault.as_ref().map(|vault| vault.destroy(fates.destroyed())).transpose()?;
    let many = fates.destroyed().count();
    let stubs = text!(
        "Vernietigde zaken: {many}; daarvan stond hier weer iets van {here}.",
        "Destroyed cases: {many}; of {here} of them something was here again."
    );
    out.note(stubs.in_(out.lang));
    let clean = Told { proof, sealed: proof.is_some(), cases: many, left, on_others: false }.say(out);
    let Exchanged { synced, taken } = exchanged?;
    said(&synced, out);
    Ok(u8::from(!clean || !taken || !synced.refused.is_empty()))
}
