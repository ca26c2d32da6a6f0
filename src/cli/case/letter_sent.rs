//! `klacht letter --sent` (brief --sent): what was sent is kept sealed with the case: which letter, to whom, on which day. Never a plain file.

use std::path::Path;

use zeroize::Zeroizing;

use super::edit::Edit;
use super::letter::Letter as Arguments;
use crate::calendar::Toward;
use crate::case::Position;
use crate::casework::{CaseFile, LETTER, Workspace};
use crate::cli::context::said_day;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::seal::{file_at, put_down, whoever_seals};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::letters::{Kind, Letter};
use crate::sealing::{File, Piece, PieceKind};

/// What was sent.
pub enum Body {
    /// Words.
    Text(Zeroizing<String>),
    /// A file of another kind.
    File(File),
}

/// The letter as the program writes it, where nothing in it is left to a person.
pub fn body(letter: &Letter) -> Result<Body, Failure> {
    let gaps = letter.gaps();
    if gaps.is_empty() {
        return Ok(Body::Text(Zeroizing::new(letter.text.clone())));
    }
    let gaps = gaps.join("; ");
    Err(Failure::Usage(
        text!(
            "zoals het programma deze brief schrijft, is er nog iets in te vullen: {gaps}",
            "as the program writes this letter, something is still to be filled in: {gaps}"
        ),
        text!(
            "bewaar de brief die u hebt verstuurd: `--sent BESTAND`, of `--sent -` voor de standaardinvoer",
            "keep the letter that you sent: `--sent FILE`, or `--sent -` for standard input"
        ),
    ))
}

/// What stands in a file, or comes by standard input.
pub fn body_of(path: &Path) -> Result<Body, Failure> {
    let file = file_at(path)?;
    let plain = path == Path::new("-") || file.media_type.starts_with("text/plain");
    Ok(match std::str::from_utf8(&file.bytes) {
        Ok(words) if plain => Body::Text(Zeroizing::new(words.to_owned())),
        _ => Body::File(file),
    })
}

/// A letter that was sent in a case.
pub struct Sent<'a> {
    /// What was said on the command line.
    pub args: &'a Arguments,
    /// Which letter.
    pub kind: Kind,
    /// The register.
    pub workspace: &'a Workspace,
    /// The case.
    pub file: &'a CaseFile,
    /// Whether the step that it goes with was recorded by this very command.
    pub recorded: bool,
}

impl Sent<'_> {
    /// Seals what was sent, to the first complainant as all letters are; the exit code.
    pub fn keep(&self, body: Body, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
        let (workspace, case) = (self.workspace, &self.file.case);
        let (today, by) = whoever_seals(workspace, self.file, global, world)?;
        let first = case.parties.iter().find(|party| party.position == Position::Complainant);
        let to = first.map_or_else(String::new, |party| party.key.clone());
        let mut piece = Piece::new(PieceKind::Letter, today, by);
        piece.of = first.map(|party| party.key.clone());
        let on = said_day(self.args.said.on, "--on", (today, Toward::Past), out)?.unwrap_or(today);
        piece.sent = Some(crate::sealing::Sent { letter: self.kind.word().to_owned(), to, on });
        match body {
            Body::Text(words) => piece.text = Some(words.to_string()),
            Body::File(file) => piece.file = Some(file),
        }
        let keep = self.args.said.keep;
        let edit = Edit { workspace, today, keep, message: format!("Klacht {}: verzegelde brief", case.id) };
        let id = case.id;
        let left = matches!(&self.args.sent, Some(Some(path)) if path != Path::new("-"));
        let left = if left {
            text!(" Het bestand zelf ligt er nog: verwijder het.", " The file itself is still there: remove it.")
        } else {
            text!("", "")
        };
        let step = if self.recorded {
            text!("", "")
        } else {
            text!(
                " Leg ook de stap vast, als dat nog niet is gedaan: klacht step {id}",
                " Record the step too, if that is not done yet: klacht step {id}"
            )
        };
        let said = text!("Verzegeld.{left}{step}", "Sealed.{left}{step}", left, step);
        put_down(&edit, self.file, vec![(piece, vec![LETTER.to_owned()])], &said, world, out)
    }
}
