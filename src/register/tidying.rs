//! A server's repository that lets go of what no reference leads to any more.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::Stdio;

use super::command::{git, output};
use super::{Id, Register, RegisterError};

/// How long an object stays after it came in, though nothing leads to it: a push that is under way has brought its objects before it
/// moves its references.
const UNDER_WAY: &str = "1.hour.ago";
/// Traces of these references are never kept.
const TRACES: [&str; 2] = ["gc.refs/klacht/*.reflogExpire=now", "gc.refs/klacht/*.reflogExpireUnreachable=now"];
/// Neither are those that lead to a history that was left.
pub(super) const LEFT: &str = "gc.reflogExpireUnreachable=now";
/// Where a line is written each time, in git's own folder.
const LOG: &str = "klacht-tidy.log";

impl Register {
    /// The references below a prefix, by what follows it.
    pub(crate) fn references_below(&self, prefix: &str) -> Result<BTreeMap<String, Id>, RegisterError> {
        let all = self.references()?.into_iter();
        Ok(all.filter_map(|(name, id)| Some((name.strip_prefix(prefix)?.to_owned(), id))).collect())
    }

    /// Removes references, each if it still names that.
    pub(crate) fn drop_references(&self, references: &[(String, Id)]) -> Result<(), RegisterError> {
        let lines: String =
            references.iter().fold(String::new(), |lines, (name, id)| lines + &format!("delete {name} {id}\n"));
        self.fed(&["update-ref", "--stdin"], lines.as_bytes()).map(drop)
    }

    /// Lets a reference name these bytes, or nothing.
    pub(crate) fn publish(&self, name: &str, bytes: Option<&[u8]>) -> Result<(), RegisterError> {
        let Some(bytes) = bytes else {
            let stands = self.references_below(name)?.get("").copied();
            return stands.map_or(Ok(()), |id| self.drop_references(&[(name.to_owned(), id)]));
        };
        let id = self.fed(&["hash-object", "-w", "--stdin"], bytes)?;
        self.fed(&["update-ref", name, String::from_utf8_lossy(&id).trim_end()], b"").map(drop)
    }

    /// Lets go of every object that nothing leads to, also by a trace of what is sealed; where a history was left (`renewed`), also by any
    /// other trace that leads elsewhere than its reference. Of what came in during the last hour it does so only `at_once`: then no push may
    /// be under way.
    pub(crate) fn collect(&self, at_once: bool, renewed: bool) -> Result<(), RegisterError> {
        let [traces, unreachable] = TRACES;
        let prune = format!("--prune={}", if at_once { "now" } else { UNDER_WAY });
        let mut arguments = vec!["-c", traces, "-c", unreachable];
        if renewed {
            arguments.extend(["-c", LEFT]);
        }
        arguments.extend(["gc", "--quiet", &prune]);
        output(&self.git()?.dir, &arguments)?.map(drop).ok_or_else(|| RegisterError::GitCommand("git gc".to_owned()))
    }

    /// Adds a line to the log.
    pub(crate) fn logged(&self, line: &str) -> Result<(), RegisterError> {
        let Some(dir) = self.common_dir() else { return Ok(()) };
        let file = OpenOptions::new().create(true).append(true).open(dir.join(LOG));
        let done = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
        done.map_err(|error| RegisterError::Unreadable(LOG.to_owned(), error.kind().to_string()))
    }

    /// What git writes when it is given this.
    pub(super) fn fed(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, RegisterError> {
        let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
        let mut command = git(&self.git()?.dir);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input).map_err(failed)?;
        }
        let done = child.wait_with_output().map_err(failed)?;
        if done.status.success() {
            return Ok(done.stdout);
        }
        Err(RegisterError::GitCommand(String::from_utf8_lossy(&done.stderr).trim().to_owned()))
    }
}
