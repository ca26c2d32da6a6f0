//! `klacht history renew`: the history of a register begins anew, and what it said of destroyed cases goes.

use std::path::Path;

use clap::{Args, Subcommand};

use crate::casework::{Lock, Workspace};
use crate::check::{Bridge, Renewal};
use crate::cli::git::follow::{Left, let_go};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::sync::{exchange, said};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::register::{Id, Register};
use crate::rules::Message;
use crate::rules::history::g772;

/// `history …`.
#[derive(Debug, Subcommand)]
pub enum History {
    /// Let the history begin anew, as a keeper, once a year: what old commits say of destroyed cases goes.
    #[command(visible_alias = "vernieuw")]
    Renew(Renew),
}

/// `history renew`.
#[derive(Debug, Args)]
pub struct Renew {
    /// Only tell what would go, and what stands in the way.
    #[arg(id = "renew_plan", long = "plan")]
    pub plan: bool,
    /// Why, without names.
    #[arg(id = "why_renewed", long = "reason", value_name = "TEXT")]
    pub reason: Option<String>,
}

/// Runs it; the exit code.
pub fn run(args: &Renew, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let _lock = Lock::take(&workspace)?;
    let register = &workspace.register;
    let remote = register.branch_remote(&workspace.context.settings.vault.remote)?;
    let (old, branch) = standing(register)?;
    let renewal = Renewal { register, old, day: global.today.unwrap_or(world.clock) };
    let reason = args.reason.as_deref().map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
    let program = format!("klacht {}", env!("CARGO_PKG_VERSION"));
    let bridge = renewal.bridge(&program, reason.filter(|words| !words.is_empty()))?;
    let mut obstacles = unready(&renewal, &branch, remote.as_deref())?;
    if args.plan {
        return planned(&bridge, &obstacles, out);
    }
    if !obstacles.is_empty() {
        return Err(obstacles.remove(0));
    }
    let made = register.begin_anew(register.commit(old)?.tree, &bridge.message()).map_err(|_| unsigned())?;
    if let Some(why) = renewal.refused(&register.commit(made)?)? {
        return Err(usage(why));
    }
    if let Some(remote) = &remote {
        if !register.send_anew(remote, &branch, old, made)? {
            return Err(not_taken());
        }
        // From here on this desk follows as every other does, also when this is where it was stopped.
        said(&exchange(&workspace, false, global, world, out)?.synced, out);
    } else {
        register.move_over(Some(old), old, made)?;
        let_go(register, &Left { bridge: &bridge, moved: 0 }, out)?;
        register.set_synced(Some(made))?;
    }
    let commits = bridge.commits;
    let done = text!(
        "De geschiedenis begint opnieuw: {commits} commits zijn weg. Zeg de anderen: klacht sync. Op de server: klacht hook tidy, elke nacht.",
        "The history begins anew: {commits} commits are gone. Tell the others: klacht sync. On the server: klacht hook tidy, every night."
    );
    out.note(done.in_(out.lang));
    Ok(0)
}

/// The last commit and the branch of the register.
fn standing(register: &Register) -> Result<(Id, String), Failure> {
    let nothing = || {
        Failure::Usage(
            text!("hier staat niets om te vernieuwen", "there is nothing here to renew"),
            text!(
                "sta op de tak van het register: git switch main",
                "be on the branch of the register: git switch main"
            ),
        )
    };
    let (Some(head), Some(branch)) = (register.head()?, register.head_branch()) else { return Err(nothing()) };
    if register.main_branch()?.is_some_and(|main| main != branch) {
        return Err(nothing());
    }
    Ok((head, branch))
}

/// Everything that stands in the way: what is not committed, what is not exchanged, what is wrong, what leads to what is to go.
fn unready(renewal: &Renewal<'_>, branch: &str, remote: Option<&str>) -> Result<Vec<Failure>, Failure> {
    let (register, old) = (renewal.register, renewal.old);
    let mut found = Vec::new();
    if register.is_changed()? || register.goes_on_with().is_some() {
        found.push(Failure::Usage(
            text!("hier staat nog iets dat niet is vastgelegd", "something here is not committed yet"),
            text!("leg het vast of zet het terug: git status", "commit it or put it back: git status"),
        ));
    }
    if let Some(remote) = remote {
        register.fetch(remote)?;
        if register.followed(remote)? != Some(old) {
            found.push(Failure::Usage(
                text!(
                    "deze computer en de server hebben niet hetzelfde",
                    "this computer and the server do not have the same"
                ),
                text!("wissel eerst uit: klacht sync", "exchange first: klacht sync"),
            ));
            return Ok(found);
        }
        let names = in_the_way(register, remote, branch, old)?;
        found.extend((!names.is_empty()).then(|| must_go(&names, remote)));
    }
    let errors = renewal.errors()?;
    found.extend((errors > 0).then(|| usage(g772::errors(errors))));
    Ok(found)
}

/// What a remote names besides the branch, and that leads to what is to go. What is not here is taken to do so.
fn in_the_way(register: &Register, remote: &str, branch: &str, old: Id) -> Result<Vec<String>, Failure> {
    let past = register.beginnings(old)?;
    let mut found = Vec::new();
    for (name, id) in register.named_by(remote)? {
        if name == branch || name.starts_with("refs/klacht/") {
            continue;
        }
        let commit = if register.has(id)? { register.peel(id)?.1 } else { None };
        let apart = match commit {
            Some(commit) => !register.beginnings(commit)?.iter().any(|id| past.contains(id)),
            None => register.has(id)?,
        };
        if !apart {
            found.push(name);
        }
    }
    Ok(found)
}

fn planned(bridge: &Bridge, obstacles: &[Failure], out: &Output) -> Result<u8, Failure> {
    let Bridge { commits, destroyed, .. } = bridge;
    let line = text!(
        "commits die gaan: {commits}; vernietigde zaken: {destroyed}",
        "commits that go: {commits}; cases destroyed: {destroyed}",
        commits,
        destroyed
    );
    out.print(&format!("{}\n", line.in_(out.lang)))?;
    for obstacle in obstacles {
        out.failure(obstacle);
    }
    Ok(u8::from(!obstacles.is_empty()))
}

fn must_go(names: &[String], remote: &str) -> Failure {
    let (shown, all) = (names.join(", "), names.join(" "));
    Failure::Usage(
        text!(
            "ook dit op de server leidt naar wat weg moet: {shown}",
            "this on the server leads to what must go as well: {shown}"
        ),
        text!(
            "haal het daar weg: git push {remote} --delete {all}",
            "remove it there: git push {remote} --delete {all}",
            remote,
            all
        ),
    )
}

fn unsigned() -> Failure {
    let why: Text = text!("git kon niet ondertekenen", "git could not sign");
    usage(g772::not_signed(&Message::new(why.clone(), why)))
}

fn not_taken() -> Failure {
    Failure::Usage(
        text!(
            "de server nam de nieuwe geschiedenis niet aan; hier is niets veranderd",
            "the server did not take the new history; nothing was changed here"
        ),
        text!(
            "lees wat hij hierboven zegt; weigert git zelf: git config receive.denyNonFastForwards false op de server, of sta bij een forge een geforceerde push even toe",
            "read what it says above; if git itself refuses: git config receive.denyNonFastForwards false on the server, or allow a forced push for a moment on a forge"
        ),
    )
}

fn usage(message: Message) -> Failure {
    Failure::Usage(message.message, message.remedy)
}
