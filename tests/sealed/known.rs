//! What a desk knows of a person is kept out of everything that it commits.

use std::process::Stdio;

use super::house::{CANARY, House, PERSON};
use crate::common::{Repo, words};

/// How long keys stay unlocked, for hooks that git runs.
const MINUTES: &str = "5";

/// What is refused with this code, and repeats nothing of what it found.
fn known(said: &str) {
    assert!(said.contains("D610") && !said.contains(CANARY), "{said}");
}

/// Whether this system keeps keys of a session; a container may not.
fn remembers(house: &House, id: &str) -> bool {
    let open = house.program("m2").args(["open", id]).env("KLACHT_UNLOCKED_MINUTES", MINUTES).output().unwrap();
    assert!(open.status.success(), "{}", words(&open));
    let mut show = house.program("m2");
    show.args(["show", id]).env("KLACHT_UNLOCKED_MINUTES", MINUTES).env_remove("KLACHT_PASSPHRASE_COMMAND");
    words(&show.output().unwrap()).contains(CANARY)
}

fn git(house: &House, desk: &Repo, name: &str, arguments: &[&str]) -> String {
    let mut command = house.world.command("git", desk.path());
    command
        .args(arguments)
        .env("KLACHT_UNLOCKED_MINUTES", MINUTES)
        .env("KLACHT_KEYS", house.keys("m2"))
        .env("GIT_AUTHOR_NAME", name);
    let done =
        command.env("KLACHT_LANG", "nl").env("KLACHT_TODAY", "2026-05-04").stdin(Stdio::null()).output().unwrap();
    assert!(!done.status.success(), "{arguments:?}: {}", words(&done));
    words(&done)
}

#[test]
fn a_name_that_is_sealed_gets_into_nothing_that_is_committed() {
    let house = House::of(&["m2", "m6"]);
    let id = house.opened("m2");
    let line = "new --channel e-mail --party cursist --source extern --topic planning --sealed-from - --notes";
    let mut arguments: Vec<&str> = line.split(' ').collect();
    arguments.push("Ans Kanariegeel belde");
    // Also while nothing is unlocked: it is in the same breath.
    let mut command = house.program("m2");
    command.args(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), PERSON.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let said = words(&done);
    assert!(!done.status.success() && said.contains("van een persoon kent") && !said.contains(CANARY), "{said}");
    if !remembers(&house, &id) {
        return;
    }
    let step = |notes: &str| {
        let mut command = house.program("m2");
        command.args(["step", &id, "gereageerd", "--by", "m2", "--note", notes, "--commit"]);
        words(&command.env("KLACHT_UNLOCKED_MINUTES", MINUTES).output().unwrap())
    };
    known(&step("Ans belde"));
    let desk = house.desk("m2");
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
    desk.write("README.md", "Iets.\n").git(&["add", "README.md"]);
    known(&git(&house, desk, "m2", &["commit", "--message", "Klacht van Kanariegeel"]));
    known(&git(&house, desk, "Ans Kanariegeel", &["commit", "--message", "Iets"]));
    desk.write("README.md", "Brief aan Kanariegeelkade 3.\n").git(&["add", "README.md"]);
    known(&git(&house, desk, "m2", &["commit", "--message", "Iets"]));
    desk.git(&["checkout", "--quiet", "-b", "zaak-kanariegeel"]);
    desk.write("README.md", "Iets.\n").git(&["add", "README.md"]);
    known(&git(&house, desk, "m2", &["commit", "--message", "Iets"]));
    let all = house.desk("m2").git(&["log", "--all", "--patch"]);
    assert!(!all.to_lowercase().contains("kanarie"), "{all}");
}

#[test]
fn a_name_in_the_folder_of_before_gets_into_no_message_and_no_note() {
    let office = crate::common::Office::new("academie", "zilverlinde.example");
    office.on("2026-05-04").by("m2");
    let folder = office.desk.path().join("vertrouwelijk/K26-0000A0");
    std::fs::create_dir_all(&folder).unwrap();
    let data = r#"{"name": "Ans Kanariegeel", "narrative": "Ik ging met de trein naar de les."}"#;
    std::fs::write(folder.join("data.json"), data).unwrap();
    let line = "new --channel e-mail --party cursist --source extern --topic planning --sealed name --notes";
    let with = |notes: &'static str| line.split(' ').chain([notes, "--commit"]).collect::<Vec<_>>();
    known(&office.refused(1, &with("Ans Kanariegeel belde op, heel boos")));
    assert_eq!(office.desk.git(&["status", "--porcelain", "cases"]), "");
    office.done(&with("Belde op, ging met de trein naar de les."));
    office.desk.write("README.md", "Iets.\n").git(&["add", "README.md"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--message", "Klacht van Kanariegeel over de les"]);
    assert!(!done.status.success());
    known(&words(&done));
    office.desk.git(&["commit", "--quiet", "--message", "Over de les"]);
    // A word that is something else here is accepted, as every other find that may be mistaken.
    let case = office.desk.git(&["ls-files", "cases"]);
    let text = std::fs::read_to_string(office.desk.path().join(&case)).unwrap();
    office.desk.write(&case, format!("{text}De Kanariegeel is een bloem.\n")).git(&["add", "cases"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--message", "Bloem"]);
    known(&words(&done));
    let accepted = "accepted: [{code: D610, why: een bloem, by: m2}]\n\nparties:";
    let text = format!("{}De Kanariegeel is een bloem.\n", text.replace("parties:", accepted));
    office.desk.write(&case, text).git(&["add", "cases"]);
    office.desk.git(&["commit", "--quiet", "--message", "Bloem"]);
}
