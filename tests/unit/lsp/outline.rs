use proptest::prelude::*;

use super::*;

fn told(text: &str) -> Vec<String> {
    let outline = Outline::of(text, 0..text.len());
    outline.pairs.iter().map(|p| format!("{} {}={}", p.group, p.key, p.value)).collect()
}

#[test]
fn keys_stand_where_the_parser_finds_them() {
    let text = "id: x   # nr\nintake:\n  channel: e-mail\nparties:\n  - {key: p1, as: complainant}\nlog:\n- step: a\n  on: 2026-01-01\n  note: |\n    by: nobody\n- step: b\n  to:\n    - p1\n    - \"p2\"\nlast: [a, 'b']\n";
    assert_eq!(
        told(text),
        [
            " id=x",
            " intake=",
            "intake channel=e-mail",
            " parties=",
            "parties[0] key=p1",
            "parties[0] as=complainant",
            " log=",
            "log[0] step=a",
            "log[0] on=2026-01-01",
            "log[0] note=|",
            "log[1] step=b",
            "log[1] to=",
            " last=[a, 'b']"
        ]
    );
    let outline = Outline::of(text, 0..text.len());
    assert_eq!(outline.values(&"log[1]".parse().unwrap(), "to"), ["p1", "p2"]);
    assert_eq!(outline.values(&Route::root(), "last"), ["a", "b"]);
    let party = &outline.pairs[5];
    assert_eq!(&text[party.span.clone()], "complainant");
}

#[test]
fn half_a_line_breaks_nothing() {
    assert_eq!(told("log:\n  - step: a\n    on\n  - ste\nx: 1"), [" log=", "log[0] step=a", " x=1"]);
}

proptest! {
    #[test]
    fn it_agrees_with_the_parser_on_every_text_that_is_right(
        keys in prop::collection::vec(("[a-d]", 0usize..3, any::<bool>()), 1..8)
    ) {
        let group = |(nth, (key, depth, dash)): (usize, &(String, usize, bool))| match (depth, dash) {
            (0, _) => format!("{key}{nth}: 1\n"),
            (1, _) => format!("{key}{nth}:\n  x: 1\n  y: {{z: 2}}\n"),
            (_, true) => format!("{key}{nth}:\n- x: 1\n  y: 2\n- x: 3\n"),
            (_, false) => format!("{key}{nth}:\n  - x: 1\n    y: [a, b]\n\n  - x: 3\n"),
        };
        let text: String = keys.iter().enumerate().map(group).collect();
        let (tree, faults) = crate::yaml::parse(&text, 0);
        prop_assert!(faults.is_empty());
        let tree = tree.unwrap();
        for pair in Outline::of(&text, 0..text.len()).pairs {
            prop_assert!(pair.group.key(&pair.key).find(&tree).is_some(), "{} {}", pair.group, pair.key);
        }
    }

    #[test]
    fn any_text_has_an_outline(text in "(log:|- |  |step: a|\n|\r|[{]|[}]|[\\[]|\\]|,|#|\"|'|é|😀|\\||: )*") {
        let outline = Outline::of(&text, 0..text.len());
        for pair in outline.pairs {
            prop_assert!(text.get(pair.span.clone()).is_some());
        }
    }
}
