//! Faults of a site as findings: each in the file that has to be mended.

use crate::context::{Context, about_file};
use crate::diagnostics::{Finding, Position, Severity, Sink};
use crate::rules::site::{s801, s802, s803, s804, s805, s806, s807, s808, s809, s810};
use crate::rules::{Message, Rule};
use crate::site::{BUDGET, Secret, SiteFault, Wording};
use crate::yaml::Route;

/// The findings, in order. The settings may say how grave what does not keep a site from being written is.
#[must_use]
pub fn findings(faults: &[SiteFault], context: &Context) -> Vec<Finding> {
    let overrides = context.settings.severities.iter().map(|o| (o.code.clone(), o.severity()));
    let (mut firm, mut soft) = (Sink::new(), Sink::with_overrides(overrides));
    for fault in faults {
        let sink = if fault.blocks() { &mut firm } else { &mut soft };
        sink.push(finding(fault, context));
    }
    firm.absorb(soft);
    firm.into_findings()
}

/// One of them.
pub(super) fn finding(fault: &SiteFault, context: &Context) -> Finding {
    match fault {
        SiteFault::EmptySlot { path, key, page, gap } => {
            at_key(context, path, key, &s801::RULE, s801::say(key, page, gap.as_deref()))
        }
        SiteFault::Template { path, line, column, message } => {
            at_line(path, *line, *column, &s802::RULE, s802::say(message))
        }
        SiteFault::Words { path, line, key, why } => {
            let phrase = match why {
                Wording::Missing => s803::Phrase::Missing(key),
                Wording::Lacks(told) => s803::Phrase::Lacks(key, told),
                Wording::Unreadable(told) => s803::Phrase::Unreadable(told),
            };
            at_line(path, *line, 1, &s803::RULE, s803::say(phrase))
        }
        SiteFault::BrokenLink { template, page, link, anchor } => {
            about_file(template, &s804::RULE, s804::say(page, link, *anchor))
        }
        SiteFault::Forbidden { page, path, key } => {
            let page = Some(page.as_str()).filter(|page| !page.is_empty());
            at_key(context, path, key, &s805::RULE, s805::say(page, key))
        }
        SiteFault::Heavy { template, page, bytes } => {
            about_file(template, &s806::RULE, s806::say(page, *bytes, BUDGET))
        }
        SiteFault::DuplicateId { template, page, id } => about_file(template, &s807::RULE, s807::say(page, id)),
        SiteFault::Untranslated { path } => about_file(path, &s808::RULE, s808::say()),
        SiteFault::Private { path, key, what } => at_key(context, path, key, &s810::RULE, s810::say(held(what))),
        SiteFault::Unused { path, near } => about_file(path, &s809::RULE, s809::say(near.as_deref())),
    }
}

fn held(what: &Secret) -> s810::Held<'_> {
    match what {
        Secret::Data(code) => s810::Held::Data(code),
        Secret::Case => s810::Held::Case,
        Secret::Person => s810::Held::Person,
        Secret::Sealed => s810::Held::Sealed,
    }
}

/// At a key of a file of the register, or where it should be.
fn at_key(context: &Context, path: &str, key: &str, rule: &Rule, said: Message) -> Finding {
    let route: Option<Route> = key.parse().ok();
    match (context.files.get(path), route) {
        (Some(file), Some(route)) => file.page().at_route(rule, &route, said),
        _ => about_file(path, rule, said).on_route(key),
    }
}

/// At a line and column that were told; the whole file when they were not.
fn at_line(path: &str, line: usize, column: usize, rule: &Rule, said: Message) -> Finding {
    let severity: Severity = said.severity.unwrap_or(rule.severity);
    let finding = Finding::new(rule.code, severity, path, said.message, said.remedy);
    match (u32::try_from(line), u32::try_from(column.max(1))) {
        (Ok(line @ 1..), Ok(column)) => {
            finding.at(Position { line, column, end_line: line, end_column: column.saturating_add(1) })
        }
        _ => finding,
    }
}
