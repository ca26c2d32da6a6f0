//! Who can open a case: a commit of its own, a list of keys in force, and a key wrapped for as many.

use std::collections::BTreeSet;

use crate::case::{Case, CaseId};
use crate::check::vault::envelope::envelope;
use crate::check::vault::gate::VaultGate;
use crate::check::vault::register::Known;
use crate::context::about_file as about;
use crate::diagnostics::{Finding, Severity};
use crate::docket::Docket;
use crate::paths::regulation_of;
use crate::register::{Classified, Content, Id, RegisterError, Stored};
use crate::regulation::People;
use crate::rules::history::g757::WrongKey;
use crate::rules::history::{g756, g757};
use crate::sealing::{Access, Recipient, SealId};
use crate::vault::KEY_FILES;

/// The most that a list of readers takes, in bytes.
const MOST_LIST: u64 = 256 * 1024;

impl VaultGate<'_> {
    /// Judges a key that is made or replaced.
    pub(super) fn key(
        &self,
        update: &Classified,
        new: Id,
        id: CaseId,
        known: &Known,
    ) -> Result<Vec<Finding>, RegisterError> {
        let name = update.update.name.as_str();
        let stored = match self.stored(name, new)? {
            Ok(stored) => stored,
            Err(finding) => return Ok(vec![finding]),
        };
        let wrong = |why| about(name, &g757::RULE, g757::say(&id.to_string(), &why));
        if !stored.parents.is_empty() {
            return Ok(vec![wrong(WrongKey::NotAlone)]);
        }
        let Some([list, wrapped, public]) = files(&stored) else { return Ok(vec![wrong(WrongKey::Files)]) };
        let (Some(access), Some(recipients)) = (self.access(list)?, self.recipients(public)?) else {
            return Ok(vec![wrong(WrongKey::Files)]);
        };
        let mut found = Vec::new();
        match envelope(self.after.register, wrapped, self.settings.max_piece)? {
            Err(why) => found.push(about(name, &g756::RULE, g756::say("key.age", why))),
            Ok(envelope) if envelope.recipients != access.may.len() => {
                found.push(wrong(WrongKey::Count { sealed: envelope.recipients, listed: access.may.len() }));
            }
            Ok(_) => {}
        }
        if let Some(old) = update.update.old
            && let Some(forgotten) = self.list_of(old)?.and_then(|old| forgotten(&old, &access))
        {
            found.push(wrong(WrongKey::Forgotten(forgotten)));
        }
        if let Some(old) = update.update.old
            && let Some(before) = self.recipients_of(old)?
            && !before.is_subset(&recipients)
        {
            found.push(wrong(WrongKey::Older));
        }
        let case = match known {
            Known::Case(living) => Some((&living.case, regulation_of(&living.path).unwrap_or_default())),
            _ => None,
        };
        found.extend(self.readers(&access, case)?.map(|why| self.said_of_readers(name, id, &why)));
        Ok(found)
    }

    /// What is said of a list of readers. Where it only stands there, a key on it may have been superseded since: that is for somebody
    /// to put right, and no push waits for it.
    pub(super) fn said_of_readers(&self, path: &str, id: CaseId, why: &WrongKey) -> Finding {
        let finding = about(path, &g757::RULE, g757::say(&id.to_string(), why));
        let overtaken = self.stands && matches!(why, WrongKey::NotInForce(_) | WrongKey::NotAllowed(_));
        if overtaken { Finding { severity: Severity::Warning, ..finding } } else { finding }
    }

    /// What is wrong with a list of readers by what the register says; nothing is asked where no register stands.
    pub(super) fn readers(
        &self,
        access: &Access,
        case: Option<(&Case, &str)>,
    ) -> Result<Option<WrongKey>, RegisterError> {
        if !access.may.iter().any(SealId::is_recovery) {
            return Ok(Some(WrongKey::NoRecovery));
        }
        if self.after.commit.is_none() {
            return Ok(None);
        }
        let histories = &self.after.context()?.policy.histories;
        let Some((case, regulation)) = case else {
            // Of which regulation it will be is not known yet: of one, all of them.
            let idle = histories.values().map(|history| idle(&history.people, access));
            let fewest = idle.min_by_key(Vec::len).unwrap_or_else(|| access.may.iter().collect());
            return Ok(fewest.first().map(|id| WrongKey::NotInForce(id.to_string())));
        };
        let people = histories.get(regulation).map(|history| &history.people);
        let idle = people.map_or_else(|| access.may.iter().collect(), |people| idle(people, access));
        if let Some(id) = idle.first() {
            return Ok(Some(WrongKey::NotInForce(id.to_string())));
        }
        let Ok((version, history)) = self.after.context()?.policy.in_force(regulation, case.first_day()) else {
            return Ok(access.may.first().map(|id| WrongKey::NotAllowed(id.to_string())));
        };
        let docket = Docket::replay(case, version, &history.people);
        let readers = docket.progress.readers(self.today);
        let other = access.may.iter().find(|id| !id.is_recovery() && !readers.contains(&id.person.as_str()));
        Ok(other.map(|id| WrongKey::NotAllowed(id.to_string())))
    }

    /// The list of the key in a commit; nothing where the commit is no key.
    pub(super) fn list_of(&self, commit: Id) -> Result<Option<Access>, RegisterError> {
        let Ok(stored) = self.after.register.stored(commit)? else { return Ok(None) };
        files(&stored).map_or(Ok(None), |[list, ..]| self.access(list))
    }

    /// The recipients of the key in a commit; nothing where the commit is no key.
    fn recipients_of(&self, commit: Id) -> Result<Option<BTreeSet<String>>, RegisterError> {
        let Ok(stored) = self.after.register.stored(commit)? else { return Ok(None) };
        files(&stored).map_or(Ok(None), |[_, _, public]| self.recipients(public))
    }

    /// The recipients in a file, the newest first, a line each in its one form; nothing where it is another.
    fn recipients(&self, file: Id) -> Result<Option<BTreeSet<String>>, RegisterError> {
        let Some(text) = self.text(file)?.filter(|text| !text.is_empty() && text.ends_with('\n')) else {
            return Ok(None);
        };
        let lines: BTreeSet<String> = text.lines().map(str::to_owned).collect();
        let each = lines.len() == text.lines().count() && lines.iter().all(|line| is_recipient(line));
        Ok(each.then_some(lines))
    }

    fn access(&self, file: Id) -> Result<Option<Access>, RegisterError> {
        Ok(self.text(file)?.and_then(|text| Access::read(&text)))
    }

    fn text(&self, file: Id) -> Result<Option<String>, RegisterError> {
        Ok(match self.after.register.sealed_bytes(file, MOST_LIST)? {
            Content::Bytes(bytes) => String::from_utf8(bytes).ok(),
            _ => None,
        })
    }
}

/// The three files of a key; nothing where there are others.
fn files(stored: &Stored) -> Option<[Id; 3]> {
    let names: Vec<&str> = stored.files.iter().map(|file| file.name.as_str()).collect();
    (names == KEY_FILES).then(|| [stored.files[0].id, stored.files[1].id, stored.files[2].id])
}

/// Whether a line is a recipient in its one form.
fn is_recipient(line: &str) -> bool {
    line.parse::<Recipient>().is_ok_and(|key| key.to_string() == line)
}

/// Who could open it, and is on neither list any more.
fn forgotten(old: &Access, new: &Access) -> Option<String> {
    let lost = old.ever().find(|id| !new.may.contains(id) && !new.was.contains(id));
    lost.map(ToString::to_string)
}

/// Those who may read whose keys are not in force by a people.yaml.
fn idle<'l>(people: &People, access: &'l Access) -> Vec<&'l SealId> {
    let in_force = |id: &SealId| {
        let lines = if id.is_recovery() { &people.recovery } else { &people.seal };
        let name = id.to_string();
        lines.iter().any(|line| line.id == name && line.is_in_force())
    };
    access.may.iter().filter(|id| !in_force(id)).collect()
}
