//! `klacht destroy --due`: every case whose day has come.

use std::collections::BTreeMap;
use std::path::Path;

use crate::calendar::{Toward, date_words};
use crate::casework::{Going, Lock, Plan, Workspace, plan};
use crate::cli::case::destroy::leaving::{Gone, Told, folder_left, looked, written};
use crate::cli::case::destroy::{Destroy, not_to_come};
use crate::cli::context::{day_of, me, said_day, said_open};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::vault::Vault;

/// Runs it; 1 when a case that was to go did not.
pub fn run(args: &Destroy, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let today = day_of(&workspace, global, world);
    let on = said_day(args.on, "--on", (today, Toward::Past), out)?.unwrap_or(today);
    not_to_come(on, today)?;
    let mut mine = BTreeMap::new();
    for history in workspace.context.policy.histories.values() {
        let me = me(&workspace, &history.people, world)?;
        mine.insert(std::ptr::from_ref(&history.people), me);
    }
    let who = |people: &_| args.by.clone().or_else(|| mine.get(&std::ptr::from_ref(people)).cloned().flatten());
    let plan = plan(&workspace, on, &who)?;
    if args.plan {
        for Going { id, by } in &plan.goes {
            let line = text!("{id}: gaat weg, door {by}", "{id}: goes, by {by}");
            out.print(&format!("{}\n", line.in_(out.lang)))?;
        }
        stayed(&plan, out)?;
        return Ok(0);
    }
    let vault = Vault::open(&workspace.register)?;
    looked(&workspace, vault.as_ref())?;
    let lock = Lock::take(&workspace)?;
    let (mut gone, mut refused): (Vec<Gone>, usize) = (Vec::new(), 0);
    for going in &plan.goes {
        match leave(dir, going, (on, today), vault.as_ref(), args.keep.commit, out) {
            Ok(Some(one)) => gone.push(one),
            Ok(None) => refused += 1,
            Err(failure @ (Failure::Usage(..) | Failure::File(..))) => {
                refused += 1;
                out.failure(&failure);
            }
            Err(failure) => return Err(failure),
        }
    }
    let proof = vault.as_ref().filter(|_| !gone.is_empty());
    let proof = proof.map(|vault| vault.destroy(gone.iter().map(|one| &one.id))).transpose()?;
    let left = gone.iter().filter(|one| folder_left(&workspace, &one.id, world)).count();
    drop(lock);
    stayed(&plan, out)?;
    let many = gone.len();
    let said = text!("Vernietigd: {many}. Geweigerd: {refused}.", "Destroyed: {many}. Refused: {refused}.");
    out.note(said.in_(out.lang));
    if gone.is_empty() {
        return Ok(u8::from(refused > 0));
    }
    let clean = Told { proof, sealed: gone.iter().any(|one| one.sealed), cases: many, left, on_others: true }.say(out);
    gone.iter().flat_map(|one| &one.notices).for_each(|line| out.note(line));
    if !args.keep.commit {
        let mut paths: Vec<&str> = gone.iter().flat_map(|one| one.wanted.files()).map(|f| f.path.as_str()).collect();
        paths.sort_unstable();
        paths.dedup();
        said_open(&workspace, &paths, &format!("Vernietigd: {many}"), out);
    }
    Ok(u8::from(refused > 0 || !clean))
}

/// One case; nothing where it is refused, and then its files are as they were.
fn leave(
    dir: &Path,
    going: &Going,
    days: (chrono::NaiveDate, chrono::NaiveDate),
    vault: Option<&Vault>,
    commit: bool,
    out: &Output,
) -> Result<Option<Gone>, Failure> {
    let Some((workspace, gone)) = written(dir, (&going.id, &going.by), days, vault, out)? else { return Ok(None) };
    let paths: Vec<&str> = gone.wanted.files().map(|f| f.path.as_str()).collect();
    if commit && workspace.register.record(&paths, &gone.message()).is_err() {
        // What stays behind would go along with the next.
        gone.wanted.undo(&workspace)?;
        workspace.register.unstage(&paths)?;
        let id = &gone.id;
        return Err(Failure::File(
            text!(
                "{id} is niet vernietigd: git heeft het niet vastgelegd",
                "{id} was not destroyed: git did not commit it"
            ),
            text!(
                "lees wat git hierboven zegt, en voer dit opnieuw uit",
                "read what git says above, and run this again"
            ),
        ));
    }
    if let Some(vault) = vault {
        vault.forget(&gone.id)?;
    }
    Ok(Some(gone))
}

/// Which cases stay, and why.
fn stayed(plan: &Plan, out: &Output) -> Result<(), Failure> {
    for (why, remedy) in &plan.stays {
        let line = text!("{why} ({remedy})", "{why} ({remedy})", why, remedy);
        out.print(&format!("{}\n", line.in_(out.lang)))?;
    }
    let Plan { later: (later, first), undated, kept, unread, .. } = plan;
    let first = date_words(first.unwrap_or_default());
    let lines: [(usize, Text); 4] = [
        (
            *later,
            text!("nog niet: {later}, de eerste op {first}", "not yet: {later}, the first on {first}", later, first),
        ),
        (*undated, text!("dag nog niet bekend: {undated}", "date not known yet: {undated}")),
        (*kept, text!("zonder dag van vernietiging: {kept}", "without a date of destruction: {kept}")),
        (*unread, text!("niet te lezen, zie `klacht check`: {unread}", "unreadable, see `klacht check`: {unread}")),
    ];
    lines.iter().filter(|(many, _)| *many > 0).for_each(|(_, line)| out.note(line.in_(out.lang)));
    Ok(())
}
