//! Who could read what is sealed of a case on a day: out of the list of its readers, the days of their keys, and what the regulation
//! allowed then. When somebody came onto a list is kept nowhere, so whoever ever stood on it counts from the first day on: after a loss
//! too much is told rather than too little.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::office::readers_of;
use crate::calendar::date_words;
use crate::case::CaseId;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::{CaseFile, Workspace};
use crate::diagnostics::{Text, text};
use crate::docket::Docket;
use crate::paths::{CENTURY, CasePlace};
use crate::regulation::{People, SealKey};
use crate::sealing::{Access, SealId};
use crate::vault::{Vault, VaultError};

/// What a key could do on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It read the case.
    Reads,
    /// It opened a copy that somebody had kept, or what was there before: why no more than that.
    OldCopy(Text),
}

/// What is known of the readers of a case.
pub(crate) struct Listed {
    /// The case.
    pub id: CaseId,
    /// Its list; of a destroyed case, all who ever could.
    access: Access,
    /// The first day on which there can have been anything of it.
    since: NaiveDate,
    /// The day on which it was destroyed.
    destroyed: Option<NaiveDate>,
    /// Whom the regulation let read on the day that is asked for.
    allowed: Vec<String>,
    /// The days of keys, by their names.
    keys: BTreeMap<String, SealKey>,
}

impl Listed {
    /// All cases of a register of which something is, or was, sealed, as of a day.
    pub(crate) fn all(
        workspace: &Workspace,
        vault: Option<&Vault>,
        day: NaiveDate,
    ) -> Result<Vec<Self>, CaseworkError> {
        let (mut found, _) = workspace.each(|file, docket| Some(Self::of(file, docket, day)))?;
        for listed in &mut found {
            listed.look(vault)?;
        }
        found.retain(|listed| listed.access.ever().next().is_some());
        Ok(found)
    }

    /// One case, as of a day.
    pub(crate) fn one(
        workspace: &Workspace,
        file: &CaseFile,
        vault: Option<&Vault>,
        day: NaiveDate,
    ) -> Result<Self, CaseworkError> {
        let (version, history) = workspace.version(file)?;
        let mut listed = Self::of(file, &Docket::replay(&file.case, version, &history.people), day);
        listed.look(vault)?;
        if listed.access.ever().next().is_none() {
            return Err(VaultError::Nothing(listed.id.to_string()).into());
        }
        Ok(listed)
    }

    fn of(file: &CaseFile, docket: &Docket<'_>, day: NaiveDate) -> Self {
        let people = docket.progress.participants.people;
        let destroyed = file.case.destroyed.as_ref();
        let was = destroyed.iter().flat_map(|gone| &gone.keys).filter_map(|key| key.parse().ok()).collect();
        // As the log stood on that day.
        let mut then = file.case.clone();
        then.log.retain(|entry| entry.on <= day);
        let allowed = if destroyed.is_some() {
            Vec::new()
        } else {
            readers_of(&Docket::replay(&then, docket.version, people), day)
        };
        let month = CasePlace::of(&file.path)
            .and_then(|place| NaiveDate::from_ymd_opt(place.year.parse().ok()?, place.month.parse().ok()?, 1));
        let year = NaiveDate::from_ymd_opt(CENTURY + i32::from(file.case.id.year()), 1, 1);
        Self {
            id: file.case.id,
            access: Access { may: [].into(), was },
            since: file.case.received.or(month).or(year).unwrap_or_default(),
            destroyed: destroyed.map(|gone| gone.on),
            allowed,
            keys: keys(people),
        }
    }

    fn look(&mut self, vault: Option<&Vault>) -> Result<(), CaseworkError> {
        if self.destroyed.is_none() {
            let kept = vault.map(|vault| vault.kept(&self.id.to_string())).transpose()?.flatten();
            self.access = kept.map(|kept| kept.access).unwrap_or_default();
        }
        Ok(())
    }

    /// The keys that could open anything of it on the day, each with what it could.
    pub(crate) fn on(&self, day: NaiveDate) -> Vec<(&SealId, Reach)> {
        if day < self.since {
            return Vec::new();
        }
        self.access.ever().filter_map(|id| Some((id, self.reach(id, day)?))).collect()
    }

    fn reach(&self, id: &SealId, day: NaiveDate) -> Option<Reach> {
        let line = self.keys.get(&id.to_string());
        let by = |date: Option<NaiveDate>| date.filter(|date| *date <= day);
        // Of a key that stands nowhere any more nothing is known: it counts.
        if line.is_some_and(|line| line.from > day || by(line.retired).is_some()) {
            return None;
        }
        let copy = |why| Some(Reach::OldCopy(why));
        if let Some(lost) = line.and_then(|line| by(line.lost)) {
            let lost = date_words(lost);
            return copy(text!("kwijt sinds {lost}", "lost since {lost}", lost));
        }
        if let Some(gone) = by(self.destroyed) {
            let gone = date_words(gone);
            return copy(text!("de zaak is vernietigd op {gone}", "the case was destroyed on {gone}", gone));
        }
        if let Some(day) = line.and_then(|line| by(line.superseded)) {
            let day = date_words(day);
            return copy(text!("opgevolgd op {day}", "superseded on {day}", day));
        }
        if self.destroyed.is_some() {
            return Some(Reach::Reads);
        }
        if self.access.was.contains(id) {
            return copy(text!("nu niet meer op de lijst", "no longer on the list now"));
        }
        if !id.is_recovery() && !self.allowed.contains(&id.person) {
            return copy(text!("die dag volgens de regeling geen lezer", "no reader by the regulation on that day"));
        }
        Some(Reach::Reads)
    }
}

/// The days of every key of a regulation's people.
fn keys(people: &People) -> BTreeMap<String, SealKey> {
    people.seal.iter().chain(&people.recovery).map(|key| (key.id.clone(), key.clone())).collect()
}
