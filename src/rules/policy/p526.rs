//! P526: a sentence has at most twenty words.

use super::{Remark, Subject, names};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P526.md"));

/// The most words that a sentence should have.
const MOST: usize = 20;

/// Sentences that are long.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let counted = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    let sentences = subject.version.text.sentences.iter().map(|s| (s, counted(&s.text)));
    let long = sentences.filter(|(_, words)| *words > MOST);
    long.map(|(sentence, words)| {
        let shown = names::short(&sentence.text);
        Remark::in_text(
            sentence.span,
            Message::new(
                text!("deze zin heeft {words} woorden: “{shown}”", "this sentence has {words} words: “{shown}”"),
                text!("maak er twee zinnen van, of een opsomming", "make two sentences of it, or a list"),
            ),
        )
    })
    .collect()
}
