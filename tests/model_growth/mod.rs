//! What regulations of other organisations say: conditions and bounds, calendars of their own, another language.

mod calendars;
mod conditions;
mod stages;

use std::path::PathBuf;

use crate::common::World;

/// A register with one regulation, its text and one case, to be changed by a test.
struct Small {
    world: World,
    root: PathBuf,
    rules: String,
    text: String,
}

/// What the program did.
struct Told {
    code: Option<i32>,
    out: String,
}

impl Told {
    /// Whether a finding of this rule was told.
    fn names(&self, code: &str) -> bool {
        self.out.contains(&format!("[{code}]"))
    }
}

const CASE: &str = "cases/veldhoeve/2026/03/K26-000013.md";

impl Small {
    fn new() -> Self {
        let world = World::new();
        let root = world.path().join("register");
        let small = Self {
            root,
            world,
            rules: include_str!("regulation.yaml").to_owned(),
            text: include_str!("text.nl.md").to_owned(),
        };
        small.write("policy/veldhoeve/people.yaml", include_str!("people.yaml"));
        small
    }

    /// The same with `from` written as `to` in the regulation.
    fn rules(mut self, from: &str, to: &str) -> Self {
        assert!(self.rules.contains(from), "{from:?} is not in the regulation");
        self.rules = self.rules.replacen(from, to, 1);
        self
    }

    /// The same with another sentence in the text.
    fn says(mut self, sentence: &str) -> Self {
        self.text = format!("{}20. {sentence}\n", self.text);
        self
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root.join(path)).unwrap()
    }

    fn remove(&self, path: &str) {
        std::fs::remove_file(self.root.join(path)).unwrap();
    }

    /// The case with these facts and this log.
    fn case(&self, received: &str, facts: &str, log: &str) {
        let log = if log.is_empty() { " []".to_owned() } else { format!("\n{log}") };
        let text = format!(
            "---\nid: K26-000013\nreceived: {received}\nintake: {{channel: e-mail}}\nparties:\n  - {{key: p1, role: klager, as: complainant}}\n{facts}sealed: {{fields: [name]}}\nlog:{log}\n---\n"
        );
        self.write(CASE, &text);
    }

    fn run(&self, args: &[&str]) -> Told {
        self.write("policy/veldhoeve/2026-01-01/regulation.yaml", &self.rules);
        self.write("policy/veldhoeve/2026-01-01/text.nl.md", &self.text);
        let mut command = self.world.klacht(&self.root);
        command.env("KLACHT_LANG", "en").env("KLACHT_NO_INPUT", "true").args(args);
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Told { code: output.status.code(), out: text(output.stdout) + &text(output.stderr) }
    }

    fn checked(&self, today: &str) -> Told {
        self.run(&["check", "--format", "short", "--today", today])
    }

    fn policy(&self) -> Told {
        self.run(&["policy", "check", "--today", "2026-03-01"])
    }
}
