//! `klacht policy skeleton`: its quotes stand in the text, and it can be read whatever the text is.

use klacht::diagnostics::{Lang, Severity};
use klacht::draft::skeleton;
use klacht::regulation::{RegulationText, read_regulation};
use klacht::yaml::{Node, parse};
use proptest::prelude::*;

use crate::common::{Bundled, REGULATIONS, chance, root};

const TEXT: &str = "# Klachtenregeling\n\nDeze regeling geldt vanaf 1 maart 2026.\n\n## Artikel 1. Tijd\n\n1. De *klachtbehandelaar* moet u binnen vijf\n   werkdagen schrijven.\n2. Dat duurt 14 dagen.\n3. Elk jaar maakt de directeur een verslag.\n4. Wij bewaren dat een half jaar.\n5. Een klacht is \"alles\" wat u stoort: zeg het.\n";

/// Every quote of a tree.
fn quotes(node: &Node, found: &mut Vec<String>) {
    for entry in node.entries() {
        match entry.node.text().filter(|_| entry.key == "quote") {
            Some(text) => found.push(text.to_owned()),
            None => quotes(&entry.node, found),
        }
    }
    node.items().iter().for_each(|item| quotes(item, found));
}

/// Reads a skeleton, which must go without a fault; its quotes, each of which must stand in the text.
fn sound(source: &str, lang: Lang) -> Vec<String> {
    let made = skeleton(source, "text.nl.md", lang);
    assert_eq!(made, skeleton(source, "text.nl.md", lang), "the same text, other bytes");
    let (tree, faults) = parse(&made, 0);
    assert!(faults.is_empty(), "{faults:?}\n{made}");
    let mut found = Vec::new();
    quotes(&tree.unwrap(), &mut found);
    let text = RegulationText::read(source);
    for quote in &found {
        assert!(text.contains(quote), "not in the text: {quote:?}\n{made}");
    }
    found
}

#[test]
fn each_kind_of_sentence_gets_its_stub() {
    let found = sound(TEXT, Lang::Nl);
    let first = "De klachtbehandelaar moet u binnen vijf werkdagen schrijven.";
    assert_eq!(found.iter().filter(|quote| *quote == first).count(), 3, "a role, a step and a term: {found:?}");
    insta::assert_snapshot!("skeleton-nl", skeleton(TEXT, "text.nl.md", Lang::Nl));
    insta::assert_snapshot!("skeleton-en", skeleton(TEXT, "text.nl.md", Lang::En));
}

#[test]
fn the_texts_of_the_register_give_skeletons_that_only_lack_what_must_be_filled_in() {
    for regulation in REGULATIONS {
        let folder = std::fs::read_dir(root().join("policy").join(regulation)).unwrap();
        let version = folder.map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
        let source = std::fs::read_to_string(version.join("text.nl.md")).unwrap();
        assert!(sound(&source, Lang::En).len() > 10, "{regulation}");
        let faults = read_regulation(&skeleton(&source, "text.nl.md", Lang::Nl)).faults;
        let missing = |text: &str| text.contains("missing") || text.contains("ontbre");
        for fault in faults.iter().filter(|fault| fault.severity() == Severity::Error) {
            let said = fault.message();
            assert!(missing(&said.en) || missing(&said.nl), "{regulation}: {}", said.en);
        }
    }
}

#[test]
fn odd_texts_are_read_all_the_same() {
    for source in [
        "",
        "#",
        "---\na: b\n---\n",
        "Dit moet: \"zo\" - {a: b} # niet \\ 'zo'.",
        "U moet\u{202e} binnen 4294967295 kwartalen\u{0} komen.\u{85}\u{2028}De klager zal.",
        "binnen 0 weken\ttot \u{feff}99999999999 jaar",
        "| De klager moet | binnen 2 weken |\n|---|---|\n| ja | nee |\n",
        "- De klager moet.\n  - Binnen drie dagen.\n\n> `binnen` 1 week\n",
    ] {
        for lang in Lang::ALL {
            sound(source, lang);
        }
    }
}

#[test]
fn the_verb_prints_it_and_tells_of_a_file_that_is_not_there() {
    let desk = Bundled::with("cmm", "nergens");
    let path = "policy/cmm/2022-01-01/text.nl.md";
    let (code, out, notes) = desk.run(&["policy", "skeleton", path]);
    assert_eq!((code, notes.as_str()), (0, ""));
    assert_eq!(out, skeleton(&desk.read(path), path, Lang::Nl));
    let (code, out, notes) = desk.run(&["regeling", "opzet", "nergens.md"]);
    assert!(code == 2 && out.is_empty() && notes.contains("nergens.md"), "{notes}");
    desk.repo.write("stuk.md", [0xff, 0xfe]);
    assert_eq!(desk.run(&["policy", "skeleton", "stuk.md"]).0, 2);
}

proptest! {
    #![proptest_config(chance(64, 2000))]

    #[test]
    fn every_quote_of_a_skeleton_occurs_in_the_text(
        source in "(De klager |moet |binnen |vijf |2 |weken|dagen|elk jaar|commissie|\\. |\\n|# |- |1\\. |\\*|`|\"|'|: |#|\\{|\\\\|\\PC|.){0,60}"
    ) {
        sound(&source, Lang::Nl);
        sound(&source, Lang::En);
    }
}
