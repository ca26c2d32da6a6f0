use std::time::Instant;

use chrono::NaiveDate;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Case, DataValue, Datum, Position, read, read_bytes};
use crate::yaml::{Fault, Route};

const WHOLE: &str = "---
id: K26-7F3QXM

received: 2026-04-17

intake:
  channel: e-mail
  source: extern

parties:
  - {key: p1, role: cursist, as: complainant}
  - {key: p2, role: trainer, as: respondent, person: m7}

topics: [training, trainer]
main_topic: trainer
severity: gewoon

fields:
  overeenkomst: OVK-2026-031

sealed:
  fields: [name, address, city, narrative]

log:
  - step: ontvangst-bevestigd
    on: 2026-04-18
    by: m3
    to: [p1]
    channel: e-mail

  - step: gehoord
    on: 2026-04-25
    by: [m3, m4]
    with: m1
    parts: [a, b]
    offered: true
    note: 'telefonisch'
    besproken: [tijd, plaats]
    nieuwe_datum: 2026-05-01

  - {step: correctie, of: 1, reason: verkeerde dag, on: 2026-04-26, by: m3}
---
Aantekening.
";

fn right(source: &str) -> Case {
    let (case, _, faults) = read(source);
    assert_eq!(faults, []);
    case.expect("a case")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn a_whole_case() {
    let case = right(WHOLE);
    assert_eq!(case.id.to_string(), "K26-7F3QXM");
    assert_eq!(case.received, Some(day("2026-04-17")));
    assert_eq!((case.intake.channel.as_str(), case.intake.source.as_deref()), ("e-mail", Some("extern")));
    let parties: Vec<_> = case.parties.iter().map(|p| (p.key.as_str(), p.position, p.person.as_deref())).collect();
    assert_eq!(parties, [("p1", Position::Complainant, None), ("p2", Position::Respondent, Some("m7"))]);
    assert_eq!(case.topics, ["training", "trainer"]);
    assert_eq!(case.fields, [("overeenkomst".into(), DataValue::Text("OVK-2026-031".into()))]);
    assert_eq!(case.sealed.map(|s| s.fields.len()), Some(4));
    assert_eq!(&WHOLE[case.body], "Aantekening.\n");
    let [first, second, third] = case.log.as_slice() else { panic!("three entries") };
    assert_eq!((first.on, first.by.as_slice(), first.to.len()), (day("2026-04-18"), &["m3".to_owned()][..], 1));
    assert!(second.offered && !first.offered);
    assert_eq!((second.by.len(), second.with.len(), second.parts.len()), (2, 1, 2));
    assert_eq!(second.note.as_deref(), Some("telefonisch"));
    assert_eq!(
        second.datum("besproken").and_then(|d| match d {
            Datum::List(l) => Some(l.len()),
            Datum::Text(_) => None,
        }),
        Some(2)
    );
    assert_eq!(second.datum("nieuwe_datum").and_then(Datum::text), Some("2026-05-01"));
    assert_eq!((third.of.as_deref(), third.reason.as_deref()), (Some("1"), Some("verkeerde dag")));
}

#[test]
fn a_stub_holds_nothing_else() {
    let case = right("---\nid: K26-7F3QXM\ndestroyed: {on: 2031-01-02, by: m1}\n---\n");
    assert_eq!(case.destroyed.map(|d| d.by), Some("m1".into()));
    assert_eq!(case.received, None);
    let (case, _, faults) =
        read("---\nid: K26-7F3QXM\nreceived: 2026-01-01\ndestroyed: {on: 2031-01-02, by: m1}\n---\n");
    assert!(case.is_none());
    assert_eq!(faults.iter().map(Fault::code).collect::<Vec<_>>(), ["C105"]);
}

#[test]
fn everything_wrong_in_one_pass_at_its_place_in_the_file() {
    let source = "\u{feff}---\r\nid: K26-7F3QXN\r\nrecieved: 2026-04-17\r\nintake: {channel: e-mail}\r\nparties:\r\n  - {key: p1, as: klager}\r\n\
        sealed: {fields: [name], pieces: [{id: jansen, sha256: x}]}\r\ncharged: 12,50\r\nsubject: nr #5\r\nlog:\r\n  - {step: a, on: 1-5-2026, vragen: {x: y}, leeg: }\r\n---\r\n";
    let (case, node, faults) = read(source);
    assert!(case.is_none());
    let line = |f: &Fault| {
        let text = &source[f.span.start..f.span.end];
        format!("{} {text:?} {} | {}", f.code(), f.message().nl, f.remedy().nl)
    };
    assert_snapshot!(faults.iter().map(line).collect::<Vec<_>>().join("\n"), @r##"
    C106 "id" veld `received` ontbreekt: de dag van ontvangst | voeg een regel `received: …` toe
    C107 "K26-7F3QXN" `id`: er zit een tikfout in dit zaaknummer | kijk hoe het in de bestandsnaam staat; staat het daar ook zo, laat dan een nummer maken: `klacht new`
    C105 "recieved" veld `recieved` is hier niet bekend | bedoelt u `received`?
    C107 "klager" `parties[0].as`: dit woord kan hier niet | kies uit: complainant, respondent, involved, representative
    C107 "jansen" `sealed.pieces[0].id`: dit is geen naam van een verzegeld stuk | laat `klacht seal` dit schrijven; de naam heeft 26 kleine letters en cijfers
    C107 "x" `sealed.pieces[0].sha256`: dit is geen vingerafdruk (sha256) | schrijf de 64 tekens die `sha256sum` geeft, in kleine letters
    C107 "12,50" `charged`: hier hoort een bedrag | schrijf `charged: 12.50`
    C105 "subject" veld `subject` is hier niet bekend | verwijder het, of gebruik een van: id, received, intake, parties, topics, main_topic, severity, fields, sealed, earlier, charged, legal_hold, attestations, accepted, log
    C116 "#5" alles vanaf ` #` telt als commentaar en hoort niet bij de tekst ervoor | zet de hele tekst tussen aanhalingstekens: `"nr #5"`
    C107 "1-5-2026" `log[0].on`: deze datum staat niet als jaar-maand-dag | schrijf `on: 2026-05-01`
    C107 "{x: y}" `log[0].vragen`: hier hoort één tekst te staan | schrijf `vragen: "…"`
    C107 "" `log[0].leeg`: hier is niets ingevuld | vul een waarde in of verwijder de regel
    "##);
    let on = Route::root().key("log").index(0).key("on").span_in(&node);
    assert_eq!(&source[on.start..on.end], "1-5-2026");
}

#[test]
fn a_warning_leaves_the_case_readable() {
    let (case, _, faults) = read(&WHOLE.replace("note: 'telefonisch'", "note: zie nr #5"));
    assert!(case.is_some());
    assert_eq!(faults.iter().map(Fault::code).collect::<Vec<_>>(), ["C116"]);
}

#[test]
fn amounts_are_cents() {
    let charged = |amount: &str| right(&WHOLE.replace("severity: gewoon", &format!("charged: {amount}"))).charged;
    assert_eq!((charged("0"), charged("12"), charged("12.05")), (Some(0), Some(1200), Some(1205)));
}

#[test]
fn a_thousand_cases_are_quick() {
    let start = Instant::now();
    for _ in 0..1000 {
        assert!(read(WHOLE).0.is_some());
    }
    let micros = start.elapsed().as_micros() / 1000;
    println!("{micros} µs a case of {} bytes", WHOLE.len());
    assert!(micros < 5_000, "{micros} µs a case");
}

proptest! {
    #[test]
    fn nothing_panics(bytes: Vec<u8>, cut in 0..WHOLE.len(), insert in "[ \n:\\[{}#&*!é\u{a0}'\"-]{0,4}") {
        let _ = read_bytes(&bytes, 100);
        let source = format!("{}{insert}{}", &WHOLE[..cut], &WHOLE[cut..]);
        let (case, _, faults) = read(&source);
        prop_assert!(case.is_some() || !faults.is_empty());
        for fault in faults {
            prop_assert!(source.get(fault.span.start..fault.span.end).is_some());
        }
    }
}

#[test]
fn what_is_wrong_in_an_entry_gets_an_example_that_fits_it() {
    let source = |entry: &str| {
        format!(
            "---\nid: K26-7F3QXM\nreceived: 2026-04-17\nintake: {{channel: e-mail}}\nparties: [{{key: p1, role: cursist, as: complainant}}]\nlog:\n  - step: gehoord\n    on: 2026-04-20\n    {entry}\n---\n"
        )
    };
    for (entry, remedy) in [
        ("by: Anja", "schrijf een sleutel en geen naam: zoals `m1` uit people.yaml, of `p1` bij `parties`"),
        ("handler: Anja", "schrijf een sleutel en geen naam: zoals `m1` uit people.yaml"),
        ("by: m1, p1", "zet er blokhaken omheen, zoals `by: [m1, p1]`"),
        ("parts: oordeel, uitleg", "zet er blokhaken omheen, zoals `parts: [oordeel, uitleg]`"),
        ("parts: Het oordeel", "schrijf een code uit de regeling, zoals `oordeel`"),
    ] {
        let (_, _, faults) = read(&source(entry));
        let said: Vec<String> = faults.iter().map(|fault| fault.remedy().nl).collect();
        assert_eq!(said, [remedy], "{entry}");
    }
    assert!(read(&source("parts: [oordeel, uitleg]")).2.is_empty());
}
