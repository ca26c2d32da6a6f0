//! Personal data at the gate: refused wherever it stands, and never repeated by whoever refuses it.

use crate::common::words;
use crate::gate::office::{CASE, Office, Story, codes};

/// Invented values under a real form; none of them may come back in what is printed.
const MAIL: &str = "p.jansen@kantoor.nl";
const PHONE: &str = "06-10203040";
const IBAN: &str = "NL91ABNA0417164300";

fn grown() -> Office {
    let office = Office::new();
    office.grow(3);
    office.accepts(&["main"]);
    office
}

fn silent(text: &str, secrets: &[&str]) {
    for line in text.lines().filter(|line| line.starts_with("remote:")) {
        assert!(!secrets.iter().any(|secret| line.to_lowercase().contains(&secret.to_lowercase())), "{line}");
    }
}

#[test]
fn in_the_notes_of_a_case() {
    for (value, code) in [(MAIL, "D601"), (PHONE, "D602"), (IBAN, "D603")] {
        let office = grown();
        let text = format!("{}Te bereiken via {value} na vijven.\n", Story::plain().with(3));
        office.desk.write(CASE, &text).commit("Notitie");
        let said = office.refuses(&["main"], &[code]);
        silent(&said, &[value]);
        let front = Story::plain()
            .with(3)
            .replace("  channel: e-mail\n\nparties", &format!("  channel: e-mail # {value}\n\nparties"));
        office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
        office.desk.write(CASE, &front).commit("Notitie");
        silent(&office.refuses(&["main"], &[code]), &[value]);
    }
}

#[test]
fn in_names_and_messages() {
    let office = grown();
    office.desk.write(&format!("notities/{MAIL}.md"), "x\n").commit("Bestand");
    silent(&office.refuses(&["main"], &["D601", "G750"]), &[MAIL]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);

    office.desk.write("README.md", "x\n").commit(&format!("Gebeld met {PHONE}"));
    silent(&office.refuses(&["main"], &["D602"]), &[PHONE]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);

    let branch = format!("main:refs/heads/{MAIL}");
    let pushed = office.push(&[&branch]);
    assert!(!pushed.accepted && codes(&pushed.text) == ["D601"], "{}", pushed.text);
    silent(&pushed.text, &[MAIL]);
    let pushed = office.push(&[&format!("main:refs/tags/{MAIL}")]);
    assert!(!pushed.accepted && codes(&pushed.text) == ["D601"], "{}", pushed.text);
    silent(&pushed.text, &[MAIL]);
}

#[test]
fn in_the_policy_and_the_settings() {
    let office = grown();
    let settings = format!("schema: klacht.register/1\nprotected: [main]\n# vragen: {MAIL}\n");
    office.desk.write("klacht.yaml", settings).commit("Instellingen");
    silent(&office.refuses(&["main"], &["D601"]), &[MAIL]);
}

#[test]
fn the_organisations_own_people_may_sign_off() {
    let office = Office::new();
    let people = "policy/cbmk/people.yaml";
    let text = std::fs::read_to_string(office.desk.path().join(people)).unwrap();
    office
        .desk
        .write(people, text.replace("git: [m3@klinkerdam.example]", "git: [m3@klinkerdam.example, m3@klinkerdam.nl]"));
    office.desk.commit("Tweede adres");
    office.accepts(&["main"]);
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1));
    office.desk.commit("Klacht\n\nSigned-off-by: m3 <m3@klinkerdam.nl>");
    office.accepts(&["main"]);
}

#[test]
fn who_accepts_a_finding_is_somebody() {
    let case = |by: &str| {
        let accepted = format!("accepted: [{{code: D602, why: nummer van een dossier, by: {by}}}]\n\nlog:\n");
        format!("{}Kenmerk {PHONE}.\n", Story::plain().with(1).replace("log:\n", &accepted))
    };
    let office = Office::new();
    office.on("2025-03-03").desk.write(CASE, case("m99")).commit("Klacht");
    silent(&office.refuses(&["main"], &["D602", "D608"]), &[PHONE]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk.write(CASE, case("m3")).commit("Klacht");
    office.accepts(&["main"]);
}

#[test]
fn what_is_confidential_is_refused_at_the_desk_and_at_the_gate() {
    let office = Office::new();
    let name = "vertrouwelijk/K25-0000A7/Jansen.json";
    office.guard_desk();
    office.desk.write(name, "{}").git(&["add", "--all"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--message", "Bijlage"]);
    let told = words(&done);
    assert!(!done.status.success() && codes(&told) == ["D609"] && !told.contains("Jansen"), "{told}");
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Bijlage"]);
    silent(&office.refuses(&["main"], &["D609"]), &["Jansen"]);
    // The remedy that is named: it stays on disk.
    office.desk.git(&["rm", "-r", "--cached", "--quiet", "vertrouwelijk"]);
    office.desk.git(&["commit", "--quiet", "--amend", "--no-verify", "--allow-empty", "--message", "Bijlage"]);
    office.accepts(&["main"]);
    assert!(office.desk.path().join(name).is_file());
}
