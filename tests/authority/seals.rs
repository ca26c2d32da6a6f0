//! Keys that read what is sealed: each is its owner's to write, those in the safe are the owners' of the regulation.

use klacht::diagnostics::Severity;

use crate::authority::attacks::{never, whose};
use crate::authority::office::{CLERK, HANDLER, Maker, NEIGHBOUR, OWNER, Office, PEOPLE, STRANGER, STRENGTHS, codes};

fn recipient() -> String {
    age::x25519::Identity::generate().to_public().to_string()
}

fn line(id: &str, more: &str) -> String {
    format!("  - {{id: {id}, recipient: {}, from: 2026-06-01{more}}}\n", recipient())
}

/// The office, in which m3 has a key and another lies in the safe.
fn office() -> Office {
    let office = Office::new(true);
    office.edit(PEOPLE, |text| format!("{text}seal:\n{}recovery:\n{}", line("m3/1", ""), line("recovery/1", "")));
    let commit = office.by(OWNER, "sleutels");
    office.taken(OWNER, &commit);
    office
}

fn taken(office: &Office, maker: Maker, change: impl Fn(&str) -> String) {
    office.edit(PEOPLE, change);
    let commit = office.by(maker, "sleutel");
    for strength in STRENGTHS {
        let found = office.push(strength, maker, &commit);
        assert_eq!(codes(&found, Severity::Warning), Vec::<&str>::new(), "{strength}, {}: {found:#?}", maker.name);
    }
    office.undo();
}

#[test]
fn a_key_is_its_owners() {
    let office = office();
    let added = |id: &str| format!("{}recovery:\n", line(id, ""));
    taken(&office, CLERK, |text| text.replace("recovery:\n", &added("m3/2")));
    taken(&office, HANDLER, |text| text.replace("recovery:\n", &added("m4/1")));
    taken(&office, OWNER, |text| text.replace("recovery:\n", &added("m4/1")));
    taken(&office, CLERK, |text| text.replacen("from: 2026-06-01}", "from: 2026-06-01, superseded: 2026-06-01}", 1));
    taken(&office, OWNER, |text| text.replacen("from: 2026-06-01}", "from: 2026-06-01, lost: 2026-06-01}", 1));
    office.edit(PEOPLE, |text| text.replace("recovery:\n", &added("m3/2")));
    whose(&office, HANDLER, &office.by(HANDLER, "van een ander"), "G731");
    office.edit(PEOPLE, |text| text.replacen("from: 2026-06-01}", "from: 2026-06-01, lost: 2026-06-01}", 1));
    whose(&office, HANDLER, &office.by(HANDLER, "van een ander"), "G731");
    // Of another organisation, also under the same key, or of none.
    for (maker, id) in [(NEIGHBOUR, "m1/1"), (STRANGER, "m2/1")] {
        office.edit(PEOPLE, |text| text.replace("recovery:\n", &added(id)));
        let commit = office.by(maker, "vreemde");
        for strength in ["transport", "signature"] {
            let found = office.push(strength, maker, &commit);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}, {}", maker.name);
        }
        office.undo();
    }
}

#[test]
fn a_key_in_the_safe_is_the_owners_of_the_regulation() {
    let office = office();
    let more = |text: &str| format!("{text}{}", line("recovery/2", ""));
    taken(&office, OWNER, more);
    office.edit(PEOPLE, more);
    whose(&office, CLERK, &office.by(CLERK, "kluis"), "G731");
}

#[test]
fn a_key_stays_what_it_is() {
    let office = office();
    let was = office.read(PEOPLE);
    let lines: Vec<&str> = was.lines().filter(|line| line.contains("recipient: ")).collect();
    for line in &lines {
        office.edit(PEOPLE, |text| text.replace(&format!("{line}\n"), ""));
        if line.contains("m3/1") {
            office.edit(PEOPLE, |text| text.replace("seal:\n", ""));
        } else {
            office.edit(PEOPLE, |text| text.replace("recovery:\n", ""));
        }
        never(&office, OWNER, &office.by(OWNER, "weg"), "G762");
        office.edit(PEOPLE, |text| {
            let (start, rest) = text.split_once(*line).unwrap();
            let id = line.split("id: ").nth(1).unwrap().split(',').next().unwrap();
            format!("{start}{}{rest}", self::line(id, "").trim_end())
        });
        never(&office, OWNER, &office.by(OWNER, "anders"), "G762");
    }
    office.edit(PEOPLE, |text| text.replacen("from: 2026-06-01}", "from: 2026-06-01, lost: 2026-06-01}", 1));
    let commit = office.by(OWNER, "kwijt");
    office.taken(OWNER, &commit);
    office.edit(PEOPLE, |text| text.replacen(", lost: 2026-06-01}", "}", 1));
    never(&office, OWNER, &office.by(OWNER, "toch niet"), "G762");
}
