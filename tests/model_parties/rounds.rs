//! Rounds, conditions, order and the external body: M21 to M28.

use super::desk::{BEGIN, Desk, ONE, PLAIN, TAKEN};

const DAY: &str = "2026-12-01";

/// As square-mile goes: no mediator in the first round, and what came after.
fn meridiaan(more: &str) -> Desk {
    let desk = Desk::with(&["square-mile"]);
    let entry = |step: &str, on: &str, rest: &str| format!("  - {{step: {step}, on: {on}, by: m2, ref: r-1{rest}}}\n");
    let mut log = entry("toegewezen", "2026-03-02", ", handler: m2");
    log += &entry("ontvangst-bevestigd", "2026-03-03", ", to: [p1], channel: e-mail");
    log += &entry("geregistreerd", "2026-03-03", "");
    log += &entry("trainer-gehoord", "2026-03-04", ", waived: geen-trainer-betrokken");
    log += &entry("deelnemer-gehoord", "2026-03-04", ", with: [p1]");
    log += &entry("dossieronderzoek", "2026-03-05", ", parts: [achtergrond, overeenkomst], overeenkomst: O-2");
    log += &entry("besproken", "2026-03-05", ", with: [p1]");
    log += &entry("besloten", "2026-03-06", ", beslissing: gegrond");
    log += &entry("uitkomst-gemeld", "2026-03-06", ", to: [p1], channel: e-mail, beslissing: gegrond");
    log += &entry("tevredenheid-vastgelegd", "2026-03-09", ", with: [p1], tevreden: nee");
    log += &entry("doorverwezen", "2026-03-09", ", to: [p1]");
    log += "  - {step: bemiddeling-afgezien, on: 2026-03-10, by: p1, ref: r-2, recorded_by: m2}\n";
    log += &entry("afgesloten", "2026-03-10", ", documenten: [d-1]");
    log += &entry("heropend", "2026-06-01", "");
    log += &entry("tevredenheid-vastgelegd", "2026-06-01", ", with: [p1], tevreden: nee");
    let head = "intake: {channel: e-mail}\nparties:\n  - {key: p1, role: deelnemer, as: complainant}\nfields: {klantnummer: c-101}";
    desk.case("square-mile", head, &(log + more));
    desk
}

#[test]
fn m21_what_was_given_up_in_one_round_is_not_given_up_in_the_next() {
    let referred = "  - {step: doorverwezen, on: 2026-06-02, by: m2, ref: r-3, to: [p1]}\n";
    let ruled = "  - {step: uitspraak-gedaan, on: 2026-06-20, by: m9, ref: r-4, to: [p1], recorded_by: m2}\n";
    let closed = "  - {step: afgesloten, on: 2026-06-22, by: m2, ref: r-5, documenten: [d-1]}\n";
    let codes = ["W202", "W203", "W204"];
    assert_eq!(meridiaan(&format!("{referred}{ruled}")).only(DAY, &codes), [""; 0]);
    assert_eq!(meridiaan(&format!("{referred}{closed}")).only(DAY, &codes), ["W204 afgesloten"]);
    // Not referred at all in this round: that is missed too.
    assert_eq!(meridiaan(closed).only(DAY, &codes), ["W204 afgesloten"]);
    let given_up = "  - {step: bemiddeling-afgezien, on: 2026-06-03, by: p1, ref: r-6, recorded_by: m2}\n";
    assert_eq!(meridiaan(&format!("{referred}{given_up}{closed}")).only(DAY, &codes), [""; 0]);
}

#[test]
fn m21_a_condition_counts_the_present_round_only_where_it_says_so() {
    let steps = |own: &str| {
        format!(
            "{BEGIN}
  - {{id: gebeld, name: G, by: [handler], after: [aangenomen], optional: true, quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], quote: x}}
  - {{id: open, name: O, does: reopen, by: [handler], after: [dicht], optional: true, quote: x}}
  - {{id: brief, name: B, by: [handler], after: [aangenomen], when: {{step: gebeld, at_least: 1{own}}}, optional: true, quote: x}}"
        )
    };
    let log = format!(
        "{TAKEN}  - {{step: gebeld, on: 2026-03-03, by: m1}}
  - {{step: dicht, on: 2026-03-03, by: m1}}
  - {{step: open, on: 2026-03-04, by: m1}}
  - {{step: brief, on: 2026-03-05, by: m1}}"
    );
    let found = |own| {
        let desk = Desk::plein(PLAIN, &steps(own), "");
        desk.case("plein", ONE, &log).found(DAY)
    };
    assert_eq!(found(""), [""; 0]);
    assert_eq!(found(", this_round: true"), ["W203 brief"]);
}

const STAGES: &str = "
  - {id: antwoord, name: A1, by: [handler], to: [complainant], after: [aangenomen], quote: x}
  - {id: klaar, name: K1, does: close, ends_as: decided, by: [handler], after: [antwoord], quote: x}
  - {id: nogmaals, name: N, does: reopen, by: [complainant], after: [klaar], optional: true, quote: x}
  - {id: herzien, name: H, by: [handler], to: [complainant], after: [nogmaals], quote: x}
  - {id: herzien-dicht, name: HD, does: close, ends_as: decided, by: [handler], after: [herzien], quote: x}
  - {id: nazorg, name: Z, by: [handler], after: [herzien-dicht], quote: x}";

#[test]
fn m22_what_a_reopening_asks_for_comes_before_any_closing() {
    let desk = || Desk::plein(PLAIN, &format!("{BEGIN}{STAGES}"), "");
    let begun = format!(
        "{TAKEN}  - {{step: antwoord, on: 2026-03-04, by: m1, to: [p1]}}
  - {{step: klaar, on: 2026-03-04, by: m1}}
  - {{step: nogmaals, on: 2026-03-10, by: p1, recorded_by: m1}}\n"
    );
    let herzien = "  - {step: herzien, on: 2026-03-12, by: m1, to: [p1]}\n";
    let again = "  - {step: nogmaals, on: 2026-03-20, by: p1, recorded_by: m1}\n";
    let found = |more: &str| desk().case("plein", ONE, &format!("{begun}{more}")).found(DAY);
    assert_eq!(found("  - {step: klaar, on: 2026-03-11, by: m1}"), ["W204 klaar"]);
    let closed = format!("{herzien}  - {{step: herzien-dicht, on: 2026-03-12, by: m1}}\n");
    assert_eq!(found(&closed), [""; 0]);
    // A third round asks for it once more, whichever step closes.
    let third = format!("{closed}{again}");
    assert_eq!(found(&format!("{third}  - {{step: klaar, on: 2026-03-21, by: m1}}")), ["W204 klaar"]);
    assert_eq!(found(&format!("{third}  - {{step: herzien-dicht, on: 2026-03-21, by: m1}}")), ["W202 herzien-dicht"]);
}

#[test]
fn m22_a_closing_that_answers_the_second_stage_is_not_replaced_by_that_of_the_first() {
    let steps = |more: &str| {
        format!(
            "{BEGIN}
  - {{id: antwoord, name: A1, does: close, ends_as: decided, by: [handler], to: [complainant], after: [aangenomen], quote: x}}
  - {{id: nogmaals, name: N, does: reopen, by: [complainant], after: [antwoord], optional: true, quote: x}}
  - {{id: laatste, name: L, does: close, ends_as: decided, by: [handler], to: [complainant], after: [nogmaals]{more}, quote: x}}"
        )
    };
    let log = |last: &str| {
        format!(
            "{TAKEN}  - {{step: antwoord, on: 2026-03-04, by: m1, to: [p1]}}
  - {{step: nogmaals, on: 2026-03-10, by: p1, recorded_by: m1}}
  - {{step: {last}, on: 2026-03-12, by: m1, to: [p1]}}\n"
        )
    };
    let found = |more: &str, last: &str| Desk::plein(PLAIN, &steps(more), "").case("plein", ONE, &log(last)).found(DAY);
    assert_eq!(found("", "antwoord"), ["W204 antwoord"]);
    assert_eq!(found("", "laatste"), [""; 0]);
    // Where it is one of two ways to end, the other is as good.
    assert_eq!(found(", optional: true", "antwoord"), [""; 0]);
}

const KLINKERDAM: &str = "intake: {channel: brief}\nparties:\n  - {key: p1, role: debiteur, as: complainant}\n\
                          topics: [incasso]\nmain_topic: incasso\nsealed: {fields: [name, narrative]}";
const KLINKERDAM_LOG: &str = "  - {step: klacht-vastgelegd, on: 2026-03-02, by: m3, reported_to: [m2]}
  - {step: toegewezen, on: 2026-03-02, by: m3, to: [m3], handler: m3, reported_to: [m2]}
  - {step: ontvangst-bevestigd, on: 2026-03-03, by: m3, to: [p1], channel: brief, streefdatum: 2026-03-20, reported_to: [m2]}
";

fn talk(on: u32, rest: &str) -> String {
    format!(
        "  - {{step: overleg-klager, on: 2026-03-{on:02}, by: m3, to: [p1], channel: brief, reported_to: [m2], {rest}}}\n"
    )
}

fn klinkerdam(more: &str) -> Vec<String> {
    let desk = Desk::with(&["cbmk"]);
    desk.case("cbmk", KLINKERDAM, &format!("{KLINKERDAM_LOG}{more}"));
    desk.only("2026-03-25", &["W202", "W203", "W204", "W206", "W218"])
}

#[test]
fn m23_who_never_agrees_is_pointed_to_the_appeal_after_a_new_attempt() {
    let none = |on| talk(on, "uitkomst: geen-overeenstemming");
    let again = "  - {step: heropend, on: 2026-03-11, by: m3, to: [p1], reported_to: [m2], streefdatum: 2026-04-01}\n";
    let appeal = "  - {step: beroep-gemeld, on: 2026-03-13, by: m3, to: [p1], reported_to: [m2]}\n";
    assert_eq!(klinkerdam(&format!("{}{again}{}{appeal}", none(10), none(12))), [""; 0]);
    // Without the new attempt, or without a talk in it, it is too early.
    let early = klinkerdam(&format!("{}{}{appeal}", none(10), none(12)));
    assert!(early.contains(&"W202 beroep-gemeld".to_owned()), "{early:?}");
    assert_eq!(klinkerdam(&format!("{}{again}{appeal}", none(10))), ["W202 beroep-gemeld"]);
}

const RULING: &str = "
  - {id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], quote: x}
  - {id: kamer-in, name: KI, by: [complainant], to: [kamer], after: [dicht], optional: true, quote: x}
  - {id: kamer-uit, name: KU, by: [kamer], to: [complainant], after: [kamer-in], optional: true, asks: [{key: gelijk, type: yes_no}], quote: x}
  - {id: voldaan, name: V, by: [handler], to: [complainant], after: [kamer-uit], optional: true, when: {field: gelijk, equals: ja}, quote: x}";
const WAY: &str = "escalations:
  - {id: kamer, body: kamer, who: [complainant], steps: {filed: kamer-in, ruled: kamer-uit, executed: voldaan}, binding: true, costs: none, file_within: 3 months, quote: x}";

fn ruled(more: &str) -> Desk {
    let desk = Desk::plein(PLAIN, &format!("{BEGIN}{RULING}"), WAY);
    let log = format!(
        "{TAKEN}  - {{step: dicht, on: 2026-03-03, by: m1}}
  - {{step: kamer-in, on: 2026-04-01, by: p1, to: [kamer], recorded_by: m1}}\n{more}"
    );
    desk.case("plein", ONE, &log);
    desk
}

#[test]
fn m24_a_binding_ruling_is_to_be_carried_out_though_the_step_is_optional() {
    let won = "  - {step: kamer-uit, on: 2026-05-01, by: kamer, to: [p1], recorded_by: m1, gelijk: ja}\n";
    let lost = won.replace("ja}", "nee}");
    let done = "  - {step: voldaan, on: 2026-05-04, by: m1, to: [p1]}\n";
    assert_eq!(ruled("").found(DAY), [""; 0]);
    assert_eq!(ruled(won).found(DAY), ["T319 kamer-uit"]);
    assert_eq!(ruled(won).found("2026-05-01"), [""; 0], "not on the day itself");
    assert_eq!(ruled(&lost).found(DAY), [""; 0]);
    assert_eq!(ruled(&format!("{won}{done}")).found(DAY), [""; 0]);
    // A second ruling is to be carried out as well.
    let second = "  - {step: kamer-in, on: 2026-06-01, by: p1, to: [kamer], recorded_by: m1}\n";
    let more = won.replace("2026-05-01", "2026-06-20");
    assert_eq!(ruled(&format!("{won}{done}{second}{more}")).only(DAY, &["T319"]), ["T319 kamer-uit"]);
}

#[test]
fn m24_the_words_say_who_has_to_act() {
    use klacht::docket::{Docket, State};
    let version = |id: &str| super::said::basis().policy.histories[id].clone();
    let history = version("interactie");
    let (_, version) = history.versions.last_key_value().unwrap();
    let text = "---\nid: K26-000013\nreceived: 2026-03-02\nintake: {channel: brief}\nparties:\n  - {key: p1, role: opdrachtgever, as: complainant}\nlog:\n  \
                - {step: geschil-voorgelegd, on: 2026-03-03, by: p1, to: [geschillenkamer]}\nMORE---\n";
    let state = |more: &str| {
        let case = klacht::case::read(&text.replace("MORE", more)).0.unwrap();
        let docket = Docket::replay(&case, version, &history.people);
        let duties: Vec<String> =
            docket.duties("2026-06-01".parse().unwrap()).iter().map(|d| d.step.id.clone()).collect();
        (docket.state(), duties.contains(&"uitspraak-nagekomen".to_owned()))
    };
    assert_eq!(state(""), (State::Escalated, false));
    let ruling = "  - {step: uitspraak-ontvangen, on: 2026-05-01, by: geschillenkamer, to: [p1, m2]}\n";
    assert_eq!(state(ruling), (State::Ruled, true));
    let done = format!("{ruling}  - {{step: uitspraak-nagekomen, on: 2026-05-02, by: m2, to: [p1]}}\n");
    assert!(!state(&done).1);
    assert_ne!(state(&done).0, State::Ruled);
}

#[test]
fn m26_an_entry_is_judged_with_what_it_says_itself() {
    let agreed = |amount: u32| talk(10, &format!("uitkomst: overeenstemming, bedrag: {amount}"));
    let sent = |amount: u32| {
        format!(
            "  - {{step: oplossing-bevestigd, on: 2026-03-12, by: m3, to: [p1], cc: [m2], channel: brief, bedrag: {amount}}}\n"
        )
    };
    let both = ["W202 oplossing-bevestigd", "W218 oplossing-bevestigd"];
    assert_eq!(klinkerdam(&format!("{}{}", agreed(0), sent(75))), both);
    assert_eq!(klinkerdam(&format!("{}{}", agreed(0), sent(0))), [""; 0]);
    assert_eq!(klinkerdam(&format!("{}{}", agreed(75), sent(75))), ["W202 oplossing-bevestigd"]);
}

#[test]
fn m26_closing_sees_the_answer_that_it_gives() {
    let steps = format!(
        "{BEGIN}
  - {{id: keuze, name: K, by: [handler], after: [aangenomen], when: {{field: schade, equals: ja}}, quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], asks: [{{key: schade, type: yes_no}}], quote: x}}"
    );
    let found = |said: &str| {
        let log = format!("{TAKEN}  - {{step: dicht, on: 2026-03-03, by: m1, schade: {said}}}");
        Desk::plein(PLAIN, &steps, "").case("plein", ONE, &log).found(DAY)
    };
    assert_eq!(found("nee"), [""; 0]);
    assert_eq!(found("ja"), ["W204 dicht"]);
}

#[test]
fn m27_what_was_agreed_last_is_what_counts() {
    let agreed = |on, amount: u32| talk(on, &format!("uitkomst: overeenstemming, bedrag: {amount}"));
    let asked = |on: u32, amount: u32| {
        format!(
            "  - {{step: directeur-geraadpleegd, on: 2026-03-{on:02}, by: m3, with: [m7], bedrag: {amount}, standpunt-directeur: eens, reported_to: [m2]}}\n"
        )
    };
    let sent = |on: u32, amount: u32| {
        format!(
            "  - {{step: oplossing-bevestigd, on: 2026-03-{on:02}, by: m3, to: [p1], cc: [m2], channel: brief, bedrag: {amount}}}\n"
        )
    };
    let told = "  - {step: opgelost-gemeld, on: 2026-03-16, by: m3, to: [m2]}\n";
    let first = format!("{}{}", agreed(4, 40), asked(5, 40));
    assert_eq!(klinkerdam(&format!("{first}{}{told}", sent(6, 40))), [""; 0]);
    let overtaken = ["W202 oplossing-bevestigd", "W218 oplossing-bevestigd"];
    assert_eq!(klinkerdam(&format!("{first}{}{}", agreed(9, 90), sent(10, 40))), overtaken);
    assert_eq!(klinkerdam(&format!("{first}{}{}", agreed(9, 90), sent(10, 90))), overtaken);
    let anew = format!("{first}{}{}{}", agreed(9, 90), asked(10, 90), sent(11, 90));
    assert_eq!(klinkerdam(&anew), [""; 0]);
    // Agreed anew after the letter: the letter no longer says what was agreed.
    let after = format!("{first}{}{}{told}", sent(6, 40), agreed(9, 90));
    assert_eq!(klinkerdam(&after), ["W202 opgelost-gemeld"]);
}

#[test]
fn m28_filing_after_the_period_is_told_and_not_refused() {
    let filed = |on: &str| {
        let desk = Desk::plein(PLAIN, &format!("{BEGIN}{RULING}"), WAY);
        let log = format!(
            "{TAKEN}  - {{step: dicht, on: 2026-03-03, by: m1}}
  - {{step: kamer-in, on: {on}, by: p1, to: [kamer], recorded_by: m1}}\n"
        );
        desk.case("plein", ONE, &log).only(DAY, &["T318"])
    };
    assert_eq!(filed("2026-06-03"), [""; 0], "the last day");
    assert_eq!(filed("2026-06-04"), ["T318 kamer-in"]);
}
