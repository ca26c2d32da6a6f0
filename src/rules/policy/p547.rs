//! P547: the text that counts is Dutch.

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::RegulationText;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P547.md"));

/// Words that are in nearly every sentence of the one language and in none of the other.
const DUTCH: &[&str] =
    &["de", "het", "een", "en", "van", "wij", "niet", "bij", "voor", "uw", "je", "dat", "wordt", "met"];
const ENGLISH: &[&str] =
    &["the", "and", "of", "to", "you", "your", "our", "with", "for", "not", "that", "this", "from", "can"];
/// So few words tell nothing.
const ENOUGH: usize = 4;

/// A text in English where the Dutch one belongs.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let text = &subject.version.text;
    let Some(first) = text.sentences.first().filter(|_| in_english(text)) else { return Vec::new() };
    let message = text!(
        "deze tekst is Engels, en de tekst die telt is hier Nederlands: getallen en termijnen zijn er niet mee te vergelijken",
        "this text is English, and the text that counts is Dutch here: no number and no term can be compared with it"
    );
    let remedy = text!(
        "schrijf de Nederlandse tekst in text.nl.md en zet de Engelse in text.en.md, als vertaling",
        "write the Dutch text in text.nl.md and put the English one in text.en.md, as a translation"
    );
    vec![Remark::in_text(first.span, Message::new(message, remedy))]
}

/// Whether a text reads as English.
pub(super) fn in_english(text: &RegulationText) -> bool {
    let (mut dutch, mut english) = (0_usize, 0_usize);
    for sentence in &text.sentences {
        for word in sentence.text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase) {
            dutch += usize::from(DUTCH.contains(&word.as_str()));
            english += usize::from(ENGLISH.contains(&word.as_str()));
        }
    }
    english >= ENOUGH && english > 3 * dutch
}
