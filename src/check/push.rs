//! A push judged: every reference, every new commit against each of its parents, all faults at once.

use crate::check::commit::push_context::PushContext;
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::Verdict;
use crate::context::about_file as about;
use crate::context::{Context, Settings};
use crate::diagnostics::{Finding, Sink};
use crate::register::{Classified, Id, Movement, ObjectKind, Range, RefKind, Register, RegisterError, Update};
use crate::rules::data_protection::Allowed;
use crate::rules::history;
use crate::rules::history::g711::Refused;

/// Judges a push.
pub fn check_push(register: &Register, updates: &[Update], push: &PushContext<'_>) -> Result<Verdict, RegisterError> {
    let mut sink = Sink::new();
    let mut judge = CommitValidator::at_the_gate(register, push);
    let guard = Guard::of(register)?;
    for update in updates {
        let classified = match register.classify(update.clone()) {
            Ok(classified) => classified,
            Err(error) => {
                sink.push(unreadable(&update.name, &error));
                continue;
            }
        };
        let refused = refused(&classified, guard.protects(register, &classified)?);
        let stop = !refused.is_empty();
        sink.extend(refused);
        if classified.movement != Movement::Delete {
            sink.extend(crate::check::case::personal::in_name(&classified.update.name, &Allowed::new()));
        }
        let (false, Some(commit)) = (stop, classified.commit) else { continue };
        short_name(&update.name).clone_into(&mut judge.target);
        match new_commits(register, &guard, &classified, commit) {
            Ok(Some(range)) => match judge.range(&range, &|_, _| {}) {
                Ok(findings) => sink.extend(findings),
                Err(error) => sink.push(unreadable(&update.name, &error)),
            },
            Ok(None) => {}
            Err(error) => sink.push(unreadable(&update.name, &error)),
        }
    }
    let (commits, checked, versions) = judge.into_tally();
    Ok(Verdict { findings: sink.into_findings(), checked, commits: Some(commits), versions, ..Verdict::default() })
}

/// What cannot be read is refused with its reason, never passed.
fn unreadable(name: &str, error: &RegisterError) -> Finding {
    about(name, &history::g712::RULE, crate::check::unreadable::unreadable(error))
}

/// Which references are guarded: by the settings of the branch that is checked out, as they are before the push. A push
/// cannot take the guard away from what it pushes, and an unguarded branch cannot call itself guarded.
struct Guard(Option<Settings>);

impl Guard {
    fn of(register: &Register) -> Result<Self, RegisterError> {
        let settings = register.head()?.map(|head| settings_at(register, head)).transpose()?;
        Ok(Self(settings))
    }

    /// Whether a reference is guarded; where no branch is checked out yet, by its own settings.
    fn covers(&self, register: &Register, reference: &str, at: Option<Id>) -> Result<bool, RegisterError> {
        match (&self.0, at) {
            (Some(settings), _) => Ok(settings.protects(reference)),
            (None, Some(at)) => Ok(settings_at(register, at)?.protects(reference)),
            (None, None) => Ok(true),
        }
    }

    fn protects(&self, register: &Register, update: &Classified) -> Result<bool, RegisterError> {
        self.covers(register, &update.update.name, update.old_commit.or(update.commit))
    }
}

fn settings_at(register: &Register, commit: Id) -> Result<Settings, RegisterError> {
    Ok(Context::read_settings_only(&register.at_commit(commit)?)?.settings)
}

/// A branch as people name it.
fn short_name(reference: &str) -> &str {
    reference.strip_prefix("refs/heads/").unwrap_or(reference)
}

/// Movements of references that a register does not allow, whatever the commits.
fn refused(update: &Classified, protected: bool) -> Vec<Finding> {
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
        (RefKind::Branch, Movement::Delete) if protected => {
            found.push(about(name, &history::g710::RULE, history::g710::say(short_name(name))));
        }
        (RefKind::Branch, Movement::Rewrite) if protected => {
            found.push(about(name, &history::g709::RULE, history::g709::say(short_name(name))));
        }
        _ => {}
    }
    found
}

/// The commits that a reference brings in. What an unguarded branch holds was never judged, so it is new here too.
fn new_commits(
    register: &Register,
    guard: &Guard,
    update: &Classified,
    tip: Id,
) -> Result<Option<Range>, RegisterError> {
    let name = update.update.name.as_str();
    if update.kind != RefKind::Tag && !guard.protects(register, update)? {
        return Ok(None);
    }
    let mut except: Vec<Id> = Vec::new();
    match update.old_commit.filter(|_| update.kind == RefKind::Branch) {
        Some(old) => except.push(old),
        None => {
            for (other, id) in register.references()? {
                if other.starts_with("refs/heads/") && other != name && guard.covers(register, &other, Some(id))? {
                    except.push(id);
                }
            }
        }
    }
    Ok(Some(Range { tips: vec![tip], except }))
}
