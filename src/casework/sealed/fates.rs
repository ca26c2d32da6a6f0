//! What the register says of the cases of which something is sealed: on this desk, and on the branch of the remote as it was last
//! fetched. Whoever sees a stub on either lets go of what was sealed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::atomic_file;
use crate::case::{self, CaseId};
use crate::paths::{CASES, case_name};
use crate::register::{Content, Id, Register, RegisterError, Snapshot};
use crate::vault::Fate;

/// A stub is small: what is larger than this, in bytes, is a case.
const STUB: usize = 2048;

/// Stands in every stub.
const MARK: &[u8] = b"destroyed:";
/// What was found in a commit, which never changes: its id, and a line for each stub. In git's own folder.
const KEPT: &str = "klacht/stubs";
/// Its last line: a file that was cut short says nothing.
const END: &str = "end";

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
        let Some(commit) = register.followed(remote)? else { return Ok(Self { there: here.clone(), here }) };
        let kept = register.common_dir().map(|dir| dir.join(KEPT));
        let known = kept.as_deref().and_then(|path| kept_of(path, commit));
        if let Some(there) = known {
            return Ok(Self { here, there });
        }
        let there = stubs(&register.at_commit(commit)?)?;
        kept.iter().for_each(|path| keep(path, commit, &there));
        Ok(Self { here, there })
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
fn stubs(files: &dyn Snapshot) -> Result<BTreeSet<String>, RegisterError> {
    let mut found = BTreeSet::new();
    for file in files.list(CASES)?.files {
        let Some(id) = case_name(&file.path).filter(|name| name.parse::<CaseId>().is_ok()) else { continue };
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        if bytes.len() > STUB || !bytes.windows(MARK.len()).any(|part| part == MARK) {
            continue;
        }
        let source = String::from_utf8_lossy(&bytes);
        if case::read(&source).0.is_some_and(|case| case.destroyed.is_some()) {
            found.insert(id.to_owned());
        }
    }
    Ok(found)
}

/// The stubs of a commit, where they were looked for before.
fn kept_of(path: &Path, commit: Id) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    let whole = lines.next()? == commit.to_string() && lines.next_back()? == END;
    whole.then(|| lines.map(str::to_owned).collect())
}

/// Keeps them for the next time; where that cannot be, they are looked for again.
fn keep(path: &Path, commit: Id, stubs: &BTreeSet<String>) {
    let lines = stubs.iter().map(String::as_str).chain([END]);
    let text = lines.fold(commit.to_string(), |text, line| format!("{text}\n{line}"));
    let written = path.parent().map(|folder| -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = atomic_file::file(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(path).map(drop).map_err(|error| error.error)
    });
    drop(written);
}
