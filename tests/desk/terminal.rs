//! The dialogue on a real terminal, by way of tmux. Where tmux is not installed the test says that it was left out.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::office::Office;

/// A terminal of its own, on a socket of its own: a server that is being stopped still takes the orders of whoever
/// finds its socket, and loses them.
struct Terminal<'a> {
    office: &'a Office,
    socket: String,
}

impl<'a> Terminal<'a> {
    fn open(office: &'a Office, socket: &str) -> Option<Self> {
        let there = Command::new("tmux").arg("-V").output().is_ok_and(|o| o.status.success());
        there.then(|| Self { office, socket: socket.to_owned() })
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let socket = self.office.world.path().join(&self.socket);
        let program = self.office.program();
        let mut tmux = self.office.world.command("tmux", self.office.desk.path());
        tmux.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        tmux.arg("-S").arg(socket).args(["-f", "/dev/null"]).args(arguments).output().unwrap()
    }

    /// Runs the program with these words.
    fn run(&self, words: &str) {
        let line = format!("'{}' {words}; echo klaar-$?; sleep 600", env!("CARGO_BIN_EXE_klacht"));
        let opened = self.tmux(&["new-session", "-d", "-x", "160", "-y", "50", &line]);
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
            assert!(start.elapsed() < Duration::from_mins(2), "{text} is not on the screen: {shown:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
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
fn a_case_is_opened_and_a_step_taken_by_answers() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let Some(terminal) = Terminal::open(&office, "tmux") else {
        eprintln!("left out: tmux is not installed");
        return;
    };
    terminal.run("new");
    terminal.sees("langs welk kanaal");
    terminal.keys(&["Enter"]);
    terminal.sees("onderwerp");
    terminal.keys(&["Space", "Enter"]);
    terminal.sees("gesloten deel");
    terminal.keys(&["Space", "Down", "Space", "Down", "Space", "Down", "Space", "Enter"]);
    terminal.sees("de klager");
    terminal.keys(&["Enter"]);
    terminal.sees("wie nog meer");
    terminal.keys(&["Enter"]);
    terminal.sees("werknotitie");
    terminal.keys(&["Enter"]);
    let screen = terminal.sees("klaar-0");
    let id = screen.lines().find(|l| l.starts_with("K26-")).unwrap().trim().to_owned();
    let text = office.text(&id);
    assert!(text.contains("role: cursist") && text.contains("fields: [name, address, city, narrative]"), "{text}");
    drop(terminal);

    let terminal = Terminal::open(&office, "tmux-2").unwrap();
    terminal.run(&format!("step {id} toegewezen"));
    terminal.sees("wie de behandelaar wordt");
    terminal.keys(&["Enter"]);
    terminal.sees("klaar-0");
    assert!(office.text(&id).contains("handler: m"), "{}", office.text(&id));
}

#[test]
fn nobody_is_asked_anything_when_that_was_said() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let Some(terminal) = Terminal::open(&office, "tmux") else {
        eprintln!("left out: tmux is not installed");
        return;
    };
    terminal.run("--no-input new");
    let screen = terminal.sees("klaar-2");
    assert!(screen.contains("er ontbreekt: langs welk kanaal"), "{screen}");
}
