//! Mistakes put right at the desk: the receipt, and steps that others rest on.

use crate::common::{Office, root};

fn cmm() -> (Office, String) {
    let office = Office::new("cmm", "beeldhoek.example");
    let line = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative --commit";
    let id = office.on("2026-04-17").by("m3").open(line);
    (office, id)
}

fn receipt(id: &str) -> String {
    format!("step {id} correctie --of received --reason vergissing")
}

fn split(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

#[test]
fn a_correction_of_the_receipt_changes_its_day_and_nothing_else() {
    let (office, id) = cmm();
    let before = office.text(&id);
    office.say(&format!("{} --set received=2026-04-15 --commit", receipt(&id)));
    let after = office.text(&id);
    let log = "  - step: correctie\n    on: 2026-04-17\n    by: m3\n    of: received\n    reason: vergissing\n";
    assert!(after.contains(log), "{after}");
    let again = after.replace(log, "").replace("\nlog:\n", "").replace("received: 2026-04-15", "received: 2026-04-17");
    assert_eq!(again.replace('\n', ""), before.replace("\nlog: []", "").replace('\n', ""));
    let shown = office.say(&format!("show {id}"));
    assert!(shown.contains("wo 15 april 2026") && shown.contains("wo 29 april 2026"), "{shown}");
    office.done(&["check", "--history"]);
    // Back again, with another channel: both by one entry.
    office.say(&format!("{} --set received=2026-04-16 --set channel=post --commit", receipt(&id)));
    let text = office.text(&id);
    assert!(text.contains("received: 2026-04-16") && text.contains("channel: post"), "{text}");
    assert_eq!(text.matches("channel").count(), 1, "{text}");
}

#[test]
fn a_correction_of_the_receipt_that_changes_nothing_is_refused() {
    let (office, id) = cmm();
    for more in ["", " --set received=2026-04-17", " --set channel=e-mail"] {
        let said = office.refused(2, &split(&format!("{}{more}", receipt(&id))));
        assert!(said.contains("--set received=JJJJ-MM-DD of --set channel=…"), "{said}");
    }
    let said = office.refused(1, &split(&format!("{} --set received=ooit", receipt(&id))));
    assert!(said.contains("Er is niets geschreven"), "{said}");
    let said = office.refused(1, &split(&format!("{} --set channel=duif", receipt(&id))));
    assert!(said.contains("Er is niets geschreven"), "{said}");
}

#[test]
fn a_correction_is_not_older_than_the_receipt_and_holds_no_data() {
    let (office, id) = cmm();
    let line = format!("{} --set received=2026-04-16 --on 2026-04-15", receipt(&id));
    let said = office.refused(1, &split(&line));
    assert!(said.contains("W213") && said.contains("2026-04-16"), "{said}");
    office.say(&format!("acknowledge {id}"));
    let line = format!("step {id} correctie --of 1 --reason vergissing --set received=2026-04-16");
    let said = office.refused(1, &split(&line));
    assert!(said.contains("W208") && said.contains("`received`"), "{said}");
}

#[test]
fn a_corrected_day_in_another_month_leaves_the_file_where_it_is() {
    let (office, id) = cmm();
    let place = office.file(&id);
    office.say(&format!("{} --set received=2026-03-31 --commit", receipt(&id)));
    assert_eq!(office.file(&id), place);
    office.done(&["check", "--history"]);
    office.say(&format!("acknowledge {id}"));
    // Without a correction the folder still says the day of receipt.
    let wrong = office.text(&id).replace("of: received", "of: 1");
    std::fs::write(&place, wrong).unwrap();
    assert!(office.refused(1, &["check"]).contains("C109"));
}

#[test]
fn a_step_that_others_rest_on_is_corrected_and_taken_anew_but_not_made_in_time() {
    let office = Office::new("cbmk", "klinkerdam.example");
    let line = "new --channel e-mail --party debiteur --topic incasso --sealed name,narrative --commit";
    let id = office.on("2026-03-03").by("m5").open(line);
    office.say(&format!("step {id} klacht-vastgelegd --commit"));
    office.by("m2").say(&format!("step {id} toegewezen --handler m3 --commit"));
    let confirm = format!("bevestig {id} --channel e-mail --set streefdatum=2026-03-21");
    office.by("m3").say(&format!("{confirm} --commit"));
    office.on("2026-03-12").say(&format!("step {id} correctie --of 1 --reason vergissing --commit"));
    let shown = office.say(&format!("show {id}"));
    assert!(shown.contains("  klacht-vastgelegd – "), "a duty again: {shown}");
    assert!(shown.contains("  4. do 12 maart 2026  Correctie: van 1  [m3]"), "{shown}");
    assert!(office.done(&["--lang", "en", "show", &id]).contains("Correction: of 1"));
    office.by("m5").say(&format!("step {id} klacht-vastgelegd --commit"));
    office.by("m3").say(&format!("step {id} correctie --of 3 --reason vergissing --commit"));
    let late = office.refused(1, &split(&confirm));
    assert!(late.contains("fout[T301]") && late.contains("--late"), "in time it was not: {late}");
    office.say(&format!("{confirm} --late vergissing --commit"));
    office.done(&["check", "--history"]);
}

#[test]
fn an_ending_that_cannot_be_yet_is_not_to_be_taken_back() {
    let office = Office::new("cbmk", "klinkerdam.example");
    let text = std::fs::read_to_string(root().join("tests/requirements/base/cbmk/not-solved-appeal.md")).unwrap();
    let (open, _) = text.split_once("  - step: beroep-gemeld").unwrap();
    let id = "K25-0000D4";
    office.on("2025-09-25").by("m6").desk.write(&format!("cases/cbmk/2025/09/{id}.md"), format!("{open}---\n"));
    office.say(&format!("step {id} correctie --of 9 --reason vergissing"));
    let early = office.refused(1, &["refer", id, "--channel", "brief"]);
    assert!(early.contains("fout[W202]") && !early.contains("correctie --of"), "nothing is closed yet: {early}");
    assert!(early.contains("overleg-klager"), "{early}");
}
