//! Where things stand: routes and spans become lines and columns here, and nowhere else.

use crate::diagnostics::{Article, Finding, Lines, Position, Severity};
use crate::paths;
use crate::regulation::{RuleRef, Version};
use crate::rules::{Message, Rule};
use crate::yaml::{Fault, Node, Route, Span};

/// One text with its tree, in which findings are placed.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Its path in the register.
    pub path: &'a str,
    /// Its text.
    pub source: &'a str,
    /// Its tree, when there is one.
    pub tree: Option<&'a Node>,
}

impl Page<'_> {
    /// A finding at a span.
    #[must_use]
    pub fn at_span(&self, rule: &Rule, span: Span, said: Message) -> Finding {
        let severity = said.severity.unwrap_or(rule.severity);
        let lines = Lines::new(self.source);
        Finding::new(rule.code, severity, self.path, said.message, said.remedy).at(lines.position(span.start..span.end))
    }

    /// A finding at a route.
    #[must_use]
    pub fn at_route(&self, rule: &Rule, route: &Route, said: Message) -> Finding {
        let span = self.tree.map(|t| route.span_in(t)).unwrap_or_default();
        self.at_span(rule, span, said).on_route(route.to_string())
    }

    /// What is wrong with the notation.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> Finding {
        let lines = Lines::new(self.source);
        let finding = Finding::new(fault.code(), fault.severity(), self.path, fault.message(), fault.remedy());
        finding.at(lines.position(fault.span.start..fault.span.end)).on_route(fault.route.to_string())
    }
}

/// A finding about a file as a whole.
#[must_use]
pub fn whole(path: &str, rule: &Rule, said: Message) -> Finding {
    let severity = said.severity.unwrap_or(rule.severity);
    Finding::new(rule.code, severity, path, said.message, said.remedy).at(Position::START)
}

/// The article of the regulation that a rule of it stands for.
#[must_use]
pub fn article(version: &Version, rule: &RuleRef) -> Article {
    let span = rule.route(&version.tree).span_in(&version.tree);
    let line = Lines::new(&version.source).position(span.start..span.start).line;
    Article { path: version.path.clone(), line, rule: rule.to_string(), quote: version.quote(rule) }
}

/// Whether any finding refuses.
#[must_use]
pub fn refuses(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Error)
}

/// Whether a path belongs to the register: what else stands in the repository (a script, a picture for the site) is nobody's
/// business here. Compared without regard to capitals, since on some systems `Cases/` is `cases/`.
#[must_use]
pub fn is_ours(path: &str) -> bool {
    // Bytes that do not show are written as escapes, which no name of ours has.
    let first = paths::top(path);
    [paths::CASES, paths::POLICY, paths::SETTINGS, paths::TEMPLATES].iter().any(|ours| first.eq_ignore_ascii_case(ours))
}
