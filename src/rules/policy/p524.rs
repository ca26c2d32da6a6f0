//! # P524: translation-incomplete
//!
//! ## What it checks
//!
//! Beside `text.en.md` stands `words.en.yaml`, or neither is there. `words.en.yaml` has a name for every role, step, term and other
//! rule that is printed by name, for the parts of steps and reports, for the answers of a choice and for the basis of retention, and no
//! others. Its title is that of `text.en.md`.
//!
//! ## Why
//!
//! A page with half its names in Dutch helps nobody. When one of the two files is missing, there are no English pages.
//!
//! ## Example
//!
//! ```yaml
//! # words.en.yaml
//! names:
//!   roles/klant: Customer
//!   steps/gehoord: Parties heard
//!   steps/getekend/wijze/op-papier: on paper
//!   steps/onderzocht/parts/achtergrond: background
//!   retention/basis: Legal obligation
//! ```
//!
//! ## How to put it right
//!
//! Add the name that is missing, by its place in `regulation.yaml`, or take out the one that no rule has any more.
//!
//! ---
//!
//! # P524: translation-incomplete
//!
//! ## Wat wordt nagekeken
//!
//! Naast `text.en.md` staat `words.en.yaml`, of geen van beide is er. `words.en.yaml` heeft een naam voor elke rol, stap, termijn en
//! andere regel die met een naam op een pagina komt, voor de onderdelen van stappen en verslagen, voor de antwoorden van een keuze en voor
//! de grondslag van het bewaren, en geen andere. De titel is die van `text.en.md`.
//!
//! ## Waarom
//!
//! Een pagina met de helft van de namen in het Nederlands helpt niemand. Ontbreekt een van de twee bestanden, dan zijn er geen
//! Engelse pagina's.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! # words.en.yaml
//! names:
//!   roles/klant: Customer
//!   steps/gehoord: Parties heard
//!   steps/getekend/wijze/op-papier: on paper
//!   steps/onderzocht/parts/achtergrond: background
//!   retention/basis: Legal obligation
//! ```
//!
//! ## Zo zet u het recht
//!
//! Voeg de naam toe die ontbreekt, bij zijn plaats in `regulation.yaml`, of haal de naam weg die geen regel meer heeft.

use crate::rules::Message;
use std::collections::BTreeSet;

use super::super::Rule;
use super::{Place, Remark, Subject, said};
use crate::diagnostics::{Severity, text};
use crate::regulation::{RegulationText, names};
use crate::yaml::{Node, Route, Span};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P524",
    name: "translation-incomplete",
    severity: Severity::Error,
    summary: (
        "Een vertaling is heel: tekst en namen, en elke naam.",
        "A translation is whole: text and names, and every name.",
    ),
    source: include_str!("p524.rs"),
};

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
    let said = said(
        (format!("`{missing}` ontbreekt, dus er komen geen Engelse pagina's"), {
            format!("`{missing}` is missing, so there will be no English pages")
        }),
        ("voeg het bestand toe, of haal ook het andere weg", "add the file, or take the other one out as well"),
    );
    Remark { place, said: said.as_grave_as(Severity::Warning) }
}

fn title(text: &str, words: &Node) -> Option<Remark> {
    let own = words.get("title")?.text()?;
    let printed = RegulationText::read(text).title.unwrap_or_default();
    (own != printed).then(|| Remark {
        place: Place::Words(Route::root().key("title")),
        said: said(
            (format!("de titel is “{own}”, maar `text.en.md` heet “{printed}”"), {
                format!("the title is “{own}”, but `text.en.md` is called “{printed}”")
            }),
            ("maak de twee gelijk", "make the two the same"),
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
        said: said(
            (format!("`{place}` is geen regel met een naam"), format!("`{place}` is no rule with a name")),
            match crate::yaml::most_like(place, known.iter().copied()) {
                Some(near) => (format!("bedoelt u `{near}`?"), format!("did you mean `{near}`?")),
                None => ("haal deze naam weg".to_owned(), "take this name out".to_owned()),
            },
        ),
    });
    missing.chain(strange).collect()
}
