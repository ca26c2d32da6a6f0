//! Further cases of the kinds that the other files try, each named by its row.

use super::{case, house};

/// A term that waits for four steps, of which a case need not have all.
const FOUR: &str = "
  - {id: klager, name: Aan de klager, by: [behandelaar]}!
  - {id: intern, name: Binnen de organisatie, by: [behandelaar], when: {step: besproken}}!
  - {id: gehoord, name: Gehoord, by: [behandelaar], each: [respondent]}!
  - {id: besproken, name: Besproken, by: [behandelaar], optional: true}!
terms:
  - {id: alles, name: Alles, until: {all: [klager, intern, gehoord]}, within: 4 weeks}!
  - {id: berichten, name: Berichten, until: {all: [klager, intern]}, every: 2 weeks, step: besproken}!
";

#[test]
fn m07_a_clock_waits_for_no_step_that_the_case_does_not_have() {
    let house = house(&FOUR.replace(
        "  - {id: berichten, name: Berichten, until: {all: [klager, intern]}, every: 2 weeks, step: besproken}!\n",
        "",
    ));
    let with = |more: &[&'static str]| case("2026-03-02", &[&["toegewezen 2026-03-02 handler: m1"], more].concat());
    let done = with(&["klager 2026-03-16"]);
    house.finds(&done, "2026-11-20", &[]);
    house.duties_are(&done, &[]);
    let half = with(&["besproken 2026-03-03", "klager 2026-03-16"]);
    house.finds(&half, "2026-11-20", &[("T310", "Mon 30 March 2026")]);
    house.duties_are(&half, &[("intern", "2026-03-30")]);
    house.finds(&with(&["klager 2026-04-02"]), "2026-11-20", &[("T301", "“Aan de klager”")]);
}

#[test]
fn m07_messages_stop_with_the_last_step_that_the_case_has() {
    let messages = "  - {id: alles, name: Alles, until: {all: [klager, intern, gehoord]}, within: 4 weeks}!\n";
    let house = house(&FOUR.replace(messages, ""));
    let log = ["toegewezen 2026-03-02 handler: m1", "klager 2026-03-13"];
    house.finds(&case("2026-03-02", &log), "2026-11-20", &[]);
}

#[test]
fn m06_what_is_promised_again_is_done_again() {
    let house = house(
        "
  - {id: beloofd, name: Beloofd, by: [behandelaar], optional: true, asks: [{key: ding, type: item}, {key: dag, type: date}]}!
  - {id: hersteld, name: Hersteld, by: [behandelaar], each: {step: beloofd, key: ding}}!
  - {id: dicht, name: Dicht, does: close, ends_as: decided, by: [behandelaar], after: [toegewezen]}!
  - {id: heropend, name: Heropend, does: reopen, by: [complainant], after: [dicht], optional: true}!
terms:
  - {id: belofte, name: Belofte, from: beloofd, until: [hersteld], agreed: {step: beloofd, key: dag}}!
",
    );
    let log = [
        "toegewezen 2026-03-02 handler: m1",
        "beloofd 2026-03-03 ding: goot, dag: 2026-03-20",
        "hersteld 2026-03-10 ding: goot",
        "dicht 2026-03-11",
        "heropend 2026-03-12 by: p1, recorded_by: m1",
        "beloofd 2026-03-13 ding: goot, dag: 2026-04-10",
    ];
    house.finds(
        &case("2026-03-02", &[&log[..], &["dicht 2026-03-16"]].concat()),
        "2026-03-16",
        &[("W204", "“Hersteld”")],
    );
    house.finds(&case("2026-03-02", &[&log[..5], &["dicht 2026-03-16"]].concat()), "2026-03-16", &[]);
    let done = ["hersteld 2026-03-16 ding: goot", "dicht 2026-03-16"];
    house.finds(&case("2026-03-02", &[&log[..], &done].concat()), "2026-03-16", &[]);
    // Nobody is asked twice for what only the words of the promise were put right of.
    let corrected = [
        "toegewezen 2026-03-02 handler: m1",
        "beloofd 2026-03-03 ding: goot, dag: 2026-03-20",
        "hersteld 2026-03-10 ding: goot",
        "correctie 2026-03-11 of: 2, reason: verkeerde dag",
        "beloofd 2026-03-11 ding: goot, dag: 2026-03-21",
        "dicht 2026-03-16",
    ];
    house.finds(&case("2026-03-02", &corrected), "2026-03-16", &[]);
}

/// Two terms, each with an extension of its own, of which the notice is one step.
const TWO_RULES: &str = "
  - {id: advies, name: Advies, by: [behandelaar], optional: true}!
  - {id: verlengd, name: Verlengd, by: [behandelaar], optional: true, asks: [{key: dag, type: date}]}!
  - {id: uitkomst, name: Uitkomst, by: [behandelaar]}!
terms:
  - {id: advies, name: Adviestermijn, until: [advies], within: 2 weeks}!
  - {id: uitkomst, name: Uitkomsttermijn, until: [uitkomst], within: 6 weeks}!
extensions:
  - {id: kort, terms: [advies], step: verlengd, new_date: dag, notice: within-term, at_most: 1 week, times: 1}!
  - {id: lang, terms: [uitkomst], step: verlengd, new_date: dag, notice: within-term, at_most: 4 weeks}!
";

#[test]
fn m16_a_notice_is_meant_for_the_term_to_which_its_date_can_belong() {
    let house = house(&TWO_RULES.replace("until: [", "from: received, until: ["));
    let with = |more: &[&'static str]| case("2026-03-02", &[&["toegewezen 2026-03-02 handler: m1"], more].concat());
    // The advice is due on 16 March, the outcome on 13 April.
    let short = with(&["verlengd 2026-03-12 dag: 2026-03-20", "advies 2026-03-20", "uitkomst 2026-04-13"]);
    house.finds(&short, "2026-05-01", &[]);
    let long = with(&["verlengd 2026-03-12 dag: 2026-05-08", "advies 2026-03-16", "uitkomst 2026-05-08"]);
    house.finds(&long, "2026-05-08", &[]);
    let late = with(&["verlengd 2026-03-12 dag: 2026-05-08", "advies 2026-03-17", "uitkomst 2026-05-08"]);
    house.finds(&late, "2026-05-08", &[("T301", "Mon 16 March 2026")]);
    house.finds(
        &with(&["verlengd 2026-03-12 dag: 2026-06-08"]),
        "2026-03-12",
        &[("T305", "at most"), ("T305", "at most")],
    );
    house.finds(&with(&["verlengd 2026-03-12 dag: 2026-03-16"]), "2026-03-12", &[("T306", ""), ("T306", "")]);
}
