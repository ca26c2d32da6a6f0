//! Checks of what the kinds of values do not tell, and the keys of what is left of a destroyed case.

use super::file::Destroyed;
use super::id::{CaseId, IdError};
use crate::diagnostics::text;
use crate::sealing::{PieceId, SealId};
use crate::yaml::{Fault, Field, Kind, Node, Route, Table, Value, Written, Wrong};

/// What is left of a destroyed case.
pub static STUB: Table = Table {
    name: "stub",
    open: false,
    fields: &[
        Field::required("id", CaseId::KIND, "het zaaknummer", "the case id"),
        Field::required("destroyed", Destroyed::KIND, "wanneer en door wie", "when and by whom"),
    ],
};

impl Written for CaseId {
    const KIND: Kind = Kind::Custom(id);
}

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
            text!(
                "kijk hoe het in de bestandsnaam staat; staat het daar ook zo, laat dan een nummer maken: `klacht new`",
                "look how it stands in the name of the file; if it is the same there, have an id made: `klacht new`"
            ),
        ),
    };
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

pub(super) fn digest(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
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

/// Which key of whom.
pub(super) fn seal_id(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    if node.text().is_some_and(|text| text.parse::<SealId>().is_ok()) {
        return;
    }
    let message = text!("dit is geen naam van een sleutel", "this is no name of a key");
    let remedy =
        text!("laat `klacht destroy` dit schrijven, zoals `m3/2`", "let `klacht destroy` write this, such as `m3/2`");
    faults.push(Fault::wrong(node.span, route.clone(), Wrong::Special { message, remedy }));
}

/// The name of a sealed piece.
pub(super) fn piece(node: &Node, route: &Route, faults: &mut Vec<Fault>) {
    if node.text().is_some_and(|text| text.parse::<PieceId>().is_ok()) {
        return;
    }
    let message = text!("dit is geen naam van een verzegeld stuk", "this is no name of a sealed piece");
    let remedy = text!(
        "laat `klacht seal` dit schrijven; de naam heeft 26 kleine letters en cijfers",
        "let `klacht seal` write this; the name has 26 small letters and digits"
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
