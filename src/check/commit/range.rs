//! A range or the whole of a history, judged commit by commit.

use crate::check::authority::standing::Powers;
use crate::check::commit::validator::CommitValidator;
use crate::check::tree::whole::Verdict;
use crate::diagnostics::Sink;
use crate::register::{Range, Register, RegisterError};

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
    let mut sink = Sink::new();
    sink.extend(judge.range(range, progress)?);
    let (commits, checked, versions) = judge.into_tally();
    Ok(Verdict { findings: sink.into_findings(), checked, commits: Some(commits), versions, ..Verdict::default() })
}
