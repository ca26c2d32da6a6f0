//! What comes more than once: a judgement for each stage, a report beside the report.

use crate::model_growth::{CASE, Small};

const CLOSED: &str = "  - {id: gesloten, name: Klacht gesloten,";
const STAGE: &str = "  - {id: heroverwogen, name: Heroverwogen, by: [behandelaar], to: [complainant], after: [uitkomst], optional: true, asks: [{key: besluit, type: judgement}], quote: Daarna sluiten wij de klacht.}";
const SCALE: &str = "judgement: {step: uitkomst, key: besluit, required: true, quote: Daarna sluiten wij de klacht., scale: [{id: gegrond, name: Gegrond, means: upheld}, {id: ongegrond, name: Ongegrond, means: not-upheld}]}";

fn two_stages() -> Small {
    Small::new()
        .rules(CLOSED, &format!("{STAGE}\n{CLOSED}"))
        .rules(
            "{key: besluit, type: choice, values: [gegrond, ongegrond]}, {key: bedrag",
            "{key: besluit, type: judgement}, {key: bedrag",
        )
        .rules("milestones:", &format!("{SCALE}\nmilestones:"))
}

fn log(more: &str) -> String {
    format!(
        "  - {{step: bevestigd, on: 2026-03-03, by: m1, handler: m1, to: [p1]}}
  - {{step: uitkomst, on: 2026-03-10, by: m1, to: [p1], besluit: ongegrond, bedrag: 10}}\n{more}"
    )
}

#[test]
fn of_the_judgements_of_two_stages_the_last_counts() {
    let small = two_stages();
    let told = small.policy();
    assert!(!["P510", "P507", "C105"].iter().any(|code| told.names(code)), "{}", told.out);
    let again = "  - {step: heroverwogen, on: 2026-04-01, by: m1, to: [p1], besluit: gegrond}\n";
    for (more, counted) in [("", "ongegrond"), (again, "gegrond")] {
        let closed = format!("{more}  - {{step: gesloten, on: 2026-04-02, by: m1}}\n");
        small.case("2026-03-02", "", &log(&closed));
        let told = small.checked("2026-04-02");
        assert_eq!(told.code, Some(0), "{}", told.out);
        let letter = small.run(&["letter", "K26-000013", "outcome", "--today", "2026-04-02"]);
        assert!(letter.out.contains(if more.is_empty() { "Ongegrond" } else { "Gegrond" }), "{}", letter.out);
        let done = small.run(&["destroy", "K26-000013", "--by", "m1", "--today", "2027-04-03"]);
        assert_eq!(done.code, Some(0), "{}", done.out);
        let book = small.read("cases/veldhoeve/2026/yearbook.yaml");
        assert!(book.contains(&format!("judgement: {counted}")), "{book}");
        small.remove("cases/veldhoeve/2026/yearbook.yaml");
        small.remove(CASE);
    }
}

const REPORTS: &str = "reporting: {by: behandelaar, every: 1 year, quote: Wij bewaren de klacht 1 jaar na het sluiten., further: [{id: kwartaal, by: behandelaar, every: 3 months, parts: [aantallen], quote: Wij bewaren de klacht 1 jaar na het sluiten.}]}\n";

#[test]
fn a_report_beside_the_report_has_a_rhythm_of_its_own() {
    let small = Small::new().rules("retention:", &format!("{REPORTS}retention:"));
    let book = |reports: &str| {
        let text = format!("schema: klacht.yearbook/1\nreports:\n{reports}");
        small.write("cases/veldhoeve/2026/yearbook.yaml", &text);
    };
    let annual = "  - {on: 2026-04-01, by: m1, from: 2026-01-01, until: 2026-03-31}\n";
    let quarter =
        "  - {on: 2026-04-01, by: m1, from: 2026-01-01, until: 2026-03-31, further: kwartaal, parts: [aantallen]}\n";
    // One is not the other: the annual one leaves that of the quarter owed, and the other way round.
    book(annual);
    let told = small.checked("2026-07-02");
    assert!(told.names("T313") && told.out.contains("`kwartaal`"), "{}", told.out);
    book(quarter);
    assert!(!small.checked("2026-07-01").names("T313"));
    assert!(small.checked("2026-07-02").names("T313"));
    let told = small.checked("2027-01-02");
    assert_eq!(told.out.matches("[T313]").count(), 2, "{}", told.out);
    // It holds what it must, and is one that the regulation knows.
    book(&quarter.replace("aantallen", "lessen"));
    assert!(small.checked("2026-05-01").names("R409"));
    book(&quarter.replace("kwartaal", "maand"));
    let told = small.checked("2026-05-01");
    assert!(told.names("R409") && told.out.contains("`kwartaal`"), "{}", told.out);
    // A role that is nobody's is told of.
    let small = Small::new().rules(
        "retention:",
        &format!("{}retention:", REPORTS.replace("by: behandelaar, every: 3", "by: griffier, every: 3")),
    );
    assert!(small.policy().names("P506"), "{}", small.policy().out);
}
