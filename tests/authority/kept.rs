//! What must not happen to versions under which cases stand, and to what a yearbook recorded.

use klacht::diagnostics::Severity;

use crate::authority::attacks::{never, offices, whose};
use crate::authority::office::{
    BOOK, CASE, CLERK, DIRECTOR, HANDLER, KEEPER, Maker, OWNER, Office, PEOPLE, VERSION, codes,
};

const REPORT: &str = "reports: [{on: 2026-05-30, by: m2, from: 2025-01-01, until: 2025-12-31, \
                      parts: [analyse, lessen, verbeteringen]}]\n";

/// Refused, whoever asks: under the lowest strength as under the highest, where one is tried. To judge a version takes its time.
fn stays(office: &Office, maker: Maker, message: &str) {
    let commit = office.by(maker, message);
    let found = office.push("author", maker, &commit);
    assert!(codes(&found, Severity::Error).contains(&"G708"), "{message}: {found:#?}");
    office.undo();
}

#[test]
fn a_version_under_which_cases_stand_stays_as_it_is() {
    let office = Office::new(true);
    for name in ["text.nl.md", "text.en.md", "words.en.yaml", "regulation.yaml"] {
        office.edit(&format!("{VERSION}/{name}"), |text| format!("{text}\n"));
        stays(&office, OWNER, name);
    }
    office.desk.remove(&format!("{VERSION}/text.en.md"));
    stays(&office, OWNER, "vertaling weg");
    office.desk.git(&["mv", "policy/academie", "policy/akademie"]);
    stays(&office, KEEPER, "hernoemd");
}

#[test]
fn no_version_takes_over_a_case_that_stands() {
    for office in offices() {
        for day in ["2022-01-02", "2026-05-18"] {
            for name in ["text.nl.md", "regulation.yaml"] {
                let text = office.read(&format!("{VERSION}/{name}"));
                let text = text.replace("valid_from: 2022-01-01", &format!("valid_from: {day}"));
                office.desk.write(&format!("policy/academie/{day}/{name}"), text);
            }
            stays(&office, OWNER, day);
        }
    }
}

#[test]
fn what_a_yearbook_recorded_stays_and_no_row_is_invented() {
    for office in offices() {
        office.edit(BOOK, |text| format!("{text}{REPORT}"));
        let commit = office.by(Maker::of("m2", "m2"), "verslag");
        office.taken(Maker::of("m2", "m2"), &commit);
        office.swap(BOOK, "on: 2026-05-30", "on: 2026-03-30");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "dag"), "G735");
        office.edit(BOOK, |text| text.replace(REPORT, ""));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "weg"), "G735");
        office.edit(BOOK, |text| format!("{text}tally: [{{received: 2026-Q1, count: 5000}}]\n"));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "rij"), "G718");
    }
}

#[test]
fn a_report_bears_the_name_of_whoever_records_it() {
    for office in offices() {
        office.edit(BOOK, |text| format!("{text}{REPORT}"));
        whose(&office, DIRECTOR, &office.by(DIRECTOR, "verslag"), "G714");
    }
}

/// A role of whatever kind is no substitute for the one by which a hold is lifted, where nobody is named either.
#[test]
fn a_hold_is_lifted_by_whoever_destroys() {
    for office in offices() {
        for maker in [HANDLER, CLERK] {
            office.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
            whose(&office, maker, &office.by(maker, "opgeheven"), "G731");
        }
    }
}

#[test]
fn a_declaration_stays_where_it_was_given() {
    for office in offices() {
        let line = "{attestation: lid-van-orde, on: 2022-01-10, by: m1, how: Ledenlijst van de Orde ingezien}";
        office.swap(PEOPLE, line, &line.replace("2022-01-10", "2021-01-10"));
        never(&office, OWNER, &office.by(OWNER, "eerder"), "G735");
        office.swap(PEOPLE, &format!("      - {line}\n"), "");
        office.edit(PEOPLE, |text| text.replacen("    attestations:\n  - key", "  - key", 1));
        never(&office, OWNER, &office.by(OWNER, "weg"), "G735");
        office.swap(
            CASE,
            "log:",
            "attestations:\n  - {attestation: voortgang-bewaakt, on: 2026-05-20, by: m5, how: gezegd}\n\nlog:",
        );
        let declared = office.by(DIRECTOR, "verklaard");
        office.taken(DIRECTOR, &declared);
        office.swap(CASE, "on: 2026-05-20, by: m5, how", "on: 2026-05-18, by: m5, how");
        never(&office, HANDLER, &office.by(HANDLER, "eerder"), "G735");
    }
}

#[test]
fn what_was_accepted_in_a_file_is_not_stretched() {
    let office = Office::new(true);
    let accepted = "accepted: [{path: site-templates/own.html, code: D602, why: nummer van de balie, by: m9}]\n";
    office.edit("klacht.yaml", |text| format!("{text}{accepted}"));
    let given = office.by(KEEPER, "aanvaard");
    office.taken(KEEPER, &given);
    office.desk.write("site-templates/own.html", "Bel 020-5550123.\n");
    let one = office.by(KEEPER, "balie");
    office.taken(KEEPER, &one);
    office.edit("site-templates/own.html", |text| format!("{text}Of 020-5550199.\n"));
    never(&office, KEEPER, &office.by(KEEPER, "nog een"), "G738");
}

#[test]
fn the_people_of_what_stands_stay_right() {
    let office = Office::new(true);
    let asked = "step: doorgevraagd\non:   2026-05-29\nby: m4\nto: [p1]\nchannel: telefoon";
    office.log(CASE, asked);
    office.taken(HANDLER, &office.by(HANDLER, "doorgevraagd"));
    let role = "role: binnendienst, from: 2025-06-01}\n    git: [m4@";
    let ends = |day: &str| role.replace('}', &format!(", until: {day}}}"));
    // The last entry of m4 is of 29 May, whatever blanks stand before that day.
    for (day, wrong) in [("2026-05-25", true), ("2026-05-28", true), ("2026-05-29", false)] {
        office.swap(PEOPLE, role, &ends(day));
        let commit = office.by(OWNER, "einde");
        let found = office.push("signature", OWNER, &commit);
        let said: Vec<&str> = found.iter().filter(|f| f.code == "G739").map(|f| f.message.en.as_str()).collect();
        assert_eq!(said.len(), usize::from(wrong), "{day}: {found:#?}");
        assert!(said.iter().all(|said| said.contains("K26-0003AN") && said.contains("m4 did not")), "{said:?}");
        office.undo();
    }
    let why = ends("2026-05-25").replace("until", "although: contract eerder geëindigd, until");
    let commit = office.swap(PEOPLE, role, &why).by(OWNER, "toch");
    assert!(!codes(&office.push("signature", OWNER, &commit), Severity::Hint).contains(&"G739"));
}
