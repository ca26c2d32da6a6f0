//! Differences told in both languages.

use super::*;
use crate::diagnostics::Lang;
use crate::regulation::{names, read_regulation};

fn told(old: &str, new: &str, lang: Lang) -> Vec<String> {
    let (old, new) = (read_regulation(old), read_regulation(new));
    assert!(new.faults.is_empty(), "{:?}", new.faults);
    let (old_names, new_names) = (names(&old.tree.unwrap()), names(&new.tree.unwrap()));
    let look = |all: &[(String, String)], place: &str| {
        all.iter().find(|(p, _)| p == place).map_or_else(|| place.to_owned(), |(_, n)| n.clone())
    };
    let before = |place: &str| look(&old_names, place);
    let after = |place: &str| look(&new_names, place);
    let found = differences(&old.value.unwrap(), &new.value.unwrap());
    found.iter().map(|d| d.words(lang, &before, &after)).collect()
}

const SMALL: &str = include_str!("../../rules/policy/tests/small.yaml");

#[test]
fn a_longer_term_is_told_with_both_lengths() {
    let new = SMALL.replace("within: 4 weeks", "within: 6 weeks").replace("within: 5 calendar days", "within: 1 week");
    assert_eq!(
        told(SMALL, &new, Lang::Nl),
        [
            "De termijn “Bevestiging” gaat van 5 kalenderdagen naar 1 week.",
            "De termijn “Beslissing” gaat van 4 naar 6 weken."
        ]
    );
    assert_eq!(told(SMALL, &new, Lang::En)[1], "The term “Beslissing” goes from 4 to 6 weeks.");
}

#[test]
fn the_same_has_no_differences() {
    assert_eq!(told(SMALL, SMALL, Lang::Nl), Vec::<String>::new());
}

/// A line of the small regulation, and what it becomes.
const ROWS: &[(&str, &str)] = &[
    ("by: [functionaris], to: [complainant], once: true", "by: [directie], to: [complainant]"),
    ("after: [toegewezen], quote: De functionaris hoort", "quote: De functionaris hoort"),
    ("step: bericht, quote", "step: bericht, hard: false, quote"),
    ("from: received, until: [besloten], within: 4 weeks", "from: bevestigd, until: [gesloten], within: 4 weeks"),
    ("terms: [beslissing]", "terms: [beslissing, bevestiging]"),
    ("who: [complainant]", "who: [complainant, respondent]"),
    ("file_within: 3 months", "file_within: 6 weeks"),
    ("max_persons: 8", "max_persons: 4"),
    ("roles: [functionaris], max", "roles: [functionaris, directie], max"),
    ("keep: 2 years", "keep: 1 year"),
    ("holds: [open-measure]", "holds: [open-measure, legal]"),
    ("by: [directie], per: year", "by: [functionaris], per: case"),
    ("not: [respondent]", "not: [respondent, involved]"),
    ("role: functionaris, quote", "role: directie, quote"),
    ("kind: external", "independent: true\n    kind: external"),
    ("to: [kamer], after", "to: [kamer], form: written, after"),
    ("valid_from: 2026-01-01", "valid_from: 2026-01-01\ncounting: termijnenwet"),
    ("site: https://www.klein.example", "site: https://klein.example"),
    ("value: klachten@klein.example", "value: post@klein.example"),
    ("formal: true, contact: post-in, via: functionaris", "formal: false, contact: post-in, via: directie"),
    ("sealed: [name]", "sealed: [name, address]"),
    ("sources: [buiten, binnen]", "sources: [buiten]\n  representation: true"),
    ("{id: contract, type: reference", "{id: contract, type: text"),
    ("needs_party: medewerker", "needs_party: medewerker, assign_to: directie"),
    ("topics:\n", "topics:\n  several: true\n"),
    ("each: [complainant, respondent], after", "each: [complainant], offer_suffices: true, after"),
    ("values: [brief, gesprek]", "values: [brief]"),
    ("means: not-upheld", "means: no-judgement"),
    (
        "name: Ongegrond, means: not-upheld}",
        "name: Ongegrond, means: not-upheld}\n    - {id: deels, name: Deels, means: partly-upheld}",
    ),
    ("of: [complainant], quote", "of: [complainant, respondent], quote"),
    ("verified: getoetst, quote", "quote"),
    ("duty: refer", "duty: inform"),
    ("reporting: {by: functionaris, every: 1 year", "reporting: {by: directie, every: 2 years"),
    ("forbidden: [Leave a Reply]", "forbidden: []"),
    ("title: Klachtenregeling Klein", "title: Klachtenregeling Groot"),
    ("name: Bevestigd", "name: Ontvangst bevestigd"),
    ("acknowledgement: bevestigd", "acknowledgement: toegewezen"),
    ("publication:", "statements:\n  - {kind: goal, quote: Wij leren en/of verbeteren.}\npublication:"),
    ("step: [toegewezen, vervanger]", "step: [toegewezen]"),
    ("agreed: {step: uitgesteld", "agreed: {step: bericht"),
    ("until: [besloten], within: 4 weeks", "until: [besloten], each_round: true, within: 4 weeks"),
    ("new_date: nieuwe-datum", "new_date: nieuwe-datum\n    notice: any-time"),
    ("costs: {complainant: none, quote: Klagen kost niets.}\n", ""),
    ("what: Wij oefenden.", "what: Wij leerden."),
    ("sealed: [name]", "sealed: [name]\n  parties: [complainant]\n  usual_parties: [medewerker]"),
    ("keep: 2 years", "keep: 2 years, review_on: 2028-01-01, documents: kept, basis: De wet."),
    ("substitute: vervanger, quote", "quote"),
    ("same_as: besloten", "required: false"),
];

/// Each row has a sentence that tells it.
#[test]
fn what_matters_is_told() {
    let mut said = Vec::new();
    for (was, becomes) in ROWS {
        let new = SMALL.replacen(was, becomes, 1);
        assert_ne!(new, SMALL, "{was}");
        for lang in Lang::ALL {
            let sentences = told(SMALL, &new, lang);
            assert!(!sentences.is_empty(), "{was} -> {becomes} is not told");
            said.push(sentences.join(" "));
        }
    }
    insta::assert_snapshot!("told", said.join("\n"));
}

/// Only what really moved is told, and what is new or gone moves nothing.
#[test]
fn steps_in_another_order_are_told() {
    let line = |start: &str| SMALL.lines().find(|l| l.starts_with(start)).map(|l| format!("{l}\n")).unwrap();
    let (confirmed, assigned) = (line("  - {id: bevestigd"), line("  - {id: toegewezen"));
    let without = SMALL.replacen(&confirmed, "", 1);
    let later = without.replacen(&assigned, &format!("{assigned}{confirmed}"), 1);
    assert_eq!(told(SMALL, &later, Lang::Nl), ["De stap “Bevestigd” staat nu na “Toegewezen”."]);
    assert_eq!(told(&later, SMALL, Lang::En), ["The step “Toegewezen” now stands after “Bevestigd”."]);
    let closed = line("  - {id: gesloten");
    let first = SMALL.replacen(&closed, "", 1).replacen(&confirmed, &format!("{closed}{confirmed}"), 1);
    assert_eq!(told(SMALL, &first, Lang::Nl), ["De stap “Gesloten” staat nu vooraan."]);
    assert!(told(SMALL, &without, Lang::Nl).iter().all(|sentence| !sentence.contains("staat nu")));
}

#[test]
fn every_difference_has_a_group() {
    let new = SMALL.replace("within: 4 weeks", "within: 6 weeks").replace("max_persons: 8", "max_persons: 4");
    let (old, new) = (read_regulation(SMALL).value.unwrap(), read_regulation(&new).value.unwrap());
    let groups: Vec<Group> = differences(&old, &new).iter().map(Difference::group).collect();
    assert_eq!(groups, [Group::Terms, Group::Confidentiality]);
}

#[test]
fn two_real_versions_are_told_apart() {
    let old = include_str!("../../../../policy/square-mile/2014-11-06/regulation.yaml");
    let new = include_str!("../../../../policy/square-mile/2025-01-01/regulation.yaml");
    insta::assert_snapshot!("differences-nl", told(old, new, Lang::Nl).join("\n"));
    insta::assert_snapshot!("differences-en", told(old, new, Lang::En).join("\n"));
    insta::assert_snapshot!("differences-back", told(new, old, Lang::Nl).join("\n"));
}
