//! A desk that follows a renewed history: it looks whose word that is, takes its own commits along, and lets go of what was before.

use crate::check::{Bridge, bridge_of, signed_by};
use crate::cli::output::{Failure, Output};
use crate::context::Context;
use crate::diagnostics::{Text, text};
use crate::register::{Id, Moved, Range, Register};

/// What is to go from a desk.
pub struct Left<'a> {
    /// What took its place.
    pub bridge: &'a Bridge,
    /// How many commits of this desk went along.
    pub moved: usize,
}

/// Follows a remote's branch, seen elsewhere `before`, to a history that took the place of the one here; whether nothing of an older one is
/// left to be looked after.
pub fn follow(register: &Register, remote: &str, before: Option<Id>, out: &Output) -> Result<bool, Failure> {
    if let (Some(command), Some(branch)) = (register.goes_on_with(), register.rebased_branch())
        && let Some(there) = register.followed_of(remote, &branch)?
        && apart(register, register.commit_named(&branch)?, there)?
    {
        return Err(stopped(command));
    }
    let (Some(head), Some(there)) = (register.head()?, register.followed(remote)?) else { return Ok(false) };
    let synced = register.synced()?;
    if synced == Some(there) {
        return Ok(true);
    }
    if register.is_shallow() || register.main_branch()? != register.head_branch() {
        return Ok(false);
    }
    let known = match synced {
        Some(synced) => synced,
        None => register.shared_with(remote, head, before)?.unwrap_or(head),
    };
    let here = if apart(register, known, there)? {
        followed(register, (known, head, there), (remote, before), out)?
    } else if synced.is_none() {
        // Nothing is known of this desk, or it was stopped while it let go.
        let bridge = bridge_of(register, there)?.map(|(_, bridge)| bridge);
        if let Some(bridge) = bridge.as_ref().filter(|bridge| register.has(bridge.renews).unwrap_or_default()) {
            trusted(register, bridge.renews, there)?;
        }
        bridge.map(|bridge| (bridge, 0))
    } else {
        return Ok(true);
    };
    let gone = match &here {
        Some((bridge, moved)) => {
            register.forget_removed(remote)?;
            let_go(register, &Left { bridge, moved: *moved }, out)?
        }
        None => true,
    };
    if gone {
        register.set_synced(Some(there))?;
    }
    Ok(gone)
}

/// Whether two commits have nothing in common.
fn apart(register: &Register, one: Id, other: Id) -> Result<bool, Failure> {
    Ok(!register.is_ancestor(one, other)? && register.merge_bases(one, other)?.is_empty())
}

/// Looks at the bridge and moves this desk's branch over to it; what took the place of what is here, and how many commits went along.
fn followed(
    register: &Register,
    (known, head, there): (Id, Id, Id),
    (remote, before): (&str, Option<Id>),
    out: &Output,
) -> Result<Option<(Bridge, usize)>, Failure> {
    let bridge = trusted(register, known, there)?;
    if !apart(register, head, there)? {
        return Ok(Some((bridge, 0)));
    }
    let base = register.shared_with(remote, head, before)?;
    match register.move_over(base, head, there)? {
        Moved::Over(own) => {
            out.note(
                text!(
                    "De geschiedenis is vernieuwd; deze computer volgt.",
                    "The history was renewed; this computer follows."
                )
                .in_(out.lang),
            );
            Ok(Some((bridge, own)))
        }
        Moved::Uncommitted => Err(Failure::Usage(
            text!(
                "de geschiedenis is vernieuwd, en hier staat nog iets dat niet is vastgelegd",
                "the history was renewed, and something here is not committed yet"
            ),
            text!("leg het vast, en dan: klacht sync", "commit it, and then: klacht sync"),
        )),
        Moved::Stopped => Err(stopped("git rebase --continue")),
        Moved::Unknown => Err(unfollowed(
            &text!(
                "hier is niet te zien wat u nog niet had ingestuurd",
                "it cannot be seen here what you did not send yet"
            ),
            &text!(
                "zet uw commits zelf over: git rebase --onto {remote}/TAK LAATSTE-VAN-DE-SERVER",
                "move your commits yourself: git rebase --onto {remote}/BRANCH LAST-OF-THE-SERVER"
            ),
        )),
    }
}

/// The bridge to another history, where it takes the place of the one that is known here, on the word of a keeper who is known here.
fn trusted(register: &Register, known: Id, there: Id) -> Result<Bridge, Failure> {
    let ask = text!(
        "hier is niets veranderd; vraag een beheerder of dit klopt, en waarschuw wie de server beheert",
        "nothing was changed here; ask a keeper whether this is right, and warn whoever runs the server"
    );
    let Some((id, bridge)) = bridge_of(register, there)? else {
        return Err(unfollowed(
            &text!("zij zegt niet waarvan zij de plaats inneemt", "it does not say whose place it takes"),
            &ask,
        ));
    };
    let past = bridge.past();
    if register.beginnings(there)? != [id] || !register.beginnings(known)?.iter().all(|id| past.contains(id)) {
        return Err(unfollowed(
            &text!("zij komt niet in de plaats van wat hier staat", "it does not take the place of what is here"),
            &ask,
        ));
    }
    let commit = register.commit(id)?;
    let context = Context::read(&register.at_commit(known)?)?;
    if let Err(why) = signed_by(&commit, &context, commit.committer.date().unwrap_or_default()) {
        return Err(unfollowed(&why.message, &ask));
    }
    // What came here before it was renewed can be held against it; a server with the hook did so too.
    if register.has(bridge.renews)? {
        let same = register.commit(bridge.renews)?.tree == commit.tree
            && register.walk(&Range::all(bridge.renews))?.ids().len() == bridge.commits;
        if !same {
            return Err(unfollowed(
                &text!("haar bestanden zijn andere dan die er waren", "its files are other ones than were there"),
                &ask,
            ));
        }
    }
    Ok(bridge)
}

/// Goes on where a register without a server was stopped while it let go of a history.
pub fn resumed(register: &Register, out: &Output) -> Result<(), Failure> {
    let (Some(head), None) = (register.head()?, register.synced()?) else { return Ok(()) };
    let Some((_, bridge)) = bridge_of(register, head)? else { return Ok(()) };
    if let_go(register, &Left { bridge: &bridge, moved: 0 }, out)? {
        register.set_synced(Some(head))?;
    }
    Ok(())
}

/// Lets go of everything of a history that was left, and looks whether it is gone; whether it is.
pub fn let_go(register: &Register, left: &Left<'_>, out: &Output) -> Result<bool, Failure> {
    let gone = left.bridge.gone();
    let leads = register.leading_to(&gone)?;
    if !leads.is_empty() {
        let names = leads.join(", ");
        let said = text!(
            "Van de oude geschiedenis staat hier nog iets, door: {names}. Zet over wat u daarvan nodig hebt (git rebase --onto), haal de rest weg (git branch -D, git tag -d, git stash drop), en dan: klacht sync",
            "Something of the old history is still here, by: {names}. Move what you need of it (git rebase --onto), remove the rest (git branch -D, git tag -d, git stash drop), and then: klacht sync",
            names
        );
        out.note(said.in_(out.lang));
        return Ok(false);
    }
    // From here on nothing leads to it, so whatever stops this, the next one goes on.
    register.set_synced(None)?;
    let seen = register.let_go()?;
    let clean = seen.strays == 0 && seen.missed == 0 && !register.still_has(&gone)?;
    let (objects, moved) = (seen.objects, left.moved);
    let said = if clean {
        text!(
            "Van de oude geschiedenis staat hier niets meer: elk object is nagekeken ({objects}). Eigen commits meegenomen: {moved}.",
            "Nothing of the old history is here any more: every object was looked at ({objects}). Own commits taken along: {moved}."
        )
    } else {
        text!(
            "Van de oude geschiedenis staat hier nog iets: zoek in .git/objects naar *.keep en info/alternates, en dan: klacht sync",
            "Something of the old history is still here: look in .git/objects for *.keep and info/alternates, and then: klacht sync"
        )
    };
    out.note(said.in_(out.lang));
    Ok(clean)
}

fn stopped(command: &str) -> Failure {
    Failure::Usage(
        text!(
            "de geschiedenis is vernieuwd, en uw commits worden overgezet: git wacht op u",
            "the history was renewed, and your commits are being moved: git waits for you"
        ),
        text!(
            "los op wat git noemt (klacht resolve), dan `{command}` en `klacht sync`",
            "resolve what git names (klacht resolve), then `{command}` and `klacht sync`"
        ),
    )
}

fn unfollowed(why: &Text, remedy: &Text) -> Failure {
    Failure::Usage(
        text!(
            "de server heeft een andere geschiedenis, en die wordt niet gevolgd: {why}",
            "the server has another history, and it is not followed: {why}",
            why
        ),
        remedy.clone(),
    )
}
