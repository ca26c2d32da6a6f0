//! # P525: translation-differs
//!
//! ## What it checks
//!
//! `text.en.md` has the same headings, items and paragraphs as `text.nl.md`, each with as many sentences, and each sentence names the
//! same numbers, dates, amounts and addresses. Links lead to the same places.
//!
//! ## Why
//!
//! The published page shows at each English sentence which rule enforces the Dutch one. And somebody who reads four weeks where
//! the regulation says two is misled, even when the Dutch text prevails.
//!
//! ## Example
//!
//! ```markdown
//! 1. Wij beslissen binnen twee weken.
//! 1. We decide within four weeks.
//! ```
//!
//! ## How to put it right
//!
//! Change the English sentence, or split or join sentences until both texts run parallel.
//!
//! ---
//!
//! # P525: translation-differs
//!
//! ## Wat wordt nagekeken
//!
//! `text.en.md` heeft dezelfde koppen, leden en alinea's als `text.nl.md`, elk met evenveel zinnen, en elke zin noemt dezelfde
//! getallen, data, bedragen en adressen. Verwijzingen leiden naar dezelfde plaatsen.
//!
//! ## Waarom
//!
//! De pagina laat bij elke Engelse zin zien welke regel de Nederlandse bewaakt. En wie vier weken leest waar de regeling twee
//! zegt, is misleid, ook als de Nederlandse tekst voorgaat.
//!
//! ## Voorbeeld
//!
//! ```markdown
//! 1. Wij beslissen binnen twee weken.
//! 1. We decide within four weeks.
//! ```
//!
//! ## Zo zet u het recht
//!
//! Pas de Engelse zin aan, of splits of verbind zinnen tot beide teksten gelijk oplopen.

use pulldown_cmark::{Event, Tag};

use super::super::Rule;
use super::figures::figures;
use super::{Place, Remark, Subject, names, said};
use crate::diagnostics::{Lang, Severity};
use crate::regulation::{Block, RegulationText, Sentence, events};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P525",
    name: "translation-differs",
    severity: Severity::Error,
    summary: (
        "De Engelse tekst loopt gelijk op met de Nederlandse, met dezelfde getallen.",
        "The English text runs parallel to the Dutch one, with the same numbers.",
    ),
    source: include_str!("p525.rs"),
};

/// Where the two texts part.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let Some(source) = subject.english.text else { return Vec::new() };
    let (dutch, english) = (&subject.version.text, RegulationText::read(source));
    if let Some(remark) = shape(&dutch.blocks, &english.blocks, source) {
        return vec![remark];
    }
    let mut found: Vec<Remark> = links(subject.text_source, source).into_iter().collect();
    for (number, (own, other)) in dutch.blocks.iter().zip(&english.blocks).enumerate() {
        let of =
            |text: &RegulationText| text.sentences.iter().filter(|s| s.block == number).cloned().collect::<Vec<_>>();
        found.extend(sentences(&of(dutch), &of(&english), own, other));
    }
    found
}

fn remark(span: Span, message: (String, String), remedy: (&str, &str)) -> Remark {
    Remark { place: Place::English(span), said: said(message, remedy) }
}

/// The first block that is not what it is in Dutch: all that follows is shifted.
fn shape(dutch: &[Block], english: &[Block], source: &str) -> Option<Remark> {
    let remedy = (
        "geef beide teksten dezelfde koppen, leden en alinea's, in dezelfde volgorde",
        "give both texts the same headings, items and paragraphs, in the same order",
    );
    let parted = dutch.iter().zip(english).find(|(own, other)| own.shape != other.shape);
    if let Some((own, other)) = parted {
        let words = names::short(&own.text);
        let message = (format!("hier loopt de Engelse tekst niet meer gelijk op met “{words}”"), {
            format!("from here the English text no longer runs parallel to “{words}”")
        });
        return Some(remark(other.span, message, remedy));
    }
    let end = Span { start: source.len(), end: source.len() };
    let (span, words) = match (dutch.get(english.len()), english.get(dutch.len())) {
        (Some(own), _) => (end, names::short(&own.text)),
        (None, Some(other)) => (other.span, names::short(&other.text)),
        (None, None) => return None,
    };
    let message = (format!("een van beide teksten heeft dit niet: “{words}”"), {
        format!("one of the two texts does not have this: “{words}”")
    });
    Some(remark(span, message, remedy))
}

fn links(dutch: &str, english: &str) -> Option<Remark> {
    let all = |source: &str| {
        let targets = events(source).filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some((dest_url.to_string(), range)),
            _ => None,
        });
        targets.collect::<Vec<_>>()
    };
    let (own, other) = (all(dutch), all(english));
    let parted = other.iter().enumerate().find(|(n, (target, _))| own.get(*n).is_none_or(|(t, _)| t != target));
    let span = match parted {
        Some((_, (_, range))) => Span { start: range.start, end: range.end },
        None if own.len() > other.len() => Span { start: english.len(), end: english.len() },
        None => return None,
    };
    let message = ("de verwijzingen leiden niet naar dezelfde plaatsen".to_owned(), {
        "the links do not lead to the same places".to_owned()
    });
    Some(remark(span, message, ("neem het adres over uit text.nl.md", "copy the address from text.nl.md")))
}

fn sentences(dutch: &[Sentence], english: &[Sentence], own: &Block, other: &Block) -> Vec<Remark> {
    let differ = |own: &str, other: &str| {
        let (before, after) = (figures(own, Lang::Nl), figures(other, Lang::En));
        (before != after).then(|| {
            let list = |all: &[String]| if all.is_empty() { "–".to_owned() } else { all.join(", ") };
            let (before, after) = (list(&before), list(&after));
            (format!("het Nederlands noemt hier {before}, het Engels {after}"), {
                format!("the Dutch names {before} here, the English {after}")
            })
        })
    };
    let numbers = ("maak getallen, data en adressen gelijk", "make numbers, dates and addresses the same");
    if dutch.len() == english.len() {
        let pairs = dutch.iter().zip(english).filter_map(|(d, e)| Some((e.span, differ(&d.text, &e.text)?)));
        // A heading has no sentences.
        let heading = dutch.is_empty().then(|| differ(&own.text, &other.text)).flatten().map(|m| (other.span, m));
        return pairs.chain(heading).map(|(span, message)| remark(span, message, numbers)).collect();
    }
    let message = (format!("hier staan {} zinnen, in het Nederlands {}", english.len(), dutch.len()), {
        format!("there are {} sentences here, {} in Dutch", english.len(), dutch.len())
    });
    let remedy =
        ("splits of verbind zinnen tot het er evenveel zijn", "split or join sentences until there are as many");
    let mut remark = remark(other.span, message, remedy);
    remark.said = remark.said.as_grave_as(Severity::Warning);
    vec![remark]
}
