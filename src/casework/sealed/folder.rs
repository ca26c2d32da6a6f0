//! What stands of a case in a confidential folder, as it was kept before there was a vault: data of the complainant, the message
//! as it came in, what was attached.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::contents::Contents;
use crate::sealing::{File, Piece, PieceKind};

/// The file with the data of the complainant.
pub(super) const DATA: &str = "data.json";

/// The pieces of one case in a folder, each with the data that it holds; whatever is found in it is taken along.
pub(crate) fn pieces(
    folder: &Path,
    of: Option<&str>,
    by: Option<&str>,
    day: NaiveDate,
) -> io::Result<Vec<(Piece, Vec<String>)>> {
    let mut pieces = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let data = (name == DATA).then(|| serde_json::from_slice::<BTreeMap<String, String>>(&bytes).ok()).flatten();
        if let Some(data) = data {
            pieces.extend(Contents::of(&data).pieces(of, by, day));
            continue;
        }
        let message = matches!(name.as_str(), "message.eml" | "form.md");
        let kind = if message { PieceKind::Message } else { PieceKind::Attachment };
        let mut piece = Piece::new(kind, day, by.map(str::to_owned));
        piece.of = of.map(str::to_owned);
        let media_type = mime_guess::from_path(&name).first_or_octet_stream().to_string();
        piece.file = Some(File { name, media_type, bytes });
        pieces.push((piece, if message { Vec::new() } else { vec!["attachments".to_owned()] }));
    }
    Ok(pieces)
}

/// Whether two pieces say the same, whoever sealed them and when.
pub(crate) fn say_the_same(one: &Piece, other: &Piece) -> bool {
    one.kind == other.kind
        && one.of == other.of
        && one.fields == other.fields
        && one.text == other.text
        && one.file == other.file
}
