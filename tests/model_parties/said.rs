//! What a regulation can say: M74 and M75.

use std::path::Path;
use std::sync::LazyLock;

use klacht::context::Context;
use klacht::register::Register;

use super::desk::{BEGIN, Desk, ONE, PLAIN};

static BASIS: LazyLock<Context> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Context::read(&Register::folder(root).unwrap().work_tree().unwrap()).unwrap()
});

/// The regulations of this repository.
pub fn basis() -> &'static Context {
    &BASIS
}

const STEPS: &str = "
  - {id: ander, name: N, does: assign, by: [anyone], when: {same_person: [beheerder, respondent]}, quote: x}";
const ABOUT_M1: &str = "intake: {channel: brief}\nparties:\n  - {key: p1, role: bewoner, as: complainant}\n  \
                        - {key: p2, role: beheerder, as: respondent, person: m1}";

fn appointed(substitute: &str, who: &str) -> Vec<String> {
    let assignment = format!(
        "  step: [aangenomen, ander]\n  handler: {{by: fixed, role: beheerder, quote: x}}\n  exclude:
    - {{id: zelf, who: handler, not: [respondent], substitute: {substitute}, quote: x}}"
    );
    let desk = Desk::plein(&assignment, &format!("{BEGIN}{STEPS}"), "");
    let log = format!(
        "  - {{step: ander, on: 2026-03-03, by: m2, handler: {who}}}
  - {{step: aangenomen, on: 2026-03-03, by: m2, handler: {who}}}"
    );
    desk.case("plein", ABOUT_M1, &log).found("2026-03-04")
}

#[test]
fn m74_a_substitute_holds_the_role_that_the_regulation_names() {
    assert_eq!(appointed("ander", "m3"), [""; 0], "anybody of the staff, where no role is named");
    let role = "{step: ander, role: voorzitter}";
    assert_eq!(appointed(role, "m3"), ["R403 ander"]);
    assert_eq!(appointed(role, "m2"), [""; 0]);
    assert_eq!(appointed(role, "m5"), ["R403 ander"], "who held it once does not hold it now");
}

#[test]
fn m75_only_the_terms_that_are_named_stand_still() {
    let steps = format!(
        "{BEGIN}
  - {{id: vraag, name: V, by: [beheerder], to: [complainant], optional: true, quote: x}}
  - {{id: compleet, name: C, by: [complainant], after: [vraag], optional: true, quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], quote: x}}"
    );
    let overdue = |terms: &str| {
        let rest = format!(
            "intake: {{sealed: [name, signature], when_incomplete: {{do: suspend, step: vraag, until: compleet{terms}}}, quote: x}}
terms:
  - {{id: bevestigen, name: B, from: received, until: [aangenomen], within: 1 week, quote: x}}
  - {{id: afdoen, name: A, from: received, until: [dicht], within: 2 weeks, quote: x}}"
        );
        let desk = Desk::plein(PLAIN, &steps, &rest);
        let log = "  - {step: vraag, on: 2026-03-03, by: m1, to: [p1]}";
        desk.case("plein", &format!("{ONE}\nsealed: {{fields: [name]}}"), log).said("2026-05-01", "T310").len()
    };
    assert_eq!(overdue(""), 0);
    assert_eq!(overdue(", terms: [afdoen]"), 1);
    assert_eq!(overdue(", terms: [bevestigen, afdoen]"), 0);
}
