//! What the search over a regulation finds: M23 and M25.

use super::desk::{BEGIN, Desk, PLAIN};

const DAY: &str = "2026-06-01";

#[test]
fn m25_a_ruling_that_shuts_out_what_closing_asks_for() {
    let steps = |more: &str| {
        format!(
            "{BEGIN}
  - {{id: oordeel, name: O, by: [handler], after: [aangenomen], quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [oordeel], quote: x}}
  - {{id: kamer-in, name: KI, by: [complainant], after_any: [aangenomen, dicht], optional: true, quote: x}}
  - {{id: kamer-uit, name: KU, by: [kamer], after: [kamer-in], optional: true, quote: x}}
  - {{id: voldaan, name: V, by: [handler], after: [kamer-uit], optional: true, quote: x}}{more}"
        )
    };
    let way = "escalations:
  - {id: kamer, body: kamer, who: [complainant], steps: {filed: kamer-in, ruled: kamer-uit, executed: voldaan}, binding: BINDS, costs: none, quote: x}";
    let said =
        |more: &str, binds: &str| Desk::plein(PLAIN, &steps(more), &way.replace("BINDS", binds)).said(DAY, "P533");
    let dead = said("", "true");
    assert_eq!(dead.len(), 1, "{dead:?}");
    assert!(dead[0].contains("kamer-in → kamer-uit"), "the way is told: {}", dead[0]);
    let end = "\n  - {id: einde, name: E, does: end, ends_as: decided, by: [handler], after: [voldaan], quote: x}";
    assert_eq!(said(end, "true"), [""; 0]);
    assert_eq!(said("", "false"), [""; 0]);
}

#[test]
fn m23_a_case_that_ends_only_when_the_other_side_gives_in() {
    let steps = |more: &str| {
        format!(
            "{BEGIN}
  - {{id: gesprek, name: G, by: [handler], after: [aangenomen], asks: [{{key: eens, type: judgement}}], quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: settled, by: [handler], after: [gesprek], when: {{field: eens, equals: samen}}, quote: x}}{more}"
        )
    };
    let scale = "judgement: {step: gesprek, key: eens, quote: x, scale: [{id: samen, name: S, means: resolved}, {id: niet, name: N, means: not-resolved}]}";
    let said = |more: &str| Desk::plein(PLAIN, &steps(more), scale).said(DAY, "P541");
    let stuck = said("");
    assert_eq!(stuck.len(), 1, "{stuck:?}");
    assert!(stuck[0].contains("eens: niet"), "{}", stuck[0]);
    let other = "\n  - {id: beroep, name: B, does: close, ends_as: decided, by: [handler], after: [gesprek], when: {field: eens, equals: niet}, quote: x}";
    assert_eq!(said(other), [""; 0]);
    assert_eq!(Desk::with(&["cbmk", "academie", "interactie", "cmm", "square-mile"]).said(DAY, "P541"), [""; 0]);
}
