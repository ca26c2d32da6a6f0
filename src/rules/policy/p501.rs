//! P501: every quote in the regulation occurs in the text.

use super::statements::{Quote, quotes};
use super::{Remark, Subject, names};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P501.md"));

/// How like a sentence must be for it to be suggested; from 0 to 1.
const ALIKE: f64 = 0.5;

/// Quotes that the text does not hold.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let text = &subject.version.text;
    quotes(&subject.version.tree).into_iter().filter(|q| !text.contains(&q.text)).map(|q| remark(subject, q)).collect()
}

fn remark(subject: &Subject<'_>, quote: Quote) -> Remark {
    let shown = names::short(&quote.text);
    let message = text!("dit citaat staat niet in de tekst: “{shown}”", "this quote is not in the text: “{shown}”");
    let remedy = if let Some(sentence) = nearest(subject, &quote.text) {
        text!("de tekst zegt: “{sentence}”", "the text says: “{sentence}”")
    } else {
        text!("neem de woorden letterlijk over uit text.nl.md", "copy the words from text.nl.md as they stand")
    };
    Remark::on(quote.at, Message::new(message, remedy))
}

fn nearest(subject: &Subject<'_>, quote: &str) -> Option<String> {
    let quote = crate::regulation::fold(quote);
    let likeness = |sentence: &str| strsim::normalized_damerau_levenshtein(&quote, sentence);
    let sentences = subject.version.text.sentences.iter().map(|s| (likeness(&s.text), s.text.as_str()));
    let best = sentences.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= ALIKE).then(|| best.1.to_owned())
}
