//! The five questions on a real terminal, by way of tmux, and the commands that are printed at the end. Where tmux is not
//! installed the test says that it was left out.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// A terminal of its own, on a socket of its own.
struct Terminal<'a> {
    desk: &'a Desk,
    socket: &'a str,
}

impl<'a> Terminal<'a> {
    fn open(desk: &'a Desk, socket: &'a str) -> Option<Self> {
        let there = Command::new("tmux").arg("-V").output().is_ok_and(|o| o.status.success());
        there.then_some(Self { desk, socket })
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let program = self.desk.program_in(self.desk.world.path());
        let mut tmux = self.desk.world.command("tmux", self.desk.world.path());
        tmux.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let bin = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap();
        tmux.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap())).env("KLACHT_PORT", "0");
        let socket = self.desk.world.path().join(self.socket);
        tmux.arg("-S").arg(socket).args(["-f", "/dev/null"]).args(arguments).output().unwrap()
    }

    /// Runs a line of shell.
    fn run(&self, line: &str) {
        let line = format!("{line}; echo klaar-$?; sleep 600");
        let opened = self.tmux(&["new-session", "-d", "-x", "160", "-y", "60", &line]);
        assert!(opened.status.success(), "{opened:?}");
    }

    /// Waits until the screen shows a text.
    fn sees(&self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let shown = self.tmux(&["capture-pane", "-p"]);
            let screen = String::from_utf8_lossy(&shown.stdout).into_owned();
            if screen.contains(text) {
                return screen;
            }
            assert!(start.elapsed() < Duration::from_mins(2), "{text} is not on the screen: {screen}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Types a line.
    fn line(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
        self.tmux(&["send-keys", "Enter"]);
    }

    fn keys(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

#[test]
fn five_questions_make_a_register_and_the_next_commands_work_as_printed() {
    let desk = Desk::new();
    let Some(terminal) = Terminal::open(&desk, "tmux") else {
        eprintln!("left out: tmux is not installed");
        return;
    };
    terminal.run("klacht init register");
    terminal.sees("Vraag 1 van 5");
    terminal.line("Kantoor Oost");
    terminal.sees("adres van haar site");
    terminal.line("kantoor");
    terminal.sees("schrijf het zoals https://www.voorbeeld.example");
    // What was wrong is asked again, with the same proposal.
    terminal.keys(&["C-u"]);
    terminal.line("https://www.kantoor.example");
    terminal.sees("e-mailadres voor klachten");
    terminal.keys(&["Enter"]);
    terminal.sees("Vraag 2 van 5");
    terminal.keys(&["Enter"]);
    terminal.sees("Vraag 3 van 5");
    terminal.keys(&["Enter"]);
    terminal.sees("ontvangst bevestigen binnen");
    terminal.line("3 werkdagen");
    terminal.sees("uitkomst melden binnen");
    terminal.keys(&["Enter"]);
    terminal.sees("te verlengen met hoogstens");
    terminal.keys(&["Enter"]);
    terminal.sees("Vraag 4 van 5");
    terminal.keys(&["Enter"]);
    terminal.sees("git-adres van wie vervangt");
    terminal.keys(&["Enter"]);
    terminal.sees("Vraag 5 van 5");
    terminal.keys(&["Enter"]);
    terminal.sees("https://www.klachtencommissie.example");
    terminal.keys(&["Enter"]);
    terminal.sees("bindt haar uitspraak u");
    terminal.keys(&["Enter"]);
    let screen = terminal.sees("klaar-0");
    let text = desk.text("policy/kantoor-oost/2026-01-05/text.nl.md");
    assert!(
        text.contains("Mail uw klacht naar klachten@kantoor.example.") && text.contains("binnen 3 werkdagen"),
        "{text}"
    );
    assert_eq!(desk.inside("check --format short"), "");
    drop(terminal);

    let next: Vec<&str> =
        screen.lines().map(str::trim).filter(|l| l.starts_with("git -C") || l.starts_with("klacht -C")).collect();
    assert_eq!(next.len(), 3, "{screen}");
    printed_commands_work(&desk, &next);
}

fn printed_commands_work(desk: &Desk, next: &[&str]) {
    let terminal = Terminal::open(desk, "tmux-2").unwrap();
    terminal.run(next[0]);
    terminal.sees("klaar-0");
    assert_eq!(desk.repo().git(&["status", "--porcelain"]), "");
    drop(terminal);

    let terminal = Terminal::open(desk, "tmux-3").unwrap();
    terminal.run(next[1]);
    terminal.sees("langs welk kanaal");
    terminal.keys(&["Enter"]);
    terminal.sees("onderwerp");
    terminal.keys(&["Space", "Enter"]);
    terminal.sees("gesloten deel");
    terminal.keys(&["Space", "Down", "Space", "Enter"]);
    terminal.sees("wie nog meer");
    terminal.keys(&["Enter"]);
    terminal.sees("werknotitie");
    terminal.keys(&["Enter"]);
    terminal.sees("klaar-0");
    drop(terminal);

    let terminal = Terminal::open(desk, "tmux-4").unwrap();
    terminal.run(next[2]);
    terminal.sees("het voorbeeld staat klaar");
    terminal.keys(&["C-c"]);
    terminal.sees("klaar-0");
}
