//! What a push asks: the lines git gives to pre-receive, the options that came with them, and what each update is.

use super::names;
use super::objects::ObjectKind;
use super::{Id, Range, Register, RegisterError};

/// More nested tags than this are an attack.
const MAX_TAGS: usize = 16;

/// One reference that the push wants to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// What it names now; `None` when it is new.
    pub old: Option<Id>,
    /// What it is to name; `None` when it is to go.
    pub new: Option<Id>,
    /// Its full name, such as `refs/heads/main`, made safe to print.
    pub name: String,
}

/// How a reference moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// It is new.
    Create,
    /// The old commit stays in its history.
    FastForward,
    /// The old commit, or the object it named, drops out: history is rewritten.
    Rewrite,
    /// It goes.
    Delete,
}

/// What sort of reference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefKind {
    /// `refs/heads/`
    Branch,
    /// `refs/tags/`
    Tag,
    /// `refs/notes/`
    Notes,
    /// `refs/replace/`: makes git show another object in place of the real one.
    Replace,
    /// Anything else.
    Other,
}

/// An update with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classified {
    /// The update.
    pub update: Update,
    /// How it moves.
    pub movement: Movement,
    /// What sort of reference.
    pub kind: RefKind,
    /// The kind of object it is to name; `None` for a deletion.
    pub target: Option<ObjectKind>,
    /// The commit it is to name, through any tags; `None` when there is none behind it.
    pub commit: Option<Id>,
    /// The commit it names now, through any tags.
    pub old_commit: Option<Id>,
}

impl Classified {
    /// The commits that this update brings to its reference; `None` when it brings none.
    ///
    /// What the reference held before is left out. `validated` are the commits of other references that were judged by the
    /// same rules, and only those: whatever came in by an unprotected branch is judged when a protected one takes it up.
    #[must_use]
    pub fn range(&self, validated: &[Id]) -> Option<Range> {
        let tips = vec![self.commit?];
        let except = self.old_commit.map_or_else(|| validated.to_vec(), |old| vec![old]);
        Some(Range { tips, except })
    }
}

impl Update {
    /// Reads the lines `old new name` that git gives to pre-receive on its standard input.
    pub fn parse_all(input: &[u8]) -> Result<Vec<Self>, RegisterError> {
        let lines = input.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        lines.map(|line| Self::parse(line).ok_or_else(|| RegisterError::BadHookInput(names::shown(line)))).collect()
    }

    /// Reads one line.
    #[must_use]
    pub fn parse(line: &[u8]) -> Option<Self> {
        let mut words = line.splitn(3, |byte| *byte == b' ');
        let (old, new) = (Id::from_hex(words.next()?)?, Id::from_hex(words.next()?)?);
        let name = words.next().filter(|name| !name.is_empty())?;
        let known = |id: Id| (!id.is_zero()).then_some(id);
        (!(old.is_zero() && new.is_zero())).then(|| Self { old: known(old), new: known(new), name: names::shown(name) })
    }

    /// What sort of reference it is.
    #[must_use]
    pub fn kind(&self) -> RefKind {
        let begins = |prefix: &str| self.name.starts_with(prefix);
        match () {
            () if begins("refs/heads/") => RefKind::Branch,
            () if begins("refs/tags/") => RefKind::Tag,
            () if begins("refs/notes/") => RefKind::Notes,
            () if begins("refs/replace/") => RefKind::Replace,
            () => RefKind::Other,
        }
    }
}

impl Register {
    /// What an update means. The history of a branch is followed only as far as its old commit.
    pub fn classify(&self, update: Update) -> Result<Classified, RegisterError> {
        let (target, commit) = match update.new {
            Some(new) => self.peel(new).map(|(kind, commit)| (Some(kind), commit))?,
            None => (None, None),
        };
        let old_commit = update.old.map(|old| self.peel(old)).transpose()?.and_then(|(_, commit)| commit);
        let movement = match (update.old, update.new) {
            (_, None) => Movement::Delete,
            (None, Some(_)) => Movement::Create,
            (Some(_), Some(_)) => match (old_commit, commit) {
                (Some(old), Some(new)) if self.is_ancestor(old, new)? => Movement::FastForward,
                _ => Movement::Rewrite,
            },
        };
        Ok(Classified { kind: update.kind(), update, movement, target, commit, old_commit })
    }

    /// What somebody wrote in a tag: who made it, and its message; of tags of tags all of it.
    pub fn tag_text(&self, id: Id) -> Result<(Vec<u8>, Vec<u8>), RegisterError> {
        let git = self.git()?;
        let (mut tagger, mut message, mut next) = (Vec::new(), Vec::new(), Some(id));
        for _ in 0..MAX_TAGS {
            let Some(id) = next.take() else { break };
            if git.objects.header(id)?.is_none_or(|(kind, _)| kind != ObjectKind::Tag) {
                break;
            }
            let raw = git.structure(id, ObjectKind::Tag)?;
            let end = raw.windows(2).position(|pair| pair == b"\n\n").unwrap_or(raw.len());
            for line in raw[..end].split(|byte| *byte == b'\n') {
                if let Some(named) = line.strip_prefix(b"object ") {
                    next = Id::from_hex(named);
                } else if let Some(who) = line.strip_prefix(b"tagger ") {
                    tagger.extend(who.split(|byte| *byte == b'<').next().unwrap_or_default());
                    tagger.push(b'\n');
                }
            }
            message.extend_from_slice(raw.get(end..).unwrap_or_default());
        }
        Ok((tagger, message))
    }

    /// The kind of an object, and the commit behind it through any tags.
    pub fn peel(&self, id: Id) -> Result<(ObjectKind, Option<Id>), RegisterError> {
        let git = self.git()?;
        let kind_of = |id| git.objects.header(id)?.map(|(kind, _)| kind).ok_or_else(|| git.completeness.missing(id));
        let first = kind_of(id)?;
        let (mut id, mut kind) = (id, first);
        for _ in 0..MAX_TAGS {
            match kind {
                ObjectKind::Commit => return Ok((first, Some(id))),
                ObjectKind::Tag => {
                    let raw = git.structure(id, ObjectKind::Tag)?;
                    let line = raw.split(|byte| *byte == b'\n').next().unwrap_or_default();
                    let named = line.strip_prefix(b"object ").and_then(Id::from_hex);
                    id = named.ok_or(RegisterError::Malformed(id))?;
                    kind = kind_of(id)?;
                }
                ObjectKind::Tree | ObjectKind::Blob => return Ok((first, None)),
            }
        }
        Err(RegisterError::Malformed(id))
    }
}

#[cfg(test)]
#[path = "../../tests/unit/register/push.rs"]
mod tests;
