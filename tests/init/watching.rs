//! `check --watch`: what an editor reads along with.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::init::desk::Desk;

struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn new(desk: &Desk, words: &[&str]) -> Self {
        let mut program = desk.program_in(&desk.root);
        let mut child = program.args(words).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (sender, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)).ok();
        });
        Self { child, lines }
    }

    /// What stood between the next beginning and its end.
    fn round(&self) -> Vec<String> {
        let next = || self.lines.recv_timeout(Duration::from_mins(2)).unwrap();
        assert_eq!(next(), "controle gestart");
        let lines = std::iter::repeat_with(next).take_while(|line| line != "controle klaar");
        lines.filter(|line| !line.contains("warning[P520]")).collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_change_is_checked_and_what_is_wrong_stands_between_the_lines() {
    let desk = Desk::begun("minimal", "");
    let watch = Watch::new(&desk, &["check", "--watch", "--format", "short", "--color", "never"]);
    assert!(watch.round().is_empty());
    let repo = desk.repo();
    let settings = desk.text("klacht.yaml");
    repo.write("klacht.yaml", settings.replace("schema:", "schemer:"));
    let wrong = watch.round();
    assert!(wrong[0].starts_with("klacht.yaml:2:1: error[C105] "), "{wrong:?}");
    repo.write("klacht.yaml", &settings);
    assert!(watch.round().is_empty());
    repo.write("cases/voorbeeldorganisatie/2026/01/K26-000000.md", "---\n---\n");
    assert!(watch.round().iter().all(|line| line.starts_with("cases/voorbeeldorganisatie/2026/01/K26-000000.md:")));
}

#[test]
fn watching_is_for_the_files_on_disk() {
    let desk = Desk::begun("minimal", "");
    for other in ["--staged", "--history", "--range HEAD~1..HEAD"] {
        desk.refused(2, &format!("-C register check --watch {other}"));
    }
}
