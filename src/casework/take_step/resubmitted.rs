//! Whether a step that is about to be taken was written just before, and not committed: as after a commit that git refused.

use crate::case::{self, LogEntry};
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::{CaseFile, Workspace};
use crate::casework::prompt::Values;
use crate::casework::take_step::written_step::drafted;
use crate::register::{Content, Snapshot};

impl Workspace {
    /// Whether the last entry of the file, not committed yet, says all that is said of a step: its day and its person, and
    /// whatever else was said of it. What is written in git's history may be taken once more.
    pub fn written_just_now(&self, file: &CaseFile, values: &Values) -> Result<bool, CaseworkError> {
        let Some(last) = file.case.log.last() else { return Ok(false) };
        if self.register.git_dir().is_none() || self.committed(&file.path)? >= file.case.log.len() {
            return Ok(false);
        }
        let (version, _) = self.version(file)?;
        // A file that cannot be edited here is refused for that.
        let Ok(text) = drafted(&file.source, &version.regulation, values) else { return Ok(false) };
        Ok(case::read(&text)
            .0
            .and_then(|case| case.log.last().map(|said| says_no_more(said, last)))
            .unwrap_or_default())
    }

    /// How many entries the file has in the last commit; none when it is not there, or cannot be read.
    fn committed(&self, path: &str) -> Result<usize, CaseworkError> {
        let Some(head) = self.register.head()? else { return Ok(0) };
        let Some(Content::Bytes(bytes)) = self.register.at_commit(head)?.read(path)? else { return Ok(0) };
        let case = String::from_utf8(bytes).ok().and_then(|text| case::read(&text).0);
        Ok(case.map_or(0, |case| case.log.len()))
    }
}

/// Whether `said` says of the same step nothing that `entry` does not say.
fn says_no_more(said: &LogEntry, entry: &LogEntry) -> bool {
    let lists = |e: &LogEntry| {
        [&e.by, &e.to, &e.cc, &e.with, &e.reported_to, &e.party, &e.parts]
            .map(|list| Some(list.clone()).filter(|l| !l.is_empty()))
    };
    let words = |e: &LogEntry| {
        let all =
            [&e.channel, &e.late, &e.waived, &e.waiver, &e.recorded_by, &e.reason, &e.ref_, &e.note, &e.handler, &e.of];
        all.map(Clone::clone)
    };
    said.step == entry.step
        && said.on == entry.on
        && (!said.offered || entry.offered)
        && lists(said).iter().zip(&lists(entry)).all(|(a, b)| a.is_none() || a == b)
        && words(said).iter().zip(&words(entry)).all(|(a, b)| a.is_none() || a == b)
        && said.data.iter().all(|datum| entry.data.contains(datum))
}
