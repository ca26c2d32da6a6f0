//! P524: a translation is whole: text and names, and every name.

use std::collections::BTreeSet;

use super::{Place, Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::regulation::{RegulationText, names};
use crate::rules::{Message, Rule};
use crate::yaml::{Node, Route, Span};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P524.md"));

/// Files and names that are missing, and names that belong to nothing.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    match (subject.english.text, subject.english.words) {
        (None, None) => Vec::new(),
        (Some(_), None) => vec![half("words.en.yaml", Place::English(Span { start: 0, end: 0 }))],
        (None, Some(_)) => vec![half("text.en.md", Place::Words(Route::root()))],
        (Some(text), Some(words)) => {
            let mut found: Vec<Remark> = title(text, words).into_iter().collect();
            found.extend(compared(&subject.version.tree, words));
            found
        }
    }
}

fn half(missing: &str, place: Place) -> Remark {
    let said = Message::new(
        text!(
            "`{missing}` ontbreekt, dus er komen geen Engelse pagina's",
            "`{missing}` is missing, so there will be no English pages"
        ),
        text!("voeg het bestand toe, of haal ook het andere weg", "add the file, or take the other one out as well"),
    );
    Remark { place, said: said.weighing(Severity::Warning) }
}

fn title(text: &str, words: &Node) -> Option<Remark> {
    let own = words.get("title")?.text()?;
    let printed = RegulationText::read(text).title.unwrap_or_default();
    (own != printed).then(|| Remark {
        place: Place::Words(Route::root().key("title")),
        said: Message::new(
            text!(
                "de titel is “{own}”, maar `text.en.md` heet “{printed}”",
                "the title is “{own}”, but `text.en.md` is called “{printed}”"
            ),
            text!("maak de twee gelijk", "make the two the same"),
        ),
    })
}

fn compared(tree: &Node, words: &Node) -> Vec<Remark> {
    let at = Route::root().key("names");
    let listed: Vec<&str> = words.get("names").into_iter().flat_map(Node::entries).map(|e| e.key.as_str()).collect();
    let wanted: Vec<(String, String)> = names(tree);
    let known: BTreeSet<&str> = wanted.iter().map(|(place, _)| place.as_str()).collect();
    let lost = wanted.iter().filter(|(place, _)| !listed.contains(&place.as_str()));
    let missing = lost.map(|(place, name)| Remark {
        place: Place::Words(at.clone()),
        said: Message::new(
            text!("`{place}` (“{name}”) heeft geen Engelse naam", "`{place}` (“{name}”) has no English name"),
            text!("voeg toe onder `names:`: `{place}: …`", "add under `names:`: `{place}: …`"),
        ),
    });
    let strange = listed.iter().filter(|place| !known.contains(**place)).map(|place| Remark {
        place: Place::Words(at.key(place)),
        said: Message::new(
            text!("`{place}` is geen regel met een naam", "`{place}` is no rule with a name"),
            if let Some(near) = crate::yaml::most_like(place, known.iter().copied()) {
                text!("bedoelt u `{near}`?", "did you mean `{near}`?")
            } else {
                text!("haal deze naam weg", "take this name out")
            },
        ),
    });
    missing.chain(strange).collect()
}
