//! A range or the whole of a history, judged commit by commit.

use std::collections::HashSet;

use crate::check::authority::standing::Powers;
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::Verdict;
use crate::context::{about_file as about, read_exceptions};
use crate::diagnostics::{Finding, Severity, Sink};
use crate::paths::EXCEPTIONS;
use crate::register::{Id, Range, Register, RegisterError};
use crate::rules::history::{g713, g715, g722, g752};

/// Judges every commit of a range against each of its parents. Time enters by the commits alone.
pub fn check_range(
    register: &Register,
    range: &Range,
    progress: &dyn Fn(usize, usize),
) -> Result<Verdict, RegisterError> {
    let before_push = range.except.first().copied();
    let mut judge = CommitValidator::new(register).by(Powers {
        before_push,
        judges_guard: before_push.is_some(),
        ..Powers::default()
    });
    let mut findings = judge.range(range, progress)?;
    if let ([tip], []) = (range.tips.as_slice(), range.except.as_slice()) {
        excepted(register, *tip, &mut findings)?;
    }
    let mut sink = Sink::new();
    sink.extend(findings);
    let (commits, checked, versions) = judge.into_tally();
    Ok(Verdict { findings: sink.into_findings(), checked, commits: Some(commits), versions, ..Verdict::default() })
}

/// Commits that were made again to take something out of them: who made them first is a keeper's word, told once.
fn excepted(register: &Register, tip: Id, findings: &mut Vec<Finding>) -> Result<(), RegisterError> {
    let Some(exceptions) = read_exceptions(&register.at_commit(tip)?)? else {
        let mut finding = about(EXCEPTIONS, &g752::RULE, g752::unreadable());
        finding.severity = Severity::Error;
        findings.push(finding);
        return Ok(());
    };
    for exception in exceptions {
        let to = Id::from_hex(exception.to.as_bytes()).map(|to| register.walk(&Range::all(to)));
        // A commit that is not there covers nothing.
        let Some(Ok(walk)) = to else { continue };
        let made_again: HashSet<String> = walk.ids().iter().map(ToString::to_string).collect();
        let who = [g713::RULE.code, g715::RULE.code, g722::RULE.code];
        findings.retain(|f| !(who.contains(&f.code) && f.commit.as_ref().is_some_and(|id| made_again.contains(id))));
        findings.push(about(EXCEPTIONS, &g752::RULE, g752::say(exception.on, &exception.by, made_again.len())));
    }
    Ok(())
}
