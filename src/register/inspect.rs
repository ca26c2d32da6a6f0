//! Every object of a repository unpacked and looked at, whether anything leads to it or not: what is said to be gone is looked for where
//! it would lie, not where it is named.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;

use super::command::{git, object_kind, output};
use super::{Id, ObjectKind, Register, RegisterError, Store};

/// What was seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Inspected {
    /// All objects.
    pub objects: usize,
    /// Those of the kind that was looked for, to which a reference leads.
    pub living: usize,
    /// Those of that kind to which none leads.
    pub strays: usize,
    /// Objects to which a reference leads and that were not met: then the look was none.
    pub missed: usize,
}

/// Whether an object is of the kind that is looked for.
pub(crate) type Looked<'a> = dyn Fn(ObjectKind, &[u8]) -> bool + 'a;

impl Store {
    /// Looks at every object of the store; what any reference leads to lives.
    pub(crate) fn inspect(&self, wanted: &Looked<'_>) -> Result<Inspected, RegisterError> {
        inspect(self.dir(), &["--all".to_owned()], wanted)
    }
}

impl Register {
    /// Looks at every object of the repository; what a reference below one of these prefixes leads to lives.
    pub(crate) fn inspect(&self, prefixes: &[&str], wanted: &Looked<'_>) -> Result<Inspected, RegisterError> {
        let from: Vec<String> = prefixes.iter().map(|prefix| format!("--glob={prefix}*")).collect();
        inspect(self.common_dir().unwrap_or(Path::new(".")), &from, wanted)
    }
}

impl Register {
    /// Looks at every object of the repository, whatever it is; a reference, a trace or the staging area leads to what lives.
    pub(crate) fn inspect_all(&self) -> Result<Inspected, RegisterError> {
        let from = ["--all", "--reflog", "--indexed-objects"].map(str::to_owned);
        inspect(self.common_dir().unwrap_or(Path::new(".")), &from, &|_, _| true)
    }
}

fn inspect(dir: &Path, from: &[String], wanted: &Looked<'_>) -> Result<Inspected, RegisterError> {
    let mut arguments = vec!["rev-list", "--objects", "--no-object-names"];
    arguments.extend(from.iter().map(String::as_str));
    let listed = output(dir, &arguments)?.unwrap_or_default();
    let mut led_to: HashSet<Id> = listed.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect();
    let mut seen = Inspected::default();
    each(dir, &mut |id, kind, bytes| {
        seen.objects += 1;
        let lives = led_to.remove(&id);
        if wanted(kind, bytes) {
            *(if lives { &mut seen.living } else { &mut seen.strays }) += 1;
        }
    })?;
    seen.missed = led_to.len();
    Ok(seen)
}

/// Unpacks every object: loose, in packs, and in what the repository borrows from.
fn each(dir: &Path, look: &mut dyn FnMut(Id, ObjectKind, &[u8])) -> Result<(), RegisterError> {
    let failed = |error: std::io::Error| RegisterError::GitCommand(error.to_string());
    let mut child = git(dir)
        .args(["cat-file", "--batch-all-objects", "--unordered", "--batch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let cut = || RegisterError::GitCommand("cat-file ended in the middle of an object".to_owned());
    let mut answers = BufReader::new(child.stdout.take().ok_or_else(cut)?);
    let (mut head, mut bytes) = (String::new(), Vec::new());
    loop {
        head.clear();
        if answers.read_line(&mut head).map_err(failed)? == 0 {
            break;
        }
        let mut words = head.split_ascii_whitespace();
        let (id, kind, size) = (words.next(), words.next(), words.next());
        let id = id.and_then(|id| Id::from_hex(id.as_bytes())).ok_or_else(cut)?;
        let kind = kind.and_then(object_kind).ok_or(RegisterError::Malformed(id))?;
        let size: u64 = size.and_then(|size| size.parse().ok()).ok_or_else(cut)?;
        bytes.clear();
        (&mut answers).take(size + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.pop() != Some(b'\n') || bytes.len() as u64 != size {
            return Err(cut());
        }
        look(id, kind, &bytes);
    }
    if child.wait().map_err(failed)?.success() { Ok(()) } else { Err(cut()) }
}
