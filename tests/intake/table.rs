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
fn a_wrong_day_is_mended_in_its_row_and_the_rest_of_the_row_is_told_with_it() {
    let room = Room::new();
    let head = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal\n";
    let rows = "1;31-2-2026;Duif;incasso;debiteur;Q;x\n2;;Tel;weer;debiteur;Q;x\n3;3-9-2036;Tel;incasso;wie;Q;x\n";
    let outcome = room.import(&room.file("oud.csv", head.to_owned() + rows), &Given::default(), Some(&a_map()), false);
    let told = |line| {
        let on = outcome.remarks.iter().filter(move |r| r.line == Some(line));
        on.map(|r| r.message.nl.clone()).collect::<Vec<_>>()
    };
    for (line, day, other) in [
        (2, "kolom `Datum`: dit is geen datum zoals `d-m-yyyy`; verbeter hem in deze rij", "`channel`"),
        (3, "kolom `Datum`: er staat geen dag van ontvangst; zet hem in deze rij", "`topics`"),
        (4, "kolom `Datum`: de dag van ontvangst ligt in de toekomst; verbeter hem in deze rij", "`role`"),
    ] {
        let said = told(line);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with(day) && said[1].starts_with(other), "{said:?}");
    }
    assert!(outcome.remarks.iter().all(|r| !r.message.nl.contains("--received")), "{outcome:?}");
}

#[test]
fn another_delimiter_is_told_once_and_the_advice_works() {
    let room = Room::new();
    let table = "Nummer,Datum,Hoe,Waarover,Wie,Naam,Verhaal\n1,3-9-2026,Tel,incasso,debiteur,Quirijn,x\n";
    for (written, table) in [("\",\"", table.to_owned()), ("tab", table.replace(',', "\t"))] {
        let file = room.file("oud.csv", table);
        let outcome = room.import(&file, &Given::default(), Some(&a_map()), true);
        let said: Vec<&str> = outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        let advice = said[0].split('`').nth(1).unwrap();
        assert_eq!(advice, format!("delimiter: {written}"));
        let mended = map::read(&MAP.replace("delimiter: \";\"", advice)).unwrap();
        assert!(!room.import(&file, &Given::default(), Some(&mended), true).refused());
    }
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

#[test]
fn of_several_topics_the_first_is_the_main_one_unless_a_form_only_lists_them() {
    let room = Room::new();
    let map = "schema: klacht.map/1\nregulation: academie\ncolumns:\n  - {column: Dag, is: received}\n  - {column: Hoe, is: channel}\n  - {column: Waarover, is: topics, separator: \"+\"}\n  - {column: Naam, is: confidential.name}\n  - {column: Verhaal, is: confidential.narrative}\n";
    let table = "Dag,Hoe,Waarover,Naam,Verhaal\n2026-11-03,e-mail,planning+lesmateriaal,Quirijn,x\n";
    let given = Given { role: Some("cursist".to_owned()), source: Some("extern".to_owned()), ..Given::default() };
    let outcome = room.import(&room.file("oud.csv", table), &given, Some(&map::read(map).unwrap()), false);
    assert!(!outcome.refused(), "{outcome:?}");
    assert!(room.cases().concat().contains("main_topic: planning"), "{:?}", room.cases());
    // The boxes of a form stand in the order of the form: nobody said which weighs most.
    let form = "### Regeling\n\nacademie\n\n### Ontvangen\n\n2026-11-03\n\n### Kanaal\n\ne-mail\n\n### Onderwerpen\n\n- [x] Lesmateriaal\n- [x] Planning en rooster\n\n### Naam\n\nZ\n\n### Wat is er gebeurd\n\ny\n";
    let outcome = room.import(&room.file("vraag.md", form), &given, None, false);
    let said: Vec<&str> = outcome.remarks.iter().map(|r| r.message.nl.as_str()).collect();
    assert!(said.iter().any(|s| s.contains("bij `klacht import`: het eerste `--topic` of `--main-topic`")), "{said:?}");
    let given = Given { main_topic: Some("planning".to_owned()), ..given };
    assert!(!room.import(&room.file("vraag.md", form), &given, None, false).refused());
}

const HEAD: &str = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal\n";

/// What is told of a table, by line, and how many cases it became.
fn told(room: &Room, bytes: impl AsRef<[u8]>) -> (usize, Vec<(Option<usize>, String)>) {
    let outcome = room.import(&room.file("oud.csv", bytes), &Given::default(), Some(&a_map()), false);
    (outcome.cases.len(), outcome.remarks.iter().map(|r| (r.line, r.message.nl.clone())).collect())
}

#[test]
fn no_row_is_lost_or_mixed_without_a_word() {
    let room = Room::new();
    for (rows, line, words) in [
        ("1;3-9-2026;Tel;incasso;debiteur;Q;\"x\n2;3-9-2026;Tel;incasso;debiteur;Z;y\n", 2, "aanhalingsteken"),
        ("1;3-9-2026;Tel;incasso;debiteur;Q;\"x\n2;3-9-2026;Tel;incasso;debiteur;Z;y\"\n", 2, "hele rij"),
        ("1;3-9-2026;Tel;incasso;debiteur;Q;\"zei \"ja\" en\"\n", 2, "aanhalingsteken"),
        ("1;3-9-2026;Tel;incasso;debiteur;Q;x\n1;4-9-2026;Tel;incasso;debiteur;Z;y\n", 3, "hetzelfde kenmerk"),
        ("1;3-9-26;Tel;incasso;debiteur;Q;x\n", 2, "twee cijfers"),
        ("1;46268;Tel;incasso;debiteur;Q;x\n", 2, "dagnummer van Excel"),
        ("1,2E+11;3-9-2026;Tel;incasso;debiteur;Q;x\n", 2, "ingekort"),
        ("1;3-9-2026;Tel;incasso;debiteur;#N/B;x\n", 2, "foutmelding van het rekenblad"),
        ("1;3-9-2026;Tel;incasso;debiteur;Q\n", 2, "kolommen in plaats van"),
    ] {
        let (made, found) = told(&room, format!("{HEAD}{rows}"));
        assert!(
            made == 0 && found.iter().any(|(at, said)| *at == Some(line) && said.contains(words)),
            "{rows}: {found:?}"
        );
    }
    // Every row is accounted for, also those that would do.
    let rows =
        "1;3-9-2026;Tel;incasso;debiteur;Q;x\n2;3-9-26;Tel;incasso;debiteur;Z;y\n3;3-9-2026;Tel;incasso;debiteur;Y;z\n";
    let (_, found) = told(&room, format!("{HEAD}{rows}"));
    assert!(found.iter().any(|(_, said)| said.ends_with("wachten op de rest: regel 2, 4")), "{found:?}");
    assert!(room.cases().is_empty());
    let (_, said) = told(&room, format!("{}1;3-9-2026;Tel;incasso;debiteur;Q;x\n", HEAD.replace("Verhaal", "Naam")));
    assert!(said.iter().any(|(_, said)| said.contains("staat er 2 keer")), "{said:?}");
}

#[test]
fn tables_are_read_as_excel_writes_them() {
    let row = "1;3-9-2026 00:00;Tel;incasso;debiteur; Jos\u{e9} ;te duur\n";
    let latin: Vec<u8> = format!("{HEAD}{row}").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        format!("sep=;\n{HEAD}{row}").into_bytes(),
        format!("\u{feff}{HEAD}{row}").into_bytes(),
        format!("{HEAD}{row}").replace('\n', "\r").into_bytes(),
        format!("{HEAD}{row}").replace('\n', "\r\n").into_bytes(),
        latin,
    ] {
        let room = Room::new();
        let (made, found) = told(&room, &bytes);
        assert_eq!(made, 1, "{found:?}");
        let kept = room.kept().into_iter().find(|k| k.ends_with("data.json")).unwrap();
        let data = std::fs::read_to_string(room.confidential().join(kept)).unwrap();
        assert!(data.contains("\"Jos\u{e9}\""), "{data}");
    }
    // Each line has its number, however it ends.
    let room = Room::new();
    let (_, found) = told(
        &room,
        format!("sep=;\r{}1;x;Tel;incasso;debiteur;Q;x\r2;x;Tel;incasso;debiteur;Q;x\r", HEAD.replace('\n', "\r")),
    );
    let lines: Vec<Option<usize>> =
        found.iter().filter(|(_, said)| said.contains("Datum")).map(|(line, _)| *line).collect();
    assert_eq!(lines, [Some(3), Some(4)], "{found:?}");
}

#[test]
fn a_known_key_with_another_row_names_the_case_that_has_it() {
    let room = Room::new();
    let (made, _) = told(&room, format!("{HEAD}1;3-9-2026;Tel;incasso;debiteur;Q;x\n"));
    let (again, found) = told(&room, format!("{HEAD}1;4-9-2026;Tel;incasso;debiteur;Z;y\n"));
    assert_eq!((made, again), (1, 0));
    assert!(found.iter().any(|(line, said)| *line == Some(2) && said.contains("K26-")), "{found:?}");
}
