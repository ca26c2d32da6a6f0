//! A history without what had to go out of it, compared with the one that held it: the same commits by the same people on the
//! same days, and no log that says anything else.

use std::collections::{HashMap, HashSet};

use crate::case::{self, CaseId};
use crate::check::authority::kind::{Kind, Part, whose};
use crate::paths::{is_case, yearbook_of};
use crate::register::{Change, Commit, Content, Id, Range, Register, RegisterError};
use crate::yaml::{Node, Value, is_id, parse};

/// In what two histories differ that must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlike {
    /// The number of commits since they part.
    Count(usize, usize),
    /// Who made a commit, when, or on what it builds.
    Made(Id),
    /// What a file says, that came, went or changed; by its commit in the new history.
    File(Id),
}

/// What is no longer in a history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    /// Its commits.
    pub commits: Vec<Id>,
    /// What their files held.
    pub blobs: Vec<Id>,
}

/// Compares them; what is in the old one and not in the new.
pub fn compare(register: &Register, old: Id, new: Id) -> Result<Result<Gone, Unlike>, RegisterError> {
    let apart = |tip, except| -> Result<Vec<Id>, RegisterError> {
        Ok(register.walk(&Range::between(except, tip))?.ids().to_vec())
    };
    let (before, after) = (apart(old, new)?, apart(new, old)?);
    if before.len() != after.len() || before.is_empty() {
        return Ok(Err(Unlike::Count(before.len(), after.len())));
    }
    let mut becomes: HashMap<Id, Id> = HashMap::new();
    let mut alike: HashSet<(Id, Id)> = HashSet::new();
    let mut gone = Gone { commits: before.clone(), blobs: Vec::new() };
    for (was, is) in before.into_iter().zip(after) {
        let (one, other) = (register.commit(was)?, register.commit(is)?);
        becomes.insert(was, is);
        if !made_alike(&one, &other, &becomes) {
            return Ok(Err(Unlike::Made(is)));
        }
        for change in register.changes(Some(one.tree), other.tree)?.changes {
            gone.blobs.extend(change.old);
            let known = change.old.zip(change.new).is_some_and(|pair| !alike.insert(pair));
            if !known && !may_differ(register, &change)? {
                return Ok(Err(Unlike::File(is)));
            }
        }
    }
    gone.blobs.sort_unstable();
    gone.blobs.dedup();
    Ok(Ok(gone))
}

/// Who made it, when, and on what; what its message says may differ.
fn made_alike(one: &Commit, other: &Commit, becomes: &HashMap<Id, Id>) -> bool {
    let parents: Vec<Id> = one.parents.iter().map(|id| becomes.get(id).copied().unwrap_or(*id)).collect();
    let signers = |commit: &Commit| {
        let (author, committer) = (&commit.author, &commit.committer);
        (author.name.clone(), author.email.clone(), author.time, committer.email.clone(), committer.date())
    };
    parents == other.parents && signers(one) == signers(other)
}

/// Whether a file may be so in the new history: anything, where it is nobody's in particular; with words left out, in a case or a
/// yearbook. What the register goes by stays as it was.
fn may_differ(register: &Register, change: &Change) -> Result<bool, RegisterError> {
    let path = change.path.as_str();
    let other = whose(path, Part::Whole) == Kind::Anything;
    let (old, new) = match (change.old, change.new) {
        (Some(old), Some(new)) => (old, new),
        (Some(_), None) => return Ok(other),
        _ => return Ok(false),
    };
    if other {
        return Ok(true);
    }
    let text = |id| -> Result<Option<String>, RegisterError> {
        Ok(match register.blob(id)? {
            Content::Bytes(bytes) => String::from_utf8(bytes).ok(),
            _ => None,
        })
    };
    let (Some(old), Some(new)) = (text(old)?, text(new)?) else { return Ok(false) };
    Ok(if is_case(path) {
        case::read(&new).0.is_some() && same(&case::read(&old).1, &case::read(&new).1)
    } else if yearbook_of(path).is_some() {
        parse(&old, 0).0.zip(parse(&new, 0).0).is_some_and(|(old, new)| same(&old, &new))
    } else {
        false
    })
}

/// The same but for words: keys, steps, days, persons and numbers are as they were.
fn same(old: &Node, new: &Node) -> bool {
    match (&old.value, &new.value) {
        (Value::Map(old), Value::Map(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(o, n)| o.key == n.key && same(&o.node, &n.node))
        }
        (Value::List(old), Value::List(new)) => old.len() == new.len() && old.iter().zip(new).all(|(o, n)| same(o, n)),
        (Value::Scalar { text: old, .. }, Value::Scalar { text: new, .. }) => old == new || is_words(old),
        (old, new) => old == new,
    }
}

/// Whether a value is something that somebody said, and no key, day, number or id.
fn is_words(text: &str) -> bool {
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    (capital || text.contains(char::is_whitespace)) && !is_id(text) && CaseId::parse_normalised(text).is_err()
}
