//! What whole processes cost, by the shell's own `time` and by `/usr/bin/time`.

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

/// The best of some runs of a shell line, which must succeed.
pub fn best(dir: &Path, line: &str) -> Result<Cost, Fault> {
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let cost = once(dir, line)?;
        best = Some(match best {
            Some(b) if b.wall <= cost.wall => b,
            _ => cost,
        });
    }
    best.ok_or_else(|| "nothing measured".into())
}

/// The shell counts time in milliseconds, `time` the memory.
fn once(dir: &Path, line: &str) -> Result<Cost, Fault> {
    let out = Command::new("/usr/bin/time")
        .args(["-f", "%M", "bash", "-c", &format!("TIMEFORMAT='%3R %3U %3S'; time {{ {line}; }}")])
        .current_dir(dir)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()?;
    let text = String::from_utf8_lossy(&out.stderr).into_owned();
    if !out.status.success() {
        return Err(format!("{line}: {text}").into());
    }
    let lines: Vec<&str> = text.lines().collect();
    let [.., times, memory] = lines.as_slice() else { return Err(format!("no figures in {text}").into()) };
    let times: Vec<f64> = times.split_whitespace().filter_map(|f| f.parse().ok()).collect();
    let [wall, user, system] = times.as_slice() else { return Err(format!("no figures in {text}").into()) };
    Ok(Cost { wall: *wall, cpu: user + system, memory: memory.parse::<f64>()? / 1024.0 })
}
