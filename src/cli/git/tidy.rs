//! `klacht hook tidy`: a server lets go of what was destroyed, every night.

use std::collections::BTreeSet;
use std::path::Path;

use crate::casework::stubs;
use crate::cli::git::args::Tidy;
use crate::cli::git::hook::speak;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::register::Register;
use crate::vault::{Tidied, tidy};

/// Runs it; 1 when something sealed is left to which no case leads.
pub fn run(args: &Tidy, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let other = args.register.as_deref().map(Register::open).transpose()?;
    let branch = other.as_ref().unwrap_or(&register);
    let destroyed = match branch.head()? {
        Some(head) => stubs(&branch.at_commit(head)?)?,
        None => BTreeSet::new(),
    };
    let Tidied { references, proof } = match tidy(&register, &destroyed, day, args.now) {
        Ok(tidied) => tidied,
        Err(error) => {
            let why = error.message();
            let line = text!("{day} niet gelukt: {why}", "{day} failed: {why}", day, why);
            register.logged(line.in_(out.lang))?;
            return Err(error.into());
        }
    };
    let verdict = if proof.holds() { text!("schoon", "clean") } else { text!("NIET schoon", "NOT clean") };
    let (many, objects, living, strays) = (destroyed.len(), proof.objects, proof.living, proof.strays);
    let line = text!(
        "{day} {verdict}: {many} zaken vernietigd, {references} verwijzingen weggehaald, {objects} objecten nagekeken, {living} van zaken die er nog zijn, {strays} van geen",
        "{day} {verdict}: {many} cases destroyed, {references} references removed, {objects} objects looked at, {living} of cases that live, {strays} of none",
        day,
        verdict,
        many,
        references,
        objects,
        living,
        strays
    );
    register.logged(line.in_(out.lang))?;
    out.print(&format!("{}\n", line.in_(out.lang)))?;
    if proof.holds() {
        return Ok(0);
    }
    let said = text!(
        "Wat het laatste uur binnenkwam, blijft tot de volgende nacht. Blijft het zo: zoek in objects/ naar *.keep en info/alternates, en voer uit met --now terwijl niemand kan insturen",
        "What came in during the last hour stays until the next night. If it stays like this: look in objects/ for *.keep and info/alternates, and run with --now while nobody can push"
    );
    out.note(said.in_(out.lang));
    Ok(1)
}
