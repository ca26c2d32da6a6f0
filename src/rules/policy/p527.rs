//! P527: a sentence says who does something.

use super::{Remark, Subject, names, numbers};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P527.md"));

const AUXILIARIES: [&str; 4] = ["wordt", "worden", "werd", "werden"];

patterns! {
    /// `behandeld`, `voorgelegd`, `afgehandeld`, `genomen`.
    PARTICIPLE = r"^(?:(?:[a-z]{2,8})?ge[a-zëï]{2,}(?:d|t|en)|(?:[a-z]{2,8})?(?:be|ver|ont|her|er)[a-zëï]{3,}[dt])$";
}

/// Words that look like a participle and are none.
const NOUNS: [&str; 12] = [
    "gevallen",
    "gesprekken",
    "gebreken",
    "getallen",
    "gebieden",
    "gewoonten",
    "geschillen",
    "gevolgen",
    "geld",
    "beleid",
    "verstand",
    "bericht",
];

/// Sentences that hide who does something.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let passive = subject.version.text.sentences.iter().filter(|s| is_passive(&s.text));
    passive
        .map(|sentence| {
            let shown = names::short(&sentence.text);
            Remark::in_text(
                sentence.span,
                Message::new(
                    text!(
                        "deze zin zegt niet wie het doet: “{shown}”",
                        "this sentence does not say who does it: “{shown}”"
                    ),
                    text!("noem wie het doet", "say who does it"),
                ),
            )
        })
        .collect()
}

fn is_passive(sentence: &str) -> bool {
    let words = numbers::words(sentence);
    let participle = |w: &String| !NOUNS.contains(&w.as_str()) && PARTICIPLE.is_match(w);
    words.iter().any(|w| AUXILIARIES.contains(&w.as_str())) && words.iter().any(participle)
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/policy/p527.rs"]
mod tests;
