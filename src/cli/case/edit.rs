//! An edit of one case, as `step` and `add` make it: shown, or judged, written and committed.

use chrono::NaiveDate;
use similar::TextDiff;

use crate::casework::{CaseFile, Lock, Workspace, judge_edit, possible_now, replace};
use crate::cli::case::args::Keep;
use crate::cli::context::{commit, refused_instead, reported, said_done, said_open};
use crate::cli::output::{Failure, Output};
use crate::diagnostics::{Text, text};
use crate::docket::Docket;

/// What becomes of a case that is taken up.
pub struct Edit<'a> {
    /// The register.
    pub workspace: &'a Workspace,
    /// The day by which it is judged.
    pub today: NaiveDate,
    /// How it is kept.
    pub keep: Keep,
    /// The message of its commit.
    pub message: String,
}

impl Edit<'_> {
    /// Shows what would be written, and what `check` says of it; the exit code.
    pub fn shown(&self, file: &CaseFile, text: &str, out: &Output) -> Result<u8, Failure> {
        let diff = TextDiff::from_lines(file.source.as_str(), text);
        out.print(&diff.unified_diff().context_radius(2).header(&file.path, &file.path).to_string())?;
        let brought = judge_edit(self.workspace, &file.path, Some(&file.source), text, self.today);
        reported(&file.path, text, brought.findings, out)
    }

    /// Puts `text` in the place of the file if `check` accepts it, commits it if that was asked, and says what comes next; the
    /// exit code. `file` was read under `lock`. `said` is said of it as well.
    pub fn kept(
        &self,
        file: &CaseFile,
        text: &str,
        lock: Lock,
        said: Option<&Text>,
        out: &Output,
    ) -> Result<u8, Failure> {
        let brought = judge_edit(self.workspace, &file.path, Some(&file.source), text, self.today);
        if brought.refused() {
            let instead = self.instead(file)?;
            return refused_instead(&file.path, text, brought.findings, Some(&instead), out);
        }
        replace(self.workspace, &file.path, &file.source, text)?;
        out.print(&format!("{}\n", file.path))?;
        reported(&file.path, text, brought.findings, out)?;
        said.iter().for_each(|said| out.note(said.in_(out.lang)));
        if self.keep.commit {
            commit(self.workspace, &[&file.path], &self.message)?;
        }
        drop(lock);
        said_done(self.workspace, &file.path, out)?;
        if !self.keep.commit {
            said_open(self.workspace, &[&file.path], &self.message, out);
        }
        Ok(0)
    }

    /// The steps that can be taken now, as they are typed.
    fn instead(&self, file: &CaseFile) -> Result<Text, Failure> {
        let (version, history) = self.workspace.version(file)?;
        let possible = possible_now(&Docket::replay(&file.case, version, &history.people));
        if possible.is_empty() {
            return Ok(text!("er is geen stap meer mogelijk", "no more steps are possible"));
        }
        let verbs: Vec<String> =
            possible.iter().take(3).map(|step| format!("`klacht step {} {step}`", file.case.id)).collect();
        let verbs = verbs.join(", ");
        Ok(text!("wat nu kan: {verbs}", "what is possible now: {verbs}"))
    }
}
