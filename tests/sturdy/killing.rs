//! A program killed (SIGKILL, by way of strace) as it is about to make the N-th call to the system that writes, for every N
//! until it gets through, or for one N in three where not all draws are asked for. Where strace is not there, or may not trace, the tests say that they were left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::common::{World, copy, draws, words};

/// Calls that change what is on disk, or tell somebody something; `?` passes over those that a processor does not have.
const WRITING: &str = "write,pwrite64,writev,?rename,renameat,renameat2,fsync,fdatasync,?mkdir,mkdirat,?unlink,unlinkat,?rmdir,?ftruncate,?chmod,fchmod,fchmodat,?link,linkat";
/// More than any of these commands needs: it would go on for ever.
const MOST: usize = 300;

/// A place with a register in `desk`, and whatever else belongs to it beside that.
pub struct Place {
    world: World,
    dir: PathBuf,
    day: &'static str,
}

impl Place {
    /// The place of a world, whose register is in the folder `desk`.
    pub fn of(world: &World, day: &'static str) -> Self {
        Self { world: world.clone(), dir: world.path().to_path_buf(), day }
    }

    /// The same once more, elsewhere.
    fn again(&self, name: &str) -> Self {
        let dir = self.world.path().join(name);
        let _ = fs::remove_dir_all(&dir);
        for entry in fs::read_dir(&self.dir).unwrap().flatten() {
            let name = entry.file_name();
            let (from, to) = (entry.path(), dir.join(&name));
            if entry.file_type().unwrap().is_file() {
                fs::create_dir_all(&dir).unwrap();
                fs::copy(from, to).unwrap();
            } else if matches!(name.to_str(), Some("desk" | "vertrouwelijk" | "keys")) {
                copy(&from, &to);
            }
        }
        Self { world: self.world.clone(), dir, day: self.day }
    }

    /// A file of the register.
    pub fn file(&self, path: &str) -> PathBuf {
        self.dir.join("desk").join(path)
    }

    /// The folder that holds the register.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    fn command(&self, program: &str) -> Command {
        let mut command = self.world.command(program, &self.dir.join("desk"));
        command.env("KLACHT_TODAY", self.day).env("KLACHT_LANG", "nl").stdin(Stdio::null());
        command.env("KLACHT_KEYS", self.dir.join("keys")).env("KLACHT_UNLOCKED_MINUTES", "0");
        command.env("KLACHT_PASSPHRASE_COMMAND", "echo vier-woorden-van-m2");
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_klacht")).args(arguments).output().unwrap()
    }

    /// Runs git in the register; what it printed.
    pub fn git(&self, arguments: &[&str]) -> String {
        let done = self.command("git").args(arguments).output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", words(&done));
        String::from_utf8(done.stdout).unwrap()
    }

    fn traced(&self, options: &[&str], arguments: &[&str]) -> Output {
        let mut strace = self.command("strace");
        strace.args(options).arg("--").arg(env!("CARGO_BIN_EXE_klacht")).args(arguments).output().unwrap()
    }

    /// What `check` finds, line by line.
    pub fn findings(&self) -> BTreeSet<String> {
        let done = self.run(&["check", "--format", "short"]);
        assert!(done.status.code().is_some_and(|code| code < 2), "{}", words(&done));
        String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// The texts of all cases, each of them whole.
    pub fn cases(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.file("cases")).sort_by_file_name().into_iter().flatten();
        let files = files.filter(|f| f.path().extension().is_some_and(|e| e == "md"));
        files.map(|f| fs::read_to_string(f.path()).unwrap()).collect()
    }

    /// What is half done, anywhere in the place.
    pub fn halves(&self) -> Vec<PathBuf> {
        let all = walkdir::WalkDir::new(&self.dir).into_iter().flatten().map(|e| e.path().to_path_buf());
        all.filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().ends_with(".tmp"))).collect()
    }
}

/// One call in so many is tried.
fn stride() -> usize {
    draws(3, 1)
}

/// The calls that are tried, by number.
fn points() -> impl Iterator<Item = usize> {
    (1 + stride() / 2..=MOST).step_by(stride())
}

/// Whether so many tries reach beyond so many calls, if they were made.
pub fn reach(tried: Option<usize>, least: usize) -> bool {
    tried.is_none_or(|tried| (tried + 1) * stride() > least)
}

/// Whether this machine lets somebody trace.
fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "-e", "trace=write", "true"]).output();
    let can = tried.is_ok_and(|done| done.status.success());
    if !can {
        eprintln!("left out: strace is not here, or may not trace");
    }
    can
}

/// Kills the command at each call that writes; `then` looks at what is left, at first after the kill and then after the same
/// command once more, with what that said. How often it was killed; nothing when this machine cannot do it.
pub fn killed(base: &Place, arguments: &[&str], then: &dyn Fn(&Place, Option<&Output>)) -> Option<usize> {
    if !can_trace() {
        return None;
    }
    let before = base.findings();
    let mut kills = 0;
    let mut one = |inject: &str| {
        let place = base.again("killed");
        // Without `-f`: git, when the program runs it, is not what is killed.
        let options = ["-o", "/dev/null", "-e", &format!("trace={}", inject.split(':').next().unwrap())];
        let done = place.traced(&[&options[..], &["-e", &format!("inject={inject}")]].concat(), arguments);
        if done.status.success() {
            return false;
        }
        kills += 1;
        let new: Vec<String> = place.findings().difference(&before).cloned().collect();
        assert!(new.is_empty(), "{arguments:?}, killed at {inject}: {new:?}");
        then(&place, None);
        then(&place, Some(&place.run(arguments)));
        true
    };
    let all = points().find(|n| !one(&format!("{WRITING}:signal=KILL:when={n}")));
    assert!(all.is_some(), "{arguments:?} never ends");
    for n in creations(base, arguments).into_iter().step_by(stride()) {
        one(&format!("openat:signal=KILL:when={n}"));
    }
    Some(kills)
}

/// What makes a disk full: calls that need room.
const ROOM: &str = "write,pwrite64,?mkdir,mkdirat,?rename,renameat,renameat2,fsync,fdatasync,?link,linkat";

/// Lets each call that needs room fail, once (`when=N`) or from then on (`when=N+`), as on a full disk; `then` looks at what is
/// left and at what was said. How often it failed; nothing when this machine cannot do it.
pub fn full(base: &Place, arguments: &[&str], on: &str, then: &dyn Fn(&Place, &Output)) -> Option<usize> {
    if !can_trace() {
        return None;
    }
    let before = base.findings();
    let failing = points().take_while(|n| {
        let place = base.again("full");
        let inject = format!("inject={ROOM}:error=ENOSPC:when={n}{on}");
        let log = place.dir.join("calls");
        let options = ["-o", log.to_str().unwrap(), "-e", &format!("trace={ROOM}"), "-e", &inject];
        let done = place.traced(&options, arguments);
        if !fs::read_to_string(log).unwrap().contains("(INJECTED)") {
            return false;
        }
        let new: Vec<String> = place.findings().difference(&before).cloned().collect();
        assert!(new.is_empty(), "{arguments:?}, failed at {n}{on}: {new:?}\n{}", words(&done));
        then(&place, &done);
        true
    });
    Some(failing.count())
}

/// The numbers of the calls that make a file, among all that open one.
fn creations(base: &Place, arguments: &[&str]) -> Vec<usize> {
    let place = base.again("traced");
    let log = place.dir.join("calls");
    let done = place.traced(&["-o", log.to_str().unwrap(), "-e", "trace=openat"], arguments);
    assert!(done.status.success(), "{}", words(&done));
    let calls = fs::read_to_string(log).unwrap();
    let opened = calls.lines().filter(|line| line.starts_with("openat(")).enumerate();
    opened.filter(|(_, line)| line.contains("O_CREAT")).map(|(at, _)| at + 1).collect()
}
