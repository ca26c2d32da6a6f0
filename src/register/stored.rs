//! What a push brings of a store, looked at byte by byte: whether it is what [`Store`](super::Store) makes, and nothing besides.

use super::objects::ObjectKind;
use super::store::{MAKER, StoredFile};
use super::tree::Mode;
use super::{Content, Id, Register, RegisterError};

/// A commit as a store makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    /// The commits before it.
    pub parents: Vec<Id>,
    /// Its files, by name.
    pub files: Vec<StoredFile>,
}

/// Why a commit is none that a store makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotStored {
    /// It has a maker, a day, a word, a signature or a header of its own.
    Commit,
    /// It holds a folder, a link, a program, a name twice, or one that is no text.
    Files,
}

impl Register {
    /// A commit of a store, or why it is none.
    pub(crate) fn stored(&self, commit: Id) -> Result<Result<Stored, NotStored>, RegisterError> {
        let git = self.git()?;
        let raw = git.structure(commit, ObjectKind::Commit)?;
        let Some((tree, parents)) = links(&raw) else { return Ok(Err(NotStored::Commit)) };
        let tree = git.tree(tree)?;
        if tree.unsorted || !tree.duplicates.is_empty() {
            return Ok(Err(NotStored::Files));
        }
        let mut files = Vec::with_capacity(tree.len());
        for at in 0..tree.len() {
            let entry = tree.entry(at).filter(|entry| entry.mode == Mode::File);
            let (Some(entry), Ok(name)) = (entry, std::str::from_utf8(tree.name(at))) else {
                return Ok(Err(NotStored::Files));
            };
            files.push(StoredFile { name: name.to_owned(), id: entry.id });
        }
        Ok(Ok(Stored { parents, files }))
    }

    /// The names of what stands in the root of a commit, as far as they are text.
    pub(crate) fn root_files(&self, commit: Id) -> Result<Vec<String>, RegisterError> {
        let tree = self.git()?.tree(self.commit(commit)?.tree)?;
        Ok(tree.names().filter_map(|name| String::from_utf8(name.to_vec()).ok()).collect())
    }

    /// The bytes of a file, if there are no more than `most`. What is not here is an error.
    pub(crate) fn sealed_bytes(&self, file: Id, most: u64) -> Result<Content, RegisterError> {
        let git = self.git()?;
        match git.blob(file, most)? {
            Content::Missing => Err(git.completeness.missing(file)),
            other => Ok(other),
        }
    }
}

/// Whether these bytes are those of a commit as a store makes it.
pub(crate) fn is_stored(commit: &[u8]) -> bool {
    links(commit).is_some()
}

/// The folder of a commit and the commits before it, where it says nothing else.
fn links(raw: &[u8]) -> Option<(Id, Vec<Id>)> {
    let line = |key: &str, rest: &'_ [u8]| -> Option<(Id, usize)> {
        let rest = rest.strip_prefix(key.as_bytes())?;
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        Some((Id::from_hex(&rest[..end])?, key.len() + end + 1))
    };
    let (tree, mut at) = line("tree ", raw)?;
    let mut parents = Vec::new();
    while let Some((parent, length)) = line("parent ", &raw[at..]) {
        parents.push(parent);
        at += length;
    }
    (raw[at..] == *format!("author {MAKER}\ncommitter {MAKER}\n\n").as_bytes()).then_some((tree, parents))
}

#[cfg(test)]
#[path = "../../tests/unit/register/stored.rs"]
mod tests;
