//! A draft judged: a version of a regulation in a folder outside `policy/`, by the rules that hold for those within.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use crate::check::tree::regulations::judge_version;
use crate::check::tree::whole::sink_of;
use crate::context::{Context, Kept};
use crate::diagnostics::Finding;
use crate::register::{Content, Listing, Register, RegisterError, Snapshot, WorkTree};
use crate::regulation::Version;

/// What was found in a draft.
#[derive(Debug, Clone)]
pub struct JudgedDraft {
    /// What is wrong, sorted as `check` sorts it.
    pub findings: Vec<Finding>,
    /// The draft itself, where it can be read.
    pub version: Option<Version>,
    /// The files that were read, by path, for showing where.
    pub files: BTreeMap<String, Kept>,
}

/// Judges the draft in the folder `place`, which is shown as `folder`, as a version of the regulation `id`: with the people of
/// that regulation, where there is one.
pub fn judge_draft(
    context: &Context,
    place: &Path,
    folder: &str,
    id: &str,
    today: Option<NaiveDate>,
) -> Result<JudgedDraft, RegisterError> {
    let files = Folder { files: Register::folder(place)?.work_tree()?, shown: folder };
    let mut own = Context { findings: Vec::new(), ..context.clone() };
    let rules = own.text(&files, &format!("{folder}/regulation.yaml"))?;
    let version = rules.map(|source| own.version_in(&files, folder, id, source)).transpose()?.flatten();
    let history = own.policy.histories.get(id).cloned().unwrap_or_default();
    let mut sink = sink_of(context);
    sink.extend(own.findings.iter().cloned());
    sink.extend(version.iter().flat_map(|version| judge_version(&own, &history, version, today)));
    Ok(JudgedDraft { findings: sink.into_findings(), version, files: own.files })
}

/// The files of a folder, by the path under which the folder is shown.
struct Folder<'a> {
    files: WorkTree,
    shown: &'a str,
}

impl Snapshot for Folder<'_> {
    fn list(&self, folder: &str) -> Result<Listing, RegisterError> {
        // Only files by name are asked of a draft.
        self.within(folder).map_or_else(|| Ok(Listing::default()), |below| self.files.list(below))
    }

    fn read(&self, path: &str) -> Result<Option<Content>, RegisterError> {
        self.within(path).map_or(Ok(None), |below| self.files.read(below))
    }
}

impl Folder<'_> {
    fn within<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.shown)?.strip_prefix('/')
    }
}
