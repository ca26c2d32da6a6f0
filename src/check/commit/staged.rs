//! What is about to be committed, judged as if it were a commit already.

use chrono::NaiveDate;

use crate::check::authority::maker::ActorEvidence;
use crate::check::authority::standing::Powers;
use crate::check::case::personal;
use crate::check::commit::candidate::Candidate;
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::{Verdict, sink_of};
use crate::context::{Context, refuses};
use crate::diagnostics::Sink;
use crate::register::{Difference, Id, Register, RegisterError};

/// What a commit that is being made may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// A new one, or one in the place of the last: before a commit git does not say which.
    Either,
    /// A new one on top of the last.
    New,
}

/// Judges the index against the last commit. Where the commit may be made with `--amend`, the commit being replaced must not
/// be held against it, so what is legal on top of that commit's parents passes too, as long as nobody else has that
/// commit; `amends` tells.
pub fn check_staged(
    register: &Register,
    author: Option<String>,
    day: Option<NaiveDate>,
    making: Making,
) -> Result<Verdict, RegisterError> {
    let head = register.head()?;
    let mut parents: Vec<Id> = head.into_iter().collect();
    let merging = register.merging()?;
    parents.extend(&merging);
    let judged = on_top_of(register, &parents, author.clone(), day)?;
    if making == Making::Either
        && refuses(&judged.findings)
        && let Some(head) = head
        && merging.is_empty()
        && !published(register, head)?
    {
        let amended = on_top_of(register, &register.commit(head)?.parents, author, day)?;
        if !refuses(&amended.findings) {
            return Ok(Verdict { amends: true, ..amended });
        }
    }
    Ok(judged)
}

/// Judges the message of a commit that is being made.
pub fn check_message(register: &Register, message: &[u8]) -> Result<Verdict, RegisterError> {
    let context = Context::read(&register.at_index()?)?;
    let mut sink = sink_of(&context);
    sink.extend(personal::in_draft(message, &personal::allowed(&context)));
    Ok(Verdict { findings: sink.into_findings(), ..Verdict::default() })
}

fn on_top_of(
    register: &Register,
    parents: &[Id],
    author: Option<String>,
    day: Option<NaiveDate>,
) -> Result<Verdict, RegisterError> {
    let index = register.at_index()?;
    let mut against: Vec<Difference> = Vec::new();
    for parent in parents {
        let tree = register.commit(*parent)?.tree;
        against.push(index.changes_since(Some(tree))?);
    }
    if parents.is_empty() {
        against.push(index.changes_since(None)?);
    }
    let evidence = ActorEvidence { email: author, received: day, ..ActorEvidence::default() };
    let candidate = Candidate {
        id: None,
        parents: parents.to_vec(),
        against: &against,
        files: &index,
        day,
        older: None,
        message: None,
        evidence,
        faults: &[],
    };
    // What the server is known to have: so desk and server say the same.
    let before_push = register.commit_named("@{upstream}").ok();
    let mut judge = CommitValidator::new(register).by(Powers { before_push, judges_guard: true, ..Powers::default() });
    let mut sink = Sink::new();
    sink.extend(judge.judge(&candidate)?);
    let (_, checked, versions) = judge.into_tally();
    Ok(Verdict { findings: sink.into_findings(), checked, versions, ..Verdict::default() })
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
