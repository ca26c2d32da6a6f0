//! A copy of the bundled register, on a fixed day, with the program on the path.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::common::{Repo, World, words as said};

/// The day on which the bundled register stands still.
pub const TODAY: &str = "2026-11-20";
/// Eleven o'clock on that day, in seconds since 1970.
const NOON: i64 = 1_795_172_400;
/// Longer than the coarsest grain of time of a file system.
const GRAIN: Duration = Duration::from_millis(3200);

/// The register and its world.
pub struct Bundle {
    pub world: World,
    pub register: Repo,
}

impl Bundle {
    /// The whole register in a repository with one commit.
    pub fn new() -> Self {
        Self::of(&["policy", "cases"])
    }

    /// One regulation with its cases: enough where only manners are looked at, and quick.
    pub fn small() -> Self {
        Self::of(&["policy/cbmk", "cases/cbmk"])
    }

    fn of(parts: &[&str]) -> Self {
        let world = World::new();
        world.set_clock(NOON);
        world.set_author("m3@beeldhoek.example");
        let register = world.repo("klachten");
        for part in parts.iter().chain(&["site-templates", "klacht.yaml", ".gitattributes", ".gitignore"]) {
            register.bring(part);
        }
        register.git(&["add", "--all"]);
        register.git(&["commit", "--quiet", "--no-verify", "--message", "Het register"]);
        register.git(&["config", "user.email", "m3@beeldhoek.example"]);
        Self { world, register }
    }

    /// A program in the folder of the register, not yet run; it asks nobody anything.
    pub fn command(&self, program: &str) -> Command {
        let mut command = self.world.command(program, self.register.path());
        let here = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap().to_path_buf();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(here).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(all).unwrap()).env("KLACHT_TODAY", TODAY).stdin(Stdio::null());
        command
    }

    /// The program run with these words, in Dutch.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command("klacht").env("KLACHT_LANG", "nl").args(arguments).output().unwrap()
    }

    /// The program run well; what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.status.success(), "klacht {}: {}", arguments.join(" "), said(&done));
        String::from_utf8(done.stdout).unwrap()
    }

    /// Has the overview of all cases kept. What changed within the grain of the clock is not kept, so that takes a moment.
    pub fn looked_over(&self) -> String {
        std::thread::sleep(GRAIN);
        self.done(&["list", "--format", "json"])
    }

    /// A line for the shell, run; everything that it said, in the order in which it was said.
    pub fn line(&self, line: &str, lang: &str) -> String {
        let script = format!("exec 2>&1\n{line}");
        let done = self.command("sh").env("KLACHT_LANG", lang).args(["-c", &script]).output().unwrap();
        said(&done)
    }
}
