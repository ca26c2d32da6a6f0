//! What must not come into a case: destruction, access, acceptances, facts and corrections of whoever may not.

use klacht::diagnostics::Severity;

use crate::authority::attacks::{never, offices, whose};
use crate::authority::office::{CASE, CLERK, DIRECTOR, EXCLUDED, FORMER, HANDLER, Office, STRENGTHS, TRAINER, codes};

#[test]
fn only_a_case_is_destroyed_and_only_in_ones_own_name() {
    for office in offices() {
        let stub = |id: &str, by: &str| format!("---\nid: {id}\ndestroyed: {{on: 2026-06-01, by: {by}}}\n---\n");
        office.desk.write("cases/academie/2026/04/K26-0004A6.md", stub("K26-0004A6", "m5"));
        let commit = office.by(DIRECTOR, "uit het niets");
        for strength in STRENGTHS {
            assert!(codes(&office.push(strength, DIRECTOR, &commit), Severity::Error).contains(&"G736"));
        }
        office.undo();
        office.desk.write(CASE, stub("K26-0003AN", "m2"));
        whose(&office, DIRECTOR, &office.by(DIRECTOR, "in andermans naam"), "G714");
        // A hold goes, or is lifted and used in one push.
        office.swap(CASE, "legal_hold: {since: 2026-05-20, reason: procedure}\n", "");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "weg"), "G737");
        office.swap(CASE, "reason: procedure}", "reason: niets}");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "anders"), "G737");
        office.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
        office.by(DIRECTOR, "opgeheven");
        office.desk.write(CASE, stub("K26-0003AN", "m5"));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "vernietigd"), "T311");
    }
}

#[test]
fn access_comes_with_a_role_or_a_standing_assignment() {
    for office in offices() {
        // By an entry of one's own commit, or of one's own push.
        office.log(CASE, "step: gereageerd\non: 2026-06-01\nby: m6\nto: [p1]\nchannel: e-mail\nhandler: m6");
        office.by(TRAINER, "ik behandel");
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        whose(&office, TRAINER, &office.by(TRAINER, "notitie"), "G713");
        for maker in [FORMER, TRAINER, EXCLUDED] {
            office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
            whose(&office, maker, &office.by(maker, "notitie"), "G713");
        }
        // The day that a commit bears is what its maker typed.
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        whose(&office, FORMER, &office.commit_on("2025-06-01", "notitie", FORMER), "G713");
    }
}

#[test]
fn an_acceptance_is_of_its_maker_and_of_what_stood_there() {
    for office in offices() {
        let accepted = "accepted: [{code: D602, why: nummer van de balie, by: m4}]\n\nlog:";
        office.swap(CASE, "log:", accepted);
        whose(&office, CLERK, &office.by(CLERK, "in andermans naam"), "G714");
        office.swap(CASE, "log:", accepted);
        office.edit(CASE, |text| format!("{text}\nDe balie: 020-5550123.\n"));
        let commit = office.by(HANDLER, "aanvaard");
        office.taken(HANDLER, &commit);
        office.edit(CASE, |text| format!("{text}\nEn ook 020-5550199.\n"));
        never(&office, HANDLER, &office.by(HANDLER, "nog een"), "G738");
    }
}

#[test]
fn facts_change_with_a_correction_and_by_whom_they_may() {
    for office in offices() {
        for (was, now) in
            [("role: cursist", "role: trainer"), ("person: m10", "person: m9"), ("as: respondent", "as: involved")]
        {
            office.swap(CASE, was, now);
            never(&office, HANDLER, &office.by(HANDLER, "feit"), "G730");
        }
        office.swap(CASE, "person: m10", "person: m9");
        office.log(CASE, "step: correctie\nof: p2\non: 2026-06-01\nby: m10\nreason: vergissing");
        let commit = office.by(EXCLUDED, "ik niet");
        for strength in ["transport", "signature"] {
            assert_ne!(codes(&office.push(strength, EXCLUDED, &commit), Severity::Error), Vec::<&str>::new());
        }
        office.undo();
        office.edit(CASE, |text| text.rsplit_once("---\n").unwrap().0.to_owned() + "---\n");
        let told = office.push("signature", HANDLER, &office.by(HANDLER, "notities weg"));
        assert!(codes(&told, Severity::Hint).contains(&"G730"), "{told:#?}");
        office.undo();
    }
}

#[test]
fn a_step_is_taken_back_by_whom_it_may_be_taken() {
    for office in offices() {
        office.log(CASE, "step: correctie\nof: 5\non: 2026-06-01\nby: m5\nreason: vergissing");
        whose(&office, DIRECTOR, &office.by(DIRECTOR, "van een ander"), "G731");
    }
}

#[test]
fn what_was_destroyed_does_not_come_back_and_stays_as_it_is() {
    let office = Office::new(true);
    let case = office.read(CASE);
    office.desk.write(CASE, "---\nid: K26-0003AN\ndestroyed: {on: 2026-06-01, by: m5}\n---\n");
    let gone = office.by(DIRECTOR, "vernietigd");
    for strength in STRENGTHS {
        office.server(strength).git(&["update-ref", "refs/heads/main", &gone]);
    }
    office.desk.write(CASE, case);
    never(&office, HANDLER, &office.by(HANDLER, "terug"), "G736");
    office.swap(CASE, "by: m5", "by: m2");
    never(&office, DIRECTOR, &office.by(DIRECTOR, "een ander"), "G736");
    office.swap(CASE, "2026-06-01", "2026-05-31");
    never(&office, DIRECTOR, &office.by(DIRECTOR, "eerder"), "G736");
}
