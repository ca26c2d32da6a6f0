//! Pieces named in a case file: a line each, so that what two people seal at once merges.

use chrono::NaiveDate;
use serde_json::json;

use crate::case::Case;
use crate::casework::take_step::log_entry::in_front_matter;
use crate::sealing::PieceId;
use crate::vault::Named;
use crate::yaml::{EditError, Group, NewItem, NewValue, Route, Scalar, append, place};

/// A piece as a case file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PieceLine {
    /// Its name and digest.
    pub named: Named,
    /// Which data it holds.
    pub holds: Vec<String>,
    /// Whose, by key.
    pub of: Option<String>,
}

impl PieceLine {
    /// One that is not sealed yet, for judging a case before anything is written.
    pub(crate) fn to_come(holds: Vec<String>, of: Option<String>) -> Self {
        let named = Named { id: PieceId::from_random([0; 3]), sha256: "0".repeat(64) };
        Self { named, holds, of }
    }
}

/// The text of a case file that names these pieces too.
pub(crate) fn with_pieces(source: &str, pieces: &[PieceLine]) -> Result<String, EditError> {
    in_front_matter(source, |front| pieces.iter().try_fold(front.to_owned(), |text, piece| added(&text, piece)))
}

/// The text of a case file that says of a piece that it was taken back.
pub(crate) fn without_piece(
    source: &str,
    piece: &str,
    on: NaiveDate,
    by: &str,
    why: &str,
) -> Result<String, EditError> {
    let said = [("id", piece), ("on", &on.to_string()), ("by", by), ("why", why)];
    let said = said.map(|(key, value)| (key.to_owned(), NewValue::One(Scalar::Text(value.to_owned()))));
    in_front_matter(source, |front| {
        append(front, &Route::root().key("sealed").key("withdrawn"), &NewItem(said.to_vec()))
    })
}

fn added(front: &str, piece: &PieceLine) -> Result<String, EditError> {
    let text = |value: &str| Scalar::Text(value.to_owned());
    let mut pairs = vec![
        ("id".to_owned(), NewValue::One(text(piece.named.id.as_str()))),
        ("sha256".to_owned(), NewValue::One(text(&piece.named.sha256))),
    ];
    if !piece.holds.is_empty() {
        pairs.push(("holds".to_owned(), NewValue::Many(piece.holds.iter().map(|key| text(key)).collect())));
    }
    if let Some(of) = &piece.of {
        pairs.push(("of".to_owned(), NewValue::One(text(of))));
    }
    let item = NewItem(pairs);
    match append(front, &Route::root().key("sealed").key("pieces"), &item) {
        Err(EditError::NotFound) => {
            let mut group = json!({ "id": piece.named.id.as_str(), "sha256": piece.named.sha256 });
            if !piece.holds.is_empty() {
                group["holds"] = json!(piece.holds);
            }
            if let Some(of) = &piece.of {
                group["of"] = json!(of);
            }
            let followers: Vec<&str> = Case::TABLE.keys().skip_while(|known| *known != "sealed").skip(1).collect();
            place(front, "sealed", &json!({ "pieces": [group] }), &followers)
        }
        done => done,
    }
}
