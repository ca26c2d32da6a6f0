//! The keys of a case file, as docs/model.md lists them.

use super::id::{CaseId, IdError};
use crate::diagnostics::text;
use crate::yaml::{Fault, Field, Kind, Node, Route, Table, Value, Wrong};

/// The positions that a party may take in a case.
pub const POSITIONS: &[&str] = &["complainant", "respondent", "involved", "representative"];

/// A person key, party key or role.
const WHO: Kind = Kind::Name;
const WHOS: Kind = Kind::OneOrMany(&WHO);
const IDS: Kind = Kind::OneOrMany(&Kind::Id);

/// A case.
pub static CASE: Table = Table {
    name: "case",
    open: false,
    fields: &[
        Field::required("id", Kind::Custom(id), "het zaaknummer", "the case id"),
        Field::required("received", Kind::Date, "de dag van ontvangst", "the day of receipt"),
        Field::required("intake", Kind::Sub(&INTAKE), "hoe de klacht binnenkwam", "how the complaint came in"),
        Field::optional("parties", Kind::List(&Kind::Sub(&PARTY)), "wie erbij betrokken is", "who is involved"),
        Field::optional("topics", IDS, "waar de klacht over gaat", "what the complaint is about"),
        Field::optional("main_topic", Kind::Id, "het belangrijkste onderwerp", "the main topic"),
        Field::optional("severity", Kind::Id, "hoe ernstig de klacht is", "how grave the complaint is"),
        Field::optional("fields", Kind::Each(&Kind::Custom(datum)), "eigen gegevens", "facts of this organisation"),
        Field::optional("sealed", Kind::Sub(&SEALED), "het verzegelde deel", "the sealed part"),
        Field::optional("earlier", Kind::Custom(id), "een eerdere melding", "an earlier report"),
        Field::optional("charged", Kind::Amount, "wat de klager betaalde", "what the complainant was charged"),
        Field::optional(
            "legal_hold",
            Kind::Sub(&HOLD),
            "waarom niet vernietigd mag worden",
            "why it must not be destroyed",
        ),
        Field::optional("attestations", Kind::List(&Kind::Sub(&ATTESTATION)), "verklaringen", "declarations"),
        Field::optional("accepted", Kind::List(&Kind::Sub(&ACCEPTED)), "aanvaarde bevindingen", "accepted findings"),
        Field::optional("log", Kind::List(&Kind::Sub(&ENTRY)), "de gezette stappen", "the steps taken"),
    ],
};

/// What is left of a destroyed case.
pub static STUB: Table = Table {
    name: "stub",
    open: false,
    fields: &[
        Field::required("id", Kind::Custom(id), "het zaaknummer", "the case id"),
        Field::required("destroyed", Kind::Sub(&DESTROYED), "wanneer en door wie", "when and by whom"),
    ],
};

static INTAKE: Table = Table {
    name: "case.intake",
    open: false,
    fields: &[
        Field::required("channel", Kind::Id, "langs welke weg", "by which channel"),
        Field::optional("source", Kind::Id, "van binnen of van buiten", "from inside or outside"),
    ],
};

static PARTY: Table = Table {
    name: "case.party",
    open: false,
    fields: &[
        Field::required("key", Kind::Name, "de aanduiding in dit dossier", "its key in this case"),
        Field::optional("role", Kind::Id, "de rol volgens de regeling", "the role in the regulation"),
        Field::required("as", Kind::OneOf(POSITIONS), "de plaats in deze zaak", "the position in this case"),
        Field::optional("person", Kind::Name, "de persoon uit people.yaml", "the person of people.yaml"),
        Field::optional("since", Kind::Date, "sinds welke dag erbij", "the day of joining the case"),
        Field::optional(
            "contact",
            Kind::Flag,
            "via deze klager horen alle klagers het",
            "all complainants are told through this one",
        ),
    ],
};

static SEALED: Table = Table {
    name: "case.sealed",
    open: false,
    fields: &[
        Field::required("fields", IDS, "wat erin zit", "what it holds"),
        Field::optional("sha256", Kind::Custom(digest), "de vingerafdruk", "its digest"),
        Field::optional("bytes", Kind::Whole, "de grootte", "its size"),
    ],
};

static HOLD: Table = Table {
    name: "case.legal_hold",
    open: false,
    fields: &[
        Field::required("since", Kind::Date, "sinds wanneer", "since when"),
        Field::required("reason", Kind::Text, "waarom", "why"),
    ],
};

static ATTESTATION: Table = Table {
    name: "case.attestation",
    open: false,
    fields: &[
        Field::required("attestation", Kind::Id, "welke verklaring", "which declaration"),
        Field::required("on", Kind::Date, "de dag", "the day"),
        Field::required("by", WHO, "door wie", "by whom"),
        Field::optional("how", Kind::Text, "hoe", "how"),
    ],
};

static ACCEPTED: Table = Table {
    name: "case.accepted",
    open: false,
    fields: &[
        Field::required("code", Kind::Text, "de code van de bevinding", "the code of the finding"),
        Field::required("why", Kind::Text, "waarom", "why"),
        Field::required("by", WHO, "door wie", "by whom"),
    ],
};

static DESTROYED: Table = Table {
    name: "stub.destroyed",
    open: false,
    fields: &[
        Field::required("on", Kind::Date, "de dag", "the day"),
        Field::required("by", WHO, "door wie", "by whom"),
    ],
};

/// An entry of the log; every other key is one that its step asks.
pub static ENTRY: Table = Table {
    name: "case.log",
    open: true,
    fields: &[
        Field::required("step", Kind::Id, "welke stap", "which step"),
        Field::required("on", Kind::Date, "de dag", "the day"),
        Field::optional("by", WHOS, "door wie", "by whom"),
        Field::optional("to", WHOS, "aan wie", "to whom"),
        Field::optional("cc", WHOS, "met afschrift aan", "with a copy to"),
        Field::optional("with", WHOS, "in overleg met", "in consultation with"),
        Field::optional("reported_to", WHOS, "gemeld aan", "reported to"),
        Field::optional("channel", Kind::Id, "langs welke weg", "by which channel"),
        Field::optional("party", WHOS, "welke partij", "which party"),
        Field::optional("parts", IDS, "welke onderdelen", "which parts"),
        Field::optional("late", Kind::Text, "waarom te laat", "why late"),
        Field::optional("waived", Kind::Text, "waarom weggelaten", "why left out"),
        Field::optional("waiver", Kind::Text, "waarom toch door deze persoon", "why by this person after all"),
        Field::optional("offered", Kind::Flag, "alleen aangeboden", "only offered"),
        Field::optional("recorded_by", WHO, "vastgelegd door", "recorded by"),
        Field::optional("reason", Kind::Text, "de reden", "the reason"),
        Field::optional("ref", Kind::Text, "het kenmerk", "the reference"),
        Field::optional("note", Kind::Text, "een aantekening", "a note"),
        Field::optional("handler", WHO, "de behandelaar", "the handler"),
        Field::optional(
            "of",
            Kind::Text,
            "het nummer van de stap die vervalt, of het feit dat is verbeterd (`received`, `severity`, `p2`, …)",
            "the number of the entry that it annuls, or the fact that was put right (`received`, `severity`, `p2`, …)",
        ),
    ],
};

fn id(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    let text = node.text().unwrap_or_default();
    let Err(error) = text.parse::<CaseId>() else { return };
    let (message, remedy) = match error {
        IdError::Shape => (
            text!("dit is geen zaaknummer", "this is no case id"),
            text!("schrijf het als `K26-7F3QXM`", "write it as `K26-7F3QXM`"),
        ),
        IdError::Check => (
            text!("er zit een tikfout in dit zaaknummer", "there is a typing mistake in this case id"),
            text!("neem het over van de bestandsnaam", "copy it from the name of the file"),
        ),
    };
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

fn digest(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    if node.text().is_some_and(|t| t.len() == 64 && t.bytes().all(hex)) {
        return;
    }
    let message = text!("dit is geen vingerafdruk (sha256)", "this is no digest (sha256)");
    let remedy = text!(
        "schrijf de 64 tekens die `sha256sum` geeft, in kleine letters",
        "write the 64 characters that `sha256sum` gives, in small letters"
    );
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

/// A datum that the regulation asks: one text or several.
pub(super) fn datum(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    let text = |n: &Node| matches!(n.value, Value::Scalar { .. });
    let wrong = match &node.value {
        Value::Scalar { text, .. } if text.trim().is_empty() => Wrong::Empty,
        Value::Null => Wrong::Empty,
        Value::Scalar { .. } => return,
        Value::List(items) if items.iter().all(text) => return,
        Value::List(_) | Value::Map(_) => Wrong::Text,
    };
    faults.push(Fault::wrong(node.span, route.clone(), wrong));
}
