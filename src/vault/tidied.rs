//! A server that lets go of what was destroyed, and says so: by a list of the destroyed cases that it saw itself clean of, each with the
//! first day. The list travels with what is sealed, so that every desk can put that day on a certificate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::error::VaultError;
use super::proof::Proof;
use super::records::{KEY, PART, Vault};
use crate::register::{Content, Id, Register, SEEN, TIDIED};

/// The most bytes of a list: for some hundred thousand cases.
const MOST: u64 = 4_000_000;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tidied {
    /// References that stood there of cases that were destroyed.
    pub references: usize,
    /// What was looked at afterwards.
    pub proof: Proof,
    /// What leads to a history that was left, by name; nothing where none was, or the server saw itself clean of it.
    pub leads: Vec<String>,
    /// Whether something of such a history is still there.
    pub remains: bool,
}

/// A history that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    /// The commit that took its place.
    pub bridge: Id,
    /// Commits that are gone when it is: those with which it began, and the one with which it ended.
    pub gone: Vec<Id>,
}

/// Lets go, on a server, of what is sealed of these destroyed cases, of a history that was left, and of all that nothing leads to; looks
/// whether it is gone.
pub(crate) fn tidy(
    register: &Register,
    destroyed: &BTreeSet<String>,
    left: Option<&Left>,
    day: NaiveDate,
    at_once: bool,
) -> Result<Tidied, VaultError> {
    let mut stand: Vec<(String, Id)> = Vec::new();
    for prefix in [KEY, PART] {
        let below = register.references_below(prefix)?.into_iter();
        stand.extend(below.filter(|(id, _)| destroyed.contains(id)).map(|(id, to)| (format!("{prefix}{id}"), to)));
    }
    register.drop_references(&stand)?;
    let was = match register.references_below(TIDIED)?.get("") {
        Some(list) => register.sealed_bytes(*list, MOST)?,
        None => Content::Missing,
    };
    let mut days = days(&was);
    let bridge = left.map(|left| left.bridge.to_string());
    let left = left.filter(|left| !days.contains_key(&left.bridge.to_string()));
    register.collect(at_once, left.is_some())?;
    let proof = Proof::of(register)?;
    let (leads, remains) = left.map_or(Ok((Vec::new(), false)), |left| remains_of(register, left))?;
    if let Some(left) = left.filter(|_| !remains) {
        days.insert(left.bridge.to_string(), day);
    }
    days.retain(|id, _| destroyed.contains(id) || bridge.as_ref() == Some(id));
    // What stood there until now, or may stand there still, was not clean before.
    days.retain(|id, _| !stand.iter().any(|(name, _)| name.ends_with(id.as_str())));
    for id in destroyed.iter().filter(|_| proof.holds()) {
        days.entry(id.clone()).or_insert(day);
    }
    let list: String = days.iter().fold(String::new(), |lines, (id, day)| lines + &format!("{id} {day}\n"));
    register.publish(TIDIED, (!list.is_empty()).then_some(list.as_bytes()))?;
    Ok(Tidied { references: stand.len(), proof, leads, remains })
}

/// What leads to a history that was left, and whether something of it is there: where nothing leads to an object, nobody can say that it
/// is of none.
fn remains_of(register: &Register, left: &Left) -> Result<(Vec<String>, bool), VaultError> {
    let leads = register.leading_to(&left.gone)?;
    let seen = register.inspect_all()?;
    let remains = !leads.is_empty() || seen.strays > 0 || seen.missed > 0 || register.still_has(&left.gone)?;
    Ok((leads, remains))
}

impl Vault {
    /// The first day on which the server said that it was clean of a case, or of what a bridge took the place of, as it was last fetched.
    pub(crate) fn clean_there(&self, id: &str) -> Result<Option<NaiveDate>, VaultError> {
        let name = TIDIED.replacen("refs/klacht/", SEEN, 1);
        let Some(list) = self.store.reference(&name)? else { return Ok(None) };
        Ok(days(&Content::Bytes(self.store.read(list)?)).get(id).copied())
    }
}

/// The lines of a list, as far as they can be read.
fn days(list: &Content) -> BTreeMap<String, NaiveDate> {
    let Content::Bytes(bytes) = list else { return BTreeMap::new() };
    let text = String::from_utf8_lossy(bytes);
    let line = |line: &str| line.split_once(' ').and_then(|(id, day)| Some((id.to_owned(), day.parse().ok()?)));
    text.lines().filter_map(line).collect()
}
