//! What a year is counted by: the vocabularies of the regulation, in its own order, and the words that are the same everywhere.
//!
//! A vocabulary follows from the regulation alone, never from the cases: it is public, and that a value is in it says nothing.

use crate::counting::codes::{
    AGREED, AMOUNT, ANSWERS, EXTENDED, HALF, HELD, IN_TIME, LATE, NONE, NOT_APPLICABLE, NOT_ASKED, ONCE, OPEN,
    REOPENED, SEVERAL, VERIFIED, WAIVED, WHOLE,
};
use crate::counting::term;
use crate::regulation::{AskType, Does, Ending, Extension, For, Means, Position, Regulation, Selector, Step};
use crate::statistics::{Dimension, Schema, UNKNOWN};

/// The schema of a year in which these versions were in force, the last one first in order: an earlier one only adds the values that
/// the later ones no longer have.
#[must_use]
pub fn schema(versions: &[&Regulation]) -> Schema {
    let mut dimensions: Vec<(Dimension, Vec<String>)> = Vec::new();
    for regulation in versions.iter().rev() {
        for (dimension, values) in of_one(regulation) {
            match dimensions.iter_mut().find(|(d, _)| *d == dimension) {
                Some((_, known)) => {
                    let new: Vec<String> = values.into_iter().filter(|v| !known.contains(v)).collect();
                    known.extend(new);
                }
                None => dimensions.push((dimension, values)),
            }
        }
    }
    dimensions.sort_by_key(|(dimension, _)| *dimension);
    let hub = dimensions.iter().any(|(d, _)| *d == Dimension::Topic).then_some(Dimension::Topic);
    let mentions = versions.iter().any(|r| r.topics.several);
    Schema { dimensions, hub, mentions, ..Schema::default() }
}

/// The dimensions of one version. One with a single value says nothing and is left out.
fn of_one(regulation: &Regulation) -> Vec<(Dimension, Vec<String>)> {
    let all = vec![
        (Dimension::Topic, regulation.topics.list.iter().map(|t| t.id.clone()).collect()),
        (Dimension::Channel, regulation.channels.iter().map(|c| c.id.clone()).collect()),
        (Dimension::Source, regulation.intake.iter().flat_map(|i| i.sources.clone()).collect()),
        (Dimension::Complainant, complainants(regulation)),
        (Dimension::Severity, regulation.severity.iter().flat_map(|s| &s.list).map(|i| i.id.clone()).collect()),
        (Dimension::Cause, causes(regulation)),
        (Dimension::Outcome, outcomes(regulation)),
        (Dimension::Timeliness, of_term(term::handling(regulation).is_some(), &timeliness(regulation))),
        (
            Dimension::Acknowledgement,
            of_term(term::acknowledgement(regulation).is_some(), &[IN_TIME, LATE, NOT_APPLICABLE]),
        ),
        (Dimension::Satisfaction, satisfaction(regulation)),
        (Dimension::Quarter, (1..=4).map(|n| format!("q{n}")).collect()),
        (Dimension::HandlingBand, of_term(term::handling(regulation).is_some(), &bands(regulation))),
        (Dimension::Escalation, escalations(regulation)),
        (Dimension::Hearing, hearings(regulation)),
        (Dimension::Measures, measures(regulation)),
        (Dimension::Extension, of_term(extendable(regulation), &extension(regulation))),
        (Dimension::Progress, of_term(recurs(regulation), &[IN_TIME, LATE, NOT_APPLICABLE])),
        (Dimension::Reopening, of_term(reopens(regulation), &[NONE, REOPENED])),
        (Dimension::Redress, of_term(asks_amount(regulation), &[NONE, AMOUNT])),
    ];
    all.into_iter().filter(|(_, values): &(Dimension, Vec<String>)| values.len() > 1).collect()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

fn of_term(there: bool, values: &[&str]) -> Vec<String> {
    if there { words(values) } else { Vec::new() }
}

fn complainants(regulation: &Regulation) -> Vec<String> {
    let able = regulation.roles.iter().filter(|r| r.positions.contains(&Position::Complainant));
    able.map(|r| r.id.clone()).collect()
}

/// The causes, and `none` for a complaint that ended before one was established.
fn causes(regulation: &Regulation) -> Vec<String> {
    let Some(list) = &regulation.causes else { return Vec::new() };
    list.list.iter().map(|i| i.id.clone()).chain([NONE.to_owned()]).collect()
}

/// The scale of judgement, then the ways to end without one that the regulation knows, then open.
fn outcomes(regulation: &Regulation) -> Vec<String> {
    let scale = regulation.judgement.iter().flat_map(|j| &j.scale).map(|i| i.id.clone());
    let judged = regulation.judgement.as_ref().is_some_and(|j| j.required);
    let ends = |ending: Ending| regulation.steps.iter().any(|s| s.ends_as == Some(ending) && of_complaints(s));
    // A solution that was refused ends without a judgement where the scale has no word for it.
    let judged = judged
        && !(unnamed(regulation, Means::NotResolved)
            && !unnamed(regulation, Means::Resolved)
            && may_refuse(regulation));
    // A second registration is no complaint that is counted.
    let counted = Ending::ALL.into_iter().filter(|e| *e != Ending::Duplicate);
    let without = counted.filter(|e| ends(*e) && !(judged && matches!(e, Ending::Settled | Ending::Decided)));
    scale.chain(without.map(|e| e.word().to_owned())).chain([OPEN.to_owned()]).collect()
}

/// Whether no value of the scale means this.
fn unnamed(regulation: &Regulation, means: Means) -> bool {
    regulation.judgement.iter().flat_map(|j| &j.scale).all(|item| item.means != means)
}

/// Whether a complainant can say of a solution that it is none.
fn may_refuse(regulation: &Regulation) -> bool {
    asked(regulation).is_some() || regulation.escalations.iter().any(|way| way.steps.offer.is_some())
}

fn of_complaints(step: &Step) -> bool {
    matches!(step.belongs_to, For::Complaint | For::Both)
}

/// The rules by which the handling term can be extended.
fn extending(regulation: &Regulation) -> impl Iterator<Item = &Extension> {
    let handling = term::handling(regulation).map(|t| t.id.as_str());
    regulation.extensions.iter().filter(move |e| e.terms.iter().any(|t| Some(t.as_str()) == handling))
}

/// Whether the handling term can be extended at all.
fn extendable(regulation: &Regulation) -> bool {
    extending(regulation).next().is_some()
}

/// How often the handling term can be extended: several times where one rule allows it or there are several rules.
fn extension(regulation: &Regulation) -> Vec<&'static str> {
    let only_once = |rule: &Extension| rule.times == Some(1) && rule.beyond_with.is_none();
    let several = extending(regulation).count() > 1 || !extending(regulation).all(only_once);
    [NONE, ONCE].into_iter().chain(several.then_some(SEVERAL)).collect()
}

/// Whether the complainant must be told again and again how it stands.
fn recurs(regulation: &Regulation) -> bool {
    regulation.terms.iter().any(|t| t.every.is_some())
}

fn reopens(regulation: &Regulation) -> bool {
    regulation.steps.iter().any(|s| s.does == Some(Does::Reopen) && of_complaints(s))
}

fn asks_amount(regulation: &Regulation) -> bool {
    regulation.steps.iter().any(|s| of_complaints(s) && s.asks.iter().any(|a| a.kind == AskType::Amount))
}

/// Whether a complaint can do without the handling term: it holds under a condition, or from a date that is agreed first.
fn may_not_apply(regulation: &Regulation) -> bool {
    term::handling(regulation).is_some_and(|t| t.when.is_some() || t.agreed.is_some())
}

fn timeliness(regulation: &Regulation) -> Vec<&'static str> {
    kept(regulation, &[IN_TIME])
}

fn bands(regulation: &Regulation) -> Vec<&'static str> {
    kept(regulation, &[HALF, WHOLE])
}

fn kept(regulation: &Regulation, in_time: &[&'static str]) -> Vec<&'static str> {
    let extended = extendable(regulation).then_some(EXTENDED);
    let without = may_not_apply(regulation).then_some(NOT_APPLICABLE);
    in_time.iter().copied().chain(extended).chain([LATE]).chain(without).chain([OPEN]).collect()
}

fn satisfaction(regulation: &Regulation) -> Vec<String> {
    let Some(rule) = asked(regulation) else { return Vec::new() };
    let step = regulation.step(&rule.step);
    let narrowed = step.and_then(|s| s.asks.iter().find(|a| a.key == rule.key)).map(|a| a.values.as_slice());
    let allowed = |answer: &&str| narrowed.is_none_or(|n| n.is_empty() || n.iter().any(|v| v == answer));
    words(&ANSWERS).into_iter().filter(|a| allowed(&a.as_str())).chain([NOT_ASKED.to_owned()]).collect()
}

/// The question after the complainant's own satisfaction, where there is one.
#[must_use]
pub fn asked(regulation: &Regulation) -> Option<&crate::regulation::Satisfaction> {
    let own = |s: &&crate::regulation::Satisfaction| s.of.contains(&Selector::Position(Position::Complainant));
    regulation.satisfaction.iter().find(own).or(regulation.satisfaction.first())
}

fn escalations(regulation: &Regulation) -> Vec<String> {
    let with_steps = regulation.escalations.iter().filter(|w| w.steps.all().next().is_some());
    let mut values = vec![NONE.to_owned()];
    for way in with_steps {
        if !values.contains(&way.body) {
            values.push(way.body.clone());
        }
    }
    values
}

fn hearings(regulation: &Regulation) -> Vec<String> {
    let Some(step) = regulation.milestones.hearing.as_deref().and_then(|id| regulation.step(id)) else {
        return Vec::new();
    };
    let waived = (!step.waivable.is_empty()).then_some(WAIVED);
    let values: Vec<&str> = [HELD].into_iter().chain(waived).chain([NONE]).collect();
    words(&values)
}

fn measures(regulation: &Regulation) -> Vec<String> {
    let Some(rule) = &regulation.measures else { return Vec::new() };
    let verified = rule.verified.as_ref().map(|_| VERIFIED);
    let values: Vec<&str> = [NONE, AGREED].into_iter().chain(verified).collect();
    words(&values)
}

/// What no complaint can be at once, by definition and not only by rule: every reader knows it, so the protection must.
#[must_use]
pub fn impossible(schema: &Schema) -> Vec<(Dimension, String, Dimension, String)> {
    let values = |d: Dimension| schema.values(d).unwrap_or_default().iter().filter(|v| *v != UNKNOWN);
    let mut pairs = Vec::new();
    for kept in values(Dimension::Timeliness) {
        // The bands divide the same days more finely.
        for band in values(Dimension::HandlingBand).filter(|band| whole(band) != kept) {
            pairs.push((Dimension::Timeliness, kept.clone(), Dimension::HandlingBand, band.clone()));
        }
    }
    // Nothing ends within an extended term that was never extended.
    if values(Dimension::Timeliness).any(|v| v == EXTENDED) && values(Dimension::Extension).any(|v| v == NONE) {
        pairs.push((Dimension::Timeliness, EXTENDED.to_owned(), Dimension::Extension, NONE.to_owned()));
    }
    if values(Dimension::Timeliness).any(|v| v == OPEN) {
        // What has ended has no term that still runs.
        for ended in values(Dimension::Outcome).filter(|v| *v != OPEN) {
            pairs.push((Dimension::Outcome, ended.clone(), Dimension::Timeliness, OPEN.to_owned()));
        }
    }
    pairs
}

/// The timeliness that a band is part of.
fn whole(band: &str) -> &str {
    if matches!(band, HALF | WHOLE) { IN_TIME } else { band }
}
