use super::*;

fn found(words: &str, lang: Lang) -> Vec<(&str, String)> {
    let all = references(words, lang, Some("artikel-8"));
    all.into_iter().map(|(at, place)| (&words[at], place)).collect()
}

fn expect(lang: Lang, words: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(&str, String)> = expected.iter().map(|(w, p)| (*w, (*p).to_owned())).collect();
    assert_eq!(found(words, lang), expected, "{words}");
}

#[test]
fn articles_and_paragraphs_are_found() {
    expect(
        Lang::Nl,
        "Dat staat in artikel 5 lid 3, artikel 6 en in artikel 7, tweede lid. Na de bespreking van lid 4.",
        &[
            ("artikel 5 lid 3", "artikel-5-lid-3"),
            ("artikel 6", "artikel-6"),
            ("artikel 7, tweede lid", "artikel-7-lid-2"),
            ("lid 4", "artikel-8-lid-4"),
        ],
    );
    expect(
        Lang::En,
        "See Article 5 paragraph 3, Article 6(2) and article 7, first paragraph; paragraph 4 of Article 5.",
        &[
            ("Article 5 paragraph 3", "artikel-5-lid-3"),
            ("Article 6(2)", "artikel-6-lid-2"),
            ("article 7, first paragraph", "artikel-7-lid-1"),
            ("paragraph 4", "artikel-8-lid-4"),
            ("Article 5", "artikel-5"),
        ],
    );
}

#[test]
fn another_law_is_not_this_regulation() {
    for words in [
        "op grond van artikel 6, eerste lid, onder f, AVG",
        "artikel 6 AVG",
        "artikel 9:2 Awb en artikel 3 Algemene termijnenwet",
        "artikel 7 van de Wki",
        "artikel 7 van de Algemene wet bestuursrecht",
        "AVG, artikel 6",
    ] {
        let other: Vec<_> = found(words, Lang::Nl).into_iter().filter(|(_, place)| place != "artikel-9").collect();
        assert_eq!(other, [], "{words}");
    }
    for words in ["Article 6, first paragraph, point f, of the GDPR", "Article 7 of the Collection Services Act"] {
        expect(Lang::En, words, &[]);
    }
}

#[test]
fn a_paragraph_outside_an_article_is_no_place() {
    assert_eq!(references("lid 4", Lang::Nl, None), []);
    expect(Lang::Nl, "lidmaatschap 4, een geldig artikel, artikelen", &[]);
}
