//! P534: every condition can be true and can be false.

use super::{Remark, Subject, item, model, names, p509};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Condition, Does, Regulation, Step, Term, Version};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P534.md"));

/// Conditions that never change, or never hold where they are asked.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let Some(explored) = subject.workflow.explored(version).filter(|e| e.complete) else { return Vec::new() };
    let conditions = model::conditions(&version.regulation);
    let parts = model::parts(&version.regulation);
    let truth_of_parts = explored.truth.iter().skip(conditions.len());
    let never: Vec<(&Route, &Condition)> =
        parts.iter().zip(truth_of_parts).filter(|(_, (held, _))| !held).map(|((at, part), _)| (at, *part)).collect();
    let mut found = Vec::new();
    for (((at, condition), (held, failed)), in_place) in conditions.iter().zip(&explored.truth).zip(&explored.in_place)
    {
        let before = found.len();
        if *held {
            found.extend(dead_branches(at, condition, &never).into_iter().map(|(at, part)| never_holds(at, part)));
        } else {
            found.extend(causes(at, condition, &never).into_iter().map(|(at, cause)| never_holds(at, cause)));
        }
        if *held && !failed {
            let message = text!("deze voorwaarde is altijd waar", "this condition always holds");
            let remedy = text!("haal haar weg, of verbeter haar", "take it out, or correct it");
            found.push(Remark::on(at.clone(), Message::new(message, remedy).weighing(Severity::Warning)));
        } else if *held && !in_place && found.len() == before {
            found.push(not_there(at.clone()));
        }
    }
    found.extend(version.regulation.terms.iter().enumerate().filter_map(|(i, term)| after_the_clock(version, i, term)));
    // What asks after something that there is not has been told so.
    let told = p509::judge(subject);
    found.retain(|remark| !told.iter().any(|other| other.place.is_within(&remark.place)));
    found
}

/// Of a condition that never holds the parts that make it so: one of all that must hold, or each of those of which one must.
fn causes<'a>(at: &Route, condition: &'a Condition, never: &[(&Route, &'a Condition)]) -> Vec<(Route, &'a Condition)> {
    let lost = |at: &Route| never.iter().any(|(known, _)| *known == at);
    let (word, inner) = match condition {
        Condition::All(inner) => ("all", inner),
        Condition::Any(inner) => ("any", inner),
        _ => return vec![(at.clone(), condition)],
    };
    let places = (0..inner.len()).map(|index| at.key(word).index(index)).zip(inner);
    let mut lost = places.filter(|(at, _)| lost(at)).peekable();
    if lost.peek().is_none() {
        return vec![(at.clone(), condition)];
    }
    lost.flat_map(|(at, part)| causes(&at, part, never)).collect()
}

/// The branches of an `any` that never hold, in a condition that holds by another.
fn dead_branches<'a>(
    at: &Route,
    condition: &'a Condition,
    never: &[(&Route, &'a Condition)],
) -> Vec<(Route, &'a Condition)> {
    let (word, inner) = match condition {
        Condition::All(inner) => ("all", inner),
        Condition::Any(inner) => ("any", inner),
        _ => return Vec::new(),
    };
    let places = (0..inner.len()).map(|index| at.key(word).index(index)).zip(inner);
    let branch = |(at, part): (Route, &'a Condition)| {
        if never.iter().any(|(known, _)| **known == at) { vec![(at, part)] } else { dead_branches(&at, part, never) }
    };
    places.flat_map(branch).collect()
}

fn never_holds(at: Route, condition: &Condition) -> Remark {
    let joined = matches!(condition, Condition::All(_));
    let message = text!("deze voorwaarde kan nooit waar zijn", "this condition can never hold");
    let remedy = if joined {
        text!(
            "wat hier samen waar moet zijn, sluit elkaar uit: haal er een weg, of schrijf `any`",
            "what must hold together here excludes each other: take one out, or write `any`"
        )
    } else {
        text!("kijk welke stap of welk gegeven haar waar moet maken", "see which step or datum should make it hold")
    };
    Remark::on(at, Message::new(message, remedy))
}

fn not_there(at: Route) -> Remark {
    Remark::on(
        at,
        Message::new(
            text!(
                "deze voorwaarde kan niet waar zijn als deze stap wordt gezet",
                "this condition cannot hold when this step is taken"
            ),
            text!(
                "vraag naar wat er dan al is: een eerdere stap, of een gegeven van deze stap zelf",
                "ask after what is there by then: an earlier step, or a datum of this step itself"
            ),
        ),
    )
}

/// A term that only runs once a step was taken that always comes after the step that stops it.
fn after_the_clock(version: &Version, index: usize, term: &Term) -> Option<Remark> {
    let regulation = &version.regulation;
    let reopens = regulation.steps.iter().any(|step| step.does == Some(Does::Reopen));
    let starts_once = term.from == "received" || regulation.step(&term.from).is_some_and(|step| step.once);
    if !starts_once || term.each.is_some() || term.agreed.is_some() {
        return None;
    }
    let mut asked = Vec::new();
    needed(term.when.as_ref()?, reopens, &mut asked);
    let stops = |until: &&String, step: &str| {
        !version.precedence.precedes(until, &term.from) && always_before(regulation, until, step)
    };
    let late = |step: &&&str| {
        let mut until = term.until.iter();
        if term.until.all() { until.all(|u| stops(&u, step)) } else { until.any(|u| stops(&u, step)) }
    };
    let step = asked.iter().find(late)?;
    let (id, name) = (&term.id, names::step(regulation, step));
    Some(Remark::on(
        item("terms", index).key("when"),
        Message::new(
            text!(
                "de termijn `{id}` loopt nooit: {name} komt pas als de klok al stilstaat",
                "the term `{id}` never runs: {name} comes only when the clock has stopped",
                name
            ),
            text!("verbeter `when` of `until` van de termijn", "correct `when` or `until` of the term"),
        ),
    ))
}

/// The steps that must have been taken for a condition to hold; in a case with several rounds, in the same round.
fn needed<'a>(condition: &'a Condition, reopens: bool, found: &mut Vec<&'a str>) {
    match condition {
        Condition::Step { step, at_least, this_round } if *at_least > 0 && (*this_round || !reopens) => {
            found.push(step);
        }
        Condition::All(inner) => inner.iter().for_each(|part| needed(part, reopens, found)),
        _ => {}
    }
}

/// Whether one step must always have been taken before another: nothing lets it be skipped on the way.
fn always_before(regulation: &Regulation, first: &str, then: &str) -> bool {
    let (mut open, mut seen) = (vec![then], Vec::new());
    while let Some(step) = open.pop().and_then(|id| regulation.step(id)) {
        if seen.contains(&step.id.as_str()) {
            continue;
        }
        seen.push(&step.id);
        let only = step.after_any.first().filter(|_| step.after_any.len() == 1);
        let before = step.after.iter().chain(only).filter_map(|id| regulation.step(id));
        let firm = |step: &&Step| step.when.is_none() && step.waivable.is_empty() && step.each.is_none();
        for known in before.filter(firm) {
            if known.id == first {
                return true;
            }
            open.push(&known.id);
        }
    }
    false
}
