//! The references of what is sealed, in a push.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::case::CaseId;
use crate::check::vault::register::{After, Known};
use crate::context::{VaultSettings, about_file as about};
use crate::diagnostics::Finding;
use crate::register::{
    Classified, Id, Movement, NotStored, ObjectKind, Range, Register, RegisterError, Stored, TIDIED, Update,
};
use crate::rules::history::g754::Misnamed;
use crate::rules::history::g755::NotOurs;
use crate::rules::history::g759::Fate;
use crate::rules::history::{g754, g755, g759};
use crate::sealing::PieceId;
use crate::vault::KEY_FILES;

/// Where all of it stands.
pub(crate) const VAULT: &str = "refs/klacht/";

/// A push, as far as what is sealed goes.
pub(crate) struct VaultGate<'a> {
    /// The register as it stands after the push.
    pub(super) after: After<'a>,
    /// What it said of the vault before the push, or where it begins, says of it.
    pub(super) settings: VaultSettings,
    /// The server's day.
    pub(super) today: NaiveDate,
    /// Whether it is no push, but all that stands there: what was right when it was made may have been overtaken since.
    pub(super) stands: bool,
    /// Every reference before the push, sorted by name.
    references: &'a [(String, Id)],
    /// What the push moves, each with what it comes to name.
    moved: HashMap<&'a str, Option<Id>>,
}

/// One of the two references of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Key,
    Part,
}

/// Which reference of which case a name is.
fn meant(name: &str) -> Option<(Of, CaseId)> {
    let (kind, id) = name.strip_prefix(VAULT)?.split_once('/')?;
    let kind = match kind {
        "key" => Of::Key,
        "part" => Of::Part,
        _ => return None,
    };
    Some((kind, id.parse().ok()?))
}

impl<'a> VaultGate<'a> {
    /// A push to a register that is this commit after it. Of what it may hold, what stood before counts.
    pub(crate) fn new(
        register: &'a Register,
        commit: Option<Id>,
        settings: VaultSettings,
        today: NaiveDate,
        references: &'a [(String, Id)],
        updates: &'a [Update],
    ) -> Self {
        let moved = updates.iter().map(|update| (update.name.as_str(), update.new)).collect();
        Self { after: After::new(register, commit), settings, today, stands: false, references, moved }
    }

    /// Judges one reference below `refs/klacht/`.
    pub(crate) fn reference(&self, update: &Classified) -> Result<Vec<Finding>, RegisterError> {
        let name = update.update.name.as_str();
        let misnamed = |why| Ok(vec![about(name, &g754::RULE, g754::say(why))]);
        let Some((of, id)) = meant(name) else {
            // What a server says of itself is nobody else's to write or to take away.
            let may = update.movement == Movement::Delete && name != TIDIED;
            return if may { Ok(Vec::new()) } else { misnamed(Misnamed::Name) };
        };
        let fate = |fate| vec![about(name, &g759::RULE, g759::say(&id.to_string(), fate)).in_case(id.to_string())];
        let known = self.after.case(id)?;
        let Some(new) = update.update.new else {
            // Where no register stands, nothing here can tell what was destroyed.
            let may = self.after.commit.is_none() || self.settings.is_elsewhere() || matches!(known, Known::Stub);
            return Ok(if may { Vec::new() } else { fate(Fate::Lives) });
        };
        if matches!(known, Known::Stub) {
            return Ok(fate(Fate::Destroyed));
        }
        if self.after.commit.is_some() && self.settings.is_elsewhere() {
            return misnamed(Misnamed::Elsewhere);
        }
        if update.target != Some(ObjectKind::Commit) {
            return misnamed(Misnamed::NoCommit);
        }
        let found = match of {
            Of::Key => self.key(update, new, id, &known)?,
            Of::Part => self.part(update, new, id, &known)?,
        };
        Ok(found.into_iter().map(|finding| finding.in_case(id.to_string())).collect())
    }

    /// A commit of a reference, or what is said of one that is not as the program makes it.
    pub(super) fn stored(&self, name: &str, commit: Id) -> Result<Result<Stored, Finding>, RegisterError> {
        let why = |not| match not {
            NotStored::Commit => NotOurs::Commit,
            NotStored::Files => NotOurs::Files,
        };
        let stored = self.after.register.stored(commit)?;
        Ok(stored.map_err(|not| about(name, &g755::RULE, g755::say(why(not)))))
    }

    /// What a reference of a case names after the push.
    pub(super) fn after(&self, kind: &str, id: &str) -> Option<Id> {
        let name = format!("{VAULT}{kind}/{id}");
        self.moved.get(name.as_str()).map_or_else(|| self.before(kind, id), |new| *new)
    }

    /// What a reference of a case named before the push.
    pub(super) fn before(&self, kind: &str, id: &str) -> Option<Id> {
        let name = format!("{VAULT}{kind}/{id}");
        let at = self.references.binary_search_by(|(known, _)| known.as_str().cmp(&name)).ok()?;
        self.references.get(at).map(|(_, id)| *id)
    }

    /// Whether another reference brings what is sealed: there it would outlive its case.
    pub(crate) fn smuggled(&self, tips: Vec<(String, Id)>) -> Result<Option<Finding>, RegisterError> {
        let Some((name, _)) = tips.first().cloned() else { return Ok(None) };
        let heads = self.references.iter().filter(|(name, _)| !name.starts_with(VAULT));
        let mut except: Vec<Id> = heads.filter_map(|(_, id)| self.after.register.peel(*id).ok()?.1).collect();
        except.sort_unstable();
        except.dedup();
        let range = Range { tips: tips.into_iter().map(|(_, tip)| tip).collect(), except };
        let is_ours = |file: &str| KEY_FILES.contains(&file) || PieceId::of_file(file).is_some();
        for id in self.after.register.walk(&range)?.ids() {
            if self.after.register.root_files(*id)?.iter().any(|file| is_ours(file)) {
                let said = g754::say(Misnamed::Smuggled);
                return Ok(Some(about(&name, &g754::RULE, said).in_commit(id.to_string())));
            }
        }
        Ok(None)
    }
}
