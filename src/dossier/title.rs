//! What a piece is called.

use crate::calendar::date_words;
use crate::casework::{harmless, kind_name};
use crate::diagnostics::{Lang, Text, text};
use crate::letters::Kind;
use crate::sealing::{Piece, PieceKind};

/// What a piece is: of whom and since when, or which letter was sent to whom and when.
pub(crate) fn titled(piece: &Piece, lang: Lang) -> String {
    let kind: Text = kind_name(piece.kind);
    let kind = kind.in_(lang);
    let Some(sent) = &piece.sent else {
        let of = piece.of.as_deref().map_or_else(String::new, |of| format!(" {of}"));
        return harmless(&format!("{kind}{of}, {}", date_words(piece.added).in_(lang)));
    };
    let letter = Kind::named(&sent.letter).map_or(sent.letter.as_str(), |known| known.name(lang));
    let (to, on) = (&sent.to, date_words(sent.on));
    let said = text!("{kind} {letter} aan {to}, verstuurd op {on}", "{kind} {letter} to {to}, sent on {on}", on);
    harmless(said.in_(lang))
}

/// Whether a piece holds words that are read here, and no data by which a person is reached.
pub(super) fn is_text(piece: &Piece) -> bool {
    piece.kind != PieceKind::Person && piece.text.is_some()
}
