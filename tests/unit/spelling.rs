use super::*;

#[test]
fn one_name_in_every_spelling_is_one_name() {
    for spelled in [
        "Chloë van der Blauwgörs-Ek",
        "CHLOE\u{308} VAN DER BLAUWGORS EK",
        "chloe  van der\nblauwgors-ek.",
        "Ｃhloë vander Blauwgörs Ek",
    ] {
        assert_eq!(plain(spelled), "chloevanderblauwgorsek", "{spelled}");
    }
    assert_eq!(plain("Søren Weiß-Łęcki, Đorđe Æsøp, Işıl"), "sorenweissleckidordeaesopisil");
    assert_eq!(plain("+31 (0)6 – 12.34 56 78 @"), "310612345678");
    assert_eq!(plain(" \u{301}-"), "");
}

proptest::proptest! {
    /// The words of a text are its letters, in order, and each stands where it says.
    #[test]
    fn words_hold_every_letter(text in "\\PC{0,40}") {
        let all = words(&text);
        proptest::prop_assert_eq!(all.iter().map(|word| word.plain.as_str()).collect::<String>(), plain(&text));
        for word in all {
            proptest::prop_assert_eq!(plain(&text[word.span.clone()]), word.plain);
        }
    }
}
