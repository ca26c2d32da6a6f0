//! `klacht undo` (ongedaan): takes back what was done last in a case and nobody else has yet. What was sent stays: there a
//! correction puts right what is wrong, so that everybody sees it.

use std::path::Path;

use clap::Args;
use similar::TextDiff;

use crate::case::{self, Case};
use crate::casework::{CaseFile, CaseworkError, Lock, Workspace, remove, replace};
use crate::cli::context::said_done;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::diagnostics::{Text, text};
use crate::docket::CORRECTION;
use crate::register::{Content, Last, Snapshot};
use crate::vault::Vault;

/// `undo`.
#[derive(Debug, Args)]
pub struct Undo {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// Also destroy what is sealed of a case that is taken back as a whole.
    #[arg(long)]
    pub with_sealed: bool,
    /// Show what would be taken back; change nothing.
    #[arg(id = "preview", long = "dry-run")]
    pub dry_run: bool,
}

/// Runs it; the exit code.
pub fn run(args: &Undo, global: &Global, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    if file.case.destroyed.is_some() {
        return Err(Failure::Usage(
            text!("een vernietiging kan niet worden teruggedraaid", "a destruction cannot be taken back"),
            text!("wat er nog staat: `klacht show {id}`", "what is left: `klacht show {id}`", id = file.case.id),
        ));
    }
    let lock = Lock::take(&workspace)?;
    let file = workspace.read(&file.path)?;
    let (before, committed) = earlier(&workspace, &file)?;
    if before.as_deref().is_some_and(|text| names_more(text, &file)) {
        return Err(refused(
            &file,
            &text!("een teruggenomen stuk komt niet terug", "a piece that was taken back does not return"),
        ));
    }
    if before.is_none() && has_pieces(&file) && !args.with_sealed {
        return Err(with_sealed(&file));
    }
    let diff = TextDiff::from_lines(file.source.as_str(), before.as_deref().unwrap_or_default());
    out.print(&diff.unified_diff().context_radius(2).header(&file.path, &file.path).to_string())?;
    if args.dry_run {
        return Ok(0);
    }
    if committed {
        workspace.register.step_back()?;
    }
    match &before {
        Some(text) => replace(&workspace, &file.path, &file.source, text)?,
        None => remove(&workspace, &file.path)?,
    }
    workspace.register.unstage(&[&file.path])?;
    if let (None, Some(vault)) = (&before, Vault::open(&workspace.register)?.filter(|_| has_pieces(&file))) {
        vault.destroy([&file.case.id.to_string()])?;
    }
    drop(lock);
    out.note(text!("Teruggenomen.", "Taken back.").in_(out.lang));
    if before.is_some() {
        said_done(&workspace, &file.path, out)?;
    }
    Ok(0)
}

/// The text that stood there before what was done last, none for a case that is new, and whether that is to be taken out of the
/// history.
fn earlier(workspace: &Workspace, file: &CaseFile) -> Result<(Option<String>, bool), Failure> {
    let register = &workspace.register;
    let read = |files: &dyn Snapshot| -> Result<Option<String>, Failure> {
        match files.read(&file.path)? {
            None => Ok(None),
            Some(Content::Bytes(bytes)) if std::str::from_utf8(&bytes).is_ok() => {
                Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
            }
            // What was there and cannot be read is no new case: nothing is removed for it.
            Some(_) => Err(refused(
                file,
                &text!("wat er eerder stond, is niet te lezen", "what stood there before cannot be read"),
            )),
        }
    };
    let Some(head) = register.head()? else { return Ok((None, false)) };
    let kept = read(&register.at_commit(head)?)?;
    if kept.as_deref() != Some(file.source.as_str()) {
        return Ok((kept, false));
    }
    match register.last_commit()? {
        Last::Sent => {
            Err(refused(file, &text!("wat het laatst gebeurde, is al verstuurd", "what was done last is already sent")))
        }
        Last::Own { parent, paths } if paths == [file.path.as_str()] => {
            Ok((parent.map(|id| read(&register.at_commit(id)?)).transpose()?.flatten(), true))
        }
        Last::Own { .. } | Last::Merge => Err(refused(
            file,
            &text!(
                "het laatst vastgelegde gaat niet over deze klacht alleen",
                "the last commit is not about this case alone"
            ),
        )),
    }
}

fn has_pieces(file: &CaseFile) -> bool {
    file.case.sealed.as_ref().is_some_and(|sealed| !sealed.pieces.is_empty())
}

/// Whether a text names a piece that the case does not name any more: its bytes are gone.
fn names_more(text: &str, file: &CaseFile) -> bool {
    let named = |case: &Case| -> Vec<String> {
        case.sealed.iter().flat_map(|sealed| &sealed.pieces).map(|piece| piece.id.clone()).collect()
    };
    let now = named(&file.case);
    case::read(text).0.is_some_and(|before| named(&before).iter().any(|piece| !now.contains(piece)))
}

/// What stays, and how it is put right.
fn refused(file: &CaseFile, why: &Text) -> Failure {
    let (id, count) = (file.case.id, file.case.log.len());
    let remedy = match count {
        0 => text!("vul aan wat ontbreekt: `klacht add {id}`", "add what is missing: `klacht add {id}`"),
        _ => text!(
            "zet een correctie: `klacht step {id} {CORRECTION} --of {count} --reason …` ({count} is de laatste stap)",
            "take a correction: `klacht step {id} {CORRECTION} --of {count} --reason …` ({count} is the last entry)"
        ),
    };
    CaseworkError::Asked(why.clone(), remedy).into()
}

fn with_sealed(file: &CaseFile) -> Failure {
    let id = file.case.id;
    Failure::Usage(
        text!(
            "deze klacht is nieuw: met haar gaat ook weg wat ervan is verzegeld, en dat staat nergens anders",
            "this case is new: what is sealed of it goes with it, and is nowhere else"
        ),
        text!("bedoelt u dat: `klacht undo {id} --with-sealed`", "if you mean that: `klacht undo {id} --with-sealed`"),
    )
}
