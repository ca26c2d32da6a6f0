//! What staff wait for: `list` and `due` on generated registers, cold (nothing kept) and warm, as whole processes.
//!
//! ```text
//! cargo bench --bench register     # makes the registers under target/registers/
//! cargo bench --bench desk
//! ```

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Each measurement is the best of so many runs.
const RUNS: usize = 5;
const SIZES: [usize; 2] = [1_000, 20_000];

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    println!("| cases | work | cold ms | warm ms | kept MB |");
    println!("|---|---|---|---|---|");
    for size in SIZES {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/registers/{size}"));
        if !dir.join(".git").exists() {
            return Err(format!("no register of {size} cases: first run cargo bench --bench register").into());
        }
        let kept = dir.join(".git/klacht-overview-1");
        for verb in [["list"].as_slice(), &["due"], &["due", "--within", "2w"], &["export"]] {
            let cold = best(&dir, verb, Some(&kept))?;
            let warm = best(&dir, verb, None)?;
            let mb = kept.metadata().map_or(0, |about| about.len()) / 100_000;
            println!("| {size} | {} | {cold:.0} | {warm:.0} | {}.{} |", verb.join(" "), mb / 10, mb % 10);
        }
    }
    Ok(())
}

/// The best of some runs in milliseconds; before each, `gone` is taken away.
fn best(dir: &Path, arguments: &[&str], gone: Option<&PathBuf>) -> Result<f64, Fault> {
    let mut best = f64::INFINITY;
    for _ in 0..if gone.is_some() { 2 } else { RUNS } {
        if let Some(file) = gone {
            let _ = std::fs::remove_file(file);
        }
        let begun = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
        let done = command.args(arguments).current_dir(dir).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if !done.success() {
            return Err(format!("klacht {arguments:?} failed").into());
        }
        best = best.min(begun.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(best)
}
