use super::*;

#[test]
fn an_article_is_known_by_its_number() {
    let cases = [
        ("Artikel 5. Hoe", Some(5)),
        ("Article 12: How", Some(12)),
        ("7) Contact", Some(7)),
        ("ARTIKEL 3", Some(3)),
        ("5a. Iets", None),
        ("Vragen", None),
    ];
    for (heading, number) in cases {
        assert_eq!(article_number(heading), number, "{heading}");
    }
}

#[test]
fn letters_go_on_after_z() {
    assert_eq!([0, 25, 26, 51, 52].map(letters), ["a", "z", "aa", "az", "ba"]);
}
