use super::*;

const TEXT: &str = "# Klachtenregeling\n\n## Artikel 1\n\n1. Wij bevestigen *binnen vijf\n   kalenderdagen*. Daarna\n   beslissen wij.\n2. U hoort van ons.\n";

#[test]
fn sentences_have_their_heading_and_lose_their_marks() {
    let text = RegulationText::read(TEXT);
    assert_eq!(text.title.as_deref(), Some("Klachtenregeling"));
    let words: Vec<_> = text.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(words, ["Wij bevestigen binnen vijf kalenderdagen.", "Daarna beslissen wij.", "U hoort van ons."]);
    assert!(text.sentences.iter().all(|s| s.heading == "Artikel 1"));
}

#[test]
fn blocks_and_places_have_names() {
    let text = RegulationText::read(
        "# T\n\nVooraf.\n\n## Artikel 2. Wat\n\n1. Een. Twee.\n    - zus;\n    - zo.\n2. Drie.\n\n## Vragen?\n\nVraag.\n",
    );
    let names: Vec<_> = text.blocks.iter().map(|b| b.anchor.as_deref().unwrap_or("-")).collect();
    assert_eq!(
        names,
        [
            "-",
            "artikel-2",
            "artikel-2-lid-1",
            "artikel-2-lid-1-a",
            "artikel-2-lid-1-b",
            "artikel-2-lid-2",
            "kop-vragen",
            "-"
        ]
    );
    let blocks: Vec<_> = text.sentences.iter().map(|s| s.block).collect();
    assert_eq!(blocks, [0, 2, 2, 3, 4, 5, 7]);
}

#[test]
fn a_sentence_ends_where_its_words_end_and_not_at_an_initial() {
    let source = "Dat is mevrouw Q. Voorbeeld, van *de Kamer*. Daarna niets.";
    let text = RegulationText::read(source);
    assert_eq!(text.sentences.len(), 2);
    let all: Vec<_> = events(source).map(|(e, _)| e).collect();
    let upto = |(event, byte): (usize, usize)| match &all[event] {
        pulldown_cmark::Event::Text(t) => t[..byte].to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(upto(text.sentences[0].end), ".");
    assert_eq!(upto(text.sentences[1].end), ". Daarna niets.");
}

#[test]
fn a_quote_may_run_over_a_line_end_but_must_be_there() {
    let text = RegulationText::read(TEXT);
    assert!(text.contains("binnen vijf kalenderdagen"));
    assert!(text.contains("kalenderdagen. Daarna beslissen"));
    assert!(!text.contains("binnen zes kalenderdagen"));
    assert!(!text.contains("  "));
    assert_eq!(text.touched("vijf kalenderdagen. Daarna").len(), 2);
    assert_eq!(text.touched("U hoort").len(), 1);
}
