//! What the regulation promises to tell in the letter that goes with a step: what that step asks.

use super::author::Author;
use super::ways::Line;
use crate::calendar::{day_words, parse_date};
use crate::docket::Taken;
use crate::regulation::{Ask, AskType, Position, Selector, Step};

impl Author<'_> {
    /// What a step asks that the complainant hears in the letter that goes with it. The letter is written before the step is recorded:
    /// what is not known by then has its room; an agreed day that is known stands among the limits.
    pub(super) fn asked(&self, id: &str) -> Vec<Line> {
        let progress = &self.docket.progress;
        let Some(step) = self.rules().step(id).filter(|step| reaches_complainant(step)) else { return Vec::new() };
        let taken =
            progress.taken.iter().rev().find(|t| t.step.id == id && (t.round == progress.round || !step.each_round));
        let wanted = step.asks.iter().filter(|a| a.required && told(a.kind) && progress.applies(a.when.as_ref()));
        let limit = |ask: &Ask| {
            let mut agreed = self.rules().terms.iter().filter_map(|term| term.agreed.as_ref());
            taken.is_some() && agreed.any(|day| day.step == id && day.key == ask.key)
        };
        wanted.filter(|ask| !limit(ask)).map(|ask| self.answer(step, ask, taken)).collect()
    }

    fn answer(&self, step: &Step, ask: &Ask, taken: Option<&Taken<'_>>) -> Line {
        let name = self.rules().named(&format!("steps/{}/{}", step.id, ask.key), ask.label());
        let label = name.in_(self.lang).to_owned();
        let known = taken.and_then(|taken| taken.entry.value(&ask.key)).and_then(|value| match ask.kind {
            AskType::Date => parse_date(value).ok().map(|day| day_words(day, self.lang)),
            AskType::Number | AskType::Amount | AskType::YesNo => Some(value.to_owned()),
            AskType::Choice => self.names.of(&format!("steps/{}/{}/{value}", step.id, ask.key)),
            // What the step asks is what the complainant is to hear with it.
            AskType::Text => Some(value.to_owned()),
            _ => None,
        });
        let value = known.unwrap_or_else(|| format!("[{}]", label.to_lowercase()));
        Line { label, value }
    }
}

/// Whether a step is addressed to the complainant.
fn reaches_complainant(step: &Step) -> bool {
    let complainant = |s: &Selector| matches!(s, Selector::Position(Position::Complainant) | Selector::Parties);
    [&step.to, &step.with, &step.also].into_iter().flatten().any(complainant)
}

/// Whether a kind of answer is one that a reader has use for.
fn told(kind: AskType) -> bool {
    !matches!(kind, AskType::Digest | AskType::Person | AskType::Party)
}
