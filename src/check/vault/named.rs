//! The pieces that case files name: each is there, as it was when it was named.

use std::collections::BTreeSet;

use crate::case::{Case, Sealed, SealedPiece};
use crate::check::unreadable::unreadable;
use crate::check::vault::gate::VaultGate;
use crate::check::vault::register::case_in;
use crate::context::about_file as about;
use crate::diagnostics::{Finding, Severity};
use crate::digest::sha256_hex;
use crate::paths::regulation_of;
use crate::register::{Content, Id, Register, RegisterError, Snapshot};
use crate::rules::history::g760::NotThere;
use crate::rules::history::{g712, g760};
use crate::sealing::PieceId;
use crate::vault::{Vault, VaultError};

/// The digest of a piece as it lies there; nothing where it does not.
type Digest<'a> = dyn Fn(&PieceId) -> Result<Option<String>, RegisterError> + 'a;

impl VaultGate<'_> {
    /// Judges the cases at these paths at the ends of guarded branches, each given with what it was before.
    pub(crate) fn named(
        &self,
        tips: &[(Option<Id>, Id)],
        paths: &BTreeSet<String>,
    ) -> Result<Vec<Finding>, RegisterError> {
        let mut found = Vec::new();
        if self.settings.is_elsewhere() {
            return Ok(found);
        }
        for (old, tip) in tips {
            let files = self.after.register.at_commit(*tip)?;
            let before = old.map(|old| self.after.register.at_commit(old)).transpose()?;
            for path in paths {
                // What cannot be read is refused as a case.
                let Ok(Some(case)) = case_in(&files, path) else { continue };
                let was = before.as_ref().and_then(|before| case_in(before, path).ok()).flatten();
                match self.one(path, &case, was.as_ref()) {
                    Ok(finding) => found.extend(finding),
                    Err(error) => found.push(about(path, &g712::RULE, unreadable(&error))),
                }
            }
        }
        found.dedup();
        Ok(found)
    }

    fn one(&self, path: &str, case: &Case, was: Option<&Case>) -> Result<Option<Finding>, RegisterError> {
        let id = case.id.to_string();
        if case.sealed.iter().flat_map(|sealed| &sealed.pieces).next().is_none() {
            return Ok(None);
        }
        let part = self.after("part", &id).map(|commit| self.pieces_at(commit)).transpose()?.unwrap_or_default();
        let digest = |piece: &PieceId| -> Result<Option<String>, RegisterError> {
            let Some(blob) = part.get(piece) else { return Ok(None) };
            Ok(match self.after.register.sealed_bytes(*blob, self.settings.max_piece)? {
                Content::Bytes(bytes) => Some(sha256_hex(&bytes)),
                _ => None,
            })
        };
        if let Some(why) = missing(case, was, &|piece| part.contains_key(piece), &digest)? {
            return Ok(Some(said(path, &id, why)));
        }
        let Some(access) = self.after("key", &id).map(|commit| self.list_of(commit)).transpose()?.flatten() else {
            return Ok(Some(said(path, &id, NotThere::Key)));
        };
        // Its key may have come before anybody knew which regulation it falls under.
        let wrong = if was.is_none() {
            self.readers(&access, Some((case, regulation_of(path).unwrap_or_default())))?
        } else {
            None
        };
        Ok(wrong.map(|why| self.said_of_readers(path, case.id, &why).in_case(&id)))
    }
}

fn said(path: &str, id: &str, why: NotThere) -> Finding {
    about(path, &g760::RULE, g760::say(id, why)).in_case(id)
}

/// What is wrong with the pieces that a case names: of those that it named before, that they are there; of the others, also
/// that they are what was sealed.
fn missing(
    case: &Case,
    was: Option<&Case>,
    there: &dyn Fn(&PieceId) -> bool,
    digest: &Digest<'_>,
) -> Result<Option<NotThere>, RegisterError> {
    let of = |case: &Case| -> Vec<SealedPiece> { case.sealed.iter().flat_map(Sealed::present).cloned().collect() };
    let known = was.map(of).unwrap_or_default();
    for piece in of(case) {
        let Ok(id) = piece.id.parse() else { return Ok(Some(NotThere::Piece)) };
        if !there(&id) {
            return Ok(Some(NotThere::Piece));
        }
        let stood = known.iter().any(|old| (&old.id, &old.sha256) == (&piece.id, &piece.sha256));
        if !stood && digest(&id)?.as_deref() != Some(piece.sha256.as_str()) {
            return Ok(Some(NotThere::Other));
        }
    }
    Ok(None)
}

/// The same on a desk that keeps what is sealed: the cases at these paths, against its own store. What was committed was
/// judged on the way; what is not here may be at the server.
pub(crate) fn here(register: &Register, files: &dyn Snapshot, paths: &[String]) -> Result<Vec<Finding>, RegisterError> {
    let of_vault = |error| match error {
        VaultError::Register(error) => error,
        other => RegisterError::Engine(other.message().en),
    };
    let Some(vault) = Vault::open(register).map_err(of_vault)? else { return Ok(Vec::new()) };
    let before = register.head()?.map(|head| register.at_commit(head)).transpose()?;
    let mut found = Vec::new();
    for path in paths {
        let Ok(Some(case)) = case_in(files, path) else { continue };
        let was = before.as_ref().and_then(|before| case_in(before, path).ok()).flatten();
        let id = case.id.to_string();
        let pieces = vault.pieces(&id).map_err(of_vault)?;
        let digest = |piece: &PieceId| vault.digest(&id, piece).map_err(of_vault);
        let why = missing(&case, was.as_ref(), &|piece| pieces.contains_key(piece), &digest)?;
        found.extend(why.map(|why| {
            let mut finding = said(path, &id, why);
            if why == NotThere::Piece {
                finding.severity = Severity::Warning;
            }
            finding
        }));
    }
    Ok(found)
}
