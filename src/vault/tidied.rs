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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tidied {
    /// References that stood there of cases that were destroyed.
    pub references: usize,
    /// What was looked at afterwards.
    pub proof: Proof,
}

/// Lets go, on a server, of what is sealed of these destroyed cases, and of all that nothing leads to; looks whether it is gone.
pub(crate) fn tidy(
    register: &Register,
    destroyed: &BTreeSet<String>,
    day: NaiveDate,
    at_once: bool,
) -> Result<Tidied, VaultError> {
    let mut stand: Vec<(String, Id)> = Vec::new();
    for prefix in [KEY, PART] {
        let below = register.references_below(prefix)?.into_iter();
        stand.extend(below.filter(|(id, _)| destroyed.contains(id)).map(|(id, to)| (format!("{prefix}{id}"), to)));
    }
    register.drop_references(&stand)?;
    register.collect(at_once)?;
    let proof = Proof::of(register)?;
    let was = match register.references_below(TIDIED)?.get("") {
        Some(list) => register.sealed_bytes(*list, MOST)?,
        None => Content::Missing,
    };
    let mut days = days(&was);
    days.retain(|id, _| destroyed.contains(id));
    // What stood there until now, or may stand there still, was not clean before.
    days.retain(|id, _| !stand.iter().any(|(name, _)| name.ends_with(id.as_str())));
    for id in destroyed.iter().filter(|_| proof.holds()) {
        days.entry(id.clone()).or_insert(day);
    }
    let list: String = days.iter().fold(String::new(), |lines, (id, day)| lines + &format!("{id} {day}\n"));
    register.publish(TIDIED, (!list.is_empty()).then_some(list.as_bytes()))?;
    Ok(Tidied { references: stand.len(), proof })
}

impl Vault {
    /// The first day on which the server said that it was clean of a case, as it was last fetched.
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
