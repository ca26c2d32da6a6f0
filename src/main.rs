//! The program: reads the clock, chance and the environment, and hands them to the library.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Instant;

#[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn main() -> ExitCode {
    let env = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let begun = Instant::now();
    let now = || chrono::Local::now().date_naive();
    let world = klacht::cli::World {
        clock: now(),
        now: &now,
        running: &|| begun.elapsed(),
        random: &|| getrandom::u64().ok(),
        env: &env,
        stdout_is_terminal: std::io::stdout().is_terminal(),
        stderr_is_terminal: std::io::stderr().is_terminal(),
        columns: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
    };
    ExitCode::from(klacht::cli::run(std::env::args_os(), &world))
}
