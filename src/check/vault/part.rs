//! The pieces of a case: a chain of commits in which each keeps what the one before it had.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::CaseId;
use crate::check::vault::envelope::piece;
use crate::check::vault::gate::VaultGate;
use crate::check::vault::register::Known;
use crate::context::about_file as about;
use crate::diagnostics::Finding;
use crate::register::{Classified, Id, Movement, RegisterError, Stored};
use crate::rules::history::g755::NotOurs;
use crate::rules::history::g758::WrongPart;
use crate::rules::history::{g755, g756, g758};
use crate::sealing::PieceId;

/// Pieces by name, each with what holds its bytes.
type Pieces = BTreeMap<PieceId, Id>;

impl VaultGate<'_> {
    /// Judges pieces that are added, and a chain that begins anew without those that were taken back.
    pub(super) fn part(
        &self,
        update: &Classified,
        new: Id,
        id: CaseId,
        known: &Known,
    ) -> Result<Vec<Finding>, RegisterError> {
        let name = update.update.name.as_str();
        let wrong = |why| about(name, &g758::RULE, g758::say(&id.to_string(), why));
        let old = update.update.old;
        let now = match self.chain(name, new, old.filter(|_| update.movement == Movement::FastForward))? {
            Ok(now) => now,
            Err(Broken::Said(finding)) => return Ok(vec![*finding]),
            Err(Broken::Part(why)) => return Ok(vec![wrong(why)]),
        };
        let before = old.map(|old| self.pieces_at(old)).transpose()?.unwrap_or_default();
        let withdrawn: BTreeSet<&str> = match known {
            Known::Case(living) => {
                living.case.sealed.iter().flat_map(|s| &s.withdrawn).map(|w| w.id.as_str()).collect()
            }
            _ => BTreeSet::new(),
        };
        let mut found = Vec::new();
        let gone: Vec<&PieceId> = before.keys().filter(|piece| !now.contains_key(*piece)).collect();
        if before.iter().any(|(piece, blob)| now.get(piece).is_some_and(|other| other != blob)) {
            found.push(wrong(WrongPart::Changed));
        }
        // Where no register stands, nothing here can tell what was taken back.
        let may_go = |piece: &&PieceId| self.after.commit.is_none() || withdrawn.contains(piece.as_str());
        if !gone.iter().all(may_go) {
            found.push(wrong(WrongPart::Gone));
        } else if update.movement == Movement::Rewrite && gone.is_empty() {
            found.push(wrong(WrongPart::Rewritten));
        }
        let added = now.iter().filter(|(piece, _)| !before.contains_key(*piece));
        for (piece_id, blob) in added {
            if withdrawn.contains(piece_id.as_str()) {
                found.push(wrong(WrongPart::Back));
            }
            if let Some(why) = piece(self.after.register, *blob, self.settings.max_piece)? {
                found.push(about(name, &g756::RULE, g756::say(&piece_id.file(), why)));
            }
        }
        found.dedup();
        Ok(found)
    }

    /// The pieces at the end of a chain, whose commits back to one that was judged, or to its beginning, each hold what the
    /// one before it holds.
    fn chain(&self, name: &str, tip: Id, judged: Option<Id>) -> Result<Result<Pieces, Broken>, RegisterError> {
        let (mut at, mut last, mut after): (Option<Id>, Option<Pieces>, Option<Pieces>) = (Some(tip), None, None);
        while let Some(commit) = at {
            let stored = match self.stored(name, commit)? {
                Ok(stored) => stored,
                Err(finding) => return Ok(Err(Broken::Said(Box::new(finding)))),
            };
            let Some(pieces) = pieces(&stored) else {
                let said = about(name, &g755::RULE, g755::say(NotOurs::Name));
                return Ok(Err(Broken::Said(Box::new(said))));
            };
            if stored.parents.len() > 1 {
                return Ok(Err(Broken::Part(WrongPart::Joined)));
            }
            let kept = |after: &Pieces| pieces.iter().all(|(piece, blob)| after.get(piece) == Some(blob));
            if after.as_ref().is_some_and(|after| !kept(after)) {
                return Ok(Err(Broken::Part(WrongPart::Hidden)));
            }
            last.get_or_insert_with(|| pieces.clone());
            after = Some(pieces);
            at = if judged == Some(commit) { None } else { stored.parents.first().copied() };
        }
        Ok(Ok(last.unwrap_or_default()))
    }

    /// The pieces in a commit; none where the commit holds none.
    pub(super) fn pieces_at(&self, commit: Id) -> Result<Pieces, RegisterError> {
        Ok(self.after.register.stored(commit)?.ok().and_then(|stored| pieces(&stored)).unwrap_or_default())
    }
}

/// Why a chain is none.
enum Broken {
    Said(Box<Finding>),
    Part(WrongPart),
}

/// The pieces of a commit; nothing where it holds anything else.
fn pieces(stored: &Stored) -> Option<Pieces> {
    stored.files.iter().map(|file| Some((PieceId::of_file(&file.name)?, file.id))).collect()
}
