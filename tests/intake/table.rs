//! Tables.

use klacht::intake::{Given, Map, map};

use super::room::Room;

const MAP: &str = include_str!("../fixtures/import/map.yaml");

fn a_map() -> Map {
    map::read(MAP).unwrap()
}

#[test]
fn a_register_is_taken_over_and_only_once() {
    let room = Room::new();
    let text = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal;Kast\n1;3-9-2026;Tel;incasso;Debiteur;Quirijn;te duur;4\n2;4-9-2026;E-mail;Het innen van een vordering;debiteur;Zonderland;\"nog\nsteeds te duur\";4\n";
    let file = room.file("oud.csv", text);
    let outcome = room.import(&file, &Given::default(), Some(&a_map()), false);
    assert_eq!(outcome.cases.len(), 2, "{outcome:?}");
    // Of the last column nothing is known, and the acknowledgements are late by now.
    let told: Vec<Option<usize>> = outcome.remarks.iter().map(|r| r.line).collect();
    assert_eq!((told, outcome.refused()), (vec![Some(1), Some(2), Some(3)], false), "{outcome:?}");
    let cases = room.cases().concat();
    assert!(cases.contains("channel: telefoon") && cases.contains("topics: [incasso]"), "{cases}");
    assert!(!cases.contains("Quirijn") && !cases.contains("te duur"), "{cases}");
    assert_eq!(room.run(&["check"]).0, 0);
    let again = room.import(&file, &Given::default(), Some(&a_map()), false);
    assert_eq!((again.cases.len(), again.known), (0, 2));
}

#[test]
fn one_wrong_row_and_nothing_is_written() {
    let room = Room::new();
    let text = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal\n1;3-9-2026;Tel;incasso;debiteur;Quirijn;x\n2;3-9-2026;Duif;incasso;debiteur;Zonderland;x\n3;3-9-2036;Tel;incasso;debiteur;Zonderland;x\n4;gisteren;Tel;weer;debiteur;Zonderland;x\n";
    let outcome = room.import(&room.file("oud.csv", text), &Given::default(), Some(&a_map()), false);
    assert!(outcome.refused() && outcome.cases.is_empty());
    let lines: std::collections::BTreeSet<Option<usize>> =
        outcome.remarks.iter().filter(|r| r.blocks).map(|r| r.line).collect();
    assert_eq!(lines.into_iter().collect::<Vec<_>>(), [Some(3), Some(4), Some(5)], "{outcome:?}");
    let said: Vec<String> = outcome.remarks.iter().map(|r| format!("{} {}", r.message.nl, r.message.en)).collect();
    let said = said.concat();
    for value in ["Duif", "Zonderland", "gisteren", "weer"] {
        assert!(!said.contains(value), "{said}");
    }
    assert!(room.cases().is_empty() && room.kept().is_empty());
}

#[test]
fn a_refusal_names_no_case_that_was_not_made_and_no_other_verb() {
    let room = Room::new();
    // The first row is good, and late; in the second nobody says what it is about, which the regulation demands.
    let text = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal\n1;3-9-2026;Tel;incasso;debiteur;Quirijn;x\n2;4-9-2026;E-mail;;debiteur;Zonderland;y\n";
    let outcome = room.import(&room.file("oud.csv", text), &Given::default(), Some(&a_map()), false);
    assert!(outcome.refused(), "{outcome:?}");
    let said: Vec<&str> = outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect();
    assert!(said.iter().any(|s| s.contains("`klacht import`: `--topic")), "{said:?}");
    assert!(said.iter().all(|s| !s.contains("klacht new") && !s.contains("K26-")), "{said:?}");
}

#[test]
fn a_table_without_a_map_or_with_a_wrong_one() {
    let room = Room::new();
    let file = room.file("oud.csv", "a,b\n1,2\n");
    assert!(room.import(&file, &Given::default(), None, false).refused());
    let map = room.file("kaart.yaml", MAP.replace("is: role", "is: rol"));
    let (code, said) =
        room.run(&["import", file.to_str().unwrap(), "--map", map.to_str().unwrap(), "--confidential", "../v"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("`rol`"), "{said}");
    let map = room.file("kaart.yaml", MAP.replace("column: Wie", "kolom: Wie"));
    let (code, said) =
        room.run(&["import", file.to_str().unwrap(), "--map", map.to_str().unwrap(), "--confidential", "../v"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("kaart.yaml:10:"), "{said}");
}
