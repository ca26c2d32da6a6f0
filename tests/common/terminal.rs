//! A real terminal, by way of tmux.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// A terminal of its own, on a socket of its own: a server that is being stopped still takes the orders of whoever finds its
/// socket, and loses them.
pub struct Terminal {
    /// The program in its folder, with its environment: what runs in the terminal gets the same.
    like: Command,
    socket: PathBuf,
}

impl Terminal {
    /// A terminal in the folder and with the environment of `like`; nothing where tmux is not installed, which is said.
    pub fn open(socket: PathBuf, like: Command) -> Option<Self> {
        let there = Command::new("tmux").arg("-V").output().is_ok_and(|o| o.status.success());
        if !there {
            eprintln!("left out: tmux is not installed");
        }
        there.then_some(Self { like, socket })
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let mut tmux = Command::new("tmux");
        tmux.current_dir(self.like.get_current_dir().unwrap_or(Path::new("."))).env_clear();
        tmux.envs(self.like.get_envs().filter_map(|(name, value)| Some((name, value?))));
        tmux.arg("-S").arg(&self.socket).args(["-f", "/dev/null"]).args(arguments).output().unwrap()
    }

    /// Runs a line of shell, and then says `klaar-` with how it ended.
    pub fn run(&self, line: &str) {
        let line = format!("{line}; echo klaar-$?; sleep 600");
        let opened = self.tmux(&["new-session", "-d", "-x", "160", "-y", "60", &line]);
        assert!(opened.status.success(), "{opened:?}");
    }

    /// Runs the program itself with these words.
    pub fn run_program(&self, words: &str) {
        self.run(&format!("'{}' {words}", env!("CARGO_BIN_EXE_klacht")));
    }

    /// Waits until the screen shows a text.
    pub fn sees(&self, text: &str) -> String {
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

    /// Whether the cursor is there to be seen.
    pub fn shows_the_cursor(&self) -> bool {
        let shown = self.tmux(&["display-message", "-p", "#{cursor_flag}"]);
        String::from_utf8_lossy(&shown.stdout).trim() == "1"
    }

    /// Presses keys, by the names that tmux gives them.
    pub fn keys(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// Types a line.
    pub fn line(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
        self.keys(&["Enter"]);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}
