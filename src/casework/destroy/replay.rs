//! A desk that was restored from a backup: what it destroyed once is there again.

use crate::casework::error::CaseworkError;
use crate::casework::open_case::store::{create, replace};
use crate::casework::open_case::workspace::Workspace;
use crate::casework::sealed::fates::stubs;
use crate::paths::{CASES, case_name};
use crate::register::{Content, Snapshot};

/// Puts the stub back of every case of which the last commit has only that and the disk has more, or nothing; the paths. The caller
/// holds the lock.
pub(crate) fn put_back(workspace: &Workspace) -> Result<Vec<String>, CaseworkError> {
    let Some(head) = workspace.register.head()? else { return Ok(Vec::new()) };
    let committed = workspace.register.at_commit(head)?;
    let gone = stubs(&committed)?;
    let mut back = Vec::new();
    for file in committed.list(CASES)?.files {
        if !case_name(&file.path).is_some_and(|id| gone.contains(id)) {
            continue;
        }
        let Some(Content::Bytes(stub)) = committed.read(&file.path)? else { continue };
        let stub = String::from_utf8_lossy(&stub).into_owned();
        match workspace.files.read(&file.path)? {
            Some(Content::Bytes(now)) if now == stub.as_bytes() => continue,
            Some(Content::Bytes(now)) => replace(workspace, &file.path, &String::from_utf8_lossy(&now), &stub)?,
            Some(_) => continue,
            None => drop(create(workspace, &file.path, &stub)?),
        }
        back.push(file.path);
    }
    Ok(back)
}
