//! Every power that a history gave is told where somebody asks.

use crate::common::words;
use crate::gate::office::Office;

#[test]
fn roles_keys_owners_and_keepers_are_told_by_day_and_maker() {
    let office = Office::new();
    let path = "policy/cbmk/people.yaml";
    let people = std::fs::read_to_string(office.desk.path().join(path)).unwrap();
    office.on("2025-02-03").by("m2").desk.write(path, format!("{people}policy_owners: [m2, m8]\n")).commit("Eigenaars");
    let settings = "schema: klacht.register/1\nprotected: [main]\nauthority: {keepers: [cbmk/m2]}\n";
    office.on("2025-02-04").desk.write("klacht.yaml", settings).commit("Beheerder");
    let asked = |more: &[&str]| {
        let arguments = [&["--lang", "en", "check", "--history", "--format", "short"], more].concat();
        words(&office.run(&office.desk, &arguments))
    };
    let told = asked(&["--authority"]);
    for line in [
        "on 2025-02-03: cbmk/m2 made m8 an owner of the regulation",
        "on 2025-02-04: cbmk/m2 made cbmk/m2 a keeper of the register",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert!(told.contains("on 2025-01-02: cbmk/m1 gave m1 the role") && !told.contains('@'), "{told}");
    assert!(!asked(&[]).contains("G753"));
}
