//! `klacht seal` (verzegel): words or a file added to the sealed part of a case. Anybody may seal; only the list may open.

use std::path::Path;

use chrono::NaiveDate;

use super::args::Seal;
use super::contents::{asked, bytes, read, words};
use super::{moving_in, withdraw};
use crate::casework::{CaseFile, Contents, LETTER, Lock, Office, Workspace, readers, seals, still_kept, with_pieces};
use crate::cli::ask::Answers;
use crate::cli::case::edit::Edit;
use crate::cli::context::{day_of, edit_fault, me};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::regulation::SEALED;
use crate::sealing::{File, Piece, PieceKind};
use crate::vault::VaultError;

/// Data of a party that are asked for; what is a file is none.
const NOT_ASKED: [&str; 3] = ["signature", "statements", "attachments"];

/// Runs it; the exit code.
pub fn run(args: &Seal, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    if let Some(from) = &args.from {
        return moving_in::run(from, args, global, world, out);
    }
    if let Some(number) = args.withdraw {
        return withdraw::run(number, args, global, world, out);
    }
    let (workspace, file) = Workspace::open_case(dir, args.id.as_deref().unwrap_or_default())?;
    let (today, by) = whoever_seals(&workspace, &file, global, world)?;
    party(args.of.as_deref(), &file.case)?;
    let answers = Answers::new(global, world, out);
    let pieces = pieces(args, by.as_deref(), today, &answers)?;
    if pieces.is_empty() {
        out.note(text!("Er is niets verzegeld.", "Nothing was sealed.").in_(out.lang));
        return Ok(0);
    }
    let message = format!("Klacht {}: verzegeld stuk", file.case.id);
    let edit = Edit { workspace: &workspace, today, keep: args.keep, message };
    let said = text!("Verzegeld. Stuur het in: klacht sync", "Sealed. Send it: klacht sync");
    put_down(&edit, &file, pieces, &said, world, out)
}

/// The day, and who seals, of a case in which something can be sealed.
pub fn whoever_seals(
    workspace: &Workspace,
    file: &CaseFile,
    global: &Global,
    world: &World<'_>,
) -> Result<(NaiveDate, Option<String>), Failure> {
    still_kept(&file.case)?;
    let (_, history) = workspace.version(file)?;
    if !seals(&history.people) {
        return Err(VaultError::NoReaders.into());
    }
    Ok((day_of(workspace, global, world), me(workspace, &history.people, world)?))
}

/// Seals pieces of a case and names them in its file, or shows what would be; the exit code.
pub fn put_down(
    edit: &Edit<'_>,
    file: &CaseFile,
    pieces: Vec<(Piece, Vec<String>)>,
    said: &Text,
    world: &World<'_>,
    out: &Output,
) -> Result<u8, Failure> {
    let (workspace, today) = (edit.workspace, edit.today);
    if edit.keep.dry_run {
        let holds: Vec<&str> = pieces.iter().flat_map(|(_, holds)| holds.iter().map(String::as_str)).collect();
        let for_whom = readers(workspace, file, today)?;
        let list = for_whom.iter().map(|reader| reader.id.to_string()).collect::<Vec<_>>().join(", ");
        let said = text!(
            "zou verzegelen: {holds}; voor {list}",
            "would seal: {holds}; for {list}",
            holds = holds.join(", "),
            list
        );
        out.print(&format!("{}\n", said.in_(out.lang)))?;
        return Ok(0);
    }
    let lock = Lock::take(workspace)?;
    // Somebody else may have written while questions were answered.
    let file = workspace.read(&file.path)?;
    still_kept(&file.case)?;
    let office = Office::begin(workspace, world.random)?;
    let lines = office.seal(&file, pieces, today)?;
    let text = with_pieces(&file.source, &lines).map_err(edit_fault)?;
    edit.kept(&file, &text, lock, Some(said), out)
}

/// That a party of the case has this key.
fn party(key: Option<&str>, case: &crate::case::Case) -> Result<(), Failure> {
    let Some(key) = key else { return Ok(()) };
    let known: Vec<&str> = case.parties.iter().map(|party| party.key.as_str()).collect();
    if known.contains(&key) {
        return Ok(());
    }
    let message = text!("`{key}` is geen partij in deze zaak", "`{key}` is no party of this case");
    Err(Failure::Usage(message, crate::cli::values::choice(key, &known)))
}

/// What is to be sealed, each with the data it holds.
fn pieces(
    args: &Seal,
    by: Option<&str>,
    today: chrono::NaiveDate,
    answers: &Answers,
) -> Result<Vec<(Piece, Vec<String>)>, Failure> {
    let new = |kind| {
        let mut piece = Piece::new(kind, today, by.map(str::to_owned));
        piece.of.clone_from(&args.of);
        piece
    };
    let source = args.file.as_deref();
    match args.kind.unwrap_or(PieceKind::Person) {
        PieceKind::Person => {
            let contents = match source {
                Some(path) => read(path)?,
                None if answers.are_a_persons() => of_a_person(answers)?,
                None => read(Path::new("-"))?,
            };
            Ok(contents.pieces(args.of.as_deref(), by, today))
        }
        kind @ (PieceKind::Words | PieceKind::Note) => {
            let mut piece = new(kind);
            piece.text = Some(words(source.unwrap_or(Path::new("-")))?.to_string());
            let holds = if kind == PieceKind::Words { vec!["narrative".to_owned()] } else { Vec::new() };
            Ok(vec![(piece, holds)])
        }
        kind => {
            let mut piece = new(kind);
            piece.file = Some(file_at(source.unwrap_or(Path::new("-")))?);
            let holds: &[&str] = match kind {
                PieceKind::Attachment => &["attachments"],
                PieceKind::Letter => &[LETTER],
                _ => &[],
            };
            let holds = holds.iter().map(|held| (*held).to_owned()).collect();
            Ok(vec![(piece, holds)])
        }
    }
}

/// A file, or standard input, as it is sealed.
pub fn file_at(path: &Path) -> Result<File, Failure> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let media_type = mime_guess::from_path(&name).first_or_octet_stream().to_string();
    Ok(File { name, media_type, bytes: bytes(path)?.to_vec() })
}

fn of_a_person(answers: &Answers) -> Result<Contents, Failure> {
    let keys: Vec<String> = SEALED.iter().filter(|key| !NOT_ASKED.contains(key)).map(|key| (*key).to_owned()).collect();
    asked(&keys, answers)
}
