//! What is being merged while the merge is not committed yet.

use super::{Id, ObjectKind, Register, RegisterError};

impl Register {
    /// The commits that are being merged into the one checked out; none when no merge is going on.
    ///
    /// After a conflict they stand in `MERGE_HEAD`. While git runs `pre-merge-commit` that file is not there yet: then its
    /// environment names them (`GITHEAD_<id>`).
    pub fn merging(&self) -> Result<Vec<Id>, RegisterError> {
        let git = self.git()?;
        let file = std::fs::read(git.dir.join("MERGE_HEAD")).unwrap_or_default();
        let mut ids: Vec<Id> = file.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect();
        if ids.is_empty() && merges_now() {
            let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
            ids.extend(names.filter_map(|name| Id::from_hex(name.strip_prefix("GITHEAD_")?.as_bytes())));
            ids.sort_unstable();
        }
        let head = self.head()?;
        ids.retain(|id| Some(*id) != head);
        for id in &ids {
            if !matches!(git.objects.header(*id)?, Some((ObjectKind::Commit, _))) {
                return Err(git.completeness.missing(*id));
            }
        }
        Ok(ids)
    }
}

/// Whether it is a merge that runs this process: rebase and `am` set the same variables for other ends.
fn merges_now() -> bool {
    let action = std::env::var_os("GIT_REFLOG_ACTION").unwrap_or_default();
    ["merge", "pull"].iter().any(|word| action.to_string_lossy().starts_with(word))
}
