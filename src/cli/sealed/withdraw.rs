//! `klacht seal --withdraw` (verzegel --withdraw): a piece that was sealed by mistake is taken back. The case keeps that it was there, who
//! took it back and why; its bytes go here, and from the server and the other desks with `klacht sync`.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::Seal;
use crate::casework::{CaseFile, Lock, Workspace, still_kept, without_piece};
use crate::cli::case::edit::Edit;
use crate::cli::context::{day_of, edit_fault, me};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::known::with_persons;
use crate::cli::sealed::people::unknown_here;
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::sealing::PieceId;
use crate::vault::Vault;

/// Runs it; the exit code.
pub fn run(number: usize, args: &Seal, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, args.id.as_deref().unwrap_or_default())?;
    // The reason stands in git: no name that is known here gets into it.
    let workspace = with_persons(workspace, world)?;
    let today = day_of(&workspace, global, world);
    let (_, history) = workspace.version(&file)?;
    let by = me(&workspace, &history.people, world)?.ok_or_else(unknown_here)?;
    let why = args.reason.as_deref().unwrap_or_default().trim();
    let edited = |file: &CaseFile| -> Result<(PieceId, String), Failure> {
        still_kept(&file.case)?;
        let piece = numbered(file, number)?;
        let text = without_piece(&file.source, piece.as_str(), today, &by, why).map_err(edit_fault)?;
        Ok((piece, text))
    };
    let message = format!("Klacht {}: verzegeld stuk teruggenomen", file.case.id);
    let edit = Edit { workspace: &workspace, today, keep: args.keep, message };
    if args.keep.dry_run {
        return edit.shown(&file, &edited(&file)?.1, out);
    }
    let lock = Lock::take(&workspace)?;
    // Somebody else may have written meanwhile.
    let file = workspace.read(&file.path)?;
    let (piece, text) = edited(&file)?;
    // The case says it first: what is taken back here and named still would be fetched again.
    let code = edit.kept(&file, &text, lock, None, out)?;
    if code == 0
        && let Some(vault) = Vault::open(&workspace.register)?
    {
        let gone = vault.withdraw(&file.case.id.to_string(), &BTreeSet::from([piece]))?;
        told(gone, out);
    }
    Ok(code)
}

/// The piece with a number, as `klacht open` counts them.
fn numbered(file: &CaseFile, number: usize) -> Result<PieceId, Failure> {
    let lines = || file.case.sealed.iter().flat_map(|sealed| &sealed.pieces);
    let line = number.checked_sub(1).and_then(|at| lines().nth(at));
    let gone = |id: &str| file.case.sealed.iter().flat_map(|sealed| &sealed.withdrawn).any(|gone| gone.id == id);
    match line {
        Some(line) if gone(&line.id) => Err(Failure::Usage(
            text!("stuk {number} is al teruggenomen", "piece {number} was taken back already"),
            text!("stuur het in: `klacht sync`", "send it: `klacht sync`"),
        )),
        Some(line) => line.id.parse().map_err(|()| no_piece(number)),
        None => Err(no_piece(number)),
    }
}

fn no_piece(number: usize) -> Failure {
    Failure::Usage(
        text!("stuk {number} is er niet", "there is no piece {number}"),
        text!("zie de lijst: `klacht open NUMMER`", "see the list: `klacht open ID`"),
    )
}

fn told(gone: bool, out: &Output) {
    let here = if gone {
        text!("Teruggenomen, en hier weg.", "Taken back, and gone here.")
    } else {
        text!("Teruggenomen.", "Taken back.")
    };
    let there = text!(
        "Van de server en de andere computers gaat het met: klacht sync. Een oude kopie blijft te openen, zoals in een reservekopie: schond dit iemands privacy, meld het dan.",
        "It goes from the server and the other computers with: klacht sync. An old copy can still be opened, such as in a backup: report it if somebody's privacy was breached."
    );
    out.note(&format!("{} {}", here.in_(out.lang), there.in_(out.lang)));
}
