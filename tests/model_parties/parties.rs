//! Parties and roles: M29 to M39.

use std::path::Path;

use klacht::casework::{Counter, PERSON, Values, Workspace};

use super::desk::{BEGIN, Desk, ONE, PLAIN, TAKEN};

const DAY: &str = "2026-03-31";

/// A complaint about somebody, with an exclusion of whoever handles.
fn about(party: &str, log: &str) -> Vec<String> {
    let assignment = "  step: aangenomen\n  handler: {by: fixed, role: beheerder, quote: x}\n  exclude:\n    - {id: zelf, who: handler, not: [respondent], quote: x}";
    let steps =
        format!("{BEGIN}\n  - {{id: bezocht, name: B, by: [handler], after: [aangenomen], optional: true, quote: x}}");
    Desk::plein(assignment, &steps, "").case("plein", &format!("{ONE}\n{party}"), log).found(DAY)
}

#[test]
fn m29_a_member_of_staff_who_is_accused_is_named_before_anybody_handles() {
    let unknown = "  - {key: p2, role: beheerder, as: respondent}";
    assert_eq!(about(unknown, TAKEN), ["R404 aangenomen"]);
    assert_eq!(about("  - {key: p2, role: voorzitter, as: respondent}", TAKEN), ["R404 aangenomen"]);
    assert_eq!(about("  - {key: p2, role: beheerder, as: respondent, person: m3}", TAKEN), [""; 0]);
    assert_eq!(about("  - {key: p2, role: beheerder, as: respondent, person: m1}", TAKEN), ["R404 aangenomen"]);
    assert_eq!(about("  - {key: p2, role: buur, as: respondent}", TAKEN), [""; 0], "a party is no member of staff");
    // The second of two accused is looked at as the first is.
    let second =
        "  - {key: p2, role: beheerder, as: respondent, person: m3}\n  - {key: p3, role: beheerder, as: respondent}";
    assert_eq!(about(second, TAKEN), ["R404 aangenomen"]);
    // While nobody handles it, it is told and not refused.
    let desk = Desk::with(&["interactie"]);
    let head = "intake: {channel: brief}\nparties:\n  - {key: p1, role: opdrachtgever, as: complainant}\n  - {key: p2, role: medewerker, as: respondent}\n\
                topics: [factuur]\nfields: {overeenkomst: O-1}\nsealed: {fields: [name, narrative]}";
    let text = format!("---\nid: K26-000013\nreceived: 2026-03-02\n{head}\nlog: []\n---\n");
    desk.write("cases/interactie/2026/03/K26-000013.md", &text);
    assert_eq!(desk.only("2026-03-03", &["R404"]), ["R404 parties[1]"]);
}

#[test]
fn m29_a_handler_who_turns_out_to_be_accused_does_not_go_on() {
    let joined = "  - {key: p2, role: beheerder, as: respondent, person: m1, since: 2026-03-05}";
    let visit = |on: &str| format!("{TAKEN}  - {{step: bezocht, on: {on}, by: m1}}");
    assert_eq!(about(joined, &visit("2026-03-04")), [""; 0]);
    assert_eq!(about(joined, &visit("2026-03-09")), ["R404 bezocht"]);
}

#[test]
fn m30_the_person_of_a_party_has_held_that_role() {
    let party = |role: &str, person: &str| format!("  - {{key: p2, role: {role}, as: respondent, person: {person}}}");
    assert_eq!(about(&party("beheerder", "m2"), TAKEN), ["R414 parties[1].person"]);
    assert_eq!(about(&party("voorzitter", "m3"), TAKEN), ["R414 parties[1].person"]);
    assert_eq!(about(&party("voorzitter", "m5"), TAKEN), [""; 0], "a former holder may be complained about");
    assert_eq!(about(&party("voorzitter", "m4"), TAKEN), [""; 0], "a deputy holds it too");
}

const TWO: &str = "intake: {channel: brief}\nparties:\n  - {key: p1, role: bewoner, as: complainant}
  - {key: p2, role: buur, as: respondent}\n  - {key: p3, role: buur, as: respondent}";

#[test]
fn m31_what_the_accused_must_do_each_of_them_does() {
    let steps = |own: &str| {
        format!(
            "{BEGIN}
  - {{id: gereageerd, name: R, by: [respondent], after: [aangenomen], quote: x{own}}}
  - {{id: getekend, name: T, by_each: [respondent, handler], after: [gereageerd], quote: x{own}}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [getekend], quote: x}}"
        )
    };
    let declared = "attestations: [{id: stil, what: Stil, by: [respondent], per: case, at: closing, quote: x}]";
    let log = |who: &[&str]| {
        let each = |p: &&str| format!("  - {{step: gereageerd, on: 2026-03-03, by: {p}, recorded_by: m1}}\n");
        let replies: Vec<String> = who.iter().map(each).collect();
        let signed = format!("  - {{step: getekend, on: 2026-03-04, by: [{}, m1], recorded_by: m1}}\n", who.join(", "));
        format!("{TAKEN}{}{signed}  - {{step: dicht, on: 2026-03-05, by: m1}}\n", replies.concat())
    };
    let found = |own: &str, log: &str, given: &[&str]| {
        let given: Vec<String> =
            given.iter().map(|p| format!("{{attestation: stil, on: 2026-03-04, by: {p}, how: gezien}}")).collect();
        let head = format!("{TWO}\nattestations: [{}]", given.join(", "));
        Desk::plein(PLAIN, &steps(own), declared).case("plein", &head, log).found(DAY)
    };
    let one = found("", &log(&["p2"]), &["p2"]);
    assert_eq!(one, ["W202 dicht", "W202 getekend", "W204 dicht", "W220 attestations"]);
    assert_eq!(found("", &log(&["p2", "p3"]), &["p2", "p3"]), [""; 0]);
    assert_eq!(found("", &log(&["p2", "p3"]), &["p3"]), ["W220 attestations"]);
    // Where the regulation says that one is enough, one is.
    assert_eq!(found(", any_one: [respondent]", &log(&["p3"]), &["p2", "p3"]), [""; 0]);
}

#[test]
fn m32_each_accused_gets_a_letter_of_his_own() {
    let steps = format!(
        "{BEGIN}
  - {{id: ingelicht, name: L, by: [handler], to: [respondent], each: [respondent], after: [aangenomen], quote: x}}
  - {{id: rondschrijven, name: R, by: [handler], to: [respondent], optional: true, after: [aangenomen], quote: x}}"
    );
    let found =
        |entries: &str| Desk::plein(PLAIN, &steps, "").case("plein", TWO, &format!("{TAKEN}{entries}")).found(DAY);
    let letter = |about: &str, to: &str| {
        format!("  - {{step: ingelicht, on: 2026-03-03, by: m1, party: {about}, to: [{to}]}}\n")
    };
    assert_eq!(found(&format!("{}{}", letter("p2", "p2"), letter("p3", "p3"))), [""; 0]);
    assert_eq!(found(&letter("p2", "p3")), ["W209 ingelicht"], "a letter to another is none of his");
    assert_eq!(found(&letter("[p2, p3]", "p2, p3")), [""; 0]);
    let round = "  - {step: rondschrijven, on: 2026-03-03, by: m1, to: [p2]}\n";
    assert_eq!(found(round), ["W209 rondschrijven"], "a step that is not repeated reaches all");
}

const COMPLAIN: &str = "  - {key: p1, role: bewoner, as: complainant}\n  - {key: p2, role: bewoner, as: complainant";

fn told(parties: &str, own: &str, to: &str) -> Vec<String> {
    let steps = format!(
        "{BEGIN}\n  - {{id: bericht, name: B, by: [handler], to: [complainant], after: [aangenomen]{own}, quote: x}}"
    );
    let head = format!("intake: {{channel: brief}}\nparties:\n{parties}");
    let log = format!("{TAKEN}  - {{step: bericht, on: 2026-03-03, by: m1, to: [{to}]}}");
    Desk::plein(PLAIN, &steps, "intake: {representation: true, quote: x}").case("plein", &head, &log).found(DAY)
}

#[test]
fn m33_every_complainant_is_told() {
    let both = format!("{COMPLAIN}}}");
    assert_eq!(told(&both, "", "p1"), ["W209 bericht"]);
    assert_eq!(told(&both, "", "p1, p2"), [""; 0]);
    assert_eq!(told(&both, ", any_one: [complainant]", "p2"), [""; 0], "the regulation leaves the choice");
    let contact = format!("{COMPLAIN}, contact: true}}");
    assert_eq!(told(&contact, "", "p2"), [""; 0], "the case names whom to write to");
    assert_eq!(told(&contact, "", "p1"), ["W209 bericht"]);
    let spoken = format!("{both}\n  - {{key: p3, role: bewoner, as: representative}}");
    assert_eq!(told(&spoken, "", "p3"), [""; 0], "who speaks for them stands for all");
    let later = format!("{COMPLAIN}, since: 2026-03-10}}");
    assert_eq!(told(&later, "", "p1"), [""; 0], "what was done before he joined was done without him");
}

#[test]
fn m34_every_party_with_that_role_is_heard() {
    let steps =
        format!("{BEGIN}\n  - {{id: gehoord, name: G, by: [handler], with: [buur], after: [aangenomen], quote: x}}");
    let found = |parties: &str, with: &str| {
        let log = format!("{TAKEN}  - {{step: gehoord, on: 2026-03-03, by: m1, with: [{with}]}}");
        Desk::plein(PLAIN, &steps, "").case("plein", &format!("{ONE}\n{parties}"), &log).found(DAY)
    };
    let both = "  - {key: p2, role: buur, as: respondent}\n  - {key: p3, role: buur, as: involved}";
    assert_eq!(found(both, "p2"), ["W209 gehoord"]);
    assert_eq!(found(both, "p2, p3"), [""; 0]);
    assert_eq!(found("  - {key: p2, role: buur, as: respondent}", "p2"), [""; 0]);
}

#[test]
fn m35_a_ground_that_the_case_contradicts_is_none() {
    let heard = |parties: &str, version: &str| {
        let desk = Desk::with(&["square-mile"]);
        let (year, month) = version.split_at(4);
        let id = if year == "2024" { "K24-N908YS" } else { "K26-000013" };
        let head = format!(
            "intake: {{channel: e-mail}}\nparties:\n  - {{key: p1, role: deelnemer, as: complainant}}\n{parties}\nfields: {{klantnummer: c-101}}"
        );
        let log = format!(
            "  - {{step: toegewezen, on: {version}, by: m2, ref: r, handler: m2}}
  - {{step: ontvangst-bevestigd, on: {version}, by: m2, ref: r, to: [p1], channel: e-mail}}
  - {{step: geregistreerd, on: {version}, by: m2, ref: r}}
  - {{step: trainer-gehoord, on: {version}, by: m2, ref: r, waived: geen-trainer-betrokken}}
  - {{step: deelnemer-gehoord, on: {version}, by: m2, ref: r, with: [p1]}}
  - {{step: dossieronderzoek, on: {version}, by: m2, ref: r, parts: [achtergrond, overeenkomst], overeenkomst: O}}"
        );
        let folder = format!("{year}/{}", &month[1..3]);
        let text = format!("---\nid: {id}\nreceived: {version}\n{head}\nlog:\n{log}\n---\n");
        desk.write(&format!("cases/square-mile/{folder}/{id}.md"), &text);
        desk.only(&version.replace("-02", "-03"), &["W222", "W202"])
    };
    for version in ["2026-03-02", "2024-03-02"] {
        assert_eq!(heard("", version), [""; 0]);
        let accused = heard("  - {key: p2, role: trainer, as: respondent}", version);
        assert!(accused.contains(&"W222 trainer-gehoord".to_owned()), "{accused:?}");
        let involved =
            heard("  - {key: p2, role: derde, as: respondent}\n  - {key: p3, role: trainer, as: involved}", version);
        assert!(involved.contains(&"W222 trainer-gehoord".to_owned()), "{involved:?}");
    }
}

#[test]
fn m36_whom_the_case_is_about_does_nothing_of_his_role() {
    let assignment = "  step: aangenomen\n  handler: {by: fixed, role: beheerder, quote: x}\n  exclude:\n    - {id: alles, who: voorzitter, not: [respondent], quote: x}";
    let steps = format!(
        "{BEGIN}
  - {{id: beslist, name: B, by: [voorzitter], after: [aangenomen], optional: true, quote: x}}
  - {{id: gezien, name: G, by: [anyone], after: [aangenomen], optional: true, quote: x}}
  - {{id: overlegd, name: O, by: [handler], with: [voorzitter], after: [aangenomen], optional: true, quote: x}}
  - {{id: gemeld, name: M, by: [handler], report_to: [voorzitter], after: [aangenomen], optional: true, quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [aangenomen], quote: x}}"
    );
    let declared = "attestations: [{id: bewaakt, what: B, by: [voorzitter], per: case, at: closing, quote: x}]";
    let head = |given: &str| {
        format!("{ONE}\n  - {{key: p2, role: voorzitter, as: respondent, person: m2}}\nattestations: [{given}]")
    };
    let found = |entry: &str, given: &str| {
        Desk::plein(assignment, &steps, declared).case("plein", &head(given), &format!("{TAKEN}{entry}")).found(DAY)
    };
    let by = |who: &str, step: &str| format!("  - {{step: {step}, on: 2026-03-03, by: {who}}}");
    assert_eq!(found(&by("m2", "beslist"), ""), ["R404 beslist"]);
    assert_eq!(found(&by("m4", "beslist"), ""), [""; 0], "the deputy takes it over");
    assert_eq!(found(&by("m2", "gezien"), ""), [""; 0], "what anybody may do he does not do as such");
    let heard = |who: &str| format!("  - {{step: overlegd, on: 2026-03-03, by: m1, with: [{who}]}}");
    assert_eq!(found(&heard("m2"), ""), ["R404 overlegd"]);
    assert_eq!(found(&heard("m4"), ""), [""; 0]);
    let report = |who: &str| format!("  - {{step: gemeld, on: 2026-03-03, by: m1, reported_to: [{who}]}}");
    assert_eq!(found(&report("m2"), ""), ["W209 gemeld"]);
    assert_eq!(found(&report("m2, m4"), ""), [""; 0]);
    let given = |who: &str| format!("{{attestation: bewaakt, on: 2026-03-05, by: {who}, how: gezien}}");
    assert_eq!(found(&by("m1", "dicht"), &given("m2")), ["R410 attestations[0]"]);
    assert_eq!(found(&by("m1", "dicht"), &given("m4")), [""; 0]);
    // Nor does he undo what the deputy did; his own step he may take back.
    let undone = |who: &str, first: &str| {
        let entry = |by: &str, keys: &str| format!("  - {{step: {keys}, by: {by}}}\n");
        let correction = "correctie, on: 2026-03-04, of: 2, reason: niet zo";
        found(&format!("{}{}", entry(first, "gezien, on: 2026-03-03"), entry(who, correction)), "")
    };
    assert_eq!(undone("m2", "m4"), ["R404 correctie"]);
    assert_eq!(undone("m3", "m4"), [""; 0]);
    assert_eq!(undone("m2", "m2"), [""; 0]);
    // A declaration was given by whoever he was then.
    let later = |given: &str| {
        let party = "  - {key: p2, role: voorzitter, as: respondent, person: m2, since: 2026-03-09}";
        let head = format!("{ONE}\n{party}\nattestations: [{given}]");
        Desk::plein(assignment, &steps, declared)
            .case("plein", &head, &format!("{TAKEN}{}", by("m1", "dicht")))
            .found(DAY)
    };
    assert_eq!(later(&given("m2")), [""; 0]);
}

/// One who is satisfied does not speak for the other, whoever was asked last.
#[test]
fn m33_who_is_satisfied_least_decides() {
    let steps = format!(
        "{BEGIN}
  - {{id: gevraagd, name: G, by: [handler], each: [complainant], after: [aangenomen], asks: [{{key: tevreden, name: T, type: satisfaction}}, {{key: terug, name: B, type: yes_no, required: false}}], quote: x}}
  - {{id: verwezen, name: V, by: [handler], to: [complainant], after: [gevraagd], when: {{field: tevreden, equals: nee}}, quote: x}}
  - {{id: gebeld, name: B, by: [handler], after: [gevraagd], when: {{field: terug, equals: ja}}, quote: x}}
  - {{id: dicht, name: D, does: close, ends_as: decided, by: [handler], after: [gevraagd, verwezen, gebeld], quote: x}}"
    );
    let rest = "satisfaction: [{step: gevraagd, key: tevreden, of: complainant, quote: x}]";
    let found = |answers: [&str; 2]| {
        let head = format!("{ONE}\n  - {{key: p2, role: bewoner, as: complainant}}");
        let asked = |party: &str, answer: &str| {
            format!("  - {{step: gevraagd, on: 2026-03-03, by: m1, party: {party}, tevreden: {answer}}}\n")
        };
        let log = format!(
            "{TAKEN}{}{}  - {{step: dicht, on: 2026-03-05, by: m1}}",
            asked("p1", answers[0]),
            asked("p2", answers[1])
        );
        Desk::plein(PLAIN, &steps, rest).case("plein", &head, &log).found(DAY)
    };
    assert_eq!(found(["ja", "onbekend"]), [""; 0]);
    assert_eq!(found(["ja", "nee"]), ["W202 dicht"]);
    assert_eq!(found(["nee", "ja"]), ["W202 dicht"]);
    assert_eq!(found(["ja, terug: ja", "ja, terug: nee"]), ["W202 dicht"], "what one of them said is said");
}

#[test]
fn m38_one_reason_is_enough_to_hand_over() {
    let desk = Desk::with(&["cbmk"]);
    let head = "intake: {channel: brief}\nparties:\n  - {key: p1, role: debiteur, as: complainant}\ntopics: [incasso]\nmain_topic: incasso\nsealed: {fields: [name, narrative]}";
    let log = |more: &str| {
        format!(
            "  - {{step: klacht-vastgelegd, on: 2026-03-02, by: m3, reported_to: [m2]}}
  - {{step: toegewezen, on: 2026-03-02, by: m3, to: [m3], handler: m3, reported_to: [m2]}}\n{more}"
        )
    };
    let over = |who: &str| {
        format!(
            "  - {{step: overgedragen, on: 2026-03-05, by: m3, to: [{who}], handler: {who}, reden: verlof, reported_to: [m2]}}"
        )
    };
    for who in ["m4", "m6"] {
        desk.case("cbmk", head, &log(&over(who)));
        assert_eq!(desk.only("2026-03-06", &["R403", "W207"]), [""; 0], "{who}");
    }
    // Who handles no complaints at all does not take one over either.
    desk.case("cbmk", head, &log(&over("m7")));
    assert_eq!(desk.only("2026-03-06", &["R403"]), ["R403 overgedragen"]);
    // A first assignment asks no reason and follows the topic.
    desk.case("cbmk", head, "  - {step: klacht-vastgelegd, on: 2026-03-02, by: m3, reported_to: [m2]}\n  - {step: toegewezen, on: 2026-03-02, by: m3, to: [m4], handler: m4, reported_to: [m2]}");
    assert_eq!(desk.only("2026-03-06", &["R403"]), ["R403 toegewezen"]);
    let history = &super::said::basis().policy.histories["cbmk"];
    let (_, version) = history.versions.last_key_value().unwrap();
    let text = format!("---\nid: K26-000013\nreceived: 2026-03-02\n{head}\nlog:\n{}---\n", log(""));
    let case = klacht::case::read(&text).0.unwrap();
    let docket = klacht::docket::Docket::replay(&case, version, &history.people);
    let step = version.regulation.step("overgedragen").unwrap();
    let may = docket.progress.may_handle(step, "2026-03-06".parse().unwrap());
    assert!(!may.contains(&"m3") && may.contains(&"m4") && may.contains(&"m6"), "{may:?}");
}

#[test]
fn m39_whoever_else_is_involved_is_heard_before_the_file_is_looked_at() {
    for version in ["2014-11-06", "2025-01-01"] {
        let versions = &super::said::basis().policy.histories["square-mile"].versions;
        let rules = &versions[&version.parse().unwrap()];
        assert!(rules.precedence.precedes("derde-gehoord", "besloten"), "{version}");
        let step = rules.regulation.step("dossieronderzoek").unwrap();
        assert!(step.after.contains(&"derde-gehoord".to_owned()), "{version}");
    }
}

/// What `klacht new` still asks after these parties, of who somebody is.
fn asked(parties: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = Workspace::open(root, None).unwrap();
    let received = "2026-11-02".parse().unwrap();
    let (version, history) = workspace.in_force("interactie", received).unwrap();
    let counter = Counter { regulation: &version.regulation, id: "interactie", people: &history.people, received };
    let said = Values::from([("party".to_owned(), parties.iter().map(|word| (*word).to_owned()).collect())]);
    let asked = counter.prompts(&said).into_iter().filter(|prompt| prompt.key.starts_with(PERSON));
    asked
        .map(|p| format!("{}: {}", p.key, p.choices.iter().map(|c| c.value.as_str()).collect::<Vec<_>>().join(" ")))
        .collect()
}

#[test]
fn m29_a_new_case_asks_who_the_accused_is() {
    let none = Vec::<String>::new();
    assert_eq!(asked(&["opdrachtgever", "klachtenfunctionaris:respondent=m3"]), none);
    assert_eq!(asked(&["opdrachtgever", "klachtenfunctionaris:respondent"]), ["person:p2: m2 m3 m4"]);
    assert_eq!(asked(&["opdrachtgever", "medewerker:respondent", "klachtenfunctionaris:respondent"]).len(), 2);
}
