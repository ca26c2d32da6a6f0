//! `klacht hook except`: personal data taken out of a server's history, on a keeper's word.

use std::path::Path;

use chrono::NaiveDate;

use crate::check::{Unlike, compare, keeps};
use crate::cli::git::args::Except;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::context::Context;
use crate::diagnostics::{Text, text};
use crate::register::{Id, Register};
use crate::yaml::append_group;

/// Runs it; the exit code.
pub fn run(args: &Except, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let register = Register::open(global.dir.as_deref().unwrap_or(Path::new(".")))?;
    let day = global.today.unwrap_or(world.clock);
    let (old, new) = (register.commit_named(&args.from)?, register.commit_named(&args.to)?);
    let branch = branch(&register, old)?;
    let context = Context::read(&register.at_commit(old)?)?;
    let keeper = args.by.split_once('/').is_some_and(|(regulation, key)| keeps(&context, regulation, key, day));
    if !keeper {
        let by = &args.by;
        return Err(Failure::Usage(
            text!("{by} is geen beheerder van dit register", "{by} is no keeper of this register"),
            text!("noem een beheerder als REGELING/SLEUTEL", "name a keeper as REGULATION/KEY"),
        ));
    }
    let gone = compare(&register, old, new)?.map_err(|unlike| differs(&unlike))?;
    let others = register.reach(&gone.commits, &branch)?;
    if !others.is_empty() {
        let names = others.join(", ");
        return Err(Failure::Usage(
            text!("ook hieraan hangt wat weg moet: {names}", "what must go also hangs on: {names}", names),
            text!("haal die eerst weg: `git update-ref -d NAAM`", "remove those first: `git update-ref -d NAME`"),
        ));
    }
    let ids: Vec<Id> = gone.commits.iter().chain(&gone.blobs).copied().collect();
    let lines = recorded(args, (old, new), day)?;
    register.take_out(&branch, old, new, &ids)?;
    out.print(&lines)?;
    let count = gone.commits.len();
    let said = text!(
        "{count} commits zijn van deze server; wie ze nog eens instuurt, wordt geweigerd. Leg de regels hierboven vast in exceptions.yaml. Niet bereikt: andere kopieën van het register, spiegels en reservekopieën",
        "{count} commits are gone from this server; whoever pushes them again is refused. Commit the lines above in exceptions.yaml. Not reached: other clones of the register, mirrors and backups"
    );
    out.note(said.in_(out.lang));
    Ok(0)
}

/// The lines of `exceptions.yaml`.
fn recorded(args: &Except, (old, new): (Id, Id), day: NaiveDate) -> Result<String, Failure> {
    let (from, to, on) = (old.to_string(), new.to_string(), day.to_string());
    let said = serde_json::json!({"from": from, "to": to, "on": on, "by": args.by, "reason": args.reason});
    append_group("schema: klacht.exceptions/1\n", "exceptions", &said).map_err(|_| {
        Failure::Usage(
            text!("deze reden kan niet in exceptions.yaml staan", "this reason cannot stand in exceptions.yaml"),
            text!("schrijf de reden in gewone woorden, op één regel", "write the reason in plain words, on one line"),
        )
    })
}

/// The branch that stands on a commit: the register's own, or else the only one.
fn branch(register: &Register, old: Id) -> Result<String, Failure> {
    let standing: Vec<String> = register
        .references()?
        .into_iter()
        .filter(|(name, id)| *id == old && name.starts_with("refs/heads/"))
        .map(|(name, _)| name)
        .collect();
    let own = register.head_branch().filter(|name| standing.contains(name));
    own.or_else(|| standing.first().cloned()).ok_or_else(|| {
        Failure::Usage(
            text!("geen tak staat op de commit van --from", "no branch stands on the commit of --from"),
            text!("kijk waar zij staan: `git for-each-ref`", "see where they stand: `git for-each-ref`"),
        )
    })
}

fn short(id: &Id) -> String {
    id.to_string().chars().take(7).collect()
}

fn differs(unlike: &Unlike) -> Failure {
    let what: Text = match unlike {
        Unlike::Count(old, new) => text!(
            "er waren {old} commits en nu {new}: elke commit moet er nog zijn",
            "there were {old} commits and now {new}: each commit must still be there"
        ),
        Unlike::Made(id) => text!(
            "commit {id} is van een ander, van een andere dag, of bouwt op iets anders",
            "commit {id} is somebody else's, of another day, or builds on something else",
            id = short(id)
        ),
        Unlike::File(id) => text!(
            "in commit {id} verschilt meer dan woorden die weg moesten",
            "in commit {id} more differs than words that had to go",
            id = short(id)
        ),
    };
    Failure::Usage(
        what,
        text!(
            "alleen woorden in klachten, jaarboeken en boodschappen mogen weg, en bestanden die niet van het register zijn; zo: docs/guide-administrator.md",
            "only words in cases, yearbooks and messages may go, and files that are not the register's; how: docs/guide-administrator.md"
        ),
    )
}
