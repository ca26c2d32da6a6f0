//! `klacht step` and the short verbs: what they list, what they take by themselves, what they ask to choose.

use crate::common::Office;

fn opened(regulation: &str, domain: &'static str, day: &str, person: &str, line: &str) -> (Office, String) {
    let office = Office::new(regulation, domain);
    let id = office.on(day).by(person).open(line);
    (office, id)
}

fn cmm() -> (Office, String) {
    let line = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative";
    opened("cmm", "beeldhoek.example", "2026-04-17", "m3", line)
}

fn cbmk() -> (Office, String) {
    let line = "new --channel e-mail --party debiteur --topic incasso --sealed name,narrative";
    opened("cbmk", "klinkerdam.example", "2026-03-03", "m5", line)
}

#[test]
fn without_a_step_it_says_what_is_possible_who_may_and_by_when() {
    let (office, id) = cmm();
    let said = office.say(&format!("step {id}"));
    assert!(said.contains("ontvangst-bevestigd – Ontvangst bevestigd\n    door      een medewerker"), "{said}");
    assert!(said.contains("uiterlijk vr 1 mei 2026"), "{said}");
    assert!(!said.contains("gesloten – "), "{said}");
    let all = office.say(&format!("step {id} --all"));
    assert!(all.contains("gesloten – Klacht gesloten") && all.contains("mist      "), "{all}");
    let english = office.done(&["--lang", "en", "step", &id]);
    assert!(english.contains("Possible now:") && english.contains("by        a member of staff"), "{english}");
}

#[test]
fn a_step_that_assigns_says_that_it_wants_a_handler_and_by_which_flag() {
    let (office, id) = cmm();
    office.say(&format!("acknowledge {id}"));
    let line = "vraagt    wie de behandelaar wordt, met --handler: “Hoofd Opleidingen” (hoofd-opleidingen)\n";
    let dutch = office.say(&format!("step {id}"));
    assert_eq!(dutch.matches("--handler").count(), 1, "{dutch}");
    assert!(dutch.contains(line), "the role to which the topic leads: {dutch}");
    let english = office.done(&["--lang", "en", "step", &id]);
    let line = "needs     who becomes the handler, with --handler: “Head of Education” (hoofd-opleidingen)\n";
    assert!(english.contains(line), "{english}");
    // What is listed is what is refused without it, with the same flag.
    let refused = office.refused(1, &["step", &id, "toegewezen"]);
    assert!(refused.contains("fout[R403]") && refused.contains("(bij `klacht step`: `--handler`)"), "{refused}");
    let refused = office.refused(1, &["--lang", "en", "step", &id, "toegewezen"]);
    assert!(refused.contains("(with `klacht step`: `--handler`) with the key of “Head of Education”"), "{refused}");
    office.say(&format!("step {id} toegewezen --handler m3"));
}

#[test]
fn who_takes_the_place_of_an_excluded_handler_is_any_member_of_staff() {
    let line = "new --channel e-mail --party opdrachtgever --party medewerker:respondent=m6 --topic uitvoering --field overeenkomst=OVK-2026-014 --sealed name,narrative";
    let (office, id) = opened("interactie", "vlonderpad.example", "2026-02-03", "m3", line);
    let all = office.say(&format!("step {id} --all"));
    assert!(all.contains("met --handler: een medewerker\n"), "{all}");
    assert!(all.contains("met --handler: “Klachtenfunctionaris” (klachtenfunctionaris)\n"), "{all}");
}

#[test]
fn who_was_appointed_in_the_place_of_another_handles_the_case_and_nobody_else() {
    let line = "new --channel e-mail --party opdrachtgever --party klachtenfunctionaris:respondent=m3 --topic factuur --field overeenkomst=OVK-2026-014 --sealed name,narrative";
    let (office, id) = opened("interactie", "vlonderpad.example", "2026-02-03", "m1", line);
    // The one who is excluded is not put right by appointing him.
    let circular = office.refused(1, &["step", &id, "vervanger-aangewezen", "--handler", "m3"]);
    assert!(circular.contains("fout[R404]") && !circular.contains("vervanger: `"), "{circular}");
    office.say(&format!("step {id} vervanger-aangewezen --handler m6"));
    let offered = office.say(&format!("step {id}"));
    assert!(offered.contains("doorgeleid – ") && offered.contains("met --handler: `m6`\n"), "{offered}");
    // m4 holds the role as well, but was not appointed.
    let other = office.refused(1, &["step", &id, "doorgeleid", "--handler", "m4"]);
    assert!(
        other.contains("fout[R403]") && other.contains("`m4` is niet wie voor deze klacht is aangewezen"),
        "{other}"
    );
    assert!(other.contains("schrijf `m6` bij `handler:`"), "{other}");
    office.say(&format!("step {id} doorgeleid --handler m6"));
    // For this case m6 counts as a holder of the role.
    office.by("m6").say(&format!("step {id} klacht-geregistreerd"));
    office.say(&format!("step {id} overgedragen --set reden=afwezigheid --handler m6"));
}

#[test]
fn a_mistyped_step_gets_a_suggestion_and_what_is_possible() {
    let (office, id) = cmm();
    let said = office.refused(2, &["step", &id, "ontvangst-bevestgd"]);
    assert!(said.contains("bedoelt u `ontvangst-bevestigd`?") && !said.contains("heropend"), "{said}");
}

#[test]
fn what_is_certain_is_filled_in() {
    let (office, id) = cmm();
    office.on("2026-04-20").say(&format!("bevestig {id}"));
    let text = office.text(&id);
    let entry = "  - step: ontvangst-bevestigd\n    on: 2026-04-20\n    by: m3\n    to: [p1]\n";
    assert!(text.contains(entry), "{text}");
}

#[test]
fn a_late_step_is_taken_with_its_reason_only() {
    let (office, id) = cbmk();
    office.say(&format!("step {id} klacht-vastgelegd"));
    let late = ["acknowledge", &id, "--channel", "e-mail", "--set", "streefdatum=2026-04-01", "--late", "Ziekte"];
    office.on("2026-03-20");
    assert!(office.refused(1, &late[..6]).contains("fout[T301]"));
    office.done(&late);
    assert!(office.text(&id).contains("late: Ziekte"));
    let shown = office.say(&format!("show {id}"));
    assert!(shown.contains("12 dagen te laat"), "{shown}");
}

#[test]
fn a_short_verb_says_what_to_choose_from() {
    let (office, id) = cbmk();
    let none = office.refused(2, &["extend", &id]);
    assert!(
        none.contains("geen eigen stap voor een termijn verlengen") && none.contains("klacht-vastgelegd"),
        "{none}"
    );
    // The step that points to the appeal closes too, but closing is not its word.
    let closing = office.refused(1, &["close", &id]);
    assert!(closing.contains("(afgesloten)") && !closing.contains("meer dan één stap"), "{closing}");
    // One that was chosen is judged like any other.
    assert!(office.refused(1, &["close", &id, "afgesloten"]).contains("fout["));
}

#[test]
fn parts_are_claimed_by_somebody_and_never_by_the_program() {
    let line = "new --channel e-mail --source extern --party cursist --topic informatie --sealed name,email,narrative";
    let (office, id) = opened("academie", "zilverlinde.example", "2026-07-16", "m4", line);
    for said in [
        "step ID formulier-ingevuld --set extern-formulier=EF-1 --cc m2",
        "acknowledge ID --handler m4",
        "hear ID --channel telefoon",
        "step ID beoordeeld --set zelf-oplosbaar=ja",
    ] {
        office.say(&said.replace("ID", &id));
    }
    let said = office.refused(2, &["step", &id, "geregistreerd"]);
    assert!(said.contains("--parts herkomst,omschrijving,categorie,ernst"), "{said}");
    office.say(&format!("step {id} geregistreerd --parts herkomst,omschrijving,categorie"));
    office.say(&format!("step {id} geregistreerd"));
    assert!(office.text(&id).contains("parts: [ernst]"), "the only one that is left is certain");
}

#[test]
fn a_mistake_is_put_right_by_a_correction() {
    let (office, id) = cmm();
    office.say(&format!("acknowledge {id}"));
    office.say(&format!("step {id} correctie --of 1 --reason vergissing"));
    let shown = office.say(&format!("show {id}"));
    assert!(shown.contains("(vervallen)"), "{shown}");
    office.say(&format!("acknowledge {id}"));
    office.done(&["check"]);
}
