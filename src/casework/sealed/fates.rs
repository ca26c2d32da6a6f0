//! What the register says of the cases of which something is sealed: on this desk, and on the branch of the remote as it was last
//! fetched. Whoever sees a stub on either lets go of what was sealed.

use std::collections::BTreeSet;

use crate::case::{self, CaseId};
use crate::paths::{CASES, case_name};
use crate::register::{Content, Register, RegisterError, Snapshot};
use crate::vault::Fate;

/// A stub is small: what is larger than this, in bytes, is a case.
const STUB: usize = 2048;

/// The cases that were destroyed, by id.
#[derive(Default)]
pub(crate) struct Fates {
    here: BTreeSet<String>,
    there: BTreeSet<String>,
}

impl Fates {
    /// Looks at the files on disk, and at the branch of the remote; where nothing is followed, what is on disk is all there is.
    pub(crate) fn of(register: &Register, remote: &str) -> Result<Self, RegisterError> {
        let here = stubs(&register.work_tree()?)?;
        let Some(there) = register.followed(remote)? else { return Ok(Self { there: here.clone(), here }) };
        let there = stubs(&register.at_commit(there)?)?;
        Ok(Self { here, there })
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
}

/// The ids of the stubs in a state of the files.
pub(crate) fn stubs(files: &dyn Snapshot) -> Result<BTreeSet<String>, RegisterError> {
    let mut found = BTreeSet::new();
    for file in files.list(CASES)?.files {
        let Some(id) = case_name(&file.path).filter(|name| name.parse::<CaseId>().is_ok()) else { continue };
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let source = String::from_utf8_lossy(&bytes);
        if bytes.len() <= STUB && case::read(&source).0.is_some_and(|case| case.destroyed.is_some()) {
            found.insert(id.to_owned());
        }
    }
    Ok(found)
}
