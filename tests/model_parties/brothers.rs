//! Brothers of what other files try, in fragments of regulations that nobody wrote: what waits for somebody who cannot or does not
//! come, what excludes itself, what was promised or taken over and then not done.

use super::desk::{BEGIN, Desk, ONE, PLAIN, TAKEN};

const DAY: &str = "2026-06-01";
const FIRST: &str = "  - {id: aangenomen, name: A, does: assign, by: [anyone], quote: x}";
const CLOSE: &str =
    "\n  - {id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [besluit], quote: x}";

/// The steps from the first to the closing one, with these between them.
fn steps(between: &str) -> String {
    format!("{FIRST}\n{between}{CLOSE}")
}

#[test]
fn nobody_acts_who_is_kept_from_it_in_every_case() {
    let said = |by: &str, rule: &str| {
        let steps = steps(&format!("  - {{id: besluit, name: B, by: [{by}], after: [aangenomen], quote: x}}"));
        let assignment =
            format!("{PLAIN}\n  owner: {{role: voorzitter, quote: x}}\n  exclude: [{{id: e, {rule}, quote: x}}]");
        Desk::plein(&assignment, &steps, "").said(DAY, "P537")
    };
    for (by, rule) in [
        ("voorzitter", "who: voorzitter, not: [voorzitter]"),
        ("voorzitter", "who: voorzitter, not: [anyone]"),
        ("voorzitter", "who: voorzitter, not: [owner]"),
        ("owner", "who: besluit, not: [voorzitter]"),
        ("voorzitter", "who: besluit, not: [anyone]"),
        ("handler", "who: besluit, not: [beheerder]"),
        ("voorzitter", "who: handler, not: [beheerder]"),
    ] {
        assert_eq!(said(by, rule).len(), 1, "{by} {rule}");
    }
    for (by, rule) in [
        ("voorzitter", "who: voorzitter, not: [respondent]"),
        ("voorzitter, beheerder", "who: besluit, not: [voorzitter]"),
        ("voorzitter", "who: besluit, not: [anyone], waivable: true"),
        ("beheerder", "who: besluit, not: [handler]"),
        ("voorzitter", "who: handler, not: [owner]"),
    ] {
        assert_eq!(said(by, rule), [""; 0], "{by} {rule}");
    }
}

#[test]
fn no_case_waits_for_ever_for_somebody_outside() {
    let asked = "  - {id: gevraagd, name: G, by: [handler], after: [aangenomen], when: {incomplete: true}, optional: true, quote: x}
  - {id: aangevuld, name: V, by: [complainant], after: [gevraagd], when: {step: gevraagd, at_least: 1}, quote: x}
  - {id: besluit, name: B, by: [handler], after: [aangenomen, aangevuld], quote: x}";
    let suspends =
        "intake: {sealed: [name], when_incomplete: {do: suspend, step: gevraagd, until: aangevuld}, quote: x}
terms: [{id: t, name: T, from: received, until: [dicht], within: 6 weeks, quote: x}]";
    let agreed = "  - {id: voorstel, name: G, by: [handler], after: [aangenomen], quote: x}
  - {id: besluit, name: B, by: [complainant], after: [voorstel], quote: x}";
    let signed = agreed.replace("by: [complainant]", "by_each: [complainant, buur]");
    let with_staff = signed.replace("buur]", "handler]");
    let said = |between: &str, more: &str, rest: &str| {
        Desk::plein(PLAIN, &format!("{}{more}", steps(between)), rest).said(DAY, "P541")
    };
    let withdrawn =
        "\n  - {id: ingetrokken, name: I, does: end, ends_as: withdrawn, by: [complainant], optional: true, quote: x}";
    for more in ["", withdrawn] {
        let waiting = [(asked, suspends, "aangevuld"), (agreed, "", "besluit"), (&signed, "", "besluit")];
        // An offer is no signature.
        let offered = with_staff.replace("by_each", "offer_suffices: true, by_each");
        for (between, rest, step) in
            waiting.into_iter().chain([(&*with_staff, "", "besluit"), (&offered, "", "besluit")])
        {
            let found = said(between, more, rest);
            assert!(found.len() == 1 && found[0].contains(&format!("({step})")), "{step}{more}: {found:?}");
        }
    }
    // What does not come is closed without it; an external body does its work.
    let lapses = |after: &str| {
        format!(
            "\n  - {{id: vervallen, name: I, does: end, ends_as: inadmissible, by: [handler], after: [{after}], quote: x}}"
        )
    };
    assert_eq!(said(asked, &lapses("gevraagd"), suspends), [""; 0]);
    assert_eq!(said(agreed, &lapses("voorstel"), ""), [""; 0]);
    for by in ["by: [kamer]", "by: [complainant, handler]", "waivable: [geen-antwoord], by: [complainant]"] {
        assert_eq!(said(&agreed.replace("by: [complainant]", by), "", ""), [""; 0], "{by}");
    }
    assert_eq!(said(&with_staff.replace("by_each", "waivable: [niet-terug], by_each"), "", ""), [""; 0]);
    assert_eq!(said(&signed.replace("complainant, buur", "handler, kamer"), "", ""), [""; 0]);
}

#[test]
fn what_waits_for_itself_is_told_and_refused() {
    let besluit = |rest: &str| steps(&format!("  - {{id: besluit, name: B, by: [handler], {rest}, quote: x}}"));
    let each_other = "  - {id: bericht, name: Be, by: [handler], when: {step: besluit, at_least: 1}, quote: x}
  - {id: besluit, name: B, by: [handler], when: {step: bericht, at_least: 1}, quote: x}";
    let never = [
        besluit("when: {step: besluit, at_least: 1}"),
        besluit("when: {not: {step: aangenomen, at_least: 1}}, after: [aangenomen]"),
        besluit("when: {all: [{severity: zwaar}, {severity: licht}]}"),
        steps(each_other),
    ];
    let severity = "severity: {quote: x, list: [{id: licht, name: L}, {id: zwaar, name: Z}]}";
    let log = format!("{TAKEN}  - {{step: besluit, on: 2026-03-03, by: m1, x: ja}}");
    for steps in never {
        let desk = Desk::plein(PLAIN, &steps, severity);
        let found = desk.said(DAY, "P531");
        assert!(found.iter().any(|said| said.contains("(besluit)")), "{steps}: {found:?}");
        desk.case("plein", &format!("{ONE}\nseverity: licht"), &log);
        assert!(desk.found(DAY).contains(&"W203 besluit".to_owned()), "{steps}: {:?}", desk.found(DAY));
    }
    // An entry may say itself what its occasion is.
    let own = besluit("when: {field: x, equals: ja}, asks: [{key: x, type: choice, values: [ja, nee]}]");
    let desk = Desk::plein(PLAIN, &own, severity);
    assert_eq!(["P531", "P533", "P534"].map(|code| desk.said(DAY, code)), [(); 3].map(|()| Vec::<String>::new()));
    assert_eq!(desk.case("plein", &format!("{ONE}\nseverity: licht"), &log).only(DAY, &["W203"]), [""; 0]);
    let other = log.replace("x: ja", "x: nee");
    assert_eq!(desk.case("plein", &format!("{ONE}\nseverity: licht"), &other).only(DAY, &["W203"]), ["W203 besluit"]);
    // A message that follows the decision may have been sent before it: a recurring term demands nothing of what comes before it.
    let recurring = "  - {id: bericht, name: Be, by: [handler], after: [aangenomen], quote: x}
  - {id: besluit, name: B, by: [handler], after: [bericht], quote: x}";
    let term = "terms: [{id: t, name: T, from: besluit, until: [dicht], every: 2 weeks, step: bericht, quote: x}]";
    let desk = Desk::plein(PLAIN, &steps(recurring), term);
    assert_eq!(["P531", "P532", "P533"].map(|code| desk.said(DAY, code)), [(); 3].map(|()| Vec::<String>::new()));
    let log = format!(
        "{TAKEN}  - {{step: bericht, on: 2026-03-03, by: m1}}\n  - {{step: besluit, on: 2026-03-04, by: m1}}\n  - {{step: dicht, on: 2026-03-05, by: m1}}"
    );
    assert_eq!(desk.case("plein", ONE, &log).found(DAY), [""; 0]);
}

/// What was promised in the decision of the second stage is as open as what was promised in the first.
#[test]
fn a_measure_of_the_second_stage_is_kept_in_sight() {
    let steps = format!(
        "{BEGIN}
  - {{id: besluit, name: B, by: [voorzitter], after: [aangenomen], quote: x}}{CLOSE}
  - {{id: opnieuw, name: O, does: reopen, by: [complainant], after: [dicht], optional: true, quote: x}}
  - {{id: beroep, name: B2, by: [voorzitter], to: [complainant], after: [opnieuw], asks: [{{key: maatregel, type: item}}], quote: x}}
  - {{id: gesloten, name: G, does: close, ends_as: decided, by: [handler], after: [beroep], quote: x}}
  - {{id: nagegaan, name: N, by: [handler], after_any: [beroep, gesloten], each: {{step: beroep, key: maatregel}}, asks: [{{key: maatregel, type: item}}, {{key: genomen, type: yes_no}}], optional: true, quote: x}}"
    );
    let rest = "measures: {step: beroep, key: maatregel, verified: nagegaan, taken: {key: genomen, equals: ja}, quote: x}
retention: {regime: after-term, from: gesloten, keep: 1 month, by: voorzitter, leaves: tally, holds: [open-measure], quote: x}";
    let begun = format!(
        "{TAKEN}  - {{step: besluit, on: 2026-03-03, by: m2}}
  - {{step: dicht, on: 2026-03-04, by: m1}}
  - {{step: opnieuw, on: 2026-03-05, by: p1, recorded_by: m1}}
  - {{step: beroep, on: 2026-03-09, by: m2, to: [p1], maatregel: goot}}
  - {{step: gesloten, on: 2026-03-10, by: m1}}"
    );
    let looked = |on: &str, answer: &str| {
        format!("\n  - {{step: nagegaan, on: {on}, by: m1, maatregel: goot, genomen: {answer}}}")
    };
    let desk = Desk::plein(PLAIN, &steps, rest);
    let held = |more: &str| {
        let log = format!("{begun}{more}");
        desk.case("plein", ONE, &log);
        assert_eq!(desk.only(DAY, &["W203", "W204", "W205"]), [""; 0], "{more}");
        desk.is_held()
    };
    assert!(held(""), "nobody looked");
    assert!(held(&looked("2026-03-20", "nee")), "it was not done");
    assert!(!held(&looked("2026-03-20", "ja")));
    assert!(!held(&format!("{}{}", looked("2026-03-20", "nee"), looked("2026-04-20", "ja"))), "done after all");
    assert!(held(&format!("{}{}", looked("2026-03-20", "ja"), looked("2026-04-20", "nee"))), "no longer so");
}

/// A board that takes over an advice has to do what it says, as after a ruling: closing is refused before, and it is due.
#[test]
fn an_advice_that_was_taken_over_is_carried_out() {
    let with = |optional: &str| {
        format!(
            "{BEGIN}
  - {{id: advies, name: Ad, by: [kamer], after: [aangenomen], quote: x}}
  - {{id: besluit, name: B, by: [voorzitter], after: [advies], asks: [{{key: overgenomen, type: yes_no}}], quote: x}}
  - {{id: uitgevoerd, name: U, by: [handler], after: [besluit], when: {{field: overgenomen, equals: ja}}{optional}, quote: x}}{CLOSE}"
        )
    };
    let log = |answer: &str| {
        format!(
            "{TAKEN}  - {{step: advies, on: 2026-03-03, by: kamer, recorded_by: m1}}
  - {{step: besluit, on: 2026-03-04, by: m2, overgenomen: {answer}}}
  - {{step: dicht, on: 2026-03-05, by: m1}}"
        )
    };
    let found = |optional: &str, rest: &str, answer: &str| {
        Desk::plein(PLAIN, &with(optional), rest).case("plein", ONE, &log(answer)).found("2026-11-20")
    };
    assert_eq!(found("", "", "ja"), ["W204 dicht"]);
    assert_eq!(found("", "", "nee"), [""; 0]);
    // The regulation may leave it open; then nothing demands it.
    assert_eq!(found(", optional: true", "", "ja"), [""; 0]);
}

/// Of several who are to be asked whether they are satisfied, each is asked before the case goes, also where one speaks for them.
#[test]
fn the_case_waits_for_the_answer_of_each_complainant() {
    let steps = format!(
        "{BEGIN}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], quote: x}}
  - {{id: gevraagd, name: G, by: [handler], each: [complainant], after: [dicht], asks: [{{key: tevreden, type: satisfaction}}], quote: x}}"
    );
    let rest = "satisfaction: [{step: gevraagd, key: tevreden, of: complainant, quote: x}]
retention: {regime: after-term, from: dicht, keep: 1 month, by: voorzitter, leaves: tally, holds: [open-satisfaction], quote: x}";
    let desk = Desk::plein(PLAIN, &steps, rest);
    let held = |second: &str, asked: &[&str]| {
        let asked = asked.iter().map(|party| {
            format!("\n  - {{step: gevraagd, on: 2026-03-10, by: m1, party: {party}, tevreden: onbekend}}")
        });
        let log = format!("{TAKEN}  - {{step: dicht, on: 2026-03-05, by: m1}}{}", asked.collect::<String>());
        let head = format!("{ONE}\n  - {{key: p2, role: bewoner, as: complainant{second}}}");
        desk.case("plein", &head, &log);
        assert_eq!(desk.only(DAY, &["W202", "W203", "W205", "W209"]), [""; 0], "{log}");
        desk.is_held()
    };
    assert!(held("", &[]));
    assert!(held("", &["p1"]) && held("", &["p2"]), "one of the two");
    assert!(!held("", &["p1", "p2"]));
    assert!(held(", contact: true", &["p2"]), "he hears for both, and answers for himself");
}
