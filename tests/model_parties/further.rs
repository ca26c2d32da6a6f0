//! Further cases of the kinds that the other files try, each named by its row.

use super::desk::{BEGIN, Desk, ONE, PLAIN, TAKEN};

const DAY: &str = "2026-03-31";
const ZELF: &str = "  step: aangenomen\n  handler: {by: fixed, role: beheerder, quote: x}\n  exclude:\n    - {id: zelf, who: handler, not: [respondent], quote: x}";

#[test]
fn m29_a_party_without_a_role_may_be_of_the_staff() {
    let about = |party: &str, log: &str| {
        let desk = Desk::plein(ZELF, BEGIN, "");
        desk.case("plein", &format!("{ONE}\n{party}"), log);
        desk
    };
    let nobody = about("  - {key: p2, as: respondent}", TAKEN);
    assert_eq!(nobody.found(DAY), ["R404 aangenomen"]);
    assert!(
        nobody.said(DAY, "R404")[0].starts_with("nothing says who party `p2` is"),
        "{:?}",
        nobody.said(DAY, "R404")
    );
    assert_eq!(about("  - {key: p2, as: respondent, person: m3}", TAKEN).found(DAY), [""; 0]);
    assert_eq!(about("  - {key: p2, role: buur, as: respondent}", TAKEN).found(DAY), [""; 0]);
    // Nobody of the staff can be involved here.
    assert_eq!(about("  - {key: p2, as: involved}", TAKEN).found(DAY), [""; 0]);
}

#[test]
fn m32_a_letter_of_his_own_to_each_by_the_name_of_their_role() {
    let steps = format!(
        "{BEGIN}\n  - {{id: ingelicht, name: L, by: [handler], to: [buur], each: [respondent], after: [aangenomen], quote: x}}"
    );
    let two =
        format!("{ONE}\n  - {{key: p2, role: buur, as: respondent}}\n  - {{key: p3, role: buur, as: respondent}}");
    let found = |parties: &str, log: &str| {
        Desk::plein(PLAIN, &steps, "").case("plein", parties, &format!("{TAKEN}{log}")).found(DAY)
    };
    let letter = |to: &str| format!("  - {{step: ingelicht, on: 2026-03-03, by: m1, party: {to}, to: [{to}]}}\n");
    assert_eq!(found(&two, &(letter("p2") + &letter("p3"))), [""; 0]);
    // Where the role is wider than those for whom it is repeated, all of it is meant.
    let wider = two.replace("p3, role: buur, as: respondent", "p3, role: buur, as: involved");
    assert_eq!(found(&wider, &letter("p2")), ["W209 ingelicht"]);
}

#[test]
fn m48_people_that_are_not_there_are_one_error() {
    let desk = Desk::plein(ZELF, BEGIN, "");
    desk.case("plein", ONE, TAKEN);
    desk.write("policy/plein/people.yaml", "schema: klacht.people/1\npersons:\n  - {key: m1, rol: beheerder}\n");
    assert_eq!(desk.found(DAY), ["C105 persons[0].rol"]);
    desk.remove("policy/plein/people.yaml");
    assert_eq!(desk.found(DAY), ["C101 "]);
    assert!(desk.said(DAY, "C101")[0].contains("who holds which role"));
}

#[test]
fn m36_nobody_destroys_the_complaint_about_himself() {
    let by = |role: &str| {
        let rest = format!("retention: {{regime: after-term, from: ingetrokken, keep: 1 year, by: {role}, quote: x}}");
        let desk = Desk::plein(ZELF, BEGIN, &rest);
        desk.case("plein", &format!("{ONE}\n  - {{key: p2, role: beheerder, as: respondent, person: m3}}"), TAKEN);
        desk.destroyers(DAY)
    };
    assert_eq!(by("beheerder"), ["m1"], "who may not handle it does not destroy it either");
    assert_eq!(by("voorzitter"), ["m2", "m4"]);
}
