//! A push judged: every reference, every new commit against each of its parents, all faults at once.

use chrono::NaiveDate;

use super::commit::CommitJudge;
use super::place::whole as about;
use super::whole::Verdict;
use crate::diagnostics::{Finding, Sink};
use crate::register::{
    Classified, HookEnvironment, Id, Movement, ObjectKind, Range, RefKind, Register, RegisterError, Update,
};
use crate::rules::history;
use crate::rules::history::g711::Refused;

/// What a gate is told besides the push itself.
pub struct Gate<'a> {
    /// What git says of the push.
    pub environment: HookEnvironment,
    /// Looks up a variable, for the name under which the transport let somebody in.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// The server's day.
    pub today: NaiveDate,
}

/// Judges a push.
pub fn check_push(register: &Register, updates: &[Update], gate: &Gate<'_>) -> Result<Verdict, RegisterError> {
    let mut sink = Sink::new();
    let mut checked = 0;
    let mut judge = CommitJudge::at_the_gate(register, gate);
    for update in updates {
        let classified = match register.classify(update.clone()) {
            Ok(classified) => classified,
            Err(error) => {
                sink.push(unreadable(&update.name, &error));
                continue;
            }
        };
        let refused = refused(&classified);
        let stop = !refused.is_empty();
        refused.into_iter().for_each(|f| sink.push(f));
        for finding in super::personal::in_name(&classified.update.name) {
            sink.push(finding);
        }
        let (false, Some(commit)) = (stop, classified.commit) else { continue };
        match new_commits(register, &judge, &classified, commit) {
            Ok(Some(range)) => match judge.range(&range, &|_, _| {}) {
                Ok((findings, cases)) => {
                    checked += cases;
                    findings.into_iter().for_each(|f| sink.push(f));
                }
                Err(error) => sink.push(unreadable(&update.name, &error)),
            },
            Ok(None) => {}
            Err(error) => sink.push(unreadable(&update.name, &error)),
        }
    }
    Ok(Verdict { findings: sink.into_findings(), checked, paths: Vec::new() })
}

/// What cannot be read is refused with its reason, never passed.
fn unreadable(name: &str, error: &RegisterError) -> Finding {
    about(name, &history::g712::RULE, super::words::unreadable(error))
}

/// Movements of references that a register does not allow, whatever the commits.
fn refused(update: &Classified) -> Vec<Finding> {
    let name = update.update.name.as_str();
    let mut found = Vec::new();
    match (update.kind, update.movement) {
        (RefKind::Replace, movement) if movement != Movement::Delete => {
            found.push(about(name, &history::g711::RULE, history::g711::say(name, Refused::Replacement)));
        }
        (RefKind::Other | RefKind::Notes, movement) if movement != Movement::Delete => {
            found.push(about(name, &history::g711::RULE, history::g711::say(name, Refused::OtherKind)));
        }
        (RefKind::Tag, Movement::Rewrite) => {
            found.push(about(name, &history::g711::RULE, history::g711::say(name, Refused::TagMoved)));
        }
        (RefKind::Tag, Movement::Create | Movement::FastForward)
            if update.target.is_some_and(|t| !matches!(t, ObjectKind::Commit | ObjectKind::Tag))
                || update.commit.is_none() =>
        {
            found.push(about(name, &history::g711::RULE, history::g711::say(name, Refused::NoCommit)));
        }
        (RefKind::Branch, Movement::Delete) => {
            found.push(about(name, &history::g710::RULE, history::g710::say(name)));
        }
        (RefKind::Branch, Movement::Rewrite) => {
            found.push(about(name, &history::g709::RULE, history::g709::say(name)));
        }
        _ => {}
    }
    found
}

/// The commits that a reference brings in. What an unguarded branch holds was never judged, so it is new here too.
fn new_commits(
    register: &Register,
    judge: &CommitJudge<'_>,
    update: &Classified,
    tip: Id,
) -> Result<Option<Range>, RegisterError> {
    let name = update.update.name.as_str();
    let guarded = update.kind == RefKind::Tag || judge.guards(name, update.update.old.or(Some(tip)))?;
    if !guarded {
        return Ok(None);
    }
    let mut except: Vec<Id> = Vec::new();
    match update.update.old.filter(|_| update.kind == RefKind::Branch) {
        Some(old) => except.push(old),
        None => {
            for (other, id) in register.references()? {
                if other.starts_with("refs/heads/") && judge.guards(&other, Some(id))? {
                    except.push(id);
                }
            }
        }
    }
    Ok(Some(Range { tips: vec![tip], except }))
}
