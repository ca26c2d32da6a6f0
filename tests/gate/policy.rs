//! What a server accepts and refuses of the policy, of what a yearbook keeps, and of cases that go.

use crate::gate::office::{CASE, Office, REGULATION, Story, VERSION, codes};

const BOOK: &str = "cases/cbmk/2025/yearbook.yaml";
const STUB: &str = "---\nid: K25-0000A7\n\ndestroyed: {on: 2025-03-20, by: m1}\n---\n";
const ROW: &str = "  - {received: 2025-Q1, topic: incasso, channel: e-mail, complainant: debiteur, judgement: overeenstemming, \
                   ended: settled, satisfied: ja, timeliness: in-time, band: half, acknowledgement: in-time, \
                   escalation: none, reopening: none, redress: none, closed: 2025-Q1}\n";

fn read(office: &Office, path: &str) -> String {
    std::fs::read_to_string(office.desk.path().join(path)).unwrap()
}

fn grown(entries: usize) -> Office {
    let office = Office::new();
    office.grow(entries);
    office.accepts(&["main"]);
    office
}

#[test]
fn the_policy_changes_in_a_commit_of_its_own() {
    let office = grown(3);
    let people = format!("policy/{REGULATION}/people.yaml");
    let colleague = format!("{}  - key: m9\n    git: [m9@klinkerdam.example]\n", read(&office, &people));
    office.on(&Story::plain().day(4));
    office.desk.write(&people, &colleague).write(CASE, Story::plain().with(4)).commit("Alles tegelijk");
    office.refuses(&["main"], &["G707"]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk.write(&people, &colleague).commit("Nieuwe collega");
    office.desk.write(CASE, Story::plain().with(4)).commit("Klacht bijgewerkt");
    office.accepts(&["main"]);
}

#[test]
fn a_version_under_which_cases_stand_is_not_edited() {
    for file in ["regulation.yaml", "text.nl.md"] {
        let office = grown(3);
        let path = format!("{VERSION}/{file}");
        let ending = if file.ends_with("yaml") { "# Een woord erbij.\n" } else { "\nEen woord erbij.\n" };
        office.desk.write(&path, read(&office, &path) + ending).commit("Bijgewerkt");
        let pushed = office.push(&["main"]);
        assert!(!pushed.accepted && codes(&pushed.text).contains(&"G708".to_owned()), "{}", pushed.text);
    }
}

#[test]
fn an_edit_is_not_brought_past_the_cases_by_merging_the_other_way_round() {
    let office = Office::new();
    office.desk.branch("side");
    let path = format!("{VERSION}/regulation.yaml");
    office.desk.write(&path, read(&office, &path) + "# Een woord erbij.\n").commit("Bijgewerkt");
    office.desk.switch("main");
    office.grow(3);
    office.accepts(&["main"]);
    office.desk.switch("side");
    office.desk.git(&["merge", "--quiet", "--no-edit", "main"]);
    office.refuses(&["side:main"], &["G708"]);
}

#[test]
fn a_new_version_is_a_new_folder() {
    let office = grown(3);
    let folder = format!("policy/{REGULATION}/2027-01-01");
    let regulation = read(&office, &format!("{VERSION}/regulation.yaml"));
    let regulation = regulation.replace("valid_from: 2022-01-01", "valid_from: 2027-01-01");
    office.desk.write(&format!("{folder}/regulation.yaml"), &regulation);
    let text = read(&office, &format!("{VERSION}/text.nl.md")).replace("1 januari 2022", "1 januari 2027");
    office.desk.write(&format!("{folder}/text.nl.md"), text);
    office.desk.commit("Nieuwe regeling");
    office.accepts(&["main"]);
    // And in it, an unknown key is an error.
    let later = format!("policy/{REGULATION}/2028-01-01");
    let odd = regulation.replace("valid_from: 2027-01-01", "valid_from: 2028-01-01\ncolour: red");
    office.desk.write(&format!("{later}/regulation.yaml"), odd);
    office.desk.write(&format!("{later}/text.nl.md"), read(&office, &format!("{VERSION}/text.nl.md")));
    office.desk.commit("Nog een regeling");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && pushed.text.contains("colour"), "{}", pushed.text);
}

#[test]
fn settings_are_checked_as_well() {
    let office = Office::new();
    office.desk.write("klacht.yaml", "schema: klacht.register/1\ncolour: red\n").commit("Kleur");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && pushed.text.contains("colour"), "{}", pushed.text);
}

#[test]
fn no_file_is_larger_than_the_settings_allow() {
    let office = grown(3);
    let allowing = |bytes: usize| format!("schema: klacht.register/1\nprotected: [main]\nmax_bytes: {bytes}\n");
    // So little that nobody could read the regulation any more.
    office.desk.write("klacht.yaml", allowing(300)).commit("Te weinig");
    office.refuses(&["main"], &["C101"]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    let files = std::fs::read_dir(office.desk.path().join(VERSION)).unwrap();
    let largest = files.map(|f| usize::try_from(f.unwrap().metadata().unwrap().len()).unwrap()).max().unwrap();
    office.desk.write("klacht.yaml", allowing(largest)).commit("Genoeg voor de regeling");
    office.accepts(&["main"]);
    // A case that is larger, also in the commit that would allow it.
    let large = Story::plain().with(4) + &"Een gewone regel.\n".repeat(largest / 10);
    office.on(&Story::plain().day(4));
    office.desk.write(CASE, &large).commit("Te groot");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G721".to_owned()), "{}", pushed.text);
    assert!(pushed.text.contains(&largest.to_string()), "{}", pushed.text);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk.write(CASE, &large).write("klacht.yaml", allowing(large.len())).commit("Allebei");
    office.refuses(&["main"], &["G707", "G721"]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk.write("klacht.yaml", allowing(large.len())).commit("Meer");
    office.desk.write(CASE, &large).commit("Past nu");
    office.accepts(&["main"]);
    office.desk.write("klacht.yaml", allowing(1 << 30)).commit("Meer dan het programma leest");
    office.refuses(&["main"], &["C107"]);
}

#[test]
fn the_register_is_not_locked_from_inside() {
    let office = Office::new();
    let people = format!("policy/{REGULATION}/people.yaml");
    let gone =
        read(&office, &people).replace("from: 20", "until: 2025-01-01, from: 20").replace(", until: 2025-06-30", "");
    office.on("2025-02-01").desk.write(&people, gone).commit("Iedereen weg");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G719".to_owned()), "{}", pushed.text);
}

#[test]
fn a_case_is_not_deleted_and_not_moved() {
    let office = grown(3);
    office.desk.git(&["rm", "--quiet", CASE]);
    office.desk.commit("Weg");
    office.refuses(&["main"], &["G704"]);
    let office = grown(3);
    std::fs::create_dir_all(office.desk.path().join("cases/cbmk/2025/04")).unwrap();
    office.desk.git(&["mv", CASE, "cases/cbmk/2025/04/K25-0000A7.md"]);
    office.desk.commit("Verplaatst");
    office.refuses(&["main"], &["C109", "G705"]);
}

/// Every way in which a case can change its place, each with what refuses it.
#[test]
fn no_case_goes_to_another_folder_year_or_regulation() {
    let name = CASE.rsplit('/').next().unwrap();
    let moved = |to: &str, change: &dyn Fn(String) -> String, keep: bool| {
        let office = grown(3);
        let path = office.desk.path().join(to);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = change(read(&office, CASE));
        if !keep {
            office.desk.git(&["rm", "--quiet", CASE]);
        }
        office.desk.write(to, text).commit("Verplaatst");
        let pushed = office.push(&["main"]);
        assert!(!pushed.accepted, "{to}: {}", pushed.text);
        (codes(&pushed.text), pushed.text)
    };
    let same = |text: String| text;
    let earlier = |text: String| text.replace("received: 2025-", "received: 2024-");
    let month = format!("cases/{REGULATION}/2025/11/{name}");
    let year = format!("cases/{REGULATION}/2024/03/{name}");
    assert!(moved(&month, &same, false).0.contains(&"G705".to_owned()));
    let other = moved(&format!("cases/cmm/2025/03/{name}"), &same, false);
    assert!(other.0.contains(&"G705".to_owned()) && other.1.contains("--regulation cmm"), "{}", other.1);
    // With its day of receipt to fit, and as a copy beside itself: where nobody looks for its like.
    for keep in [false, true] {
        let (codes, text) = moved(&year, &earlier, keep);
        assert!(codes.contains(&"C109".to_owned()), "{text}");
        assert_eq!(codes.contains(&"G705".to_owned()), !keep, "{text}");
    }
}

#[test]
fn a_case_is_destroyed_as_the_regulation_wants() {
    let all = Story::plain().len();
    let office = grown(all);
    office.on("2025-03-20").desk.write(CASE, STUB).write(BOOK, format!("schema: klacht.yearbook/1\ntally:\n{ROW}"));
    office.desk.commit("Vernietigd");
    office.accepts(&["main"]);
    // What was counted stays counted.
    office.desk.write(BOOK, "schema: klacht.yearbook/1\ntally: []\n").commit("Geteld en weer niet");
    office.refuses(&["main"], &["G720"]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.desk.git(&["rm", "--quiet", BOOK]);
    office.desk.commit("Jaarboek weg");
    office.refuses(&["main"], &["G720"]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    // And what was destroyed does not come back.
    office.desk.write(CASE, Story::plain().with(all)).commit("Toch weer");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G706".to_owned()), "{}", pushed.text);
}

#[test]
fn a_case_is_not_destroyed_too_early_or_without_a_trace() {
    let office = grown(3);
    office.on("2025-03-20").desk.write(CASE, STUB).commit("Te vroeg");
    office.refuses(&["main"], &["G718", "T311"]);
    let office = grown(Story::plain().len());
    office.on("2025-03-20").desk.write(CASE, STUB).commit("Zonder telling");
    office.refuses(&["main"], &["G718"]);
    // A row of which somebody left out, or changed, what the case was.
    for wrong in ["  - {received: 2025-Q1}\n", &ROW.replace("band: half", "band: whole")] {
        let office = grown(Story::plain().len());
        let book = format!("schema: klacht.yearbook/1\ntally:\n{wrong}");
        office.on("2025-03-20").desk.write(CASE, STUB).write(BOOK, book);
        office.desk.commit("Met een regel van iets anders");
        office.refuses(&["main"], &["G718"]);
    }
}

#[test]
fn a_rule_that_the_register_made_milder_does_not_refuse() {
    let bad = Story::plain().with(3).replace("    to: [m3]\n", "");
    for (severities, accepted) in [("", false), ("severities: [{code: W209, severity: warning}]\n", true)] {
        let office = Office::with(&format!("schema: klacht.register/1\nprotected: [main]\n{severities}"));
        office.on(&Story::plain().day(3)).desk.write(CASE, &bad).commit("Klacht");
        let pushed = office.push(&["main"]);
        assert_eq!(pushed.accepted, accepted, "{}", pushed.text);
        assert!(pushed.text.contains("W209"), "{}", pushed.text);
    }
}

#[test]
fn the_receipt_is_corrected_once_for_each_correction() {
    let office = grown(3);
    let story = Story::plain();
    let entry = "  - step: correctie\n    of: received\n    reason: datum van het poststempel\n    on: 2025-03-06\n    by: m3\n";
    let corrected = story
        .with(3)
        .replace("received: 2025-03-03", "received: 2025-03-02")
        .replace("---\nDe ", &format!("{entry}---\nDe "));
    office.on("2025-03-06").desk.write(CASE, &corrected).commit("Gecorrigeerd");
    office.accepts(&["main"]);
    let again = corrected.replace("received: 2025-03-02", "received: 2025-03-01");
    office.desk.write(CASE, again).commit("Nog eens");
    office.refuses(&["main"], &["G706"]);
}

#[test]
fn a_case_that_is_kept_too_long_does_not_hold_up_who_writes_in_it() {
    let all = Story::plain().len();
    let office = grown(all);
    let text = format!("{}Nog een notitie.\n", Story::plain().with(all));
    office.on("2025-06-01").desk.write(CASE, text).commit("Notitie");
    let pushed = office.push(&["main"]);
    assert!(pushed.accepted && pushed.text.contains("waarschuwing T312"), "{}", pushed.text);
}
