//! What the register says of the cases of which something is sealed: on this desk, and on the branch of the remote as it was last
//! fetched. Whoever sees a stub on either lets go of what was sealed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::atomic_file;
use crate::case::{self, CaseId};
use crate::paths::{CASES, case_name};
use crate::register::{Content, Id, Register, RegisterError, Snapshot};
use crate::sealing::PieceId;
use crate::vault::Fate;

/// A stub is small: what is larger than this, in bytes, is a case.
const STUB: usize = 2048;
/// Stands in every stub.
const MARK: &str = "destroyed:";
/// Begins the list of pieces that were taken back.
const WITHDRAWN: &str = "withdrawn:";
/// What was found in a commit, which never changes: its id, a line for each stub, and for each piece that was taken back one with its
/// case before it. In git's own folder.
const KEPT: &str = "klacht/stubs";
/// Its last line: a file that was cut short says nothing.
const END: &str = "end";

/// The cases that were destroyed, by id, and the pieces that were taken back.
#[derive(Default)]
pub(crate) struct Fates {
    here: BTreeSet<String>,
    there: BTreeSet<String>,
    withdrawn: Withdrawn,
}

/// Pieces that were taken back, by the id of their case.
type Withdrawn = BTreeMap<String, BTreeSet<PieceId>>;

/// Stubs, and pieces that were taken back, of one state of the files.
type Gone = (BTreeSet<String>, Withdrawn);

impl Fates {
    /// Looks at the files on disk, and at the branch of the remote; where nothing is followed, what is on disk is all there is.
    pub(crate) fn of(register: &Register, remote: &str) -> Result<Self, RegisterError> {
        let (here, withdrawn) = gone(&register.work_tree()?)?;
        let Some(commit) = register.followed(remote)? else { return Ok(Self { there: here.clone(), here, withdrawn }) };
        let kept = register.common_dir().map(|dir| dir.join(KEPT));
        let known = kept.as_deref().and_then(|path| kept_of(path, commit));
        if let Some((there, withdrawn)) = known {
            return Ok(Self { here, there, withdrawn });
        }
        let found = gone(&register.at_commit(commit)?)?;
        kept.iter().for_each(|path| keep(path, commit, &found));
        let (there, withdrawn) = found;
        Ok(Self { here, there, withdrawn })
    }

    /// Every case of which only the stub is left.
    pub(crate) fn destroyed(&self) -> impl Iterator<Item = &String> {
        self.here.union(&self.there)
    }

    /// What the register says of a case.
    pub(crate) fn of_case(&self, id: &str) -> Fate {
        match (self.there.contains(id), self.here.contains(id)) {
            (true, _) => Fate::Destroyed,
            (false, true) => Fate::DestroyedHere,
            (false, false) => Fate::Lives,
        }
    }

    /// The pieces of a case that were taken back. A line that the remote has not heard of waits until it has: the server takes no
    /// chain without a piece before that.
    pub(crate) fn withdrawn(&self, id: &str) -> BTreeSet<PieceId> {
        self.withdrawn.get(id).cloned().unwrap_or_default()
    }
}

/// The ids of the stubs in a state of the files.
pub(crate) fn stubs(files: &dyn Snapshot) -> Result<BTreeSet<String>, RegisterError> {
    gone(files).map(|(stubs, _)| stubs)
}

/// The ids of the stubs in a state of the files, and the pieces that were taken back.
fn gone(files: &dyn Snapshot) -> Result<Gone, RegisterError> {
    let (mut stubs, mut withdrawn) = Gone::default();
    for file in files.list(CASES)?.files {
        let Some(id) = case_name(&file.path).filter(|name| name.parse::<CaseId>().is_ok()) else { continue };
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let source = String::from_utf8_lossy(&bytes);
        if !source.contains(WITHDRAWN) && (bytes.len() > STUB || !source.contains(MARK)) {
            continue;
        }
        let Some(case) = case::read(&source).0 else { continue };
        if case.destroyed.is_some() {
            stubs.insert(id.to_owned());
        }
        let pieces = case.sealed.iter().flat_map(|sealed| &sealed.withdrawn).filter_map(|piece| piece.id.parse().ok());
        let pieces: BTreeSet<PieceId> = pieces.collect();
        if !pieces.is_empty() {
            withdrawn.insert(id.to_owned(), pieces);
        }
    }
    Ok((stubs, withdrawn))
}

/// What was found in a commit, where it was looked for before.
fn kept_of(path: &Path, commit: Id) -> Option<Gone> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    if lines.next()? != commit.to_string() || lines.next_back()? != END {
        return None;
    }
    let (mut stubs, mut withdrawn) = Gone::default();
    for line in lines {
        match line.split_once(' ') {
            None => drop(stubs.insert(line.to_owned())),
            Some((id, piece)) => drop(withdrawn.entry(id.to_owned()).or_default().insert(piece.parse().ok()?)),
        }
    }
    Some((stubs, withdrawn))
}

/// Keeps it for the next time; where that cannot be, it is looked for again.
fn keep(path: &Path, commit: Id, (stubs, withdrawn): &Gone) {
    let pieces = withdrawn.iter().flat_map(|(id, pieces)| pieces.iter().map(move |piece| format!("{id} {piece}")));
    let lines = stubs.iter().cloned().chain(pieces).chain([END.to_owned()]);
    let text = lines.fold(commit.to_string(), |text, line| text + "\n" + &line);
    let _ = atomic_file::put(path, text.as_bytes());
}
