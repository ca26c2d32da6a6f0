//! Yearbooks and people: what is wrong with them as such.

use chrono::NaiveDate;

use crate::check::authority::people::doubles;
use crate::context::{Context, Kept, Year, article};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{self, yearbook_of};
use crate::regulation::{RegulationHistory, Version};
use crate::rules::roles::{Days, judge_people, judge_yearbook};
use crate::rules::{Placed, Rule, history, terms};
use crate::yaml::Route;
use crate::yearbook::{Broken, Yearbook, frozen};

/// Everything about yearbooks and people of one state.
#[must_use]
pub fn judge(context: &Context, day: Option<NaiveDate>) -> Vec<Finding> {
    let mut found: Vec<Finding> = context.policy.histories.keys().flat_map(|id| of_history(id, context, day)).collect();
    for id in &context.regulations {
        found.extend(frozen_figures(id, context));
    }
    found
}

/// Everything about one yearbook as it stands.
#[must_use]
pub fn judge_book(path: &str, context: &Context) -> Vec<Finding> {
    let Some((id, number)) = yearbook_of(path) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(history) = context.policy.histories.get(id) {
        for year in context.years_of(id).filter(|y| y.year == number) {
            for (version, days) in with_days(history) {
                found.extend(one(year, context, history, version, days));
            }
        }
    }
    found.extend(frozen_figures(id, context).into_iter().filter(|f| f.path == path));
    found
}

/// Everything about the yearbooks and people of one regulation.
#[must_use]
pub fn judge_one(id: &str, context: &Context, day: Option<NaiveDate>) -> Vec<Finding> {
    let mut found = of_history(id, context, day);
    found.extend(frozen_figures(id, context));
    found
}

/// What is wrong with who holds which role, in a commit that changes who does or what the regulation says of it. What was wrong
/// before is told, and does not refuse.
#[must_use]
pub fn judge_people_change(
    id: &str,
    before: Option<&Context>,
    context: &Context,
    day: Option<NaiveDate>,
) -> Vec<Finding> {
    let stood = before.map(|before| of_people(id, before, day)).unwrap_or_default();
    let mut found = of_people(id, context, day);
    for finding in &mut found {
        if stood.iter().any(|old| old.code == finding.code && old.message == finding.message) {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
    found
}

fn of_people(id: &str, context: &Context, day: Option<NaiveDate>) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(history) = context.policy.histories.get(id) else { return found };
    let Some(file) = context.files.get(&history.people_path) else { return found };
    found.extend(doubles(&file.page(), &history.people));
    for (version, days) in with_days(history) {
        let judged = judge_people(&history.people, version, days, day.unwrap_or(days.from));
        found.extend(judged.into_iter().map(|(rule, placed)| place(file, rule, placed, version)));
    }
    found
}

fn of_history(id: &str, context: &Context, day: Option<NaiveDate>) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(history) = context.policy.histories.get(id) else { return found };
    // Without a day, what is owed by now cannot be known; what is written can be judged all the same.
    found.extend(of_people(id, context, day));
    for (version, days) in with_days(history) {
        for year in context.years_of(id) {
            found.extend(one(year, context, history, version, days));
        }
    }
    found.extend(owed(id, context, history, day));
    found
}

/// What is wrong with the frozen figures of a regulation, whose blocks hang together over the years.
fn frozen_figures(id: &str, context: &Context) -> Vec<Finding> {
    let mut years: Vec<&Year> = context.years_of(id).collect();
    years.sort_by_key(|y| y.year);
    let blocks: Vec<_> = years.iter().map(|y| (y.year, y.book.figures.as_slice())).collect();
    let place = |(year, at, broken): (i32, usize, Broken)| {
        let file = years.iter().find(|y| y.year == year)?;
        let route = Route::root().key("figures").index(at);
        Some(file.file.page().at_route(&history::g724::RULE, &route, history::g724::say(at + 1, &broken)))
    };
    frozen::judge(&blocks).into_iter().filter_map(place).collect()
}

fn one(year: &Year, context: &Context, history: &RegulationHistory, version: &Version, days: Days) -> Vec<Finding> {
    let reports = context.years_of(&year.regulation).flat_map(|y| &y.book.reports);
    let reports: Vec<NaiveDate> = reports.filter(|r| r.is_periodic()).map(|report| report.on).collect();
    let judged = judge_yearbook(&year.book, &reports, &history.people, version, days);
    judged.into_iter().map(|(rule, placed)| place(&year.file, rule, placed, version)).collect()
}

/// Reports, discussions and declarations that are owed by a day.
fn owed(id: &str, context: &Context, history: &RegulationHistory, day: Option<NaiveDate>) -> Vec<Finding> {
    let (Some(day), Some((_, version))) = (day, history.versions.iter().next_back()) else { return Vec::new() };
    let mut years: Vec<&Year> = context.years_of(id).collect();
    years.sort_by_key(|y| y.year);
    let mut books: Vec<(i32, Yearbook)> = years.iter().map(|y| (y.year, y.book.clone())).collect();
    // Where nobody made a yearbook, what is owed is owed all the same, from the year of the first case on.
    // One that cannot be read is not absent, and is told of itself.
    let unreadable = context.findings.iter().any(|f| yearbook_of(&f.path).is_some_and(|(of, _)| of == id));
    let first_case = context.first_years.get(id).copied().filter(|_| !unreadable);
    if let Some(first) = first_case.filter(|first| books.first().is_none_or(|(year, _)| first < year)) {
        books.insert(0, (first, Yearbook::default()));
    }
    let missing =
        || Kept { path: paths::yearbook(id, first_case.unwrap_or_default()), source: String::new(), tree: None };
    let file = years.last().map_or_else(missing, |last| last.file.clone());
    if books.is_empty() {
        return Vec::new();
    }
    let judged = terms::t313::judge(version, &books, day);
    judged.into_iter().map(|placed| place(&file, &terms::t313::RULE, placed, version)).collect()
}

fn with_days(history: &RegulationHistory) -> Vec<(&Version, Days)> {
    let starts: Vec<NaiveDate> = history.versions.keys().copied().collect();
    let versions = history.versions.values().enumerate();
    versions.map(|(nth, version)| (version, Days::of(version, starts.get(nth + 1).copied()))).collect()
}

fn place(file: &Kept, rule: &'static Rule, placed: Placed, version: &Version) -> Finding {
    let mut finding = file.page().at_route(rule, &placed.at, placed.said);
    finding.article = placed.rule.as_ref().map(|r| article(version, r));
    finding
}
