//! What the register says of the cases of which something is sealed: on this desk, and on the branch of the remote as it was last
//! fetched. Whoever sees a stub on either lets go of what was sealed.

use std::collections::BTreeMap;

use crate::case::{self, CaseId};
use crate::paths::{CASES, case_name};
use crate::register::{Content, Register, RegisterError, Snapshot};
use crate::vault::Fate;

/// A stub is small: what is larger than this, in bytes, is a case.
const STUB: usize = 2048;

/// The cases that were destroyed, by id.
pub(crate) struct Fates {
    destroyed: BTreeMap<String, ()>,
}

impl Fates {
    /// Looks at the files on disk, and at the branch of the remote.
    pub(crate) fn of(register: &Register, remote: &str) -> Result<Self, RegisterError> {
        let mut fates = Self { destroyed: BTreeMap::new() };
        fates.look(&register.work_tree()?)?;
        let branch = register.head_branch().and_then(|name| name.strip_prefix("refs/heads/").map(str::to_owned));
        let tracked = branch.map(|branch| format!("refs/remotes/{remote}/{branch}"));
        let there = tracked.and_then(|name| register.commit_named(&name).ok());
        if let Some(there) = there.filter(|there| register.head().is_ok_and(|here| here != Some(*there))) {
            fates.look(&register.at_commit(there)?)?;
        }
        Ok(fates)
    }

    fn look(&mut self, files: &dyn Snapshot) -> Result<(), RegisterError> {
        for file in files.list(CASES)?.files {
            let Some(id) = case_name(&file.path).filter(|name| name.parse::<CaseId>().is_ok()) else { continue };
            let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
            if bytes.len() > STUB {
                continue;
            }
            let source = String::from_utf8_lossy(&bytes);
            if case::read(&source).0.is_some_and(|case| case.destroyed.is_some()) {
                self.destroyed.insert(id.to_owned(), ());
            }
        }
        Ok(())
    }

    /// What the register says of a case.
    pub(crate) fn of_case(&self, id: &str) -> Fate {
        if self.destroyed.contains_key(id) { Fate::Destroyed } else { Fate::Lives }
    }
}
