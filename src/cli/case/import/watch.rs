//! `klacht import --watch`: a folder or a Maildir is looked at again and again, and each new message becomes a case.
//!
//! A message is taken when it was the same for two looks, so that nothing half-written is read. Only when its case stands is
//! it put aside: in a Maildir under `cur`, in another folder under `ingelezen`. Killed between the two, the next look finds
//! that it was imported and puts it aside. What a person must look at stays where it is, and is told once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::{Import, round};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::world::World;
use crate::diagnostics::text;

/// How often a folder is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// How long it waits when something did not work.
const REST: Duration = Duration::from_secs(30);
/// Where in a plain folder a message is put that was imported.
const DONE: &str = "ingelezen";

/// What a file looks like from outside.
type Look = (u64, Option<SystemTime>);

/// The messages that a path stands for: itself, or those in the folder.
pub(super) fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_path_buf()];
    }
    let maildir = path.join("new").is_dir() && path.join("cur").is_dir();
    let folders = if maildir { vec![path.join("new"), path.join("cur")] } else { vec![path.to_path_buf()] };
    folders.iter().flat_map(|folder| within(folder, !maildir)).collect()
}

/// The files in a folder, in the order of their names; of a plain one those that are messages by their names.
fn within(folder: &Path, named: bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|e| e.file_type().is_ok_and(|kind| kind.is_file())).map(|e| e.path());
    let ends = ["eml", "msg", "mbox", "mbx", "md"];
    let wanted = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
        !hidden && (!named || ends.contains(&end.as_str()))
    };
    let mut found: Vec<PathBuf> = files.filter(wanted).collect();
    found.sort();
    found
}

/// Those that are to be taken up while a folder is watched: in a Maildir only what is new.
fn arriving(path: &Path) -> Vec<PathBuf> {
    let new = path.join("new");
    if new.is_dir() && path.join("cur").is_dir() { within(&new, false) } else { within(path, true) }
}

/// Watches until nobody listens any more; the exit code.
pub(super) fn run(args: &Import, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    if let Some(path) = args.files.iter().find(|path| !path.is_dir()) {
        let shown = path.display();
        return Err(Failure::Usage(
            text!("{shown} is geen map", "{shown} is no folder"),
            text!("geef met `--watch` mappen, zoals een Maildir", "give folders with `--watch`, such as a Maildir"),
        ));
    }
    out.note(
        text!("Kijkt naar nieuwe berichten; stop met Ctrl-C.", "Watching for new messages; stop with Ctrl-C.")
            .in_(out.lang),
    );
    let mut first = true;
    let mut before: BTreeMap<PathBuf, Look> = BTreeMap::new();
    let mut told: BTreeMap<PathBuf, Look> = BTreeMap::new();
    loop {
        let now: BTreeMap<PathBuf, Look> = args.files.iter().flat_map(|path| arriving(path)).filter_map(look).collect();
        let ready: Vec<PathBuf> = now
            .iter()
            .filter(|(path, look)| before.get(*path) == Some(*look) && told.get(*path) != Some(*look))
            .map(|(path, _)| path.clone())
            .collect();
        if !ready.is_empty() {
            let done = match round(&ready, args, global, world, out) {
                Ok(done) => done,
                Err(failure) if first => return Err(failure),
                // Somebody else is writing, or the disk is full: it may be over later.
                Err(failure) => {
                    out.failure(&failure);
                    sleep(REST);
                    continue;
                }
            };
            first = false;
            for path in ready {
                if done.through.contains(&path) {
                    aside(&path).map_err(|error| unmoved(&path, &error))?;
                } else if let Some(look) = now.get(&path) {
                    told.insert(path, *look);
                }
            }
        }
        told.retain(|path, _| now.contains_key(path));
        before = now;
        sleep(LOOK);
    }
}

fn look(path: PathBuf) -> Option<(PathBuf, Look)> {
    let about = fs::metadata(&path).ok()?;
    let look = (about.len(), about.modified().ok());
    Some((path, look))
}

/// Puts a message aside that was imported, under a name that is free.
fn aside(path: &Path) -> std::io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Ok(()) };
    let name = name.to_string_lossy().into_owned();
    let maildir = folder.file_name().is_some_and(|f| f == "new") && folder.with_file_name("cur").is_dir();
    if maildir {
        let seen = name.split(":2,").next().unwrap_or(&name).to_owned() + ":2,S";
        return fs::rename(path, folder.with_file_name("cur").join(seen));
    }
    let done = folder.join(DONE);
    fs::create_dir_all(&done)?;
    let free = (0..1000)
        .map(|at| if at == 0 { name.clone() } else { format!("{at}-{name}") })
        .find(|n| !done.join(n).exists());
    fs::rename(path, done.join(free.unwrap_or(name)))
}

fn unmoved(path: &Path, error: &std::io::Error) -> Failure {
    let (shown, kind) = (path.display(), error.kind());
    Failure::File(
        text!(
            "{shown} is ingevoerd, maar kan niet worden weggelegd: {kind}",
            "{shown} was imported, but cannot be put aside: {kind}"
        ),
        text!("geef uzelf schrijfrechten in die map", "give yourself permission to write in that folder"),
    )
}
