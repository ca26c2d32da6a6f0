//! Keys in `people.yaml`: those of whoever sits at the keyboard, and lines written there.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::casework::{Workspace, replace};
use crate::cli::case::args::Keep;
use crate::cli::context::{commit, edit_fault, said_open};
use crate::cli::find_register::author;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::paths;
use crate::register::{Content, Snapshot};
use crate::regulation::{People, SealKey};
use crate::sealing::{Recipient, SealId};
use crate::yaml::{NewItem, NewValue, Route, Scalar, append, set};

/// Somebody in the people of a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The regulation.
    pub regulation: String,
    /// The key of the person there.
    pub person: String,
}

/// The people of a regulation.
pub fn people<'a>(workspace: &'a Workspace, regulation: &str) -> Option<&'a People> {
    workspace.context.policy.histories.get(regulation).map(|history| &history.people)
}

/// Where git's address of whoever sits here stands.
pub fn mine(workspace: &Workspace, world: &World<'_>) -> Result<Vec<Seat>, Failure> {
    let Some(email) = author(&workspace.register, world)? else { return Ok(Vec::new()) };
    let seat = |regulation: &String| {
        let person = people(workspace, regulation)?.by_git(&email)?.key.clone();
        Some(Seat { regulation: regulation.clone(), person })
    };
    Ok(workspace.context.regulations.iter().filter_map(seat).collect())
}

/// The same, where there must be one.
pub fn seats(workspace: &Workspace, world: &World<'_>) -> Result<Vec<Seat>, Failure> {
    let seats = mine(workspace, world)?;
    if seats.is_empty() { Err(unknown_here()) } else { Ok(seats) }
}

/// That nobody in people.yaml has the address of whoever sits here.
pub fn unknown_here() -> Failure {
    Failure::Usage(
        text!("people.yaml kent uw adres in git niet", "people.yaml does not know your address in git"),
        text!(
            "zet het bij uw naam: `git: [ADRES]` in people.yaml, of stel git in: `git config user.email ADRES`",
            "put it with your entry: `git: [ADDRESS]` in people.yaml, or tell git: `git config user.email ADDRESS`"
        ),
    )
}

/// Every recipient that stands in any `people.yaml`, once: identities of any of them may lie here.
pub fn recipients(workspace: &Workspace) -> Vec<Recipient> {
    let all = workspace.context.policy.histories.values().flat_map(|history| &history.people.seal);
    let all: BTreeSet<Recipient> = all.filter_map(|key| key.recipient.parse().ok()).collect();
    all.into_iter().collect()
}

/// The name of a person's next key.
pub fn next_key(people: &People, person: &str) -> SealId {
    let numbers = people.seal.iter().chain(&people.recovery).filter_map(|key| key.id.parse::<SealId>().ok());
    let last = numbers.filter(|id| id.person == person).map(|id| id.number).max().unwrap_or(0);
    SealId { person: person.to_owned(), number: last + 1 }
}

/// Files of people that are being changed.
pub struct Change<'a> {
    workspace: &'a Workspace,
    files: Vec<(String, String, String)>,
}

impl<'a> Change<'a> {
    /// None yet.
    pub fn new(workspace: &'a Workspace) -> Self {
        Self { workspace, files: Vec::new() }
    }

    fn edit(
        &mut self,
        regulation: &str,
        edit: impl FnOnce(&str) -> Result<String, crate::yaml::EditError>,
    ) -> Result<(), Failure> {
        let path = paths::people(regulation);
        if !self.files.iter().any(|(known, ..)| *known == path) {
            let source = match self.workspace.files.read(&path)? {
                Some(Content::Bytes(bytes)) => String::from_utf8(bytes).ok(),
                _ => None,
            };
            let source = source.ok_or_else(|| edit_fault(crate::yaml::EditError::Unreadable))?;
            self.files.push((path.clone(), source.clone(), source));
        }
        for (known, _, text) in &mut self.files {
            if *known == path {
                *text = edit(text).map_err(edit_fault)?;
                return Ok(());
            }
        }
        Ok(())
    }

    /// A new key of a list: `seal` or `recovery`.
    pub fn add(
        &mut self,
        regulation: &str,
        list: &str,
        id: &SealId,
        recipient: &Recipient,
        from: NaiveDate,
    ) -> Result<(), Failure> {
        let value = |text: String| NewValue::One(Scalar::Text(text));
        let item = NewItem(vec![
            ("id".to_owned(), value(id.to_string())),
            ("recipient".to_owned(), value(recipient.to_string())),
            ("from".to_owned(), value(from.to_string())),
        ]);
        self.edit(regulation, |text| append(text, &Route::root().key(list), &item))
    }

    /// A day set with a key: `superseded`, `retired`, `lost`.
    pub fn mark(&mut self, regulation: &str, id: &SealId, word: &str, day: NaiveDate) -> Result<(), Failure> {
        let list = if id.is_recovery() { "recovery" } else { "seal" };
        let at = people(self.workspace, regulation).and_then(|p| {
            let keys = if id.is_recovery() { &p.recovery } else { &p.seal };
            keys.iter().position(|k| k.id == id.to_string())
        });
        let Some(at) = at else { return Err(unknown(&id.to_string(), None)) };
        let route = Route::root().key(list).index(at).key(word);
        self.edit(regulation, |text| set(text, &route, &Scalar::Text(day.to_string())))
    }

    /// Writes all, and commits them where that was asked.
    pub fn keep(self, keep: Keep, message: &str, out: &Output) -> Result<(), Failure> {
        if keep.dry_run {
            for (path, was, text) in &self.files {
                let diff = similar::TextDiff::from_lines(was.as_str(), text.as_str());
                out.print(&diff.unified_diff().context_radius(2).header(path, path).to_string())?;
            }
            return Ok(());
        }
        for (path, was, text) in &self.files {
            replace(self.workspace, path, was, text)?;
            out.print(&format!("{path}\n"))?;
        }
        let paths: Vec<&str> = self.files.iter().map(|(path, ..)| path.as_str()).collect();
        if keep.commit {
            commit(self.workspace, &paths, message)?;
        } else {
            said_open(self.workspace, &paths, message, out);
        }
        Ok(())
    }
}

/// The keys that a word names: one key, or all of a person or of the safe, those in force or old ones as well.
pub fn named(people: &People, word: &str, also_old: bool) -> Result<Vec<SealId>, Failure> {
    let ids = |wanted: &dyn Fn(&SealKey, &SealId) -> bool| -> Vec<SealId> {
        let all = people.seal.iter().chain(&people.recovery).filter_map(|key| Some((key, key.id.parse().ok()?)));
        all.filter(|(key, id)| wanted(key, id)).map(|(_, id)| id).collect()
    };
    let found = match word.parse::<SealId>() {
        Ok(one) => ids(&|_, id| *id == one),
        Err(()) => ids(&|key, id| id.person == word && (key.is_in_force() || also_old)),
    };
    if found.is_empty() { Err(unknown(word, Some(people))) } else { Ok(found) }
}

/// That people.yaml knows no such key.
pub fn unknown(word: &str, people: Option<&People>) -> Failure {
    let known: Vec<&str> = people.into_iter().flat_map(|p| &p.seal).map(|key| key.id.as_str()).collect();
    let remedy = if known.is_empty() {
        text!("elk maakt er zelf een: `klacht keys new`", "everybody makes their own: `klacht keys new`")
    } else {
        crate::cli::values::choice(word, &known)
    };
    Failure::Usage(text!("`{word}` is geen sleutel in people.yaml", "`{word}` is no key in people.yaml"), remedy)
}
