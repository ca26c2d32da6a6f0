//! Names and numbers are planted everywhere in a register; none may come up in its site.

use super::house::House;
use crate::common::{copy, root};

/// What is planted: nothing of it may be found anywhere.
const PLANTED: [&str; 9] = [
    "Wilhelmina Plantagenet",
    "geheimsleutel",
    "geheim.adres@personen.example",
    "ongepubliceerd@beeldhoek.example",
    "088 999 88 77",
    "0889998877",
    "Zwijgend Verhaal",
    "verborgen-mediator@tussenweg.example",
    "K26-",
];

fn planted() -> House {
    let house = House::with("cmm");
    let regulation = "policy/cmm/2022-01-01/regulation.yaml";
    house.replace(
        regulation,
        "  contact:\n",
        "  contact:\n    - {id: stil, kind: email, value: ongepubliceerd@beeldhoek.example, label: Stil}\n    \
         - {id: stil-telefoon, kind: phone, value: 088 999 88 77, publish: false}\n",
    );
    house.replace(regulation, "email: mediator@tussenweg.example", "email: verborgen-mediator@tussenweg.example");
    let people = std::fs::read_to_string(house.path().join("policy/cmm/people.yaml")).unwrap();
    let first = people.lines().find_map(|line| line.trim().strip_prefix("- key: ")).unwrap().to_owned();
    house.write(
        "policy/cmm/people.yaml",
        &people.replace(&format!("key: {first}\n"), "key: geheimsleutel\n").replacen(
            "git: [",
            "git: [geheim.adres@personen.example, ",
            1,
        ),
    );
    copy(&root().join("cases/cmm"), &house.path().join("cases/cmm"));
    let cases = walkdir::WalkDir::new(house.path().join("cases")).into_iter().map(Result::unwrap);
    let mut changed = 0;
    for case in cases.filter(|entry| entry.path().extension().is_some_and(|e| e == "md")) {
        let text = std::fs::read_to_string(case.path()).unwrap();
        std::fs::write(case.path(), format!("{text}\nZwijgend Verhaal van Wilhelmina Plantagenet.\n")).unwrap();
        changed += 1;
    }
    assert!(changed > 0);
    house
}

#[test]
fn nothing_planted_comes_up() {
    let site = planted().site();
    for (path, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        for word in PLANTED {
            assert!(!path.contains(word) && !text.contains(word), "{path} holds {word}");
        }
    }
}

/// The looking itself: were a page to hold an unpublished contact, there would be no site.
#[test]
fn what_a_page_would_hold_is_found() {
    let planted_in = [
        "<p>Bel 088 999 88 77.</p>",
        "<p title='ongepubliceerd@beeldhoek.example'>x</p>",
        "<p>Ongepubliceerd@<b>beeldhoek</b>.example</p>",
        "<a href='tel:0889998877'>x</a>",
        "<a href='mailto:verborgen-mediator%40tussenweg.example'>x</a>",
        "<!-- mevrouw X. Voorbeeld -->",
        "<p>mevrouw\n X. Voor&#98;eeld</p>",
    ];
    for html in planted_in {
        let house = planted();
        let template =
            format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>x</h1>{html}{{% endblock content %}}");
        house.write("site-templates/start.html", &template);
        let told = house.told();
        assert!(
            told.iter().any(|line| line.contains("error[S805]") && line.contains("index.html")),
            "{html}: {told:?}"
        );
        for word in ["999", "ongepubliceerd@", "mediator@", "Voorbeeld"] {
            assert!(!told.iter().any(|line| line.contains(word)), "the message repeats {word}: {told:?}");
        }
    }
}
