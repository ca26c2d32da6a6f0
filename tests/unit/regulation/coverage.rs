use super::*;
use crate::regulation::{Precedence, UnreadText, read_regulation};

const TEXT: &str = "# Klachtenregeling Klein\n\n## Artikel 1\n\nWij bevestigen binnen vijf dagen. Wij doen ons best. Dit staat er zomaar.\n\n## Artikel 2\n\nWij luisteren. Over kosten staat hier niets.\n";

fn version() -> Version {
    let source = include_str!("../rules/policy/tests/small.yaml")
        .replace("quote: Wij bevestigen de ontvangst}", "quote: Wij bevestigen binnen}")
        + "\nstatements:\n  - {kind: promise, quote: Wij doen ons best.}\ngaps:\n  - {id: kosten, about: costs, why: x, quote: Over kosten staat hier niets.}\n";
    let source =
        source.replace("quote: De directie verklaart elk jaar dat wij oefenen in luisteren.", "quote: Wij luisteren.");
    let read = read_regulation(&source);
    let regulation = read.value.unwrap();
    Version {
        english: None,
        id: "klein".to_owned(),
        path: String::new(),
        precedence: Precedence::of(&regulation),
        text: UnreadText::new(TEXT),
        source,
        regulation,
        tree: read.tree.unwrap(),
    }
}

#[test]
fn every_sentence_says_what_stands_behind_it() {
    let lines = coverage(&version());
    let by: Vec<Vec<Cover>> = lines.iter().map(|l| l.by.clone()).collect();
    let wanted = [
        Cover::Rule(RuleRef::new("steps", "bevestigd")),
        Cover::Page,
        Cover::Nothing,
        Cover::Attestation("oefenen".to_owned()),
        Cover::Gap("kosten".to_owned()),
    ];
    assert_eq!(by, wanted.map(|c| vec![c]));
    assert_eq!(counts(&lines), [1, 1, 1, 1, 1]);
}

#[test]
fn the_report_reads_well() {
    let lines = coverage(&version());
    insta::assert_snapshot!("coverage-nl", render(&lines, Lang::Nl));
    insta::assert_snapshot!("coverage-en", render(&lines, Lang::En));
}
