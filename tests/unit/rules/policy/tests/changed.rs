//! One change for each thing that a rule can say, and what it says then.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::fixture::{Small, Told, judged};
use crate::rules::policy::RULES;

/// Edits that each bring out one rule, with the rule's code.
fn changes() -> Vec<(&'static str, Small)> {
    let of_language = [words(), names(), data(), silences(), text(), numbers(), people(), english(), plain()].concat();
    [of_language, model(), growth(), meaning()].concat()
}

fn small() -> Small {
    Small::new()
}

fn words() -> Vec<(&'static str, Small)> {
    vec![
        ("P501", small().text("de ontvangst binnen", "de ontvangst altijd binnen")),
        ("P501", small().rules("quote: Klagen kost niets.", "quote: Iets heel anders.")),
        ("P502", small().text("# Klachtenregeling Klein", "# Klachtenregeling Groot")),
        ("P502", small().text("# Klachtenregeling Klein", "## Klachtenregeling Klein")),
        ("P503", Small { folder: NaiveDate::from_ymd_opt(2026, 2, 1), ..small() }),
        ("P503", small().rules("updated: 2025-12-01", "updated: 2026-03-01").text("1 december 2025", "1 maart 2026")),
        ("P503", small().text("1 december 2025", "2 december 2025")),
        ("P504", small().rules("{id: factuur, name: Factuur,", "{id: dienst, name: Factuur,")),
        ("P504", small().rules("{key: waarom-geen, type: text", "{key: naam, type: text")),
        ("P505", small().rules("{id: medewerker, name", "{id: handler, name")),
    ]
}

fn names() -> Vec<(&'static str, Small)> {
    let by = "name: Bevestigd, by: [functionaris]";
    vec![
        ("P506", small().rules(by, "name: Bevestigd, by: [functonaris]")),
        ("P506", small().rules("needs_party: medewerker", "needs_party: trainer")),
        ("P506", small().people("role: directie", "role: directeur")),
        ("P507", small().rules("until: [bevestigd]", "until: [bevestgd]")),
        ("P507", small().rules("closing: gesloten}", "closing: klaar}")),
        ("P508", small().rules("terms: [beslissing]", "terms: [besluit]")),
        ("P508", small().rules("contact: post-in,", "contact: telefoon,")),
        ("P508", small().rules("body: kamer", "body: directie")),
        ("P509", small().rules("{field: tevreden, equals: nee}", "{field: tevredn, equals: nee}")),
        ("P509", small().rules("{field: tevreden, equals: nee}", "{field: tevreden, equals: no}")),
        ("P509", small().rules("{field: tevreden, equals: nee}", "{source: elders}")),
        ("P509", small().rules("{field: tevreden, equals: nee}", "{topic: prijs}")),
    ]
}

fn data() -> Vec<(&'static str, Small)> {
    vec![
        (
            "P510",
            small().rules("agreed: {step: uitgesteld, key: nieuwe-datum}", "agreed: {step: uitgesteld, key: datum}"),
        ),
        ("P510", small().rules("key: nieuwe-datum}", "key: reden}")),
        ("P510", small().rules("same_as: besloten", "same_as: gehoord")),
        ("P510", small().rules("{key: reden, type: text}", "{key: reden, type: text, later_than: entry}")),
        ("P510", small().rules("none: waarom-geen", "none: reden")),
        ("P511", small().rules("{by: fixed, role: functionaris", "{by: topic, roles: [functionaris]")),
        ("P511", small().rules("{by: fixed, role: functionaris", "{by: fixed")),
        ("P511", small().rules("{by: fixed, role: functionaris", "{by: account, role: functionaris")),
        ("P512", small().rules("type: choice, values: [brief, gesprek]", "type: choice")),
        ("P512", small().rules("type: satisfaction}", "type: satisfaction, values: [ja, nein]}")),
        ("P513", small().rules("until: [bevestigd], within: 5 calendar days", "until: [bevestigd]")),
        ("P513", small().rules("within: 4 weeks", "within: 4 weeks, agreed: {step: uitgesteld, key: nieuwe-datum}")),
        ("P513", small().rules("every: 1 week, step: bericht", "every: 1 week")),
        ("P514", small().rules("regime: after-term, from: gesloten", "regime: after-term")),
        ("P514", small().rules("regime: after-term", "regime: on-event")),
        ("P514", small().rules("holds: [open-measure]", "holds: [open-measure]").rules("measures: {", "#measures: {")),
        ("P515", small().rules("regime: after-term", "regime: indefinite, basis: belang")),
        ("P515", small().rules("regime: after-term", "regime: indefinite, basis: belang, review_on: 2026-05-01")),
    ]
}

fn silences() -> Vec<(&'static str, Small)> {
    vec![
        ("P516", small().rules("acknowledgement: bevestigd, ", "")),
        ("P516", small().rules("within: 4 weeks", "hard: false, within: 4 weeks")),
        ("P516", small().rules("    at_most: 2 weeks\n", "")),
        ("P516", small().rules("{key: reden, type: text}", "{key: reden, type: text, required: false}")),
        ("P516", small().rules("who: handler,", "who: getoetst,")),
        ("P516", small().rules("hearing: gehoord, ", "")),
        ("P516", small().rules("complainant: none", "complainant: unknown")),
        ("P516", small().rules("    binding: true\n    costs: none\n    file_within: 3 months\n", "")),
        ("P516", small().rules("regime: after-term", "regime: unregulated")),
    ]
}

fn text() -> Vec<(&'static str, Small)> {
    vec![
        ("P517", small().text("Hij vermeldt zijn naam.", "Hij vermeldt zijn naam. Adres: nog in te vullen.")),
        ("P517", small().text("Hij vermeldt zijn naam.", "Hij vermeldt zijn naam. leave a reply")),
        ("P517", small().text("Hij vermeldt zijn naam.", "Hij vermeldt zijn naam. Bel [telefoonnummer].")),
        ("P518", small().text("artikel 2 lid 3", "artikel 2 lid 30")),
        ("P518", small().text("artikel 2 lid 3", "artikel 12")),
        ("P518", small().text("artikel 2 lid 3", "artikel 1, derde lid")),
        ("P518", small().text("artikel 2 lid 3", "lid 11 van dit artikel")),
        ("P518", small().text("artikel 2 lid 3", "de artikelen 2 en 7")),
        ("P519", small().text("per e-mail. Hij", "per e-mail. DaarnaHij schrijft de organisatieDaarna. Hij")),
        ("P519", small().text("De functionaris sluit de klacht.", "De functionaris sluit de klacht. Dat is is klaar.")),
        ("P519", small().text("De functionaris sluit de klacht.", "De functionaris sluit de klacht. Dat is klaar .")),
        ("P520", Small { today: NaiveDate::from_ymd_opt(2027, 12, 2), ..small() }),
        ("P520", small().rules("    verified_on: 2025-12-01\n", "")),
    ]
}

fn numbers() -> Vec<(&'static str, Small)> {
    vec![
        ("P521", small().rules("within: 5 calendar days", "within: 6 calendar days")),
        ("P521", small().rules("within: 5 calendar days", "within: 5 working days")),
        (
            "P521",
            small().rules(
                "quote: Wij bevestigen de ontvangst binnen vijf kalenderdagen.",
                "quote: Wij bevestigen de ontvangst",
            ),
        ),
        ("P521", small().rules("max_persons: 8", "max_persons: 9")),
        ("P521", small().rules("times: 1", "times: 2")),
        ("P521", small().rules("every: 1 year", "every: 6 months")),
        ("P521", small().text("4 (vier) weken", "4 (vijf) weken").rules("4 (vier) weken", "4 (vijf) weken")),
        ("P521", small().text("Klagen kost niets.", "Klagen kost niets. Binnen diezelfde zes weken hoort u dat.")),
        ("P521", small().text("Klagen kost niets.", "Klagen kost niets. Alleen zeven personen weten ervan.")),
    ]
}

fn english() -> Vec<(&'static str, Small)> {
    vec![
        ("P524", Small { words: None, ..small().english("Receipt", "Receipt") }),
        ("P524", Small { english: None, ..small().named("Customer", "Customer") }),
        ("P524", small().named("title: Complaints regulation Klein", "title: Complaints regulation")),
        ("P524", small().named("roles/klant:", "roles/klent:")),
        ("P525", small().english("within five calendar", "within six calendar")),
        ("P525", small().english("1 December 2025", "1 November 2025")),
        ("P525", small().english("Article 3. Afterwards", "Article 4. Afterwards")),
        ("P525", small().english("The ruling binds us. This is free.", "The ruling binds us, and this is free.")),
        ("P525", small().english("2. Complaining costs nothing.\n", "")),
        ("P525", small().english("## Article 3", "Article 3")),
        ("P525", small().english("Complaining costs", "[Complaining](https://a.example) costs")),
    ]
}

fn plain() -> Vec<(&'static str, Small)> {
    let long = "Klagen kost niets, ook niet als je er heel erg lang over doet en daarna nog eens bij ons terugkomt met dezelfde vraag.";
    vec![
        ("P526", small().text("Klagen kost niets.", &long.replace("je er", "men er"))),
        ("P527", small().text("Klagen kost niets.", "Klagen kost niets. De klacht wordt snel behandeld.")),
        (
            "P528",
            small().text(
                "Klagen kost niets.",
                "Klagen kost niets. Stuurt u uw brief? Dan hoor je van ons. Je brief blijft hier. Jouw naam ook.",
            ),
        ),
        ("P529", small().text("Klagen kost niets.", "Klagen kost niets. Dat vindt het Klantenpanel ook.")),
    ]
}

fn people() -> Vec<(&'static str, Small)> {
    vec![
        ("P522", small().rules("name: Directie,", "name: Bestuur,")),
        ("P522", small().rules("name: Directie,", "name: Directie, words: [leiding],")),
        ("P522", small().text("Klagen kost niets.", "Klagen kost niets. Dat geldt ook voor de cursist.")),
        (
            "P523",
            small().people("role: directie, from: 2020-01-01", "role: directie, from: 2020-01-01, until: 2025-01-01"),
        ),
    ]
}

fn model() -> Vec<(&'static str, Small)> {
    let closing = "after: [gevraagd, verwezen], quote: De functionaris sluit";
    let satisfied = "after: [gevraagd, verwezen], when: {field: tevreden, equals: ja}, quote: De functionaris sluit";
    let refused = "when: {field: tevreden, equals: nee}";
    vec![
        (
            "P531",
            small().rules(
                "by: [handler], after: [gevraagd], when",
                "by: [handler], after: [ingetrokken], for: report, when",
            ),
        ),
        ("P531", small().rules(refused, "when: {all: [{field: tevreden, equals: nee}, {step: gesloten}]}")),
        (
            "P532",
            small().rules(
                "after: [toegewezen], quote: De functionaris hoort",
                "after: [gevraagd], quote: De functionaris hoort",
            ),
        ),
        (
            "P533",
            small()
                .rules(closing, satisfied)
                .rules("    asks:\n      - {key: tevreden", "    once: true\n    asks:\n      - {key: tevreden"),
        ),
        (
            "P534",
            small().rules(refused, "when: {all: [{field: tevreden, equals: nee}, {field: tevreden, equals: ja}]}"),
        ),
        ("P534", small().rules(refused, "when: {any: [{source: buiten}, {source: binnen}]}")),
        ("P535", small().rules("from: received, until: [bevestigd]", "from: besloten, until: [bevestigd]")),
        ("P535", small().rules("from: uitgesteld, until: [besloten]", "from: received, until: [bevestigd]")),
        ("P535", small().rules("within: 4 weeks, quote", "within: 4 weeks, extendable: false, quote")),
        (
            "P535",
            small()
                .rules("every: 1 week, step: bericht", "every: 6 weeks, step: bericht")
                .rules("terms: [beslissing]", "terms: [bevestiging]"),
        ),
        ("P536", small().rules("who: [complainant]\n    duty", "who: [medewerker]\n    duty")),
        ("P536", small().rules("    steps: {offer: verwezen, filed: ingediend}\n", "")),
        ("P541", small().rules(closing, satisfied)),
        ("P538", small().rules("after: [verwezen, gesloten]", "after: [verwezen]")),
        ("P537", small().rules("name: Bevestigd, by: [functionaris]", "name: Bevestigd, by: [owner]")),
        ("P537", small().rules("name: Bevestigd, by: [functionaris]", "name: Bevestigd")),
        (
            "P537",
            small().rules("kind: party, as: [respondent]", "kind: party").rules(
                "name: Toegewezen, does: assign, by: [anyone]",
                "name: Toegewezen, does: assign, by: [medewerker]",
            ),
        ),
    ]
}

fn growth() -> Vec<(&'static str, Small)> {
    let refused = "when: {field: tevreden, equals: nee}";
    let calendar = |own: &str| small().rules("organisation:", &format!("{own}\norganisation:"));
    vec![
        ("P508", small().rules("within: 4 weeks, quote", "within: 4 weeks, pauses: vakantie, quote")),
        ("P509", small().rules(refused, "when: {overdue: besluit}")),
        ("P509", small().rules(refused, "when: {differs: [tevreden, advies]}")),
        ("P509", small().rules(refused, "when: {field: tevreden, at_most: 5}")),
        ("P509", small().rules(refused, "when: {longer_than: 1 week, since: tevreden, to: received}")),
        ("P509", small().rules("within: 4 weeks, quote", "within: 4 weeks, when: {overdue: beslissing}, quote")),
        ("P510", small().rules("{key: reden, type: text}", "{key: reden, type: text, at_most: 5}")),
        ("P545", calendar("calendars: [{id: schooldagen, name: schooldagen, weekdays: []}]")),
        ("P545", calendar("calendar: {closed: [{name: zomer, from: 2026-08-01}]}")),
        ("P545", calendar("calendar: {time_zone: Europe/Amsterdm}")),
        ("P545", calendar("calendar: {cut_off: vijf uur}")),
        ("P546", calendar("calendar: {closed: [{name: brugdag, on: 2026-12-24}]}")),
        (
            "P547",
            Small { text: "# Klachtenregeling Klein\n\n## Artikel 1\n\nYou send the complaint to us, and we answer your letter within the term of this text.\n".to_owned(), ..small() },
        ),
    ]
}

const FIRST: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
const SECOND: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

/// People of whom two have keys under these names.
fn seal(list: &str, one: &str, other: &str) -> Small {
    let line = |id: &str, key: &str| format!("  - {{id: {id}, recipient: {key}, from: 2026-01-05}}\n");
    small().people("persons:\n", &format!("{list}:\n{}{}persons:\n", line(one, FIRST), line(other, SECOND)))
}

/// Conditions that cannot hold where they stand, and keys that change nothing.
fn meaning() -> Vec<(&'static str, Small)> {
    vec![
        (
            "P548",
            small().rules("    at_most: 2 weeks\n    times: 1\n", "    at_most: 2 weeks\n    permits: [longer]\n"),
        ),
        ("P549", seal("seal", "m9/1", "m1/1")),
        ("P549", seal("seal", "m1/1", "recovery/1")),
        ("P549", seal("recovery", "recovery/1", "m1/1")),
        ("P549", seal("seal", "m1/1", "m1/1")),
        ("P549", seal("seal", "m1/1", "m2/1").people(SECOND, FIRST)),
        ("P548", small().rules("    at_most: 2 weeks\n    times: 1\n", "    beyond_with: gevraagd\n")),
        ("P548", small().rules("after: [gehoord]\n    once", "any_one: [complainant]\n    after: [gehoord]\n    once")),
        (
            "P534",
            small().rules(
                "{key: vorm, type: choice, values: [brief, gesprek]}",
                "{key: vorm, type: choice, values: [brief, gesprek], when: {step: gesloten}}",
            ),
        ),
        ("P534", small().rules("until: [bevestigd], within", "until: [bevestigd], when: {step: toegewezen}, within")),
    ]
}

/// What is said after each change: reading takes time, so it is done once.
static TOLD: LazyLock<Vec<(&'static str, Vec<Told>)>> =
    LazyLock::new(|| changes().into_iter().map(|(code, small)| (code, judged(&small))).collect());

#[test]
fn every_change_brings_out_its_rule() {
    let mut silent = Vec::new();
    for (nth, (code, told)) in TOLD.iter().enumerate() {
        if !told.iter().any(|t| t.code == *code) {
            silent.push((nth, code));
        }
    }
    assert!(silent.is_empty(), "these changes (by number) do not bring out their rule: {silent:?}");
}

#[test]
fn every_rule_has_a_change() {
    let changes = changes();
    for rule in RULES {
        assert!(changes.iter().any(|(code, _)| *code == rule.code), "{}: no change brings it out", rule.code);
    }
}

#[test]
fn every_message_reads_well() {
    let mut shown = String::new();
    for (code, told) in TOLD.iter() {
        for told in told.iter().filter(|t| t.code == *code) {
            shown.extend([code, " ", &told.text, "\n"]);
        }
    }
    insta::assert_snapshot!("messages", shown);
}
