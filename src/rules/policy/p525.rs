//! P525: the English text runs parallel to the Dutch one, with the same numbers.

use pulldown_cmark::{Event, Tag};

use super::figures::figures;
use super::{Place, Remark, Subject, names};
use crate::diagnostics::{Lang, Severity, Text, text};
use crate::regulation::{Block, RegulationText, Sentence, events};
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P525.md"));

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

fn remark(span: Span, message: Text, remedy: Text) -> Remark {
    Remark { place: Place::English(span), said: Message::new(message, remedy) }
}

/// The first block that is not what it is in Dutch: all that follows is shifted.
fn shape(dutch: &[Block], english: &[Block], source: &str) -> Option<Remark> {
    let remedy = text!(
        "geef beide teksten dezelfde koppen, leden en alinea's, in dezelfde volgorde",
        "give both texts the same headings, items and paragraphs, in the same order",
    );
    let parted = dutch.iter().zip(english).find(|(own, other)| own.shape != other.shape);
    if let Some((own, other)) = parted {
        let words = names::short(&own.text);
        let message = text!(
            "hier loopt de Engelse tekst niet meer gelijk op met “{words}”",
            "from here the English text no longer runs parallel to “{words}”"
        );
        return Some(remark(other.span, message, remedy));
    }
    let end = Span { start: source.len(), end: source.len() };
    let (span, words) = match (dutch.get(english.len()), english.get(dutch.len())) {
        (Some(own), _) => (end, names::short(&own.text)),
        (None, Some(other)) => (other.span, names::short(&other.text)),
        (None, None) => return None,
    };
    let message =
        text!("een van beide teksten heeft dit niet: “{words}”", "one of the two texts does not have this: “{words}”");
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
    let message =
        text!("de verwijzingen leiden niet naar dezelfde plaatsen", "the links do not lead to the same places");
    Some(remark(span, message, text!("neem het adres over uit text.nl.md", "copy the address from text.nl.md")))
}

fn sentences(dutch: &[Sentence], english: &[Sentence], own: &Block, other: &Block) -> Vec<Remark> {
    let differ = |own: &str, other: &str| {
        let (before, after) = (figures(own, Lang::Nl), figures(other, Lang::En));
        (before != after).then(|| {
            let list = |all: &[String]| if all.is_empty() { "–".to_owned() } else { all.join(", ") };
            let (before, after) = (list(&before), list(&after));
            text!(
                "het Nederlands noemt hier {before}, het Engels {after}",
                "the Dutch names {before} here, the English {after}"
            )
        })
    };
    let numbers = || text!("maak getallen, data en adressen gelijk", "make numbers, dates and addresses the same");
    if dutch.len() == english.len() {
        let pairs = dutch.iter().zip(english).filter_map(|(d, e)| Some((e.span, differ(&d.text, &e.text)?)));
        // A heading has no sentences.
        let heading = dutch.is_empty().then(|| differ(&own.text, &other.text)).flatten().map(|m| (other.span, m));
        return pairs.chain(heading).map(|(span, message)| remark(span, message, numbers())).collect();
    }
    let (here, there) = (english.len(), dutch.len());
    let message = text!(
        "hier staan {here} zinnen, in het Nederlands {there}",
        "there are {here} sentences here, {there} in Dutch"
    );
    let remedy =
        text!("splits of verbind zinnen tot het er evenveel zijn", "split or join sentences until there are as many");
    let mut remark = remark(other.span, message, remedy);
    remark.said = remark.said.weighing(Severity::Warning);
    vec![remark]
}
