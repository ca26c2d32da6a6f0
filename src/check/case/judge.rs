//! One case file judged: read, placed in its regulation, replayed, every rule asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::case::{self, Case};
use crate::context::{Context, Page, about_file as about, article};
use crate::diagnostics::Finding;
use crate::docket::{CORRECTION, Docket, ViolationKind, corrects_receipt};
use crate::paths::{CasePlace, regulation_of};
use crate::regulation::{Does, RegulationHistory, RuleRef, Version};
use crate::rules::data_protection::Allowed;
use crate::rules::{Message, Placed, Rule, case_file, terms};
use crate::yaml::{Fault, FaultKind, MAX_BYTES, Node, Route, Wrong};

/// A case file judged.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The case, when it could be read.
    pub case: Option<Case>,
    /// Its tree.
    pub tree: Option<Node>,
    /// Its text.
    pub source: String,
    /// Everything found.
    pub findings: Vec<Finding>,
    /// The path of the version it stands under.
    pub version: Option<String>,
    /// Who handles it, by the last step that assigns and stands.
    pub handler: Option<String>,
    /// How many finds of each code an acceptance covers.
    pub covered: BTreeMap<String, usize>,
}

/// By what a case is judged.
#[derive(Clone, Copy)]
pub struct CaseContext<'a> {
    /// Policy, yearbooks, settings.
    pub context: &'a Context,
    /// What is no personal data here.
    pub allowed: &'a Allowed,
    /// The last day that can be known: of the commit, or the one asked for.
    pub day: Option<NaiveDate>,
    /// The size above which it is not read, in bytes.
    pub limit: u64,
}

/// Judges the bytes of a case file.
#[must_use]
pub fn judge_case(path: &str, bytes: &[u8], case_context: CaseContext<'_>) -> Judged {
    match case::decode(bytes, usize::try_from(case_context.limit).unwrap_or(MAX_BYTES)) {
        Ok(source) => judge_source(path, source, case_context),
        Err(mut fault) => {
            // Up to the first byte that is wrong it can be read, which gives the line.
            let good =
                bytes.get(..fault.span.start).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
            fault.span.end = fault.span.start;
            let page = Page { path, source: good, tree: None };
            Judged { findings: vec![page.fault(&fault)], ..Judged::default() }
        }
    }
}

/// Judges the text of a case file.
#[must_use]
pub fn judge_source(path: &str, source: &str, case_context: CaseContext<'_>) -> Judged {
    // What is no case and stands in no case's place is in the wrong place, and not a bad case.
    if !source.trim_start_matches('\u{feff}').starts_with("---")
        && let Some(said) = case_file::c109::stray(path)
    {
        let findings = vec![about(path, &case_file::c109::RULE, said)];
        return Judged { findings, source: source.to_owned(), ..Judged::default() };
    }
    let (case, tree, faults) = case::read(source);
    let page = Page { path, source, tree: Some(&tree) };
    let mut findings: Vec<Finding> = faults.iter().map(|f| fault(&page, f)).collect();
    if let Some(case) = &case {
        let body = source.get(case.body.start..).unwrap_or_default();
        let below = case_file::c120::judge(body, case.body.start);
        findings.extend(below.map(|span| page.at_span(&case_file::c120::RULE, span, case_file::c120::say())));
        findings.extend(identity(&page, case));
        if case.destroyed.is_some() {
            findings.extend(stub(&page, case, case_context));
        } else {
            findings.extend(docket(&page, case, case_context));
        }
    }
    let (personal, covered) = crate::check::case::personal::in_case(&page, case.as_ref(), case_context);
    findings.extend(personal);
    if let Some(case) = &case {
        for finding in &mut findings {
            finding.case = Some(case.id.to_string());
        }
    }
    let id = regulation_of(path).unwrap_or_default();
    let in_force = |case: &Case| case_context.context.policy.in_force(id, case.first_day()).ok().map(|(v, _)| v);
    let version = case.as_ref().and_then(in_force);
    let handler = case.as_ref().zip(version).and_then(|(case, version)| handler_of(case, version));
    let version = version.map(|v| v.path.clone());
    Judged { case, tree: Some(tree), source: source.to_owned(), findings, version, handler, covered }
}

/// Who handles a case: named by the last step that assigns and was not annulled.
#[must_use]
pub fn handler_of(case: &Case, version: &Version) -> Option<String> {
    let corrections = case.log.iter().filter(|entry| entry.step == CORRECTION);
    let annulled: Vec<usize> = corrections.filter_map(|entry| entry.of.as_deref()?.parse().ok()).collect();
    let assigns = |step: &str| version.regulation.step(step).is_some_and(|s| s.does == Some(Does::Assign));
    let standing = case.log.iter().enumerate().filter(|(at, _)| !annulled.contains(&(at + 1)));
    standing.rev().filter(|(_, entry)| assigns(&entry.step)).find_map(|(_, entry)| entry.handler.clone())
}

/// A fault of the file; one of an id has a rule of its own.
fn fault(page: &Page<'_>, fault: &Fault) -> Finding {
    let of_an_id = matches!(fault.route.to_string().as_str(), "id" | "earlier");
    if of_an_id && matches!(fault.kind, FaultKind::WrongKind(Wrong::Special { .. })) {
        let said = Message::new(fault.message(), fault.remedy());
        return page.at_span(&case_file::c108::RULE, fault.span, said).on_route(fault.route.to_string());
    }
    page.fault(fault)
}

/// The path, the id and the day of receipt must agree; each party has a key of its own.
fn identity(page: &Page<'_>, case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    let id = case.id.to_string();
    // A stub no longer knows its day of receipt: the folder is all that is left of it.
    let said = match case.received {
        // The file keeps its place when the day is put right: who moved it would lose its history.
        Some(_) if case.log.iter().any(corrects_receipt) => case_file::c109::of_corrected(page.path, &id),
        Some(received) => case_file::c109::judge(page.path, &id, received),
        None => case_file::c109::of_stub(page.path, &id),
    };
    if let Some(said) = said {
        found.push(page.at_route(&case_file::c109::RULE, &Route::root().key("id"), said));
    }
    let keys: Vec<&str> = case.parties.iter().map(|p| p.key.as_str()).collect();
    for placed in case_file::c113::judge(&keys) {
        found.push(page.at_route(&case_file::c113::RULE, &placed.at, placed.said));
    }
    found
}

fn stub(page: &Page<'_>, case: &Case, case_context: CaseContext<'_>) -> Vec<Finding> {
    let context = case_context.context;
    let keys: Vec<&str> = page.tree.map(|t| t.entries().iter().map(|e| e.key.as_str()).collect()).unwrap_or_default();
    let body = page.source.get(case.body.clone()).unwrap_or_default();
    let mut found = Vec::new();
    if let Some(said) = case_file::c115::judge(&keys, body) {
        found.push(page.at_route(&case_file::c115::RULE, &Route::root(), said));
    }
    let id = regulation_of(page.path).unwrap_or_default();
    match context.policy.in_force(id, case.first_day()) {
        Ok((version, _)) => {
            if let Some(said) = terms::t311::of_stub(version) {
                let mut finding = page.at_route(&terms::t311::RULE, &Route::root().key("destroyed"), said);
                finding.article = Some(article(version, &RuleRef::block("retention")));
                found.push(finding);
            }
        }
        Err(why) => {
            let said: Message = case_file::c111::say(why, id, case.first_day());
            found.push(page.at_route(&case_file::c111::RULE, &Route::root().key("id"), said));
        }
    }
    let ahead = case.destroyed.as_ref().and_then(|destroyed| terms::t314::of_stub(destroyed, case_context.day));
    found.extend(ahead.map(|placed| page.at_route(&terms::t314::RULE, &placed.at, placed.said)));
    found.extend(destroyer(page, case, context.policy.histories.get(id)));
    found
}

/// Whether the one who destroyed might. A stub knows the month of its receipt by its folder and no more: the versions that
/// have been in force since then may all have been those of the case.
fn destroyer(page: &Page<'_>, case: &Case, history: Option<&RegulationHistory>) -> Option<Finding> {
    let (history, destroyed) = (history.filter(|d| d.people_known)?, case.destroyed.as_ref()?);
    let place = CasePlace::of(page.path)?;
    let month = NaiveDate::from_ymd_opt(place.year.parse().ok()?, place.month.parse().ok()?, 1)?;
    let starts: Vec<NaiveDate> = history.versions.keys().copied().collect();
    let until = |nth: usize| starts.get(nth + 1).is_none_or(|next| *next > month);
    let all = history.versions.iter().enumerate();
    let versions: Vec<&Version> =
        all.filter(|(nth, (from, _))| **from <= destroyed.on && until(*nth)).map(|(_, (_, v))| v).collect();
    let said = terms::t311::by_whom(&versions, &history.people, destroyed)?;
    let mut finding = page.at_route(&terms::t311::RULE, &Route::root().key("destroyed"), said);
    finding.article = versions.last().map(|v| article(v, &RuleRef::block("retention")));
    Some(finding)
}

fn docket(page: &Page<'_>, case: &Case, case_context: CaseContext<'_>) -> Vec<Finding> {
    let id = regulation_of(page.path).unwrap_or_default();
    let (version, history) = match case_context.context.policy.in_force(id, case.first_day()) {
        Ok(found) => found,
        Err(why) => {
            let said = case_file::c111::say(why, id, case.first_day());
            return vec![page.at_route(&case_file::c111::RULE, &Route::root().key("received"), said)];
        }
    };
    let docket = Docket::replay(case, version, &history.people);
    let mut found = Vec::new();
    // Without people.yaml nobody can be told apart: that it is not there, or cannot be read, is told once.
    let judged = docket.violations.iter().filter(|v| history.people_known || !rests_on_people(&v.kind, &docket));
    for violation in judged {
        let (rule, said) = Rule::of(&violation.kind, &docket);
        let mut finding = page.at_route(rule, &violation.at, said);
        finding.article = violation.rule.as_ref().map(|r| article(version, r));
        found.push(finding);
    }
    for (rule, placed) in terms::judge(&docket, &case_context.context.discussed(id), case_context.day) {
        found.push(place(page, rule, placed, &docket));
    }
    found
}

/// Whether a lack can only be told by who holds which role.
fn rests_on_people(kind: &ViolationKind, docket: &Docket<'_>) -> bool {
    match kind {
        ViolationKind::NotReceived { missing, .. } => missing.is_empty(),
        ViolationKind::NotForThem { .. } => true,
        other => Rule::of(other, docket).0.code.starts_with('R'),
    }
}

fn place(page: &Page<'_>, rule: &Rule, placed: Placed, docket: &Docket<'_>) -> Finding {
    let mut finding = page.at_route(rule, &placed.at, placed.said);
    finding.article = placed.rule.as_ref().map(|r| article(docket.version, r));
    finding
}
