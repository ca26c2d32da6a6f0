//! What the register says of the cases of which something is sealed: on this desk, and on the branch of the remote as it was last
//! fetched. Whoever sees a stub on either lets go of what was sealed.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{self, CaseId};
use crate::paths::{CASES, case_name};
use crate::register::{Content, Register, RegisterError, Snapshot};
use crate::sealing::PieceId;
use crate::vault::Fate;

/// A stub is small: what is larger than this, in bytes, is a case.
const STUB: usize = 2048;

/// What begins the list of pieces that were taken back.
const WITHDRAWN: &str = "withdrawn:";

/// The cases that were destroyed, by id, and the pieces that were taken back.
#[derive(Default)]
pub(crate) struct Fates {
    here: BTreeSet<String>,
    there: BTreeSet<String>,
    withdrawn: Withdrawn,
}

/// Pieces that were taken back, by the id of their case.
type Withdrawn = BTreeMap<String, BTreeSet<PieceId>>;

impl Fates {
    /// Looks at the files on disk, and at the branch of the remote; where nothing is followed, what is on disk is all there is.
    pub(crate) fn of(register: &Register, remote: &str) -> Result<Self, RegisterError> {
        let (here, withdrawn) = gone(&register.work_tree()?)?;
        let Some(there) = register.followed(remote)? else { return Ok(Self { there: here.clone(), here, withdrawn }) };
        let (there, withdrawn) = gone(&register.at_commit(there)?)?;
        Ok(Self { here, there, withdrawn })
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

/// The ids of the stubs in a state of the files, and the pieces that were taken back.
fn gone(files: &dyn Snapshot) -> Result<(BTreeSet<String>, Withdrawn), RegisterError> {
    let (mut stubs, mut withdrawn) = (BTreeSet::new(), Withdrawn::new());
    for file in files.list(CASES)?.files {
        let Some(id) = case_name(&file.path).filter(|name| name.parse::<CaseId>().is_ok()) else { continue };
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let source = String::from_utf8_lossy(&bytes);
        if bytes.len() > STUB && !source.contains(WITHDRAWN) {
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
