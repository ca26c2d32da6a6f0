//! What a file brings of a complaint, sealed: who complains, the words, the message itself and what was attached. Also on a machine
//! that can read nothing of it.

use chrono::NaiveDate;

use super::row::Row;
use crate::casework::{CaseworkError, Contents, NewCase, Office, PieceLine, with_pieces, would_be};
use crate::diagnostics::text;
use crate::sealing::{File, Piece, PieceKind};

/// The pieces of a complaint, each with the data that it holds.
pub(super) fn pieces(row: &Row, of: Option<&str>, besides: &[String], day: NaiveDate) -> Vec<(Piece, Vec<String>)> {
    let of = of.map(str::to_owned);
    let mut pieces = Contents::of(&row.confidential).pieces(of.as_deref(), None, day);
    let file = |kind, name: &str, bytes: &[u8]| {
        let mut piece = Piece::new(kind, day, None);
        piece.of.clone_from(&of);
        let media_type = mime_guess::from_path(name).first_or_octet_stream().to_string();
        piece.file = Some(File { name: name.to_owned(), media_type, bytes: bytes.to_vec() });
        piece
    };
    // What somebody says to stand in the words as well, or in the message where no words were found.
    let told: Vec<&String> = pieces.iter().flat_map(|(_, holds)| holds).collect();
    let besides: Vec<String> = besides.iter().filter(|key| !told.contains(key)).cloned().collect();
    if let Some(original) = &row.original {
        pieces.push((file(PieceKind::Message, &original.name, &original.bytes), Vec::new()));
    }
    for attachment in &row.attachments {
        pieces.push((file(PieceKind::Attachment, &attachment.name, &attachment.bytes), vec!["attachments".to_owned()]));
    }
    let words = pieces.iter().position(|(piece, _)| matches!(piece.kind, PieceKind::Words | PieceKind::Message));
    if let Some((_, holds)) = words.or(pieces.len().checked_sub(1)).and_then(|at| pieces.get_mut(at)) {
        holds.extend(besides);
    }
    pieces
}

/// The text of a case as it will be judged: with pieces that are still to be sealed.
pub(super) fn to_come(row: &Row, case: &NewCase, day: NaiveDate) -> Result<String, CaseworkError> {
    let lines: Vec<PieceLine> = pieces(row, first(case), &case.sealed, day)
        .into_iter()
        .map(|(piece, holds)| PieceLine::to_come(holds, piece.of.clone()))
        .collect();
    named(case, &lines)
}

/// Seals all of it; the text of the case that names the pieces.
pub(super) fn sealed(office: &Office<'_>, row: &Row, case: &NewCase, day: NaiveDate) -> Result<String, CaseworkError> {
    // What an import that was killed sealed is named by no case.
    office.vault.forget(&case.id.to_string())?;
    let plain = named(case, &[])?;
    let file = would_be(&case.path(), &plain)?;
    let lines = office.seal(&file, pieces(row, first(case), &case.sealed, day), day)?;
    named(case, &lines)
}

/// The key of who complains.
fn first(case: &NewCase) -> Option<&str> {
    case.parties.first().map(|party| party.key.as_str())
}

fn named(case: &NewCase, lines: &[PieceLine]) -> Result<String, CaseworkError> {
    let unfit = |_| {
        CaseworkError::Asked(
            text!("hiervan kan geen zaak worden gemaakt", "no case can be made of this"),
            text!("open haar zelf: `klacht new`", "open it yourself: `klacht new`"),
        )
    };
    let plain = NewCase { sealed: Vec::new(), ..case.clone() }.text().map_err(unfit)?;
    with_pieces(&plain, lines).map_err(unfit)
}
