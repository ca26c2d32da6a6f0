//! A register that is set up well, to be made ill.

use std::path::Path;

use crate::common::{Repo, World, outcome};

pub struct Office {
    pub world: World,
    pub desk: Repo,
}

impl Office {
    pub fn with(settings: &str) -> Self {
        let at = |world: World| Self { desk: Repo::at(&world, world.path().join("desk")), world };
        let world = World::begun(&format!("doctor {settings}"), |world| {
            let desk = world.repo("desk");
            desk.bring("policy/cbmk");
            desk.write(".gitignore", "/vertrouwelijk/\n");
            desk.write("klacht.yaml", format!("schema: klacht.register/1\n{settings}"));
            world.set_author("m2@klinkerdam.example");
            desk.git(&["config", "user.email", "m2@klinkerdam.example"]);
            let office = at(world.clone());
            assert_eq!(office.run(&desk, &["hook", "install"]).0, 0);
            std::fs::remove_file(desk.path().join(".git/hooks/pre-commit")).unwrap();
            desk.commit("De regeling");
            assert_eq!(office.run(&desk, &["hook", "install"]).0, 0);
        });
        at(world)
    }

    pub fn new() -> Self {
        Self::with("")
    }

    pub fn run(&self, at: &Repo, arguments: &[&str]) -> (i32, String, String) {
        let mut program = self.world.klacht(at.path());
        let done = program.env("KLACHT_TODAY", "2026-01-06").args(arguments).output().unwrap();
        outcome(done)
    }

    /// The doctor's words, with what differs between machines taken out.
    pub fn doctor(&self, at: &Repo) -> (i32, String) {
        let (code, out, notes) = self.run(at, &["--lang", "en", "doctor"]);
        assert!(code < 2, "{notes}");
        let version =
            |line: &str| line.strip_prefix("ok       git ").is_some_and(|rest| rest.starts_with(char::is_numeric));
        let line = |line: &str| if version(line) { "ok       git".to_owned() } else { line.to_owned() };
        (code, out.lines().map(line).collect::<Vec<_>>().join("\n"))
    }

    /// A remedy, typed into a shell as it was named.
    pub fn mend(&self, at: &Repo, line: &str) {
        let here = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap().to_path_buf();
        let others = std::env::var_os("PATH").unwrap();
        let path = std::env::join_paths(std::iter::once(here).chain(std::env::split_paths(&others))).unwrap();
        let done = self.world.command("sh", at.path()).env("PATH", path).args(["-c", line]).output().unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// The remedy that the doctor names below what it says.
    pub fn remedy(&self, at: &Repo, said: &str) -> String {
        let (_, out) = self.doctor(at);
        let mut below = out.lines().skip_while(|line| !line.contains(said)).skip(1);
        let named = below.next().and_then(|line| line.trim().strip_prefix("fix: ")).map(str::to_owned);
        assert!(named.is_some(), "{said}: {out}");
        named.unwrap()
    }

    /// Whether the doctor says this, with this grade and remedy; and ends with 1 for a fault only.
    pub fn ill(&self, at: &Repo, grade: &str, said: &str, remedy: &str) {
        let (code, out) = self.doctor(at);
        let lines: Vec<&str> = out.lines().collect();
        let found = lines.iter().position(|line| line.starts_with(grade) && line.contains(said));
        assert!(found.is_some(), "{grade}: {said} is not in\n{out}");
        let found = found.unwrap();
        assert!(lines[found + 1].contains(remedy), "{out}");
        assert_eq!(code, i32::from(grade == "fault"), "{out}");
    }
}
