//! A state of the register judged as a whole: every case, every regulation, every yearbook.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::case::Case;
use crate::check::case::judge::{CaseContext, Judged, judge_case};
use crate::check::tree::misplaced;
use crate::context::about_file as about;
use crate::context::{Context, Page};
use crate::diagnostics::{Finding, Sink, text};
use crate::paths::{is_case, yearbook_of};
use crate::register::{Content, Listing, RegisterError, Snapshot};
use crate::rules::{Message, case_file, history};

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// Findings, sorted.
    pub findings: Vec<Finding>,
    /// How many cases were judged.
    pub checked: usize,
    /// Whether it holds only for a commit in the place of the last one.
    pub amends: bool,
    /// The paths of the cases.
    pub paths: Vec<String>,
    /// Of those the cases that name sealed pieces.
    pub sealed: Vec<String>,
    /// How many commits were judged, where commits were.
    pub commits: Option<usize>,
    /// How many cases each version of a regulation judged, by the version's path.
    pub versions: BTreeMap<String, usize>,
}

/// How many files are read before they are judged side by side: bounds memory, whatever the size of the register.
const BATCH: usize = 2048;

/// Judges everything in a snapshot. Reading is in order; judging is side by side; the outcome does not depend on either.
pub fn check_snapshot(
    snapshot: &dyn Snapshot,
    day: Option<NaiveDate>,
    progress: &dyn Fn(usize, usize),
) -> Result<Verdict, RegisterError> {
    check(snapshot, day, progress, true)
}

/// Judges everything but the regulations themselves, whose workflow takes some searching.
pub fn check_cases(snapshot: &dyn Snapshot, day: Option<NaiveDate>) -> Result<Verdict, RegisterError> {
    check(snapshot, day, &|_, _| {}, false)
}

fn check(
    snapshot: &dyn Snapshot,
    day: Option<NaiveDate>,
    progress: &dyn Fn(usize, usize),
    regulations: bool,
) -> Result<Verdict, RegisterError> {
    let listing = snapshot.list("cases")?;
    let mut context = Context::read(snapshot)?;
    let paths: Vec<String> = listing.files.iter().map(|f| f.path.clone()).collect();
    context.read_years(snapshot, &paths)?;
    let mut sink = sink_of(&context);
    let policy = snapshot.list("policy")?;
    let faults = tree_faults(&listing).into_iter().chain(tree_faults(&policy));
    for finding in context.findings.iter().cloned().chain(faults) {
        sink.push(finding);
    }
    sink.extend(crate::check::tree::deciders::judge(&context));
    let allowed = crate::check::case::personal::allowed(&context);
    let case_context = CaseContext { context: &context, allowed: &allowed, day, limit: context.settings.limit() };
    // A name that cannot be shown as it is was told as a fault of the tree.
    let odd = |p: &str| !listing.faults.is_empty() && p.chars().any(char::is_control);
    let cases: Vec<&String> = paths.iter().filter(|p| is_case(p) && !odd(p)).collect();
    let mut sealed = Vec::new();
    let versions = judge_cases(snapshot, &cases, case_context, &mut sink, &mut sealed, progress)?;
    sink.extend(crate::check::tree::yearbooks::judge(&context, day));
    if regulations {
        sink.extend(crate::check::tree::regulations::judge_all_versions(&context, day));
    }
    for file in context.files.values() {
        sink.extend(crate::check::case::personal::in_file(&file.page(), &context, None, &allowed));
    }
    // What is published, or read by whoever may read the register, whatever it is called.
    let others = [policy, snapshot.list(crate::paths::TEMPLATES)?].into_iter().flat_map(|listing| listing.files);
    for file in others.filter(|file| !context.files.contains_key(&file.path)) {
        let Some(Content::Bytes(bytes)) = snapshot.read(&file.path)? else { continue };
        let Ok(source) = String::from_utf8(bytes) else { continue };
        let page = Page { path: &file.path, source: &source, tree: None };
        sink.extend(crate::check::case::personal::in_file(&page, &context, None, &allowed));
    }
    for path in paths.iter().filter(|p| !is_case(p) && yearbook_of(p).is_none()) {
        sink.extend(misplaced::judge(path, &allowed));
    }
    let beside = snapshot.tracked_beside(crate::paths::CASES)?;
    sink.extend(beside.iter().filter_map(|path| misplaced::stands(path, &context.settings)));
    let checked = cases.len();
    let paths = cases.into_iter().cloned().collect();
    Ok(Verdict { findings: sink.into_findings(), checked, paths, sealed, versions, ..Verdict::default() })
}

/// An empty sink that gives each finding the severity that the settings of a state want.
#[must_use]
pub fn sink_of(context: &Context) -> Sink {
    let softened = context.settings.severities.iter().filter(|o| crate::rules::may_be_softened(&o.code));
    Sink::with_overrides(softened.map(|o| (o.code.clone(), o.severity())))
}

/// Judges every case; how many each version judged.
fn judge_cases(
    snapshot: &dyn Snapshot,
    cases: &[&String],
    case_context: CaseContext<'_>,
    sink: &mut Sink,
    sealed: &mut Vec<String>,
    progress: &dyn Fn(usize, usize),
) -> Result<BTreeMap<String, usize>, RegisterError> {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut versions: BTreeMap<String, usize> = BTreeMap::new();
    let mut done = 0;
    for batch in cases.chunks(BATCH) {
        let mut read = Vec::with_capacity(batch.len());
        for path in batch {
            if let Some(content) = snapshot.read(path)? {
                read.push((path.as_str(), content));
            }
        }
        let judged: Vec<(&str, Judged)> =
            read.into_par_iter().map(|(path, content)| (path, judge_content(path, content, case_context))).collect();
        for (path, judged) in judged {
            if let Some(version) = judged.version {
                *versions.entry(version).or_default() += 1;
            }
            let names = |case: &Case| case.sealed.as_ref().is_some_and(|sealed| !sealed.pieces.is_empty());
            sealed.extend(judged.case.as_ref().filter(|case| names(case)).map(|_| path.to_owned()));
            if let Some(id) = judged.case.map(|case| case.id.to_string()) {
                if let Some(first) = ids.get(&id) {
                    sink.push(about(path, &case_file::c110::RULE, case_file::c110::say(&id, first)).in_case(&id));
                } else {
                    ids.insert(id, path.to_owned());
                }
            }
            sink.extend(judged.findings);
        }
        done += batch.len();
        progress(done, cases.len());
    }
    Ok(versions)
}

/// Judges what was read of a case file.
#[must_use]
pub fn judge_content(path: &str, content: Content, case_context: CaseContext<'_>) -> Judged {
    match content.within(case_context.limit) {
        Content::Bytes(bytes) => judge_case(path, &bytes, case_context),
        other => {
            let finding = match other {
                Content::TooLarge(size) => {
                    about(path, &history::g721::RULE, history::g721::say(size, case_context.limit))
                }
                Content::NotAFile => return Judged::default(),
                other => {
                    let said = crate::context::decode(other, case_context.limit).err();
                    let fallback = || Message::new(text!("onleesbaar", "unreadable"), text!("git fsck", "git fsck"));
                    about(path, &history::g712::RULE, said.unwrap_or_else(fallback))
                }
            };
            let findings = Some(finding);
            Judged { findings: findings.into_iter().collect(), ..Judged::default() }
        }
    }
}

/// What is wrong with entries of the tree.
#[must_use]
pub fn tree_faults(listing: &Listing) -> Vec<Finding> {
    listing
        .faults
        .iter()
        .map(|f| about(&f.path, &history::g701::RULE, crate::check::unreadable::tree(&f.kind)))
        .collect()
}
