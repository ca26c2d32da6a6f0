//! `klacht policy check` and `klacht policy coverage`: what the library finds, ready to print.

use crate::diagnostics::{Article, Finding, Lang, Lines, Report, Sink};
use crate::regulation::coverage::{coverage, render};
use crate::regulation::{RuleRef, Version};
use crate::rules::policy::{Place, Remark, Subject, judge_all};
use crate::rules::{Rule, cards};
use crate::yaml::{Node, Route, Span};

/// Where the files of a version stand, for the places of findings.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// Path of `text.nl.md` in the register.
    pub text_path: &'a str,
    /// Path of `people.yaml` in the register.
    pub people_path: &'a str,
    /// The source of `people.yaml` and its tree, when it could be read.
    pub people: Option<(&'a str, &'a Node)>,
}

/// Every finding on one version, unsorted.
#[must_use]
pub fn findings(subject: &Subject<'_>, files: &Files<'_>) -> Vec<Finding> {
    let places =
        Places { subject, files, rules: Lines::new(&subject.version.source), text: Lines::new(subject.text_source) };
    judge_all(subject).into_iter().map(|(rule, remark)| places.finding(rule, remark)).collect()
}

/// The report on some versions, sorted, ready for any renderer.
#[must_use]
pub fn policy_check(versions: &[(Subject<'_>, Files<'_>)], tool_version: &str) -> Report {
    let mut sink = Sink::default();
    for (subject, files) in versions {
        for finding in findings(subject, files) {
            sink.push(finding);
        }
    }
    Report {
        findings: sink.into_findings(),
        tool_version: tool_version.to_owned(),
        rules: cards(),
        ..Report::default()
    }
}

/// Each sentence of a version's text with what enforces it, and the counts.
#[must_use]
pub fn policy_coverage(version: &Version, lang: Lang) -> String {
    render(&coverage(version), lang)
}

struct Places<'a> {
    subject: &'a Subject<'a>,
    files: &'a Files<'a>,
    rules: Lines<'a>,
    text: Lines<'a>,
}

impl Places<'_> {
    fn finding(&self, rule: &Rule, remark: Remark) -> Finding {
        let version = self.subject.version;
        let severity = remark.said.severity.unwrap_or(rule.severity);
        let (message, remedy) = (remark.said.message, remark.said.remedy);
        let new = |path: &str| Finding::new(rule.code, severity, path, message, remedy);
        match remark.place {
            Place::Rule(route) => {
                let span = start_of(&version.tree, &route);
                let found =
                    new(&version.path).at(self.rules.position(span.start..span.end)).on_route(route.to_string());
                found.demanded_by(self.article(&route))
            }
            Place::Text(span) => new(self.files.text_path).at(self.text.position(span.start..span.end)),
            Place::People(route) => {
                let found = new(self.files.people_path).on_route(route.to_string());
                match self.files.people {
                    Some((source, tree)) => {
                        let span = route.span_in(tree);
                        found.at(Lines::new(source).position(span.start..span.end))
                    }
                    None => found,
                }
            }
        }
    }

    fn article(&self, route: &Route) -> Article {
        let version = self.subject.version;
        let rule = RuleRef::at(&version.tree, route);
        let span = rule.route(&version.tree).span_in(&version.tree);
        Article {
            path: version.path.clone(),
            line: self.rules.position(span.start..span.start).line,
            quote: version.quote(&rule),
            rule: rule.to_string(),
        }
    }
}

/// The place of a value; of a group only its first line of keys, so that half the file is not underlined.
fn start_of(root: &Node, route: &Route) -> Span {
    let span = route.span_in(root);
    let first = route.find(root).and_then(|n| n.entries().first()).map(|e| e.key_span);
    let missing = route.find(root).is_none() && span == root.span;
    match first {
        Some(key) => key,
        None if missing => Span { start: span.start, end: span.start },
        None => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Severity;
    use crate::regulation::{Reach, RegulationText, read_regulation};

    const TEXT: &str = include_str!("../rules/policy/tests/small.md");

    fn version(from: &str, to: &str) -> Version {
        let source = include_str!("../rules/policy/tests/small.yaml").replacen(from, to, 1);
        let read = read_regulation(&source);
        let regulation = read.value.unwrap();
        Version {
            id: "klein".to_owned(),
            path: "policy/klein/2026-01-01/regulation.yaml".to_owned(),
            reach: Reach::of(&regulation),
            text: RegulationText::read(TEXT),
            source,
            regulation,
            tree: read.tree.unwrap(),
        }
    }

    #[test]
    fn a_finding_stands_on_its_line_and_names_its_article() {
        let version = version("within: 5 calendar days", "within: 6 calendar days");
        let subject = Subject { version: &version, people: None, folder_date: None, text_source: TEXT, today: None };
        let files = Files { text_path: "text.nl.md", people_path: "people.yaml", people: None };
        let report = policy_check(&[(subject, files)], "0");
        assert_eq!(report.findings.len(), 1);
        let finding = &report.findings[0];
        assert_eq!((finding.code, finding.severity), ("P521", Severity::Error));
        let line = version.source.lines().nth(finding.position.line as usize - 1).unwrap();
        assert!(line.contains("within: 6 calendar days"), "{line}");
        assert_eq!(finding.route.as_deref(), Some("terms[0].within"));
        let article = finding.article.as_ref().unwrap();
        assert_eq!(article.rule, "terms/bevestiging");
        assert_eq!(article.quote.as_deref(), Some("Wij bevestigen de ontvangst binnen vijf kalenderdagen."));
        assert_eq!(article.line, finding.position.line);
    }

    #[test]
    fn coverage_counts_every_sentence() {
        let told = policy_coverage(&version("x", "x"), Lang::En);
        assert!(told.lines().last().unwrap().contains(" sentences: "), "{told}");
    }
}
