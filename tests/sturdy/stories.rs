//! Registers in which something is about to be done.

use std::fs;

use crate::common::{Office, copy, root};
use crate::sturdy::incoming;
use crate::sturdy::killing::Place;

/// The day on which it is done.
pub const DAY: &str = "2026-03-04";

/// A desk of the debt collectors, with the day set.
pub fn office() -> Office {
    let office = Office::new("cbmk", "klinkerdam.example");
    office.on(DAY).by("m2");
    incoming::put(office.world.path());
    office
}

/// The register of an office, to be killed in.
pub fn place(office: &Office) -> Place {
    Place::of(&office.world, DAY)
}

/// What is typed for a new case.
pub const NEW: [&str; 9] =
    ["new", "--channel", "e-mail", "--party", "debiteur", "--topic", "incasso", "--sealed", "name,narrative"];

/// One case, committed.
pub fn with_case(office: &Office) -> String {
    office.open(&format!("{} --commit", NEW.join(" ")))
}

/// A case whose day of destruction has come, and its id.
pub fn outlived() -> (Office, &'static str) {
    let office = Office::new("academie", "zilverlinde.example");
    let text = fs::read_to_string(root().join("tests/requirements/base/academie/zelf-opgelost.md")).unwrap();
    office.on("2025-04-14").by("m3").desk.write("cases/academie/2025/03/K25-0001AD.md", text);
    office.desk.commit("Klacht");
    office.desk.git(&["commit", "--quiet", "--allow-empty", "--message", "Volgende"]);
    office.on("2025-10-06").by("m2");
    (office, "K25-0001AD")
}

/// A register with the cases of one regulation, and one year of which the figures are not frozen yet.
pub fn open_year() -> Office {
    let office = Office::new("cmm", "beeldhoek.example");
    copy(&root().join("cases/cmm"), &office.desk.path().join("cases/cmm"));
    let book = office.desk.path().join("cases/cmm/2025/yearbook.yaml");
    let closed = fs::read_to_string(&book).unwrap();
    fs::write(book, closed.split_once("\nfigures:").unwrap().0).unwrap();
    office.desk.commit("Het register");
    office
}

/// One case on which two people went on at once; git could not merge it.
pub fn parted() -> (Office, String) {
    let office = office();
    let id = with_case(&office);
    let typed = |line: &str| office.say(&format!("step {id} {line} --commit"));
    office.by("m2");
    typed("klacht-vastgelegd");
    typed("toegewezen --handler m3");
    // Without the driver, so that there is something left to resolve.
    office.desk.git(&["config", "--remove-section", "merge.klacht"]);
    office.desk.branch("ander");
    office.on("2026-03-05").by("m3");
    typed("contact-geprobeerd --channel telefoon");
    office.desk.switch("main");
    office.on("2026-03-06").by("m2");
    typed("ontvangst-bevestigd --channel e-mail --set streefdatum=2026-03-21");
    let merged = office.desk.try_git(&["merge", "--no-edit", "ander"]);
    assert!(!merged.status.success(), "git merged it by itself");
    (office, id)
}
