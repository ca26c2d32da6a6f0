//! P529: every name in the text is in the regulation or explained.

use std::collections::BTreeSet;

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::patterns::patterns;
use crate::rules::{Message, Rule};
use crate::yaml::Node;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P529.md"));

patterns! {
    /// A law or a treaty with the capitals that belong to its name: `de Algemene wet bestuursrecht`, `het Burgerlijk Wetboek`.
    LAW = r"(?:\p{Lu}[\p{L}-]*\s+(?:(?:en|op|van|de|het)\s+)*)+(?:\p{L}*wet|\p{L}*wetboek|\p{L}*wetten|\p{L}*verordening|verdrag|richtlijn)\b";
    /// One whose kind has a capital too, with what stands around it: `de Wet Kwaliteit en Geschillen`, `Data Protection Act`.
    CAPITAL_LAW = r"(?:\p{Lu}[\p{L}-]*\s+(?:(?:en|op|van|de|het|of|on|the)\s+)*)*\b(?:\p{Lu}\p{Ll}*wet|Wet|Wetboek|Verordening|Verdrag|Besluit|Richtlijn|Handvest|Act|Regulation|Directive)\b(?:\s+(?:(?:en|op|van|de|het|of|on|the)\s+)*\p{Lu}[\p{L}-]*)*";
}

/// Names that everybody knows: countries, parts of them and what belongs to them; days and months; feasts. In lower case.
const KNOWN_TO_ALL: &[&str] = &[
    "nederland nederlands nederlandse nederlanders koninkrijk belgië belgisch belgische vlaanderen",
    "vlaams vlaamse wallonië waals waalse luxemburg luxemburgs luxemburgse duitsland duits",
    "duitse frankrijk frans franse engeland engels engelse wales schotland schots schotse",
    "ierland iers ierse noord zuid oost west groot brittannië brits britse verenigd",
    "verenigde staten amerika amerikaans amerikaanse canada spanje spaans spaanse portugal",
    "portugees portugese italië italiaans italiaanse zwitserland zwitsers zwitserse oostenrijk",
    "oostenrijks oostenrijkse denemarken deens deense zweden zweeds zweedse noorwegen noors",
    "noorse finland fins finse ijsland polen pools poolse tsjechië slowakije hongarije",
    "roemenië bulgarije griekenland grieks griekse turkije turks turkse marokko suriname",
    "surinaams surinaamse aruba curaçao sint maarten bonaire saba eustatius indonesië china",
    "chinees chinese japan india australië estland letland litouwen slovenië kroatië servië",
    "malta cyprus oekraïne rusland europa europees europese unie caribisch england scotland",
    "ireland britain kingdom netherlands dutch english belgium germany german france french",
    "europe european union united states",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday",
    "thursday friday saturday sunday januari februari maart april mei juni juli augustus",
    "september oktober november december january february march may june july august",
    "october",
    "nieuwjaar nieuwjaarsdag pasen paasdag paasmaandag koningsdag bevrijdingsdag hemelvaart",
    "hemelvaartsdag pinksteren pinksterdag pinkstermaandag kerst kerstmis kerstdag oudjaar",
    "oudjaarsdag goede eerste tweede christmas easter whit good boxing new year day eve",
];

/// Whether a name is one of them; of `Noord-Ierland` only the first part is ever asked.
fn known_to_all(name: &str) -> bool {
    let name = name.to_lowercase();
    KNOWN_TO_ALL.iter().flat_map(|line| line.split(' ')).any(|known| known == name)
}

/// The words of the names of laws in a sentence.
fn of_laws(sentence: &str) -> BTreeSet<&str> {
    [&LAW, &CAPITAL_LAW].iter().flat_map(|p| p.find_iter(sentence)).flat_map(|law| words(law.as_str())).collect()
}

/// Names that the regulation does not know, each at the first place where it stands.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let mut known = BTreeSet::new();
    gather(&subject.version.tree, &mut known);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    for sentence in &subject.version.text.sentences {
        let laws = of_laws(&sentence.text);
        for name in names(&sentence.text).into_iter().filter(|name| !laws.contains(name) && !known_to_all(name)) {
            let explained = [format!("**{name}**:"), format!("({name})")];
            let is_explained = explained.iter().any(|way| subject.text_source.contains(way));
            if known.contains(&name.to_lowercase()) || is_explained || !told.insert(name.to_owned()) {
                continue;
            }
            found.push(Remark::in_text(
                sentence.span,
                Message::new(
                    text!(
                        "“{name}” staat nergens in de regeling en is niet uitgelegd",
                        "“{name}” is nowhere in the regulation and is not explained"
                    ),
                    text!(
                        "maak er een rol of document van, leg het uit, of schrijf het klein",
                        "make it a role or document, explain it, or write it without a capital"
                    ),
                ),
            ));
        }
    }
    found
}

/// The words of every value but quotes and notes, in lower case.
fn gather(node: &Node, known: &mut BTreeSet<String>) {
    known.extend(node.text().into_iter().flat_map(words).map(str::to_lowercase));
    let entries = node.entries().iter().filter(|e| e.key != "quote" && e.key != "note");
    entries.for_each(|e| gather(&e.node, known));
    node.items().iter().for_each(|item| gather(item, known));
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Words with a capital that do not begin anything: a sentence, or what comes after a colon or quotation mark.
fn names(sentence: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begins = true;
    for part in sentence.split_whitespace() {
        let trimmed = part.trim_matches(|c: char| !c.is_alphanumeric());
        let address = part.contains('@') || part.contains('.') && trimmed.contains('.');
        let opens = part.starts_with(['“', '"', '‘', '\'']);
        if !begins && !opens && !address {
            let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase) && w.chars().count() > 2;
            found.extend(words(trimmed).take(1).filter(capital));
        }
        begins = part.ends_with([':', '.', '?', '!']) || (begins && trimmed.is_empty());
    }
    found
}
