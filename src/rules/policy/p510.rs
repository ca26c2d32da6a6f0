//! P510: every datum that a rule rests on is asked by that step and is of the right type.

use super::names;
use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::{Ask, AskType, Each, Limits, Regulation, Step};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P510.md"));

const DATE: &[AskType] = &[AskType::Date];
const NAME: &[AskType] = &[AskType::Item, AskType::Text, AskType::Reference];
const FOUND: &[AskType] = &[AskType::YesNo, AskType::Choice];
const ASKED: &[AskType] = &[AskType::Satisfaction, AskType::YesNo];

/// A key that must be asked by a step, with the types that will do.
struct Needed<'a> {
    at: Route,
    step: &'a str,
    key: &'a str,
    types: &'static [AskType],
}

/// Keys that are not asked, or are of another type.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let mut found: Vec<Remark> = needed(regulation).into_iter().filter_map(|n| violation(regulation, &n)).collect();
    for (index, step) in regulation.steps.iter().enumerate() {
        for (nth, ask) in step.asks.iter().enumerate() {
            found.extend(of_ask(regulation, ask, &item("steps", index).key("asks").index(nth)));
        }
    }
    for (index, field) in regulation.fields.iter().enumerate() {
        found.extend(of_limits(&field.id, field.kind, field.limits(), &item("fields", index)));
    }
    found.extend(no_measure(regulation));
    found
}

fn needed(regulation: &Regulation) -> Vec<Needed<'_>> {
    let mut all = Vec::new();
    for (index, term) in regulation.terms.iter().enumerate() {
        if let Some(agreed) = &term.agreed {
            let at = item("terms", index).key("agreed").key("key");
            all.push(Needed { at, step: &agreed.step, key: &agreed.key, types: DATE });
        }
        if let Some(things) = &term.each {
            let at = item("terms", index).key("each").key("key");
            all.push(Needed { at, step: &things.step, key: &things.key, types: NAME });
        }
    }
    for (index, rule) in regulation.extensions.iter().enumerate() {
        let at = item("extensions", index).key("new_date");
        all.push(Needed { at, step: &rule.step, key: &rule.new_date, types: DATE });
    }
    for (index, step) in regulation.steps.iter().enumerate() {
        if let Some(Each::Items { step: named, key }) = &step.each {
            all.push(Needed { at: item("steps", index).key("each").key("key"), step: named, key, types: NAME });
        }
    }
    for (index, asked) in regulation.satisfaction.iter().enumerate() {
        let at = item("satisfaction", index).key("key");
        all.push(Needed { at, step: &asked.step, key: &asked.key, types: ASKED });
    }
    if let Some(judgement) = &regulation.judgement {
        let at = Route::root().key("judgement").key("key");
        all.push(Needed { at, step: &judgement.step, key: &judgement.key, types: &[AskType::Judgement] });
    }
    if let Some(measures) = &regulation.measures {
        let at = Route::root().key("measures").key("key");
        all.push(Needed { at, step: &measures.step, key: &measures.key, types: NAME });
        if let (Some(taken), Some(verified)) = (&measures.taken, &measures.verified) {
            let at = Route::root().key("measures").key("taken").key("key");
            all.push(Needed { at, step: verified, key: &taken.key, types: FOUND });
        }
    }
    all
}

fn asked<'a>(step: &'a Step, key: &str) -> Option<&'a Ask> {
    step.asks.iter().find(|a| a.key == key)
}

/// A dangling step is another rule's.
fn violation(regulation: &Regulation, needed: &Needed<'_>) -> Option<Remark> {
    let step = regulation.step(needed.step)?;
    let key = needed.key;
    let (name, wanted) = (names::step(regulation, &step.id), wanted(needed.types));
    match asked(step, key) {
        Some(ask) if needed.types.contains(&ask.kind) => None,
        Some(_) => Some(Remark::on(
            needed.at.clone(),
            Message::new(
                text!("`{key}` van {name} is niet van de goede soort", "`{key}` of {name} is of the wrong type", name),
                text!("geef `{key}` daar {wanted}", "give `{key}` there {wanted}"),
            ),
        )),
        None => Some(Remark::on(
            needed.at.clone(),
            Message::new(
                text!("{name} vraagt geen `{key}`", "{name} asks for no `{key}`", name),
                text!(
                    "zet bij `asks` van die stap: `{{key: {key}, {wanted}}}`",
                    "add to `asks` of that step: `{{key: {key}, {wanted}}}`"
                ),
            ),
        )),
    }
}

fn wanted(types: &[AskType]) -> &'static str {
    match types.first() {
        Some(AskType::Date) => "type: date",
        Some(AskType::Judgement) => "type: judgement",
        Some(AskType::Satisfaction) => "type: satisfaction",
        Some(AskType::YesNo) => "type: yes_no",
        _ => "type: item",
    }
}

/// Bounds of what is no number, or between which there is none.
fn of_limits(key: &str, kind: AskType, limits: Limits, at: &Route) -> Option<Remark> {
    let (message, remedy) = match (limits.least, limits.most) {
        (None, None) => return None,
        _ if !matches!(kind, AskType::Number | AskType::Amount) => (
            text!(
                "`{key}` is geen getal en geen bedrag, dus een grens zegt niets",
                "`{key}` is no number and no amount, so a bound says nothing"
            ),
            text!("geef het gegeven `type: number` of `amount`", "give the datum `type: number` or `amount`"),
        ),
        (Some(least), Some(most)) if least > most => (
            text!("geen getal is goed bij `{key}`", "no number will do for `{key}`"),
            text!("maak `at_least` kleiner dan `at_most`", "make `at_least` smaller than `at_most`"),
        ),
        _ => return None,
    };
    let bound = if limits.most.is_some() { "at_most" } else { "at_least" };
    Some(Remark::on(at.key(bound), Message::new(message, remedy)))
}

fn of_ask(regulation: &Regulation, ask: &Ask, at: &Route) -> Vec<Remark> {
    let mut found: Vec<Remark> = of_limits(&ask.key, ask.kind, ask.limits(), at).into_iter().collect();
    let key = &ask.key;
    if let Some(other) = ask.same_as.as_deref().and_then(|id| regulation.step(id)) {
        let name = names::step(regulation, &other.id);
        if asked(other, key).is_none_or(|there| there.kind != ask.kind) {
            found.push(Remark::on(
                at.key("same_as"),
                Message::new(
                    text!(
                        "{name} vraagt geen `{key}` van dezelfde soort",
                        "{name} asks for no `{key}` of the same type",
                        name
                    ),
                    text!(
                        "geef het gegeven in beide stappen dezelfde sleutel en soort",
                        "give the datum the same key and type in both steps"
                    ),
                ),
            ));
        }
    }
    for (name, given) in [("later_than", &ask.later_than), ("within_term", &ask.within_term)] {
        if given.is_some() && ask.kind != AskType::Date {
            found.push(Remark::on(
                at.key(name),
                Message::new(
                    text!(
                        "`{key}` is geen datum, dus `{name}` zegt niets",
                        "`{key}` is no date, so `{name}` says nothing"
                    ),
                    text!("geef het gegeven `type: date`", "give the datum `type: date`"),
                ),
            ));
        }
    }
    found
}

/// `measures.none` is a key of the step or a step.
fn no_measure(regulation: &Regulation) -> Option<Remark> {
    let measures = regulation.measures.as_ref()?;
    let none = measures.none.as_deref()?;
    let key = regulation.step(&measures.step).is_some_and(|s| asked(s, none).is_some());
    if key || regulation.step(none).is_some() {
        return None;
    }
    Some(Remark::on(
        Route::root().key("measures").key("none"),
        Message::new(
            text!("`{none}` is geen gegeven van die stap en geen stap", "`{none}` is no key of that step and no step"),
            text!(
                "noem het gegeven of de stap die zegt waarom er geen maatregel is",
                "name the key or the step that says why there is no measure"
            ),
        ),
    ))
}
