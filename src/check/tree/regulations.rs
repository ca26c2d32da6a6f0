//! Regulations judged as they stand.

use chrono::NaiveDate;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::calendar::parse_date;
use crate::context::{Context, about_file as about, article};
use crate::diagnostics::Finding;
use crate::regulation::{RegulationHistory, RuleRef, Version};
use crate::rules::Rule;
use crate::rules::policy::{English, Explorable, Place, Subject, judge_all, p501, p502, p522, p525};
use crate::yaml::{Node, Route, Segment};

/// What the rules on regulations say of one version.
#[must_use]
pub fn judge_version(
    context: &Context,
    history: &RegulationHistory,
    version: &Version,
    today: Option<NaiveDate>,
) -> Vec<Finding> {
    judge_explored(context, history, version, today, Explorable::default())
}

/// The same, where the workflow as a model may have been searched before.
pub(crate) fn judge_explored(
    context: &Context,
    history: &RegulationHistory,
    version: &Version,
    today: Option<NaiveDate>,
    workflow: Explorable<'_>,
) -> Vec<Finding> {
    let folder = version.path.trim_end_matches("/regulation.yaml");
    let text_path = format!("{folder}/text.nl.md");
    let text = context.files.get(&text_path);
    let [english_path, words_path] = ["text.en.md", "words.en.yaml"].map(|name| format!("{folder}/{name}"));
    let (english, words) = (context.files.get(&english_path), context.files.get(&words_path));
    let subject = Subject {
        version,
        people: history.people_known.then_some(&history.people),
        folder_date: parse_date(crate::paths::file_name(folder)).ok(),
        text_source: text.map_or("", |t| t.source.as_str()),
        english: English {
            text: english.map(|kept| kept.source.as_str()),
            words: words.and_then(|kept| kept.tree.as_ref()),
        },
        today: today.filter(|day| !succeeded(history, version, *day)),
        workflow,
    };
    let mut found = Vec::new();
    for (rule, remark) in judge_all(&subject) {
        // Against a text that is not there, or cannot be read, every quote is wrong; that it is not there was told already.
        if text.is_none() && of_text(rule, &remark.place) {
            continue;
        }
        let finding = match &remark.place {
            Place::Rule(route) => {
                let page =
                    crate::context::Page { path: &version.path, source: &version.source, tree: Some(&version.tree) };
                let mut finding = page.at_route(rule, route, remark.said);
                finding.article = rule_at(&version.tree, route).map(|r| article(version, &r));
                finding
            }
            Place::Text(span) => match text {
                Some(kept) => kept.page().at_span(rule, *span, remark.said),
                None => about(&text_path, rule, remark.said),
            },
            Place::People(route) => match context.files.get(&history.people_path) {
                Some(kept) => kept.page().at_route(rule, route, remark.said),
                None => about(&history.people_path, rule, remark.said),
            },
            Place::English(span) => match english {
                Some(kept) => kept.page().at_span(rule, *span, remark.said),
                None => about(&english_path, rule, remark.said),
            },
            Place::Words(route) => match words {
                Some(kept) => kept.page().at_route(rule, route, remark.said),
                None => about(&words_path, rule, remark.said),
            },
        };
        found.push(finding);
    }
    found
}

/// Whether a rule holds something against the Dutch text.
fn of_text(rule: &Rule, place: &Place) -> bool {
    let against = [&p501::RULE, &p502::RULE, &p522::RULE, &p525::RULE];
    matches!(place, Place::Text(_)) || against.iter().any(|other| other.code == rule.code)
}

/// Whether a later version is in force on a day: then nobody is sent anywhere by this one any more, and its facts are
/// history that may grow old.
fn succeeded(history: &RegulationHistory, version: &Version, day: NaiveDate) -> bool {
    let own = history.versions.iter().find(|(_, v)| v.path == version.path).map(|(from, _)| *from);
    own.is_some_and(|own| history.versions.range(..=day).next_back().is_some_and(|(newest, _)| *newest > own))
}

/// The rule of the regulation that a route lies in.
fn rule_at(tree: &Node, route: &Route) -> Option<RuleRef> {
    let [Segment::Key(block), rest @ ..] = route.0.as_slice() else { return None };
    let Some(Segment::Index(index)) = rest.first() else { return Some(RuleRef::block(block)) };
    let id = tree.get(block)?.items().get(*index)?.get("id")?.text()?;
    Some(RuleRef::new(block, id))
}

/// Every version of a state, side by side: each search of a workflow is some time's work.
#[must_use]
pub fn judge_all_versions(context: &Context, today: Option<NaiveDate>) -> Vec<Finding> {
    let histories = context.policy.histories.values();
    let all: Vec<_> = histories.flat_map(|history| history.versions.values().map(move |v| (history, v))).collect();
    all.into_par_iter().flat_map_iter(|(history, v)| judge_version(context, history, v, today)).collect()
}
