//! Which references of a server are guarded.

use std::cell::OnceCell;

use crate::check::authority::standing::Powers;
use crate::check::commit::push_context::PushContext;
use crate::check::vault::VaultGate;
use crate::context::{Context, Settings, VaultSettings};
use crate::paths;
use crate::register::{Classified, Id, RefKind, Register, RegisterError, Snapshot, Update};

/// What the branch of a register is usually called.
const USUAL: [&str; 3] = ["main", "master", "trunk"];

/// Which references are guarded: by the settings of the branch that is the register, as they are before the push. A push
/// cannot take the guard away from what it pushes, and an unguarded branch cannot call itself guarded.
pub struct Guard {
    /// Those settings; nothing where there is no register yet.
    pub settings: Option<Settings>,
    /// The full name of that branch.
    pub main: Option<String>,
    /// What it holds.
    pub tip: Option<Id>,
    /// What is checked out on the server does not exist, or is no register. Then every branch is guarded: a second one that holds a register would
    /// make it unsure which is the register.
    adrift: bool,
    /// Every reference, read once a push.
    pub references: Vec<(String, Id)>,
    /// What the guarded branches hold: it was judged.
    judged: OnceCell<Vec<Id>>,
}

impl Guard {
    /// The guard as it stands before the push.
    pub fn of(register: &Register) -> Result<Self, RegisterError> {
        let references = register.references()?;
        let (mut main, mut tip) = (register.head_branch(), register.head()?);
        let elsewhere = match tip {
            Some(tip) if holds_register(register, tip)? => None,
            _ => begun_elsewhere(register, &references)?,
        };
        let adrift = elsewhere.is_some();
        if let Some((name, id)) = elsewhere {
            (main, tip) = (Some(name), Some(id));
        }
        let settings = tip.map(|tip| settings_at(register, tip)).transpose()?;
        let tip = tip.map(|tip| Ok(holds_register(register, tip)?.then_some(tip))).transpose()?.flatten();
        Ok(Self { settings, main, tip, adrift, references, judged: OnceCell::new() })
    }

    /// The register as it stands after a push, for what is sealed. What it may hold is said by what stood before.
    pub fn vault<'a>(
        &'a self,
        register: &'a Register,
        push: &PushContext<'_>,
        updates: &'a [Update],
    ) -> Result<VaultGate<'a>, RegisterError> {
        let mut after = self.tip;
        for update in updates.iter().filter(|update| update.name.starts_with("refs/heads/")) {
            let Some(new) = update.new.and_then(|new| register.peel(new).ok()?.1) else { continue };
            let is_main = self.main.as_ref() == Some(&update.name) && self.tip.is_some();
            if is_main || (after.is_none() && holds_register(register, new)?) {
                after = Some(new);
            }
        }
        let said = self.settings.as_ref().filter(|_| self.tip.is_some()).map(|settings| settings.vault.clone());
        let settings = match (said, after) {
            (Some(said), _) => said,
            (None, Some(after)) => settings_at(register, after)?.vault,
            (None, None) => VaultSettings::default(),
        };
        Ok(VaultGate::new(register, after, settings, push.today, &self.references, updates))
    }

    /// What the guarded branches of a push come to hold, and held.
    pub fn ends(&self, register: &Register, updates: &[Update]) -> Result<Vec<(Option<Id>, Id)>, RegisterError> {
        let mut ends = Vec::new();
        for update in updates.iter().filter(|update| update.name.starts_with("refs/heads/")) {
            let Some(new) = update.new.and_then(|new| register.peel(new).ok()?.1) else { continue };
            if self.covers(register, &update.name, update.old.or(update.new))? && holds_register(register, new)? {
                ends.push((update.old.or(self.tip), new));
            }
        }
        Ok(ends)
    }

    /// What gives power before the push.
    pub fn powers(&self, register: &Register) -> Result<Powers, RegisterError> {
        let (main, first) = (self.main.clone().filter(|_| self.tip.is_some()), self.tip.is_none());
        Ok(Powers { before_push: self.tip, main, first, ..Powers::at_the_gate(register)? })
    }

    /// Whether a reference is guarded; where no branch is the register yet, by its own settings.
    fn covers(&self, register: &Register, reference: &str, at: Option<Id>) -> Result<bool, RegisterError> {
        match (&self.settings, at) {
            (Some(_), _) if self.adrift && reference.starts_with("refs/heads/") => Ok(true),
            (Some(settings), _) => Ok(settings.protects(reference)),
            (None, Some(at)) => Ok(settings_at(register, at)?.protects(reference)),
            (None, None) => Ok(true),
        }
    }

    /// The same of a reference that moves: a branch that neither held nor holds a register is none of the hook's business.
    pub fn protects(&self, register: &Register, update: &Classified) -> Result<bool, RegisterError> {
        let name = update.update.name.as_str();
        if !self.covers(register, name, update.old_commit.or(update.commit))? {
            return Ok(false);
        }
        let mut holds = self.main.as_deref() == Some(name);
        for commit in update.old_commit.into_iter().chain(update.commit) {
            holds = holds || holds_register(register, commit)?;
        }
        Ok(holds || update.kind != RefKind::Branch)
    }

    /// Whether the name of a reference can be taken for that of the register's branch: git looks a short name up among the tags
    /// first, and there are disks that tell no capitals apart.
    pub fn is_taken_for_main(&self, name: &str) -> bool {
        let Some(main) = self.main.as_deref().map(short_name) else { return false };
        let other = self.main.as_deref() != Some(name);
        let short = name.strip_prefix("refs/heads/").or_else(|| name.strip_prefix("refs/tags/")).unwrap_or(name);
        let in_full = ["refs/heads/", "refs/tags/", "heads/", "tags/"].into_iter().find_map(|p| short.strip_prefix(p));
        let short = in_full.unwrap_or(short);
        other && (short.eq_ignore_ascii_case(main) || short.eq_ignore_ascii_case("HEAD"))
    }

    /// What the guarded branches hold.
    pub fn judged(&self, register: &Register) -> Result<&[Id], RegisterError> {
        if let Some(judged) = self.judged.get() {
            return Ok(judged);
        }
        let mut judged = Vec::new();
        for (name, id) in self.references.iter().filter(|(name, _)| name.starts_with("refs/heads/")) {
            if self.covers(register, name, Some(*id))? && holds_register(register, *id)? {
                judged.push(*id);
            }
        }
        judged.sort_unstable();
        judged.dedup();
        Ok(self.judged.get_or_init(|| judged))
    }

    /// Whether what a guarded branch held was judged: not where it held no register.
    pub fn is_judged(&self, register: &Register, tip: Id) -> Result<bool, RegisterError> {
        Ok(self.tip == Some(tip) || holds_register(register, tip)?)
    }
}

/// The branch that is the register where none is checked out: of those that hold one, and guard themselves, the one by a usual
/// name, or else the first.
fn begun_elsewhere(register: &Register, references: &[(String, Id)]) -> Result<Option<(String, Id)>, RegisterError> {
    let mut holding = Vec::new();
    for (name, id) in references.iter().filter(|(name, _)| name.starts_with("refs/heads/")) {
        if holds_register(register, *id)? {
            holding.push((!settings_at(register, *id)?.protects(name), !USUAL.contains(&short_name(name)), name, *id));
        }
    }
    Ok(holding.into_iter().min().map(|(.., name, id)| (name.clone(), id)))
}

/// The settings of a commit.
pub fn settings_at(register: &Register, commit: Id) -> Result<Settings, RegisterError> {
    Ok(Context::read_settings_only(&register.at_commit(commit)?)?.settings)
}

/// Whether a commit holds a register, or a part of one.
pub fn holds_register(register: &Register, commit: Id) -> Result<bool, RegisterError> {
    let files = register.at_commit(commit)?;
    for name in [paths::SETTINGS, paths::POLICY, paths::CASES] {
        if files.read(name)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A branch as people name it.
pub fn short_name(reference: &str) -> &str {
    reference.strip_prefix("refs/heads/").unwrap_or(reference)
}
