//! `klacht seal --from` (verzegel --from): what was kept in a confidential folder, taken in case by case. A folder goes only when
//! everything in it was read back from the vault.

use std::fs;
use std::path::Path;

use super::args::Seal;
use super::hands::Hands;
use super::people::recipients;
use crate::case::{CaseId, Position};
use crate::casework::{
    CaseFile, Lock, Office, Workspace, judge_edit, pieces_of, replace, say_the_same, seals, with_pieces,
};
use crate::cli::context::{commit, day_of, me, said_open, uneditable};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::sealing::{Identity, Piece};

/// Runs it; the exit code: 1 when something was left behind.
pub fn run(from: &Path, args: &Seal, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = Workspace::open(dir, None)?;
    let identities = Hands::new(&workspace.register, global, world, out)?.needed(&recipients(&workspace))?;
    let _lock = Lock::take(&workspace)?;
    let office = Office::begin(&workspace, world.random)?;
    let moving =
        Moving { office: &office, args, identities: &identities, today: day_of(&workspace, global, world), world };
    let places = workspace.files_of_cases()?;
    let (mut changed, mut left) = (Vec::new(), false);
    for folder in folders(from)? {
        let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let taken = match (name.parse::<CaseId>().is_ok(), places.get(&name)) {
            // The index of imports, and what is no case, stay where they are.
            (false, _) => continue,
            (true, None) => Err(text!("deze zaak is er niet", "there is no such case")),
            (true, Some(path)) => moving.one(&folder, path)?,
        };
        match taken {
            Ok(Some(path)) => {
                out.print(&format!("{path}\n"))?;
                changed.push(path);
            }
            Ok(None) => {}
            Err(why) => {
                left = true;
                out.note(&format!("{name}: {}", why.in_(out.lang)));
            }
        }
    }
    finish(&workspace, &changed, args, out)?;
    Ok(u8::from(left))
}

/// The folders within a folder.
fn folders(from: &Path) -> Result<Vec<std::path::PathBuf>, Failure> {
    let unread = |error: std::io::Error| {
        let (shown, kind) = (from.display(), error.kind());
        Failure::File(
            text!("{shown}: kan niet worden gelezen ({kind})", "{shown}: cannot be read ({kind})"),
            text!(
                "noem de map waarin de mappen van de zaken staan",
                "name the folder that holds the folders of the cases"
            ),
        )
    };
    let mut found: Vec<_> = fs::read_dir(from)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(unread)?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    Ok(found)
}

fn finish(workspace: &Workspace, changed: &[String], args: &Seal, out: &Output) -> Result<(), Failure> {
    let paths: Vec<&str> = changed.iter().map(String::as_str).collect();
    if !paths.is_empty() && args.keep.commit {
        commit(workspace, &paths, "Vertrouwelijke delen verzegeld")?;
    } else if !paths.is_empty() {
        said_open(workspace, &paths, "Vertrouwelijke delen verzegeld", out);
    }
    if args.remove {
        let said = text!(
            "Weggehaald is niet gewist: op een schijf kan een weggehaald bestand nog te vinden zijn, en in reservekopieën.",
            "Removed is not wiped: on a disk a removed file may still be found, and in backups."
        );
        out.note(said.in_(out.lang));
    }
    Ok(())
}

/// What is taken in, by whom.
struct Moving<'a> {
    office: &'a Office<'a>,
    args: &'a Seal,
    identities: &'a [Identity],
    today: chrono::NaiveDate,
    world: &'a World<'a>,
}

impl Moving<'_> {
    /// Takes in one folder; the path of the case that changed, or why it was left.
    fn one(&self, folder: &Path, path: &str) -> Result<Result<Option<String>, Text>, Failure> {
        let workspace = self.office.workspace;
        let file = workspace.read(path)?;
        if file.case.destroyed.is_some() {
            // What is left of a destroyed case is to go in any case.
            return Ok(self.gone(folder).map(|()| None));
        }
        let (_, history) = workspace.version(&file)?;
        if !seals(&history.people) {
            return Ok(Err(text!("deze regeling heeft nog geen sleutels", "this regulation has no keys yet")));
        }
        let by = me(workspace, &history.people, self.world)?;
        let first = file.case.parties.iter().find(|party| party.position == Position::Complainant);
        let wanted = pieces_of(folder, first.map(|party| party.key.as_str()), by.as_deref(), self.today);
        let Ok(wanted) = wanted else { return Ok(Err(text!("kan niet worden gelezen", "cannot be read"))) };
        let there = self.there(&file)?;
        let new: Vec<(Piece, Vec<String>)> =
            wanted.iter().filter(|(piece, _)| !there.iter().any(|have| say_the_same(have, piece))).cloned().collect();
        let mut changed = None;
        if !new.is_empty() {
            if self.args.keep.dry_run {
                return Ok(Ok(Some(path.to_owned())));
            }
            let lines = self.office.seal(&file, new, self.today)?;
            let Ok(text) = with_pieces(&file.source, &lines).map_err(uneditable) else {
                return Ok(Err(text!("de zaak kan hier niet worden bewerkt", "the case cannot be edited here")));
            };
            if judge_edit(workspace, path, Some(&file.source), &text, self.today).refused() {
                return Ok(Err(text!("`klacht check` zou de zaak weigeren", "`klacht check` would refuse the case")));
            }
            replace(workspace, path, &file.source, &text)?;
            changed = Some(path.to_owned());
        }
        let there = self.there(&file)?;
        if !wanted.iter().all(|(piece, _)| there.iter().any(|have| say_the_same(have, piece))) {
            return Ok(Err(text!("niet alles kon worden teruggelezen", "not everything could be read back")));
        }
        Ok(self.gone(folder).map(|()| changed))
    }

    /// What the vault has of a case.
    fn there(&self, file: &CaseFile) -> Result<Vec<Piece>, Failure> {
        let id = file.case.id.to_string();
        if self.office.vault.kept(&id)?.is_none() {
            return Ok(Vec::new());
        }
        let key = self.office.vault.case_key(&id, self.identities)?;
        Ok(self.office.vault.opened(&id, &key)?.into_iter().map(|opened| opened.piece).collect())
    }

    /// Removes a folder, where that was asked.
    fn gone(&self, folder: &Path) -> Result<(), Text> {
        if !self.args.remove || self.args.keep.dry_run {
            return Ok(());
        }
        fs::remove_dir_all(folder).map_err(|error| {
            let kind = error.kind();
            text!("de map kon niet weg: {kind}", "the folder could not be removed: {kind}")
        })
    }
}
