use proptest::prelude::*;

use super::super::map;
use super::*;

fn a_map() -> Map {
    map::read(
            "schema: klacht.map/1\ndelimiter: \";\"\ndates: d-m-yyyy\ncolumns:\n  - {column: Nr, is: key}\n  - {column: Dag, is: received}\n  - {column: Hoe, is: channel, values: {Mail: e-mail}}\n  - {column: Waarover, is: topics, separator: \",\"}\n  - {column: Naam, is: confidential.name}\n",
        )
        .unwrap()
}

#[test]
fn rows_by_the_map() {
    let text = "Nr;Dag;Hoe;Waarover;Naam;Rest\n1;3-4-2026;Mail;training, trainer;Jan;x\n\n2;2026-04-03;Tel;training;Piet;y\n3;1-1-2026;Mail\n";
    let (rows, remarks) = read(text, &a_map());
    assert_eq!(rows[0].said["received"], ["2026-04-03"]);
    assert_eq!(rows[0].said["channel"], ["e-mail"]);
    assert_eq!(rows[0].said["topics"], ["training", "trainer"]);
    assert_eq!(rows[0].confidential["name"], "Jan");
    let told: Vec<(Option<usize>, bool)> = remarks.iter().map(|r| (r.line, r.blocks)).collect();
    assert_eq!(told, [(Some(1), false), (Some(4), true), (Some(5), true)], "{remarks:?}");
    assert!(remarks.iter().all(|r| !r.message.nl.contains("Piet") && !r.message.nl.contains("Tel")));
}

#[test]
fn the_same_key_is_the_same_complaint() {
    let mark = |text: &str| read(text, &a_map()).0[0].mark.clone();
    let first = mark("Nr;Dag;Hoe;Waarover;Naam\n1;3-4-2026;Mail;a;Jan\n");
    assert_eq!(first, mark("Nr;Dag;Hoe;Waarover;Naam\n1;4-4-2026;Mail;b;Piet\n"));
    assert_ne!(first, mark("Nr;Dag;Hoe;Waarover;Naam\n2;3-4-2026;Mail;a;Jan\n"));
}

proptest! {
    #[test]
    fn nothing_panics(text in "(Nr|Dag|Hoe|;|\n|\"|\r|\\PC{0,6})*") {
        let _ = read(&text, &a_map());
    }
}
