//! `klacht add`: what comes to light after a case was opened, in its place in the file, and nothing else changed.

use crate::common::{Office, Terminal};

/// A case under interactie, opened with as little as that regulation allows.
fn opened() -> (Office, String) {
    let office = Office::new("interactie", "vlonderpad.example");
    let line = "new --channel e-mail --party opdrachtgever --party medewerker:respondent=m6 --topic uitvoering \
                --field overeenkomst=OVK-2026-014 --sealed name,narrative --commit";
    let id = office.on("2026-02-03").by("m3").open(line);
    (office, id)
}

#[test]
fn what_came_to_light_stands_where_a_new_case_would_have_it() {
    let (office, id) = opened();
    let before = office.text(&id);
    let said = office.done(&[
        "add",
        &id,
        "--party",
        ":representative",
        "--topic",
        "kwaliteit",
        "--sealed",
        "email,phone",
        "--earlier",
        &earlier(&office),
        "--hold",
        "procedure: rechtbank",
        "--commit",
    ]);
    assert!(said.contains(&format!("{id}.md")), "{said}");
    let after = office.text(&id);
    assert!(
        after.contains(
            "\n  - {key: p2, role: medewerker, as: respondent, person: m6}\n  - {key: p3, as: representative}\n\n"
        ),
        "{after}"
    );
    assert!(after.contains("topics: [uitvoering, kwaliteit]\n"), "{after}");
    assert!(after.contains("  fields: [name, narrative, email, phone]\n"), "{after}");
    let held = "\nlegal_hold:\n  since: 2026-02-03\n  reason: 'procedure: rechtbank'\n\nlog: []\n";
    assert!(after.contains(held), "groups stay apart, and the log comes last: {after}");
    // Nothing is gone but the three lines that are longer now.
    let gone = before.lines().filter(|line| !after.lines().any(|l| l == *line)).count();
    assert_eq!(gone, 2, "{before}\n{after}");
    assert_eq!(office.desk.git(&["log", "-1", "--format=%s"]).trim(), format!("Klacht {id}: aangevuld"));
    // Over again, it is told that all of it is there.
    let again = office.refused(2, &["add", &id, "--topic", "uitvoering", "--sealed", "name"]);
    assert!(again.contains("dat staat er allemaal al"), "{again}");
    // When the hold is over, the file says since when and why; without a reason it is asked for.
    let asked = office.refused(2, &["add", &id, "--hold", "-"]);
    assert!(asked.contains("waarom is de bewaarplicht voorbij?"), "{asked}");
    office.done(&["add", &id, "--hold", "- uitspraak"]);
    let over = "\nlegal_hold:\n  since: 2026-02-03\n  reason: 'procedure: rechtbank'\n  until: 2026-02-03\n  because: uitspraak\n\nlog: []\n";
    assert_eq!(office.text(&id), after.replace(held, over));
}

/// A case of the same register.
fn earlier(office: &Office) -> String {
    office.open(
        "new --channel e-mail --party opdrachtgever --topic uitvoering --field overeenkomst=OVK-2026-015 \
                --party medewerker:respondent=m6 --sealed name,narrative --commit",
    )
}

#[test]
fn what_check_would_refuse_is_not_added_and_a_slip_gets_a_suggestion() {
    let (office, id) = opened();
    let before = office.text(&id);
    let slip = office.refused(2, &["add", &id, "--topic", "kwalitiet"]);
    assert!(slip.contains("bedoelt u `kwaliteit`?"), "{slip}");
    let role = office.refused(2, &["add", &id, "--party", "medewerkr:respondent"]);
    assert!(role.contains("bedoelt u `medewerker`?"), "{role}");
    let refused = office.refused(1, &["add", &id, "--charged", "25.00"]);
    assert!(refused.contains("fout[W219]") && refused.contains("Er is niets geschreven."), "{refused}");
    let amount = office.refused(2, &["add", &id, "--charged", "een tientje"]);
    assert!(amount.contains("`een tientje` is geen bedrag"), "{amount}");
    let own = office.refused(2, &["add", &id, "--earlier", &id]);
    assert!(own.contains("geen zaaknummer van een andere zaak"), "{own}");
    let free = office.refused(2, &["add", &id, "--hold", "-"]);
    assert!(free.contains("niets houdt de vernietiging"), "{free}");
    let nothing = office.refused(2, &["add", &id]);
    assert!(nothing.contains("--party, --topic, --field of --sealed"), "{nothing}");
    assert_eq!(office.text(&id), before);
}

#[test]
fn an_incomplete_complaint_is_completed_without_an_editor() {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = "new --channel e-mail --party cursist --topic training --sealed name,narrative";
    let id = office.on("2026-04-17").by("m3").open(line);
    let shown = office.done(&["add", &id, "--sealed", "address,city", "--dry-run"]);
    assert!(shown.contains("-  fields: [name, narrative]\n+  fields: [name, narrative, address, city]\n"), "{shown}");
    office.done(&["add", &id, "--sealed", "address,city"]);
    office.done(&["acknowledge", &id]);
}

#[test]
fn somebody_on_a_terminal_is_asked_for_what_the_case_does_not_say() {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = "new --channel e-mail --party cursist --topic training --sealed name,narrative";
    let id = office.on("2026-04-17").by("m3").open(line);
    let Some(first) = Terminal::open(office.world.path().join("tmux"), office.program()) else { return };
    first.run_program(&format!("add {id}"));
    first.sees("wie nog meer (mag leeg blijven)");
    first.keys(&["Enter"]);
    first.sees("wat er nog meer in het gesloten deel staat");
    first.keys(&["Space", "Down", "Space", "Enter"]);
    first.sees("klaar-0");
    let text = office.text(&id);
    assert!(text.contains("fields: [name, narrative, address, city]"), "{text}");
}

#[test]
fn who_joins_a_case_under_way_changes_nothing_of_what_was_done_and_counts_from_then_on() {
    let (office, id) = opened();
    office.say(&format!("step {id} doorgeleid --handler m3"));
    office.say(&format!("step {id} klacht-geregistreerd"));
    office.say(&format!("step {id} beklaagde-ingelicht --party p2 --channel e-mail"));
    let verb = ["add", &id, "--party", "medewerker:respondent=m5"];
    office.on("2026-02-05").done(&verb);
    assert!(office.text(&id).contains("{key: p3, role: medewerker, as: respondent, person: m5, since: 2026-02-05}"));
    let again = office.refused(2, &verb);
    assert!(again.contains("m5 is er al bij"), "{again}");
    // What the regulation does for each respondent is to be done for this one as well, and not again for the other.
    let possible = office.on("2026-02-06").say(&format!("step {id}"));
    let (_, informed) = possible.split_once("beklaagde-ingelicht – ").unwrap();
    assert!(informed.split("\n\n").next().unwrap().contains("voor elke partij: p3"), "{possible}");
    office.say(&format!("step {id} beklaagde-ingelicht --party p3 --channel e-mail"));
    office.done(&["check"]);
    // A day to come would keep a party out for ever.
    let later = office.text(&id).replace("since: 2026-02-05", "since: 2030-01-01");
    std::fs::write(office.file(&id), later).unwrap();
    let ahead = office.refused(1, &["check"]);
    assert!(ahead.contains("fout[T314]") && ahead.contains("1 januari 2030"), "{ahead}");
}
