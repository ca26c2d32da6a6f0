//! What is about to be committed, judged as if it were a commit already.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::check::authority::maker::ActorEvidence;
use crate::check::authority::standing::Powers;
use crate::check::case::personal;
use crate::check::commit::candidate::Candidate;
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::{Verdict, sink_of};
use crate::context::{Context, refuses};
use crate::diagnostics::{Finding, Sink};
use crate::register::{Difference, Id, Register, RegisterError};
use crate::rules::data_protection::{Allowed, Known};

/// What a commit that is being made may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// A new one, or one in the place of the last: before a commit git does not say which.
    Either,
    /// A new one on top of the last.
    New,
}

/// Who commits at a desk, on which branch and day, and what is known there.
#[derive(Debug, Clone, Default)]
pub struct AtDesk {
    /// git's address of whoever commits.
    pub email: Option<String>,
    /// git's name of whoever commits.
    pub name: Option<String>,
    /// The day.
    pub day: Option<NaiveDate>,
    /// What is known of persons.
    pub known: Arc<Known>,
}

/// Judges the index against the last commit. Where the commit may be made with `--amend`, the commit being replaced must not
/// be held against it, so what is legal on top of that commit's parents passes too, as long as nobody else has that
/// commit; `amends` tells.
pub fn check_staged(register: &Register, desk: &AtDesk, making: Making) -> Result<Verdict, RegisterError> {
    let head = register.head()?;
    let mut parents: Vec<Id> = head.into_iter().collect();
    let merging = register.merging()?;
    parents.extend(&merging);
    let judged = on_top_of(register, &parents, desk)?;
    if making == Making::Either
        && refuses(&judged.findings)
        && let Some(head) = head
        && merging.is_empty()
        && !published(register, head)?
    {
        let amended = on_top_of(register, &register.commit(head)?.parents, desk)?;
        if !refuses(&amended.findings) {
            return Ok(Verdict { amends: true, ..amended });
        }
    }
    Ok(judged)
}

/// Judges the message of a commit that is being made.
pub fn check_message(register: &Register, message: &[u8], known: Arc<Known>) -> Result<Verdict, RegisterError> {
    let context = Context { known, ..Context::read(&register.at_index()?)? };
    let mut sink = sink_of(&context);
    sink.extend(personal::in_draft(message, &personal::allowed(&context)));
    Ok(Verdict { findings: sink.into_findings(), ..Verdict::default() })
}

fn on_top_of(register: &Register, parents: &[Id], desk: &AtDesk) -> Result<Verdict, RegisterError> {
    let index = register.at_index()?;
    let mut against: Vec<Difference> = Vec::new();
    for parent in parents {
        let tree = register.commit(*parent)?.tree;
        against.push(index.changes_since(Some(tree))?);
    }
    if parents.is_empty() {
        against.push(index.changes_since(None)?);
    }
    let evidence = ActorEvidence { email: desk.email.clone(), received: desk.day, ..ActorEvidence::default() };
    let candidate = Candidate {
        id: None,
        parents: parents.to_vec(),
        against: &against,
        files: &index,
        day: desk.day,
        older: None,
        message: None,
        evidence,
        faults: &[],
    };
    // What the server is known to have: so desk and server say the same.
    let before_push = register.commit_named("@{upstream}").ok();
    let powers = Powers { before_push, judges_guard: true, ..Powers::default() };
    let mut judge = CommitValidator::new(register).by(powers).knowing(Arc::clone(&desk.known));
    let mut sink = Sink::new();
    sink.extend(judge.judge(&candidate)?);
    sink.extend(judge.last_allowed().iter().flat_map(|allowed| names(register, desk, allowed)));
    let (_, checked, versions) = judge.into_tally();
    Ok(Verdict { findings: sink.into_findings(), checked, versions, ..Verdict::default() })
}

/// What stands beside the files: the branch, and the name of whoever commits.
fn names(register: &Register, desk: &AtDesk, allowed: &Allowed) -> Vec<Finding> {
    let signer: Vec<Vec<u8>> = desk.name.iter().map(|name| name.as_bytes().to_vec()).collect();
    let mut found = personal::in_headers(&signer.iter().collect::<Vec<_>>(), allowed);
    found.extend(register.head_branch().iter().flat_map(|branch| personal::in_name(branch, allowed)));
    found
}

/// Whether another repository is known to have this commit.
fn published(register: &Register, commit: Id) -> Result<bool, RegisterError> {
    for (name, id) in register.references()? {
        if name.starts_with("refs/remotes/") && register.is_ancestor(commit, id)? {
            return Ok(true);
        }
    }
    Ok(false)
}
