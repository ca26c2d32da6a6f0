//! Every kind of lack of the family, in words; and a case in which a replay finds them where they stand.

use super::RULES;
use crate::docket::{Disagreement, Docket, Receipt, TopicsFault, ViolationKind};
use crate::regulation::AskType;
use crate::rules::Rule;
use crate::rules::fixture::{FACTS, PEOPLE, REGULATION, case, codes, day, examples, people, said_of, version};

fn s(text: &str) -> String {
    text.to_owned()
}

fn list(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| s(t)).collect()
}

fn order() -> Vec<ViolationKind> {
    vec![
        ViolationKind::UnknownStep { step: s("bevestigd"), near: Some(s("ontvangst-bevestigd")) },
        ViolationKind::UnknownStep { step: s("Met Jan gebeld"), near: None },
        ViolationKind::Before { step: s("gehoord"), needs: list(&["toegewezen"]), detail: None },
        ViolationKind::Before { step: s("oordeel-gegeven"), needs: list(&["gehoord"]), detail: Some(s("p2")) },
        ViolationKind::Before { step: s("afgesloten"), needs: list(&["gehoord", "toegewezen"]), detail: None },
        ViolationKind::NoOccasion { step: s("heropend") },
        ViolationKind::Unfinished { closing: s("afgesloten"), step: s("gehoord"), detail: Some(s("p1")) },
        ViolationKind::Unfinished { closing: s("afgesloten"), step: s("oordeel-gegeven"), detail: Some(s("redenen")) },
        ViolationKind::Unfinished {
            closing: s("afgesloten"),
            step: s("oordeel-gegeven"),
            detail: Some(s("Jan inlichten")),
        },
        ViolationKind::PartMissing { step: s("afgesloten"), part: s("rechtsmiddel") },
        ViolationKind::AfterEnd { step: s("gehoord"), ended_by: s("afgesloten") },
        ViolationKind::AfterRuling { step: s("oordeel-gegeven"), escalation: s("commissie") },
        ViolationKind::OutOfOrder { step: s("gehoord"), previous: day(5, 4) },
        ViolationKind::BeforeReceipt { step: s("ontvangst-bevestigd") },
        ViolationKind::WrongKind { step: s("gehoord"), report: true },
        ViolationKind::WrongKind { step: s("melding-afgedaan"), report: false },
        ViolationKind::Twice { step: s("ontvangst-bevestigd") },
        ViolationKind::BadCorrection { of: s("9") },
        ViolationKind::BadCorrection { of: s("het gesprek met Jan") },
        ViolationKind::NotWaivable {
            step: s("gehoord"),
            ground: s("geen-tijd"),
            allowed: list(&["afgezien-van-horen"]),
        },
        ViolationKind::NotWaivable { step: s("afgesloten"), ground: s("Jan is ziek"), allowed: Vec::new() },
        ViolationKind::GroundUntrue { step: s("gehoord"), ground: s("afgezien-van-horen") },
    ]
}

fn data() -> Vec<ViolationKind> {
    let judgement = |values: &[&str]| ViolationKind::DataWrong {
        step: s("oordeel-gegeven"),
        key: s("oordeel"),
        kind: AskType::Judgement,
        values: list(values),
    };
    let disagrees = |with: &str, how| ViolationKind::Disagrees {
        step: s("oordeel-gegeven"),
        key: s("uitvoerdatum"),
        with: s(with),
        how,
    };
    vec![
        ViolationKind::DataMissing { step: s("oordeel-gegeven"), key: s("oordeel"), kind: AskType::Judgement },
        ViolationKind::DataMissing { step: s("oordeel-gegeven"), key: s("uitvoerdatum"), kind: AskType::Date },
        ViolationKind::DataMissing { step: s("gehoord"), key: s("party"), kind: AskType::Party },
        ViolationKind::DataMissing { step: s("correctie"), key: s("reason"), kind: AskType::Text },
        ViolationKind::DataMissing { step: s("gehoord"), key: s("recorded_by"), kind: AskType::Person },
        judgement(&["gegrond", "ongegrond"]),
        ViolationKind::DataWrong {
            step: s("gehoord"),
            key: s("punt"),
            kind: AskType::Item,
            values: list(&["Jan inlichten"]),
        },
        ViolationKind::DataSeveral { step: s("gehoord"), key: s("punt"), kind: AskType::Item },
        ViolationKind::DataSeveral { step: s("oordeel-gegeven"), key: s("oordeel"), kind: AskType::Judgement },
        ViolationKind::DataUnknown { step: s("oordeel-gegeven"), key: s("ordeel"), near: Some(s("oordeel")) },
        ViolationKind::DataUnknown { step: s("gehoord"), key: s("Jan"), near: None },
        ViolationKind::DataUnknown { step: s("correctie"), key: s("received"), near: None },
        disagrees("gehoord", Disagreement::NotSame),
        disagrees("entry", Disagreement::NotLater),
        disagrees("received", Disagreement::NotLater),
        ViolationKind::UnknownPart {
            step: s("oordeel-gegeven"),
            part: s("redenne"),
            allowed: list(&["bevindingen", "redenen"]),
        },
        ViolationKind::UnknownPart { step: s("gehoord"), part: s("Jan belde"), allowed: Vec::new() },
        ViolationKind::FactMissing { field: s("overeenkomst"), kind: AskType::Reference },
        ViolationKind::FactMissing { field: s("intake.source"), kind: AskType::Choice },
        ViolationKind::IntakeIncomplete { missing: list(&["address"]), step: Some(s("aanvulling-gevraagd")) },
        ViolationKind::IntakeIncomplete { missing: list(&["name", "address"]), step: None },
        ViolationKind::OnlyTicked { fields: list(&["name", "narrative"]), party: None },
        ViolationKind::OnlyTicked { fields: list(&["name"]), party: Some(s("p2")) },
        ViolationKind::Charged,
        ViolationKind::NotAttested { attestation: s("vertrouwelijk"), party: None },
        ViolationKind::NeedsParty { topic: s("trainer"), role: s("trainer") },
        ViolationKind::Topics { why: TopicsFault::TooFew(1) },
        ViolationKind::Topics { why: TopicsFault::TooMany },
        ViolationKind::Topics { why: TopicsFault::NoMain },
        ViolationKind::Topics { why: TopicsFault::MainNotListed },
        ViolationKind::Topics { why: TopicsFault::Twice(s("trainer")) },
    ]
}

fn receipt() -> Vec<ViolationKind> {
    let missed = |who: &str, how| ViolationKind::NotReceived {
        step: s("oordeel-gegeven"),
        who: s(who),
        missing: Vec::new(),
        how,
    };
    let channel = |channel: Option<&str>| ViolationKind::WrongChannel {
        step: s("ontvangst-bevestigd"),
        channel: channel.map(s),
        allowed: list(&["e-mail"]),
    };
    vec![
        missed("complainant", Receipt::To),
        missed("directeur", Receipt::Cc),
        missed("handler", Receipt::With),
        missed("commissie", Receipt::ReportedTo),
        ViolationKind::NotForThem { step: s("oordeel-gegeven"), key: s("m7"), how: Receipt::Cc },
        ViolationKind::NotForThem { step: s("gehoord"), key: s("p1"), how: Receipt::To },
        channel(None),
        channel(Some("telefoon")),
        channel(Some("bij Jan thuis")),
        ViolationKind::WrongForm { step: s("ontvangst-bevestigd"), channel: s("telefoon"), wanted: "written" },
    ]
}

fn in_words(kinds: &[ViolationKind]) -> String {
    let (version, people, case) = (version(REGULATION), people(PEOPLE), case(FACTS, &[]));
    said_of(&Docket::replay(&case, &version, &people), kinds)
}

#[test]
fn violations_of_order_in_words() {
    insta::assert_snapshot!("order", in_words(&order()));
}

#[test]
fn violations_of_data_in_words() {
    insta::assert_snapshot!("data", in_words(&data()));
}

#[test]
fn violations_of_receipt_in_words() {
    insta::assert_snapshot!("receipt", in_words(&receipt()));
}

#[test]
fn where_nothing_is_sealed_yet_the_remedy_is_the_line_to_write() {
    let facts = FACTS.replace("sealed: {fields: [name, address]}\n", "");
    let (version, people, case) = (version(REGULATION), people(PEOPLE), case(&facts, &[]));
    let kind = ViolationKind::IntakeIncomplete { missing: list(&["name", "address"]), step: None };
    let said = said_of(&Docket::replay(&case, &version, &people), &[kind]);
    assert!(
        said.contains("vul het aan en schrijf boven `log:` de regel `sealed: {fields: [name, address]}`"),
        "{said}"
    );
}

#[test]
fn where_people_have_keys_a_tick_is_no_piece() {
    let keys = |marks: &str| {
        let key = crate::sealing::Identity::generate().recipient();
        format!("{PEOPLE}seal:\n  - {{id: m3/1, recipient: {key}, from: 2026-01-05{marks}}}\n")
    };
    let piece = |name: &str, holds: &str| format!("{{id: {}, sha256: {}, {holds}}}", name.repeat(26), "0".repeat(64));
    let found = |people: &str, sealed: &str, parties: &str| {
        let facts = FACTS.replace("sealed: {fields: [name, address]}", sealed).replace("topics: [trainer]", parties);
        let (version, people, case) = (version(REGULATION), self::people(people), case(&facts, &[]));
        let all = codes(&Docket::replay(&case, &version, &people));
        all.into_iter().filter(|found| found.starts_with("W225")).collect::<Vec<_>>()
    };
    let (ticks, one) = ("sealed: {fields: [name, address]}", "topics: [trainer]");
    assert_eq!(found(&keys(""), ticks, one).len(), 1);
    for people in [PEOPLE.to_owned(), keys(", lost: 2026-02-01"), keys("").replace("2026-01-05", "2026-04-18")] {
        assert_eq!(found(&people, ticks, one), Vec::<String>::new(), "no key was in force");
    }
    let held = format!("sealed: {{fields: [name], pieces: [{}]}}", piece("a", "holds: [name, address], of: p1"));
    assert_eq!(found(&keys(""), &held, one), Vec::<String>::new());
    let back = "withdrawn: [{id: aaaaaaaaaaaaaaaaaaaaaaaaaa, on: 2026-04-20, by: m3, why: dubbel}]";
    assert_eq!(found(&keys(""), &held.replace("}]}", &format!("}}], {back}}}")), one).len(), 1, "it was taken back");
    // Of two who complain each has their own.
    let two = "  - {key: p3, role: cursist, as: complainant}\ntopics: [trainer]";
    assert_eq!(found(&keys(""), &held, two).len(), 1);
    let both = held.replace("}]}", &format!("}}, {}]}}", piece("b", "holds: [name, address], of: p3")));
    assert_eq!(found(&keys(""), &both, two), Vec::<String>::new());
}

/// The judgement, taken with these parts on these days in May.
fn judged(regulation: &str, entries: &[(u32, &str)]) -> Vec<String> {
    let judgement = |(on, parts): &(u32, &str)| {
        format!(
            "{{step: oordeel-gegeven, on: 2026-05-{on:02}, by: m3, to: [p1], cc: [m1], parts: [{parts}], oordeel: gegrond}}"
        )
    };
    let log: Vec<String> = entries.iter().map(judgement).collect();
    let log: Vec<&str> = log.iter().map(String::as_str).collect();
    let (version, people, case) = (version(regulation), people(PEOPLE), case(FACTS, &log));
    codes(&Docket::replay(&case, &version, &people))
}

#[test]
fn what_comes_once_comes_with_all_its_parts() {
    let once = REGULATION
        .replace("    parts: [bevindingen, redenen]\n", "    parts: [bevindingen, redenen]\n    once: true\n");
    let found = |regulation: &str, entries: &[(u32, &str)], code: &str| {
        judged(regulation, entries).iter().any(|found| found.starts_with(code))
    };
    assert!(!found(&once, &[(4, "bevindingen, redenen")], "W204"));
    assert!(found(&once, &[(4, "bevindingen")], "W204"), "the rest could never be added");
    assert!(!found(REGULATION, &[(4, "bevindingen")], "W204"), "the rest may follow");
    assert!(!found(REGULATION, &[(4, "bevindingen"), (5, "redenen")], "W216"));
}

#[test]
fn every_rule_speaks() {
    let (version, people, case) = (version(REGULATION), people(PEOPLE), case(FACTS, &[]));
    let docket = Docket::replay(&case, &version, &people);
    let kinds: Vec<ViolationKind> = [order(), data(), receipt()].concat();
    for rule in RULES {
        assert!(kinds.iter().any(|kind| Rule::of(kind, &docket).0 == *rule), "{} never speaks", rule.code);
    }
}

#[test]
fn words_of_staff_are_not_repeated() {
    let text = in_words(&[order(), data(), receipt()].concat());
    assert!(!text.contains("Jan"), "typed freely, so perhaps a name");
}

#[test]
fn a_replay_leads_to_the_rules_at_their_places() {
    let log = [
        "{step: bevestigd, on: 2026-04-18, by: m3}",
        "{step: oordeel-gegeven, on: 2026-05-04, by: m3, to: [p1], cc: [m7], parts: [redenne], ordeel: gegrond}",
        "{step: correctie, of: 7, on: 2026-05-06, by: m3}",
        "{step: afgesloten, on: 2026-05-02, by: m3}",
    ];
    let facts = FACTS.replace("topics: [trainer]", "topics: []\ncharged: 25.00");
    let case = case(&facts, &log);
    let (version, people) = (version(REGULATION), people(PEOPLE));
    insta::assert_snapshot!("replay", codes(&Docket::replay(&case, &version, &people)).join("\n"));
}

#[test]
fn the_examples_are_yaml() {
    for rule in RULES.iter().chain(crate::rules::roles::RULES) {
        let examples = examples(rule);
        assert_eq!(examples.len(), 2, "{}: one example in each language", rule.code);
        for example in examples {
            let (tree, faults) = crate::yaml::parse(&example, 0);
            assert!(tree.is_some() && faults.is_empty(), "{}: {faults:?}", rule.code);
        }
    }
}
