//! What the program is given from outside.

use std::time::Duration;

use chrono::NaiveDate;

/// What the process is given from outside; nothing else reads the clock or the environment.
pub struct World<'a> {
    /// The day on which the program runs, where it runs.
    pub clock: NaiveDate,
    /// The day that it is when asked, for what runs for days.
    pub now: &'a dyn Fn() -> NaiveDate,
    /// How long the program has run, for what runs less often where it takes long.
    pub running: &'a dyn Fn() -> Duration,
    /// Draws a random number; nothing when the system has none to give.
    pub random: &'a dyn Fn() -> Option<u64>,
    /// Looks up a variable.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// How many columns the terminal has, where there is one.
    pub columns: Option<usize>,
}
