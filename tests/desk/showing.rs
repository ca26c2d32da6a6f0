//! `klacht show`: the timeline and the reckoning of each last day.

use crate::common::Office;

#[test]
fn the_reckoning_names_the_holiday() {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    let line = "new --channel e-mail --party deelnemer --field klantnummer=c-101 --sealed name,email,narrative";
    let id = office.on("2026-04-24").by("m2").open(line);
    let shown = office.say(&format!("show {id}"));
    // Five working days after Friday 24 April, King's Day not counted.
    assert!(shown.contains("ontvangen vr 24 april 2026") && shown.contains("Koningsdag"), "{shown}");
    assert!(shown.contains("loopt tot en met ma 4 mei 2026"), "{shown}");
    let english = office.done(&["--lang", "en", "show", &id]);
    assert!(english.contains("received") && english.contains("King's Day"), "{english}");
    assert!(!shown.contains('\u{1b}'), "no colour away from a terminal");
    let coloured = office.done(&["--color", "always", "show", &id]);
    assert!(coloured.contains('\u{1b}'));
}

#[test]
fn programs_read_it_as_json() {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative";
    let id = office.on("2026-04-17").by("m3").open(line);
    office.say(&format!("acknowledge {id}"));
    office.on("2026-05-05");
    let shown: serde_json::Value = serde_json::from_str(&office.done(&["show", &id, "--format", "json"])).unwrap();
    assert_eq!(shown["schema"], "klacht.show/1");
    assert_eq!(shown["timeline"][0]["step"], "ontvangst-bevestigd");
    assert_eq!((&shown["clocks"][0]["state"], &shown["clocks"][0]["late"]), (&"running".into(), &true.into()));
    assert_eq!(shown["clocks"][0]["due"], "2026-05-01");
    assert_eq!(shown["duties"][0]["step"], "toegewezen");
}

#[test]
fn an_id_may_be_typed_as_it_is_spoken_and_one_that_is_not_there_is_told() {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative";
    let id = office.on("2026-04-17").by("m3").open(line);
    office.done(&["toon", &id.to_lowercase().replace('-', " ")]);
    assert!(office.refused(2, &["show", "K26-7F3QXM"]).contains("er is geen klacht"));
}
