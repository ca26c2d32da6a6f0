//! What whole processes cost, by `/usr/bin/time`.

use std::path::Path;
use std::process::{Command, Stdio};

/// Each measurement is the best of so many runs.
const RUNS: usize = 3;

/// Anything that keeps a measurement from being made.
pub type Fault = Box<dyn std::error::Error>;

/// What a process cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Seconds on the clock.
    pub wall: f64,
    /// Seconds of processor.
    pub cpu: f64,
    /// Largest resident set in MB.
    pub memory: f64,
}

/// The program that is measured.
pub fn klacht() -> &'static str {
    env!("CARGO_BIN_EXE_klacht")
}

/// Runs git, which must succeed; gives what it wrote.
pub fn git(dir: &Path, args: &[&str]) -> Result<String, Fault> {
    let out = Command::new("git").args(args).current_dir(dir).output()?;
    if !out.status.success() {
        return Err(format!("git {args:?}: {}", String::from_utf8_lossy(&out.stderr)).into());
    }
    Ok(String::from_utf8(out.stdout)?.trim().to_owned())
}

/// The best of some runs of a shell line.
pub fn best(dir: &Path, line: &str) -> Result<Cost, Fault> {
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let out = Command::new("/usr/bin/time")
            .args(["-f", "%e %U %S %M", "sh", "-c", line])
            .current_dir(dir)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .output()?;
        let text = String::from_utf8_lossy(&out.stderr).into_owned();
        let last = text.lines().last().ok_or("no figures")?;
        let figures: Vec<f64> = last.split_whitespace().filter_map(|f| f.parse().ok()).collect();
        let [wall, user, system, kb] = figures.as_slice() else { return Err(format!("no figures in {text}").into()) };
        let cost = Cost { wall: *wall, cpu: user + system, memory: kb / 1024.0 };
        best = Some(match best {
            Some(b) if b.wall <= cost.wall => b,
            _ => cost,
        });
    }
    best.ok_or_else(|| "nothing measured".into())
}
