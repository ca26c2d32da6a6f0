//! A small regulation, its people and a case, for the tests of the families.

use chrono::NaiveDate;

use crate::case::{Case, read};
use crate::diagnostics::Lang;
use crate::docket::{Docket, ViolationKind};
use crate::regulation::{People, Precedence, UnreadText, Version, read_people, read_regulation};
use crate::rules::{Message, Rule};

/// A regulation with at least one of everything that a rule names.
pub const REGULATION: &str = r#"
schema: klacht.regulation/1
title: Klachtenregeling Voorbeeld
valid_from: 2024-01-01
updated: 2024-01-01
organisation: {name: Voorbeeld, site: "https://www.voorbeeld.example"}
roles:
  - {id: cursist, name: Cursist, kind: party, as: [complainant], quote: x}
  - {id: trainer, name: Trainer, kind: staff, as: [respondent], quote: x}
  - {id: coordinator, name: Coördinator, kind: staff, max_holders: 1, quote: x}
  - {id: directeur, name: Directeur, kind: staff, quote: x}
  - {id: commissie, name: Commissie, kind: external, independent: true, quote: x}
channels:
  - {id: e-mail, name: E-mail, form: written, formal: true, quote: x}
  - {id: telefoon, name: Telefoon, form: oral, formal: false, quote: x}
intake:
  sealed: [name, address]
  sources: [extern, intern]
  when_incomplete: {do: ask, step: aanvulling-gevraagd}
fields:
  - {id: overeenkomst, name: Overeenkomst, type: reference, required: always, quote: x}
topics:
  at_least: 1
  main: required
  list:
    - {id: lesmateriaal, name: Lesmateriaal, quote: x}
    - {id: trainer, name: De trainer, needs_party: trainer, quote: x}
assignment:
  step: [toegewezen]
  handler: {by: fixed, role: coordinator, quote: x}
  exclude:
    - {id: geen-eigen-zaak, who: handler, not: [respondent], quote: x}
steps:
  - {id: melding-afgedaan, name: Melding afgedaan, for: report, optional: true, by: [anyone], quote: x}
  - {id: formulier-ontvangen, name: Formulier ontvangen, for: report, does: formalise, by: [anyone], quote: x}
  - {id: aanvulling-gevraagd, name: Aanvulling gevraagd, optional: true, by: [anyone], to: [complainant], quote: x}
  - {id: ontvangst-bevestigd, name: Ontvangst bevestigd, by: [anyone], to: [complainant], form: written, channels: [e-mail], once: true, quote: x}
  - {id: toegewezen, name: Toegewezen, does: assign, by: [directeur], quote: x}
  - {id: gehoord, name: Partijen gehoord, by: [handler], each: [complainant, respondent], waivable: [afgezien-van-horen], after: [toegewezen], quote: x}
  - id: oordeel-gegeven
    name: Oordeel gegeven
    by: [handler]
    to: [complainant]
    cc: [directeur]
    parts: [bevindingen, redenen]
    after: [gehoord]
    asks:
      - {key: oordeel, name: Oordeel, type: judgement}
      - {key: uitvoerdatum, name: Datum van uitvoering, type: date, later_than: entry, required: false}
    quote: x
  - {id: tevreden-gevraagd, name: Tevredenheid gevraagd, by: [handler], asks: [{key: tevreden, type: satisfaction}], after: [oordeel-gegeven], quote: x}
  - {id: heropend, name: Heropend, does: reopen, by: [handler], when: {field: tevreden, equals: nee}, after: [tevreden-gevraagd], quote: x}
  - {id: afgesloten, name: Afgesloten, does: close, ends_as: decided, by: [handler], parts: [conclusie, rechtsmiddel], quote: x}
  - {id: voorgelegd, name: Voorgelegd aan de commissie, by: [complainant], to: [commissie], optional: true, after: [afgesloten], quote: x}
  - {id: uitspraak, name: Uitspraak van de commissie, by: [commissie], optional: true, after: [voorgelegd], quote: x}
  - {id: uitgevoerd, name: Uitspraak uitgevoerd, by: [directeur], optional: true, after: [uitspraak], quote: x}
judgement:
  step: oordeel-gegeven
  key: oordeel
  quote: x
  scale: [{id: gegrond, name: Gegrond, means: upheld}, {id: ongegrond, name: Ongegrond, means: not-upheld}]
escalations:
  - {id: commissie, body: commissie, who: [complainant], binding: true, steps: {filed: voorgelegd, ruled: uitspraak, executed: uitgevoerd}, quote: x}
confidentiality: {access: {roles: [coordinator, directeur], max_persons: 2, quote: x}}
costs: {complainant: none, quote: x}
reporting:
  by: coordinator
  every: 1 year
  discussion: {every: 1 year, by: coordinator, attendees: required, decision: {by: directeur, optional: true}, quote: x}
  quote: x
attestations:
  - {id: vertrouwelijk, what: De behandelaar hield de klacht vertrouwelijk, by: [handler], per: case, quote: x}
  - {id: lid-van-orde, what: De trainer is lid van de orde, by: [directeur], per: holder, holder: trainer, quote: x}
  - {id: getraind, what: De medewerkers zijn dit jaar getraind, by: [directeur], per: year, quote: x}
"#;

/// Who holds which role, in order.
pub const PEOPLE: &str = r"
schema: klacht.people/1
persons:
  - {key: m1, roles: [{role: directeur, from: 2020-01-01}]}
  - {key: m3, roles: [{role: coordinator, from: 2020-01-01}]}
  - key: m7
    roles: [{role: trainer, from: 2024-09-01}]
    attestations: [{attestation: lid-van-orde, on: 2024-09-02, by: m1, how: register gezien}]
";

/// A regulation as a version.
pub fn version(source: &str) -> Version {
    let read = read_regulation(source);
    let regulation = read.value.unwrap_or_else(|| panic!("{:?}", read.faults));
    Version {
        english: None,
        id: "voorbeeld".to_owned(),
        path: "policy/voorbeeld/2024-01-01/regulation.yaml".to_owned(),
        source: source.to_owned(),
        precedence: Precedence::of(&regulation),
        regulation,
        tree: read.tree.unwrap(),
        text: UnreadText::new("# Klachtenregeling Voorbeeld\n\nx\n"),
    }
}

/// People read from a file's text.
pub fn people(source: &str) -> People {
    let read = read_people(source);
    read.value.unwrap_or_else(|| panic!("{:?}", read.faults))
}

/// A day of 2026.
pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// The facts of a complaint by a course member about a trainer.
pub const FACTS: &str = "
id: K26-7F3QXM
received: 2026-04-17
intake: {channel: e-mail, source: extern}
parties:
  - {key: p1, role: cursist, as: complainant}
  - {key: p2, role: trainer, as: respondent, person: m7}
topics: [trainer]
main_topic: trainer
fields: {overeenkomst: OVK-1}
sealed: {fields: [name, address]}
";

/// A case of these facts and entries.
pub fn case(facts: &str, log: &[&str]) -> Case {
    let log = log.iter().map(|entry| format!("  - {entry}\n")).collect::<Vec<_>>().concat();
    let log = if log.is_empty() { "log: []\n".to_owned() } else { format!("log:\n{log}") };
    let (case, _, faults) = read(&format!("---\n{}\n{log}---\n", facts.trim()));
    case.unwrap_or_else(|| panic!("{faults:?}"))
}

/// What a rule says, for a snapshot: both languages, message and remedy.
pub fn shown(code: &str, name: &str, said: &Message) -> String {
    let lines = |lang| format!("  {}\n    -> {}\n", said.message.in_(lang), said.remedy.in_(lang));
    format!("{code} {name}\n{}{}", lines(Lang::Nl), lines(Lang::En))
}

/// The words of every rule of a family, for a snapshot.
pub fn words_of(rules: &[&Rule], said: &[(&'static str, Message)]) -> String {
    let name = |code: &str| rules.iter().find(|rule| rule.code == code).map_or("", |rule| rule.name);
    said.iter().map(|(code, said)| shown(code, name(code), said)).collect::<Vec<_>>().join("\n")
}

/// What the rules say of each lack, for a snapshot.
pub fn said_of(docket: &Docket<'_>, kinds: &[ViolationKind]) -> String {
    let say = |kind: &ViolationKind| {
        let (rule, said) = Rule::of(kind, docket);
        shown(rule.code, rule.name, &said)
    };
    kinds.iter().map(say).collect::<Vec<_>>().join("\n")
}

/// What each lack of a docket comes to: code and place.
pub fn codes(docket: &Docket<'_>) -> Vec<String> {
    let code =
        |violation: &crate::docket::Violation| format!("{} {}", Rule::of(&violation.kind, docket).0.code, violation.at);
    docket.violations.iter().map(code).collect()
}

/// The YAML of every example on a rule's pages.
pub fn examples(rule: &Rule) -> Vec<String> {
    let parts = rule.text.split("```yaml\n").skip(1);
    parts.filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}
