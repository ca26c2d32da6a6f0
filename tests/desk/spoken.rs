//! Values as people type them, and who wrote a step down.

use crate::common::{Office, words};

#[test]
fn keys_and_codes_are_known_in_any_case_and_by_their_names() {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    office.on("2026-04-17").by("m1");
    let id = office.open("new --channel E-MAIL --party Deelnemer --field klantnummer=c-101");
    let shown = office.say(&format!("step {id} toegewezen --by M2 --handler M2 --ref r-1 --dry-run"));
    assert!(shown.contains("by: m2") && shown.contains("handler: m2"), "{shown}");
    let said = office.refused(2, &["step", &id, "ontvangst-bevestigd", "--channel", "e-mial", "--dry-run"]);
    assert!(said.contains("bedoelt u `e-mail`?"), "{said}");
    // What is shown is what would be written, also of a step that cannot be taken yet.
    let shown = |words_of: &str, office: &Office| {
        let line: Vec<&str> = words_of.split_whitespace().collect();
        words(&office.run(&[&["step", id_of(office).as_str()], &line[..], &["--dry-run"]].concat()))
    };
    assert!(shown("besloten --set beslissing=Upheld", &office).contains("beslissing: gegrond"));
    let said = shown("besloten --set beslissing=gegorn", &office);
    assert!(said.contains("bedoelt u `gegrond`?") && said.contains("deels-gegrond ("), "{said}");
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m1");
    office.say("new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative");
    for yes in ["yes", "Ja", "ja"] {
        let said = shown(&format!("verhalen-vergeleken --set verschillen={yes}"), &office);
        assert!(said.contains("verschillen: ja"), "{yes}: {said}");
    }
}

/// The only case.
fn id_of(office: &Office) -> String {
    let list = office.say("list --format json");
    let at = list.find("K26-").unwrap();
    list[at..at + "K26-7F3QXM".len()].to_owned()
}

#[test]
fn a_step_in_the_name_of_another_says_who_wrote_it_down() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m1");
    let id = office.open("new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative");
    let done = office.run(&["step", &id, "toegewezen", "--by", "m3", "--handler", "m3"]);
    assert!(words(&done).contains("Vastgelegd als m3, opgeschreven door m1."), "{}", words(&done));
    let text = office.text(&id);
    assert!(text.contains("by: m3\n") && text.contains("recorded_by: m1\n"), "{text}");
    let own = office.run(&["step", &id, "toegewezen", "--by", "m1", "--handler", "m3"]);
    assert!(!words(&own).contains("opgeschreven door"), "{}", words(&own));
}

#[test]
fn a_mistyped_id_gets_those_of_the_register_that_it_may_be() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m1");
    let id = office.open("new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative");
    let last = if id.ends_with('Z') { 'Y' } else { 'Z' };
    let slip = format!("{}{last}", &id[..id.len() - 1]);
    let said = office.refused(2, &["show", &slip]);
    assert!(said.contains(&format!("bedoelt u {id}?")), "{said}");
    assert!(office.refused(2, &["show", "K26-ZZZZZZ"]).contains("schrijf het als"));
}

#[test]
fn days_are_understood_as_people_say_them_and_said_back() {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    office.on("2026-04-17").by("m1");
    let line = ["new", "--channel", "e-mail", "--party", "deelnemer", "--field", "klantnummer=c-101"];
    let done = office.run(&[&line[..], &["--received", "maandag"]].concat());
    assert!(words(&done).contains("--received: ma 13 april 2026"), "{}", words(&done));
    let id = id_of(&office);
    let said = office.say(&format!("acknowledge {id} --on 14-4-2026 --channel e-mail --ref r-1 --dry-run"));
    assert!(said.contains("on: 2026-04-14"), "{said}");
    // A day that is agreed lies ahead; one that was lies behind.
    let line = ["step", &id, "verlengd", "--set", "einddatum=4 mei", "--set", "reden=ziekte", "--dry-run"];
    let done = words(&office.run(&line));
    assert!(done.contains("einddatum: 2026-05-04") && done.contains("einddatum: ma 4 mei 2026"), "{done}");
    let said = office.refused(2, &["acknowledge", &id, "--on", "4/23/2026"]);
    assert!(said.contains("schrijf 2026-04-23"), "{said}");
    let said = office.refused(2, &["acknowledge", &id, "--on", "di 17 april 2026"]);
    assert!(said.contains("vr 17 april 2026"), "{said}");
}
