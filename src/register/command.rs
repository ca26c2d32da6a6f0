//! The engine for repositories that libgit2 cannot open (reftable, partial clones, formats to come): the git command,
//! called so that it reads and nothing else: no replaced objects, no fetching, no prompts, no locks.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::objects::{IndexEntry, ObjectKind, Objects};
use super::{Id, RegisterError};

/// The flag `ls-files --debug` shows for `git add -N`.
const INTENT_TO_ADD: u32 = 1 << 29;

/// A repository read by way of the git command.
pub(super) struct GitCommand {
    dir: PathBuf,
    git_dir: PathBuf,
    common_dir: PathBuf,
    work_tree: Option<PathBuf>,
    shallow: bool,
    reader: RefCell<Option<ObjectReader>>,
}

/// One `git cat-file` that stays running and answers question by question.
struct ObjectReader {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// A git command in `dir` with the environment that makes its answers depend on the objects alone.
pub(super) fn git(dir: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(dir).stdin(Stdio::null());
    for (name, value) in [
        ("GIT_NO_REPLACE_OBJECTS", "1"),
        ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("LC_ALL", "C"),
    ] {
        command.env(name, value);
    }
    command
}

/// Runs git and gives what it wrote; `None` when it ended with code 1, its way to say "no such thing".
pub(super) fn output(dir: &Path, arguments: &[&str]) -> Result<Option<Vec<u8>>, RegisterError> {
    let done = git(dir).args(arguments).output().map_err(|error| RegisterError::GitCommand(error.to_string()))?;
    if done.status.success() {
        return Ok(Some(done.stdout));
    }
    let words = String::from_utf8_lossy(&done.stderr).trim().to_string();
    if words.contains("dubious ownership") {
        let owned = words.split('\'').nth(1).unwrap_or_default().trim_end_matches('/').to_string();
        return Err(RegisterError::ForeignOwner(owned));
    }
    if words.contains("not a git repository") {
        return Err(RegisterError::NoRepository(dir.display().to_string()));
    }
    if done.status.code() == Some(1) { Ok(None) } else { Err(RegisterError::GitCommand(words)) }
}

/// One line that git must write.
fn line(dir: &Path, arguments: &[&str]) -> Result<String, RegisterError> {
    let bytes = output(dir, arguments)?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_string())
}

impl GitCommand {
    /// Opens the repository that the environment names, or else the one at or above `dir`.
    pub(super) fn open(dir: &Path) -> Result<Self, RegisterError> {
        let bare = line(dir, &["rev-parse", "--is-inside-work-tree"])? != "true";
        let work_tree = if bare { None } else { Some(PathBuf::from(line(dir, &["rev-parse", "--show-toplevel"])?)) };
        Ok(Self {
            git_dir: line(dir, &["rev-parse", "--absolute-git-dir"])?.into(),
            common_dir: line(dir, &["rev-parse", "--path-format=absolute", "--git-common-dir"])?.into(),
            shallow: line(dir, &["rev-parse", "--is-shallow-repository"])? == "true",
            work_tree,
            dir: dir.to_path_buf(),
            reader: RefCell::new(None),
        })
    }

    /// The repository's own folder.
    pub(super) fn git_dir(&self) -> &Path {
        &self.git_dir
    }

    /// The folder that linked worktrees share.
    pub(super) fn common_dir(&self) -> &Path {
        &self.common_dir
    }

    /// The work tree; none in a bare repository.
    pub(super) fn work_tree(&self) -> Option<&Path> {
        self.work_tree.as_deref()
    }

    /// Whether history is cut off.
    pub(super) fn is_shallow(&self) -> bool {
        self.shallow
    }

    /// Asks about one object; gives kind and size, and its bytes when `contents`.
    fn ask(&self, question: &str, id: Id, contents: bool) -> Result<Option<(ObjectKind, u64, Vec<u8>)>, RegisterError> {
        let mut slot = self.reader.borrow_mut();
        if slot.is_none() {
            *slot = Some(ObjectReader::start(&self.dir)?);
        }
        let Some(reader) = slot.as_mut() else { return Ok(None) };
        let answer = reader.ask(question, id, contents);
        if answer.is_err() {
            // After a broken answer the next one could be read out of step.
            *slot = None;
        }
        answer
    }
}

impl ObjectReader {
    fn start(dir: &Path) -> Result<Self, RegisterError> {
        let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
        let mut child = git(dir)
            .args(["cat-file", "--batch-command"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(questions), Some(answers)) => Ok(Self { child, questions, answers: BufReader::new(answers) }),
            _ => Err(RegisterError::GitCommand("no pipe to cat-file".into())),
        }
    }

    fn ask(
        &mut self,
        question: &str,
        id: Id,
        contents: bool,
    ) -> Result<Option<(ObjectKind, u64, Vec<u8>)>, RegisterError> {
        let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
        writeln!(self.questions, "{question} {id}").map_err(failed)?;
        let mut head = String::new();
        self.answers.read_line(&mut head).map_err(failed)?;
        let words: Vec<&str> = head.split_whitespace().collect();
        let (kind, size) = match words.as_slice() {
            [_, "missing"] => return Ok(None),
            [_, kind, size] => (object_kind(kind), size.parse::<u64>().ok()),
            _ => (None, None),
        };
        let (Some(kind), Some(size)) = (kind, size) else {
            return Err(RegisterError::GitCommand(format!("unexpected answer about {id}")));
        };
        let mut bytes = Vec::new();
        if contents {
            (&mut self.answers).take(size + 1).read_to_end(&mut bytes).map_err(failed)?;
            if bytes.pop() != Some(b'\n') || bytes.len() as u64 != size {
                return Err(RegisterError::GitCommand(format!("cat-file ended in the middle of {id}")));
            }
        }
        Ok(Some((kind, size, bytes)))
    }
}

impl Drop for ObjectReader {
    fn drop(&mut self) {
        // Nothing to tell anybody if it has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(super) fn object_kind(word: &str) -> Option<ObjectKind> {
    match word {
        "commit" => Some(ObjectKind::Commit),
        "tree" => Some(ObjectKind::Tree),
        "blob" => Some(ObjectKind::Blob),
        "tag" => Some(ObjectKind::Tag),
        _ => None,
    }
}

impl Objects for GitCommand {
    fn header(&self, id: Id) -> Result<Option<(ObjectKind, u64)>, RegisterError> {
        Ok(self.ask("info", id, false)?.map(|(kind, size, _)| (kind, size)))
    }

    fn read(&self, id: Id) -> Result<Option<(ObjectKind, Vec<u8>)>, RegisterError> {
        Ok(self.ask("contents", id, true)?.map(|(kind, _, bytes)| (kind, bytes)))
    }

    fn commit_named(&self, revision: &str) -> Result<Option<Id>, RegisterError> {
        let wanted = format!("{revision}^{{commit}}");
        let found = output(&self.dir, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        Ok(found.and_then(|bytes| Id::from_hex(bytes.trim_ascii())))
    }

    fn references(&self) -> Result<Vec<(String, Id)>, RegisterError> {
        let listed = output(&self.dir, &["for-each-ref", "--format=%(objectname) %(refname)"])?.unwrap_or_default();
        let mut found: Vec<(String, Id)> = listed
            .split(|byte| *byte == b'\n')
            .filter_map(|line| {
                let blank = line.iter().position(|byte| *byte == b' ')?;
                Some((String::from_utf8_lossy(&line[blank + 1..]).into_owned(), Id::from_hex(&line[..blank])?))
            })
            .collect();
        found.sort();
        Ok(found)
    }

    fn index(&self) -> Result<Vec<IndexEntry>, RegisterError> {
        let dir = self.work_tree.as_deref().unwrap_or(&self.dir);
        let listed = output(dir, &["ls-files", "--stage", "--debug", "--full-name", "-z"])?.unwrap_or_default();
        parse_index(&listed).ok_or_else(|| RegisterError::GitCommand("ls-files wrote something unexpected".into()))
    }

    fn setting(&self, key: &str) -> Result<Option<String>, RegisterError> {
        let value = output(&self.dir, &["config", "--null", "--get", key])?;
        Ok(value.map(|bytes| String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_string()))
    }
}

/// Reads `mode id stage TAB path NUL` followed by five lines of details, the last of which ends in the flags.
fn parse_index(mut rest: &[u8]) -> Option<Vec<IndexEntry>> {
    let mut entries = Vec::new();
    while !rest.is_empty() {
        let tab = rest.iter().position(|byte| *byte == b'\t')?;
        let end = rest.iter().position(|byte| *byte == 0)?;
        let head = std::str::from_utf8(&rest[..tab]).ok()?;
        let path = rest.get(tab + 1..end)?.to_vec();
        let mut words = head.split(' ');
        let mode = u32::from_str_radix(words.next()?, 8).ok()?;
        let id = Id::from_hex(words.next()?.as_bytes())?;
        let stage = words.next()?.parse().ok()?;
        rest = &rest[end + 1..];
        let flags_at = rest.windows(7).position(|window| window == b"flags: ")? + 7;
        let flags_end = flags_at + rest[flags_at..].iter().position(|byte| *byte == b'\n')?;
        let flags = u32::from_str_radix(std::str::from_utf8(&rest[flags_at..flags_end]).ok()?, 16).ok()?;
        rest = &rest[flags_end + 1..];
        entries.push(IndexEntry { path, mode, id, stage, intent_to_add: flags & INTENT_TO_ADD != 0 });
    }
    Some(entries)
}

#[cfg(test)]
#[path = "../../tests/unit/register/command.rs"]
mod tests;
