//! T301: a step taken after its term says why.

use chrono::NaiveDate;

use super::words;
use crate::calendar::Counting;
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, Due};
use crate::regulation::{Extension, Notice};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T301.md"));

/// What it says of a late step without a reason.
#[must_use]
pub fn say(docket: &Docket<'_>, term: &str, step: &str, due: &Due, on: NaiveDate) -> Message {
    let line = words::account();
    let extension = extension(docket, term, due);
    let remedy = extension.map_or(line.clone(), |other| words::join(&[line, other], "; "));
    Message::new(words::late(docket, term, step, due, on), remedy)
}

/// The extension that could have been given, when there was one left to give.
fn extension(docket: &Docket<'_>, term: &str, late: &Due) -> Option<Text> {
    let regulation = &docket.version.regulation;
    let of = regulation.term(term).filter(|t| t.extendable)?;
    let mut rules = regulation.extensions.iter().filter(|x| x.terms.iter().any(|t| t == term));
    let most =
        |rule: &Extension| rule.at_most.map(|most| regulation.due_as(of, late.original, most, Counting::AsStated).end);
    let rule = rules.find(|x| {
        let left = x.times.is_none_or(|times| late.extensions < times);
        left && most(x).is_none_or(|limit| limit > late.on)
    })?;
    let step = words::step(docket, &rule.step);
    let notice = notice(rule, late);
    let limit = most(rule).map(words::day);
    let limit = limit.map_or_else(|| text!("", ""), |day| text!(", tot en met {day}", ", to {day} at most", day));
    Some(text!(
        "verlengen kon met {step}{notice}{limit}",
        "an extension was possible with {step}{notice}{limit}",
        step,
        notice,
        limit
    ))
}

/// The last day on which notice of the extension could be given.
fn notice(rule: &Extension, late: &Due) -> Text {
    if rule.notice == Notice::AnyTime {
        return text!("", "");
    }
    let last = if rule.notice == Notice::WithinOriginalTerm { late.original } else { late.on };
    let day = words::day(last);
    text!(", gemeld uiterlijk op {day}", ", announced on {day} at the latest", day)
}
