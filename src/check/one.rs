//! One case file judged: read, placed in its regulation, replayed, every rule asked.

use chrono::NaiveDate;

use super::basis::Basis;
use super::place::{Page, article};
use crate::case::{self, Case};
use crate::diagnostics::{Finding, Severity};
use crate::docket::Docket;
use crate::rules::{Placed, Rule, case_file, of_lack, terms};
use crate::yaml::{Node, Route};

/// A case file judged.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The case, when it could be read.
    pub case: Option<Case>,
    /// Its tree.
    pub tree: Option<Node>,
    /// Everything found.
    pub findings: Vec<Finding>,
}

/// Judges the bytes of a case file. `day` is the last day that can be known: of the commit, or the one asked for.
#[must_use]
pub fn judge_case(path: &str, bytes: &[u8], basis: &Basis, day: Option<NaiveDate>) -> Judged {
    let source = match case::decode(bytes) {
        Ok(source) => source,
        Err(fault) => {
            let page = Page { path, source: "", tree: None };
            return Judged { findings: vec![page.fault(&fault)], ..Judged::default() };
        }
    };
    judge_source(path, source, basis, day)
}

/// Judges the text of a case file.
#[must_use]
pub fn judge_source(path: &str, source: &str, basis: &Basis, day: Option<NaiveDate>) -> Judged {
    let read = case::read(source);
    let page = Page { path, source, tree: read.tree.as_ref() };
    let mut findings: Vec<Finding> = read.faults.iter().map(|f| page.fault(f)).collect();
    if let Some(case) = &read.case {
        findings.extend(identity(&page, case));
        findings.extend(doubles(&page, case));
        findings.extend(docket(&page, case, basis, day));
        for finding in &mut findings {
            finding.case = Some(case.id.to_string());
        }
    }
    Judged { case: read.case, tree: read.tree, findings }
}

/// The path, the id and the day of receipt must agree.
fn identity(page: &Page<'_>, case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(said) = case_file::c109::judge(page.path, &case.id.to_string(), case.received_or_destroyed()) {
        found.push(page.at_route(&case_file::c109::RULE, &Route::root().key("id"), said));
    }
    found
}

fn doubles(page: &Page<'_>, case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, party) in case.parties.iter().enumerate() {
        if case.parties.iter().take(index).any(|p| p.key == party.key) {
            let route = Route::root().key("parties").index(index).key("key");
            found.push(page.at_route(&case_file::c113::RULE, &route, case_file::c113::say(&party.key)));
        }
    }
    found
}

fn docket(page: &Page<'_>, case: &Case, basis: &Basis, day: Option<NaiveDate>) -> Vec<Finding> {
    let Some(id) = page.path.split('/').nth(1) else { return Vec::new() };
    let Some(received) = case.received_or_destroyed() else { return Vec::new() };
    let (version, dossier) = match basis.policy.in_force(id, received) {
        Ok(found) => found,
        Err(why) => {
            let said = case_file::c111::say(&why, id, received);
            return vec![page.at_route(&case_file::c111::RULE, &Route::root().key("received"), said)];
        }
    };
    let docket = Docket::replay(case, version, &dossier.people);
    let mut found = Vec::new();
    for lack in &docket.lacks {
        let Some((rule, said)) = of_lack(&lack.kind, &docket) else { continue };
        let mut finding = page.at_route(rule, &lack.at, said);
        finding.article = lack.rule.as_ref().map(|r| article(version, r));
        found.push(finding);
    }
    let discussed = basis.discussed(id);
    for (rule, placed) in terms::judge(&docket, &discussed, day) {
        found.push(place(page, rule, placed, &docket));
    }
    found
}

fn place(page: &Page<'_>, rule: &Rule, placed: Placed, docket: &Docket<'_>) -> Finding {
    let mut finding = page.at_route(rule, &placed.at, placed.said);
    finding.article = placed.rule.as_ref().map(|r| article(docket.version, r));
    finding
}

/// The gravest of some findings.
#[must_use]
pub fn gravest(findings: &[Finding]) -> Option<Severity> {
    findings.iter().map(|f| f.severity).max()
}
