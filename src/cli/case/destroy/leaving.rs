//! One case that leaves: its files, what is sealed of it, its folder.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::casework::{CaseFile, Destruction, Workspace, destruction, judge_edit};
use crate::cli::case::notices::notices;
use crate::cli::context::{refused, reported};
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::rules::data_protection::CONFIDENTIAL;
use crate::vault::{Proof, Vault};

/// A case of which the stub is written.
pub struct Gone {
    /// Its id.
    pub id: String,
    /// What was written.
    pub wanted: Destruction,
    /// Whether anything was sealed of it.
    pub sealed: bool,
    /// Whom else it is to be told.
    pub notices: Vec<String>,
}

impl Gone {
    /// The message of the commit.
    pub fn message(&self) -> String {
        format!("Klacht {}: vernietigd", self.id)
    }
}

/// Looks at what the server has, so that the stub names everybody who could open something there. Without a server, or without a net,
/// what is known here counts.
pub fn looked(workspace: &Workspace, vault: Option<&Vault>) -> Result<(), Failure> {
    let Some(vault) = vault else { return Ok(()) };
    let address = vault.address(&workspace.context.settings.vault.remote)?;
    address.map(|address| vault.look(&address)).transpose()?;
    Ok(())
}

/// Writes the stub of a case, and its row; nothing where `check` would refuse it. The caller holds the lock.
pub fn written(
    dir: &Path,
    (id, by): (&str, &str),
    (on, today): (NaiveDate, NaiveDate),
    vault: Option<&Vault>,
    out: &Output,
) -> Result<Option<(Workspace, Gone)>, Failure> {
    // Somebody else may have written meanwhile: judged is what stands there now.
    let (workspace, file) = Workspace::open_case(dir, id)?;
    let keys = could_open(vault, &file)?;
    let wanted = destruction(&workspace, &file, by, on, &keys)?;
    let notices = notices(&workspace, &file, on, out)?;
    let brought = judge_edit(&workspace, &file.path, Some(&file.source), &wanted.stub.text, today);
    if brought.refused() {
        refused(&file.path, &wanted.stub.text, brought.findings, out)?;
        return Ok(None);
    }
    wanted.write(&workspace)?;
    let paths: Vec<&str> = wanted.files().map(|f| f.path.as_str()).collect();
    out.print(&format!("{}\n", paths.join("\n")))?;
    reported(&file.path, &wanted.stub.text, brought.findings, out)?;
    Ok(Some((workspace, Gone { id: file.case.id.to_string(), wanted, sealed: !keys.is_empty(), notices })))
}

/// All who can, or ever could, open what is sealed of a case: old copies of it are out of reach once their keys are destroyed. Where
/// that is not known a stub would promise too much.
pub fn could_open(vault: Option<&Vault>, file: &CaseFile) -> Result<Vec<String>, Failure> {
    let id = file.case.id.to_string();
    let known = vault.map(|vault| vault.ever(&id)).transpose()?.unwrap_or_default();
    let sealed = file.case.sealed.as_ref().is_some_and(|sealed| !sealed.pieces.is_empty());
    if sealed && known.is_empty() {
        return Err(Failure::Usage(
            text!(
                "van {id} is iets verzegeld, en hier staat niet wie dat kon lezen",
                "something of {id} is sealed, and nothing here says who could read it"
            ),
            text!("haal het op: `klacht sync`", "fetch it: `klacht sync`"),
        ));
    }
    Ok(known.iter().map(ToString::to_string).collect())
}

/// Removes the folder of a case in the confidential folder of this register, where it was kept before it was sealed; whether
/// something of it is left.
pub fn folder_left(workspace: &Workspace, id: &str, world: &World<'_>) -> bool {
    let folder = folder(workspace, id, world);
    std::fs::remove_dir_all(&folder).is_err() && folder.exists()
}

/// Where the folder of a case is.
pub fn folder(workspace: &Workspace, id: &str, world: &World<'_>) -> PathBuf {
    let named = (world.env)("KLACHT_CONFIDENTIAL").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    named.unwrap_or_else(|| workspace.root.join(CONFIDENTIAL)).join(id)
}

/// What there is to tell afterwards.
pub struct Told {
    /// What was found in the store, where there is one.
    pub proof: Option<Proof>,
    /// Whether anything was sealed.
    pub sealed: bool,
    /// How many cases go.
    pub cases: usize,
    /// How many folders could not be removed.
    pub left: usize,
    /// Whether the server and other desks are to hear of it.
    pub on_others: bool,
}

impl Told {
    /// Says what is gone here, and what no program reaches; whether all of it is gone here.
    pub fn say(&self, out: &Output) -> bool {
        let mut said = Vec::new();
        let gone = self.proof.is_none_or(Proof::holds);
        if let Some(Proof { objects, living, .. }) = self.proof.filter(|_| self.sealed && gone) {
            said.push(text!(
                "Wat verzegeld was, is hier weg: elk object is nagekeken ({objects}, waarvan {living} van zaken die er nog zijn).",
                "What was sealed is gone here: every object was looked at ({objects}, of which {living} belong to cases that live)."
            ));
            if self.on_others {
                said.push(text!(
                    "Ook van de server en van de anderen: leg dit vast, en dan klacht sync.",
                    "To have it gone from the server and the others too: commit this, and then klacht sync."
                ));
            }
        }
        if !gone {
            said.push(text!(
                "Let op: van wat verzegeld was, staat hier nog iets. Een ander programma had het open; voer klacht destroy --replay uit.",
                "Note: something of what was sealed is still here. Another program had it open; run klacht destroy --replay."
            ));
        }
        if self.left > 0 {
            said.push(text!(
                "Let op: de map van een vernietigde zaak in vertrouwelijk/ kon niet weg. Verwijder haar zelf.",
                "Note: the folder of a destroyed case in vertrouwelijk/ could not be removed. Delete it yourself."
            ));
        }
        let whose = if self.cases == 1 {
            text!("deze klacht", "this complaint")
        } else {
            text!("deze klachten", "these complaints")
        };
        let outside = text!(
            "Vernietig zelf nog brieven, e-mails en uitdraaien van {whose} die buiten het register liggen.",
            "Now destroy the letters, e-mails and printouts of {whose} that lie outside the register yourself.",
            whose
        );
        said.extend((self.cases > 0).then_some(outside));
        said.iter().for_each(|line| out.note(line.in_(out.lang)));
        gone && self.left == 0
    }
}
