//! P519: the text has no sentences run together and no doubled words.

use super::{Remark, Subject};
use crate::diagnostics::{Text, text};
use crate::patterns::patterns;
use crate::regulation::Sentence;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P519.md"));

patterns! {
    GLUED = r"\p{Ll}{3,}[.?!]?\p{Lu}\p{Ll}{2,}|\p{Ll}{2,}[.?!]\p{Lu}\p{Ll}+";
    LOOSE = r"\w+ [,.;:](?:\s|$)";
}

/// Words that may well stand twice: pronouns that also stand before a noun (“of het het oordeel deelt”, “als je je klacht
/// indient”), and words that end a verb and begin what follows (“wij bieden dat aan aan de klager”).
const TWICE: &str = "die dat deze dit het je jou u ons hun haar zijn ze zij wie er zo had \
    aan op in uit over voor door om na bij onder tegen achter";

/// Slips of the keyboard.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let names = names(subject);
    subject.version.text.sentences.iter().flat_map(|s| slips(&names, s)).collect()
}

/// Words that the regulation itself writes with a capital inside.
fn names(subject: &Subject<'_>) -> String {
    let regulation = &subject.version.regulation;
    let roles = regulation.roles.iter().flat_map(|r| std::iter::once(&r.name).chain(&r.words));
    let documents = regulation.documents.iter().map(|d| &d.title);
    let all = roles.chain(documents).chain([&regulation.organisation.name]);
    all.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn slips(names: &str, sentence: &Sentence) -> Vec<Remark> {
    let mut found = Vec::new();
    let words: Vec<&str> = sentence.text.split(' ').collect();
    for word in &words {
        let address = word.contains('@') || word.contains('/') || word.contains("www.");
        let glued = GLUED.find(word);
        if !address && glued.is_some_and(|m| !names.contains(m.as_str())) {
            let glued = word.trim_end_matches(['.', ',', ';', ':', '?', '!']);
            found.push(slip(
                sentence,
                text!("hier ontbreekt een spatie: “{glued}”", "a blank is missing here: “{glued}”"),
                text!(
                    "zet een spatie (en een punt) tussen de twee woorden",
                    "put a blank (and a full stop) between the two words",
                ),
            ));
        }
    }
    for pair in words.windows(2) {
        let [first, second] = [pair[0], pair[1]].map(|w| w.trim_end_matches([',', '.', ';', ':']).to_lowercase());
        let plain = first.chars().all(char::is_alphabetic) && !first.is_empty() && pair[0].len() == first.len();
        if plain && first == second && TWICE.split(' ').all(|word| word != first) {
            found.push(slip(
                sentence,
                text!("“{first}” staat twee keer achter elkaar", "“{first}” stands twice in a row"),
                text!("haal er een weg", "take one out"),
            ));
        }
    }
    if let Some(loose) = LOOSE.find(&sentence.text) {
        let loose = loose.as_str().trim();
        found.push(slip(
            sentence,
            text!("hier staat een spatie te veel: “{loose}”", "a blank too many: “{loose}”"),
            text!("haal de spatie voor het leesteken weg", "take out the blank before the mark"),
        ));
    }
    found
}

fn slip(sentence: &Sentence, message: Text, remedy: Text) -> Remark {
    Remark::in_text(sentence.span, Message::new(message, remedy))
}
