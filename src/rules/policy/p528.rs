//! P528: the text says u or je, not both.

use super::{Remark, Subject, numbers};
use crate::diagnostics::text;
use crate::regulation::Sentence;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P528.md"));

const FORMAL: [&str; 4] = ["u", "uw", "uzelf", "uwe"];
const FAMILIAR: [&str; 5] = ["je", "jij", "jou", "jouw", "jezelf"];

/// The first place where the reader is addressed otherwise than in most of the text.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let sentences = &subject.version.text.sentences;
    let with = |forms: &[&str]| -> Vec<&Sentence> {
        let says = |s: &&Sentence| numbers::words(&s.text).iter().any(|w| forms.contains(&w.as_str()));
        sentences.iter().filter(says).collect()
    };
    let (formal, familiar) = (with(&FORMAL), with(&FAMILIAR));
    let (few, many, rare) = if formal.len() <= familiar.len() { ("u", "je", formal) } else { ("je", "u", familiar) };
    let message =
        text!("deze zin zegt “{few}”, de meeste zeggen “{many}”", "this sentence says “{few}”, most say “{many}”");
    let remedy = text!("kies één aanspreekvorm voor de hele tekst", "choose one form of address for the whole text");
    rare.first().map(|s| Remark::in_text(s.span, Message::new(message, remedy))).into_iter().collect()
}
