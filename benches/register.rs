//! Whole processes against plain git on generated registers, in one run: ratios, not absolutes.
//!
//! ```text
//! cargo bench --bench register                # 1,000 and 20,000 cases
//! cargo bench --bench register -- --full      # 100,000 too: an hour, ten gigabytes
//! cargo bench --bench register -- --size 100000 --only work-tree    # one row
//! ```
//! Registers are made once under `target/registers/` and kept. `/usr/bin/time` measures; nothing is asserted.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

#[path = "../examples/generate/making/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the bundled register is made elsewhere")]
mod making;
mod measuring;

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use measuring::{Cost, Fault, best, git, klacht};

/// Commits for each case.
const COMMITS: usize = 5;

fn main() -> Result<(), Fault> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str| arguments.iter().skip_while(|a| *a != flag).nth(1).cloned();
    let full = arguments.iter().any(|a| a == "--full");
    let mut sizes = if full { vec![1_000, 20_000, 100_000] } else { vec![1_000, 20_000] };
    if let Some(size) = after("--size") {
        sizes = vec![size.parse()?];
    }
    let only = after("--only");
    let wanted = |name: &str| only.as_deref().is_none_or(|o| o == name);
    println!("| cases | work | klacht wall s | cpu s | MB | git wall s | cpu s | ratio wall | ratio cpu |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for size in sizes {
        let bare = bare(size)?;
        if wanted("pre-receive") {
            push_of_one(size, &bare)?;
        }
        if wanted("history") {
            history(size, &bare)?;
        }
        if wanted("work-tree") {
            work_tree(size, &bare)?;
        }
    }
    Ok(())
}

/// The bare register of a size, made when it is not there yet.
fn bare(size: usize) -> Result<PathBuf, Fault> {
    let dir = making::home().join(format!("target/registers/{size}.git"));
    if dir.join("made").exists() {
        return Ok(dir);
    }
    fs::create_dir_all(&dir)?;
    git(&dir, &["init", "-q", "--bare", "-b", "main"])?;
    let mut import =
        Command::new("git").args(["fast-import", "--quiet"]).current_dir(&dir).stdin(Stdio::piped()).spawn()?;
    let stdin = import.stdin.take().ok_or("no standard input")?;
    let mut out = BufWriter::new(stdin);
    making::history(making::SEED, size, COMMITS, &mut out)?;
    out.flush()?;
    drop(out);
    if !import.wait()?.success() {
        return Err("git fast-import failed".into());
    }
    git(&dir, &["gc", "-q"])?;
    fs::write(dir.join("made"), "")?;
    Ok(dir)
}

fn row(size: usize, work: &str, ours: Cost, theirs: Option<Cost>) {
    let ratio =
        |f: fn(&Cost) -> f64| theirs.map_or("–".to_owned(), |t| format!("{:.2}", f(&ours) / f(&t).max(0.001)));
    let (wall, cpu) =
        theirs.map_or(("–".to_owned(), "–".to_owned()), |t| (format!("{:.2}", t.wall), format!("{:.2}", t.cpu)));
    println!(
        "| {size} | {work} | {:.2} | {:.2} | {:.0} | {wall} | {cpu} | {} | {} |",
        ours.wall,
        ours.cpu,
        ours.memory,
        ratio(|c| c.wall),
        ratio(|c| c.cpu)
    );
}

/// pre-receive of the last commit. The loop of a hundred makes a process of milliseconds measurable.
fn push_of_one(size: usize, bare: &Path) -> Result<(), Fault> {
    let (new, old) = (git(bare, &["rev-parse", "main"])?, git(bare, &["rev-parse", "main~1"])?);
    let day = git(bare, &["log", "-1", "--format=%cs", "main"])?;
    let hook = format!(
        "for i in $(seq 100); do echo {old} {new} refs/heads/main | GIT_DIR=. {} --today {day} hook pre-receive > /dev/null || exit 9; done",
        klacht()
    );
    let plain = format!("for i in $(seq 100); do git diff-tree -r {old} {new}; done");
    row(size, "pre-receive of one commit, ×100", best(bare, &hook)?, Some(best(bare, &plain)?));
    Ok(())
}

/// The whole history, against what git needs to list the changes and to read the same blobs.
fn history(size: usize, bare: &Path) -> Result<(), Fault> {
    let list = bare.join("blobs.txt");
    let raw = git(bare, &["log", "--raw", "-m", "--no-renames", "--no-abbrev", "--format=", "main"])?;
    let mut ids: Vec<&str> =
        raw.lines().filter_map(|l| l.split_whitespace().nth(3)).filter(|id| !id.bytes().all(|b| b == b'0')).collect();
    ids.dedup();
    fs::write(&list, ids.join("\n") + "\n")?;
    // Among so many cases chance makes one or two that are not in order: findings are no failure here.
    let ours = best(bare, &format!("{} -q check --history --format short || [ $? = 1 ]", klacht()))?;
    let plain = "git log --raw -m --no-renames --no-abbrev --format= main > /dev/null && git cat-file --batch < blobs.txt > /dev/null";
    row(size, "check --history", ours, Some(best(bare, plain)?));
    Ok(())
}

/// A work tree, on one core: how many cases a second, and whether memory grows.
fn work_tree(size: usize, bare: &Path) -> Result<(), Fault> {
    let dir = making::home().join(format!("target/registers/{size}"));
    if !dir.join(".git").exists() {
        let from = bare.to_string_lossy().into_owned();
        let to = dir.to_string_lossy().into_owned();
        git(&making::home(), &["clone", "-q", "--shared", &from, &to])?;
    }
    let ours = best(&dir, &format!("RAYON_NUM_THREADS=1 {} -q check --format short || [ $? = 1 ]", klacht()))?;
    let plain = "git ls-tree -r HEAD | cut -c13-52 | git cat-file --batch > /dev/null";
    row(size, "check of the work tree, one core", ours, Some(best(&dir, plain)?));
    println!("| {size} | (cases a second) | {:.0} | | | | | | |", f64::from(u32::try_from(size)?) / ours.wall);
    Ok(())
}
