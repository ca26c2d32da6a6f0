//! A small regulation in two languages, with statements that figures measure.

use crate::regulation::{Precedence, Translation, UnreadText, Version, Words, read_regulation, read_words};

const REGULATION: &str = r#"
schema: klacht.regulation/1
title: Klachtenregeling
valid_from: 2023-01-01
updated: 2023-01-01
organisation: {name: Academie Wilgenhof, site: "https://www.wilgenhof.example"}
roles:
  - {id: cursist, name: Cursist, kind: party, as: [complainant], quote: x}
  - {id: medewerker, name: Medewerker, kind: staff, as: [complainant, respondent], quote: x}
  - {id: coordinator, name: Coördinator, kind: staff, quote: x}
  - {id: commissie, name: Geschillencommissie, kind: external, independent: true, quote: x}
channels:
  - {id: e-mail, name: E-mail, form: written, formal: true, quote: x}
  - {id: telefoon, name: Telefoon, form: oral, formal: true, quote: x}
topics:
  several: true
  at_least: 1
  main: required
  list:
    - {id: inhoud, name: Inhoud van de training, quote: x}
    - {id: trainer, name: Trainer, quote: x}
    - {id: planning, name: Planning en rooster, quote: x}
    - {id: rekening, name: Rekening, quote: x}
    - {id: locatie, name: Locatie, quote: x}
causes:
  required_at: afgesloten
  quote: x
  list:
    - {id: planning, name: Planning}
    - {id: communicatie, name: Communicatie}
    - {id: verwachting, name: Verwachting vooraf}
assignment: {step: ontvangen, handler: {by: fixed, role: coordinator, quote: x}}
steps:
  - {id: ontvangen, name: Ontvangen, does: assign, by: [anyone], quote: x}
  - {id: afgesloten, name: Afgesloten, does: close, ends_as: decided, by: [handler], after: [ontvangen], asks: [{key: oordeel, name: Oordeel, type: judgement}, {key: oorzaak, name: Oorzaak, type: cause}], quote: x}
judgement:
  step: afgesloten
  key: oordeel
  required: true
  quote: x
  scale:
    - {id: gegrond, name: Gegrond, means: upheld}
    - {id: deels, name: Deels gegrond, means: partly-upheld}
    - {id: ongegrond, name: Ongegrond, means: not-upheld}
costs: {complainant: none, quote: x}
statements:
  - {id: zelden, kind: context, measured_by: {figure: received}, quote: Wij krijgen zelden een klacht.}
  - {id: snel, kind: promise, measured_by: {figure: handling-time}, quote: Wij lossen een klacht snel op.}
  - {id: op-tijd, kind: promise, measured_by: {figure: within-term}, quote: Wij zijn op tijd.}
  - {id: eerlijk, kind: goal, measured_by: {figure: judgement, values: [gegrond, deels]}, quote: Wij geven het toe als iets fout ging.}
  - {id: oorzaak, kind: policy, measured_by: {figure: cause}, quote: Wij zoeken de oorzaak.}
  - {id: beter, kind: promise, measured_by: {figure: measures}, quote: Van elke klacht leren wij.}
  - {id: vriendelijk, kind: promise, quote: Wij zijn vriendelijk.}
"#;

const TEXT: &str = "# Klachtenregeling\n\nWij krijgen zelden een klacht. Wij lossen een klacht snel op. Wij zijn op tijd. Wij geven het toe als iets fout ging. Wij zoeken de oorzaak. Van elke klacht leren wij. Wij zijn vriendelijk.\n";
const ENGLISH: &str = "# Complaints regulation\n\nWe rarely receive a complaint. We resolve a complaint fast. We are in time. We admit it when something went wrong. We look for the cause. We learn from every complaint. We are friendly.\n";

const WORDS: &str = r"
schema: klacht.words/1
title: Complaints regulation
names:
  roles/cursist: Trainee
  roles/medewerker: Member of staff
  roles/commissie: Disputes committee
  channels/e-mail: E-mail
  channels/telefoon: Telephone
  topics/inhoud: Content of the training
  topics/trainer: Trainer
  topics/planning: Planning and timetable
  topics/rekening: Invoice
  topics/locatie: Location
  causes/planning: Planning
  causes/communicatie: Communication
  causes/verwachting: Expectation
  judgement/gegrond: Upheld
  judgement/deels: Partly upheld
  judgement/ongegrond: Not upheld
";

/// The regulation, with its translation or without.
pub fn version(translated: bool) -> Version {
    let read = read_regulation(REGULATION);
    let regulation = read.value.unwrap_or_else(|| panic!("{:?}", read.faults));
    let words = read_words(WORDS);
    let words: Words = words.value.unwrap_or_else(|| panic!("{:?}", words.faults));
    let english = Translation { path: String::new(), text: UnreadText::new(ENGLISH), words };
    Version {
        id: "wilgenhof".to_owned(),
        path: "policy/wilgenhof/2023-01-01/regulation.yaml".to_owned(),
        source: REGULATION.to_owned(),
        precedence: Precedence::of(&regulation),
        regulation,
        tree: read.tree.unwrap(),
        text: UnreadText::new(TEXT),
        english: translated.then_some(english),
    }
}
