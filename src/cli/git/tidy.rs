//! `klacht hook tidy`: a server lets go of what was destroyed, every night.

use std::collections::BTreeSet;
use std::path::Path;

use crate::casework::stubs;
use crate::check::bridge_of;
use crate::cli::git::args::Tidy;
use crate::cli::git::hook::speak;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::register::Register;
use crate::vault::{Left, Tidied, tidy};

/// Runs it; 1 when something sealed is left to which no case leads.
pub fn run(args: &Tidy, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    speak(global, world, out);
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let head = register.head()?;
    let other = args.register.as_deref().map(Register::open).transpose()?;
    let destroyed = destroyed(other.as_ref().unwrap_or(&register))?;
    let left = head.map(|head| bridge_of(&register, head)).transpose()?.flatten();
    let left = left.map(|(bridge, said)| Left { bridge, gone: said.gone() });
    let Tidied { references, proof, leads, remains } = match tidy(&register, &destroyed, left.as_ref(), day, args.now) {
        Ok(tidied) => tidied,
        Err(error) => {
            let why = error.message();
            let line = text!("{day} niet gelukt: {why}", "{day} failed: {why}", day, why);
            register.logged(line.in_(out.lang))?;
            return Err(error.into());
        }
    };
    let holds = proof.holds() && !remains;
    let verdict = if holds { text!("schoon", "clean") } else { text!("NIET schoon", "NOT clean") };
    let past = match (&left, remains) {
        (None, _) => text!("", ""),
        (_, false) => text!("; de oude geschiedenis is weg", "; the old history is gone"),
        (_, true) => text!("; van de oude geschiedenis is er nog", "; something of the old history is left"),
    };
    let (many, objects, living, strays) = (destroyed.len(), proof.objects, proof.living, proof.strays);
    let line = text!(
        "{day} {verdict}: {many} zaken vernietigd, {references} verwijzingen weggehaald, {objects} objecten nagekeken, {living} van zaken die er nog zijn, {strays} van geen{past}",
        "{day} {verdict}: {many} cases destroyed, {references} references removed, {objects} objects looked at, {living} of cases that live, {strays} of none{past}",
        day,
        verdict,
        many,
        references,
        objects,
        living,
        strays,
        past
    );
    register.logged(line.in_(out.lang))?;
    out.print(&format!("{}\n", line.in_(out.lang)))?;
    if holds {
        return Ok(0);
    }
    if !leads.is_empty() {
        let names = leads.join(", ");
        let said = text!(
            "Naar de oude geschiedenis leidt nog: {names}. Haal dat weg: git update-ref -d NAAM",
            "What still leads to the old history: {names}. Remove it: git update-ref -d NAME",
            names
        );
        out.note(said.in_(out.lang));
    }
    let said = text!(
        "Wat het laatste uur binnenkwam, blijft tot de volgende nacht. Blijft het zo: zoek in objects/ naar *.keep en info/alternates, en voer uit met --now terwijl niemand kan insturen",
        "What came in during the last hour stays until the next night. If it stays like this: look in objects/ for *.keep and info/alternates, and run with --now while nobody can push"
    );
    out.note(said.in_(out.lang));
    Ok(1)
}

/// The cases of which a register holds the stub only.
fn destroyed(register: &Register) -> Result<BTreeSet<String>, Failure> {
    Ok(match register.head()? {
        Some(head) => stubs(&register.at_commit(head)?)?,
        None => BTreeSet::new(),
    })
}
