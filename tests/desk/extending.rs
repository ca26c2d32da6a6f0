//! Extensions: one in time moves the day, one that comes too late is on record and moves nothing.

use crate::common::Office;

fn interactie() -> (Office, String) {
    let office = Office::new("interactie", "vlonderpad.example");
    let line = "new --channel e-mail --party opdrachtgever --party medewerker:respondent=m6 --topic uitvoering --field overeenkomst=OVK-2026-014 --sealed name,narrative";
    let id = office.on("2026-02-03").by("m3").open(line);
    office.say(&format!("step {id} doorgeleid --handler m3"));
    (office, id)
}

/// The last day of the judgement as `show` has it.
fn due(office: &Office, id: &str) -> String {
    let shown: serde_json::Value = serde_json::from_str(&office.done(&["show", id, "--format", "json"])).unwrap();
    let clocks = shown["clocks"].as_array().unwrap();
    clocks.iter().find(|c| c["term"] == "oordeel").unwrap()["due"].as_str().unwrap().to_owned()
}

#[test]
fn a_notice_in_time_moves_the_day() {
    let (office, id) = interactie();
    assert_eq!(due(&office, &id), "2026-03-03");
    office.on("2026-02-27").say(&format!("extend {id} --set reden=onderzoek --set nieuwe-datum=2026-03-20"));
    assert_eq!(due(&office, &id), "2026-03-20");
}

#[test]
fn a_notice_that_comes_too_late_moves_nothing_and_is_not_hidden() {
    let (office, id) = interactie();
    let extend = format!("extend {id} --set reden=onderzoek --set nieuwe-datum=2026-04-01");
    office.on("2026-03-20");
    let late = office.refused(1, &extend.split(' ').collect::<Vec<_>>());
    assert!(late.contains("fout[T304]") && late.contains("de termijn blijft wat die was"), "{late}");
    office.say(&format!("{extend} --late vergeten"));
    assert_eq!(due(&office, &id), "2026-03-03");
    assert!(office.say(&format!("show {id}")).contains("kwam na de termijn en verlengt dus niets"));
    let letter = office.refused(2, &["letter", &id, "extension"]);
    assert!(letter.contains("verlengt dus niets") && letter.contains("`tussenbericht`"), "{letter}");
    let open = office.say("due");
    assert!(open.contains("17 dagen"), "what was late stays late: {open}");
}

#[test]
fn an_extension_that_was_used_up_is_not_offered() {
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    let line = "new --channel e-mail --party deelnemer --field klantnummer=c-101 --sealed name,email,narrative";
    let id = office.on("2026-03-02").by("m2").open(line);
    let offered = |office: &Office| office.say(&format!("step {id}")).contains("\n  verlengd – ");
    let assign = office.say(&format!("step {id}"));
    assert!(!assign.contains("\n  verlengd – "), "a step of the handler while nobody is: {assign}");
    office.say(&format!("step {id} toegewezen --handler m2 --ref T-1"));
    for (day, new) in [("2026-03-06", "2026-03-25"), ("2026-03-20", "2026-04-08")] {
        assert!(offered(&office), "{day}");
        office.on(day).say(&format!("extend {id} --set reden=onderzoek --set einddatum={new} --ref T-2"));
    }
    assert!(!offered(&office));
    let all = office.say(&format!("step {id} --all"));
    assert!(all.contains("\n  verlengd – ") && all.contains("mist"), "{all}");
}
