use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;

const DATA: &[(&str, &str, &str)] = &[
    ("p1", "name", "Ans Kanariegeel"),
    ("p1", "city", "Loverveld"),
    ("p2", "name", "Chloë van der Blauwgors-Ek"),
    ("p2", "address", "Blauwe Gorslaan 12b\n4321 QX Gorsdam"),
    ("p2", "city", "Loverveld"),
    ("p2", "email", "c.blauwgors@gors.example"),
    ("p2", "phone", "+31 6 1234 5678"),
    ("p3", "name", "Jo Çelik"),
    ("p3", "iban", "NL00 GORS 0123 4567 89"),
    ("p3", "narrative", "een verhaal dat niemand noemt"),
];

fn masked(text: &str) -> String {
    Mask::new(DATA.iter().copied(), "p1").masked(text)
}

#[test]
fn others_are_masked_however_they_are_written() {
    for (text, wanted) in [
        ("Ik sprak Chloë van der Blauwgors-Ek gisteren.", "Ik sprak [p2] gisteren."),
        ("CHLOE zei: chloé was er niet, aldus Chloe\u{308}.", "[p2] zei: [p2] was er niet, aldus [p2]."),
        ("de Blauwgorsen, BLAUWGORS’ les, blauw-gors", "de [p2]en, [p2]’ les, [p2]"),
        ("Aan: c.blauwgors@gors.example", "Aan: [p2]"),
        ("bel 06-12345678 of 0612345678 of 0031 6 12 34 56 78", "bel [p2] of [p2] of [p2]"),
        ("zaak 7\n+31 (0)6 12345678!", "zaak 7\n[p2]!"),
        ("op de blauwe gorslaan 12 B, in de Blauwe\nGorslaan", "op de [p2], in de [p2]"),
        ("4321qx en 4321 QX", "[p2] en [p2]"),
        ("Jo ging met Celik mee, en Jos met Çeliks tas", "[p3] ging met [p3] mee, en [p3]s met [p3]s tas"),
        ("NL00GORS0123456789", "[p3]"),
        ("Ek en Jo, maar niet ekster, jonge of bek", "[p2] en [p3], maar niet ekster, jonge of bek"),
        ("Ans Kanariegeel uit Loverveld", "Ans Kanariegeel uit Loverveld"),
        ("Chloë en Jo Çelik", "[p2] en [p3]"),
        ("", ""),
    ] {
        assert_eq!(masked(text), wanted, "{text}");
    }
}

#[test]
fn a_name_that_both_bear_is_not_masked() {
    let data = [("p1", "name", "Ans Kanariegeel"), ("p2", "name", "Bep Kanariegeel")];
    assert_eq!(Mask::new(data.iter().copied(), "p1").masked("Bep Kanariegeel en Ans"), "[p2] Kanariegeel en Ans");
}

proptest::proptest! {
    /// Whatever stands around it, no name is left; and nothing breaks on any text.
    #[test]
    fn no_name_is_left(before in ".{0,12}", after in ".{0,12}") {
        let text = masked(&format!("{before} Blauwgors {after}")).to_lowercase();
        proptest::prop_assert!(!text.contains("blauwgors"), "{text}");
    }

    /// However a name is spelled, none of its long words is left.
    #[test]
    fn no_spelling_is_left(name in "[a-zà-öù-ÿ]{6,10}", upper in proptest::collection::vec(proptest::bool::ANY, 10), between in "[ .\n-]?", accents in proptest::bool::ANY) {
        let mask = Mask::new([("p2", "name", name.as_str())].into_iter(), "p1");
        let spelled: String = name.nfd().filter(|c| accents || !is_combining_mark(*c)).collect();
        let spelled: Vec<String> = spelled.chars().zip(upper.iter().cycle()).map(|(c, up)| {
            if *up { c.to_uppercase().collect() } else { c.to_string() }
        }).collect();
        let text = mask.masked(&format!("Zie {}{between}!", spelled.concat()));
        let left: String = letters(&text).into_iter().map(|(c, _)| c).collect();
        let sought: String = letters(&name).into_iter().map(|(c, _)| c).collect();
        proptest::prop_assert!(!left.contains(&sought), "{text}");
    }
}
