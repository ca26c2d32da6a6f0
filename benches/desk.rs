//! What staff wait for, as whole processes on generated registers: the overviews cold (nothing kept) and warm, one case, and
//! what writes. Beside each the seconds of processor, since the clock also tells of other work.
//!
//! ```text
//! cargo bench --bench register     # makes the registers under target/registers/
//! cargo bench --bench desk
//! ```

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

mod measuring;

use std::fs;
use std::path::{Path, PathBuf};

use measuring::{Cost, Fault, best, git, klacht};
use walkdir::WalkDir;

const SIZES: [usize; 2] = [1_000, 20_000];
/// The overviews, which look at every case.
const OVERVIEWS: [&str; 4] = ["list", "due", "due --within 2w", "export"];
/// A case under one of the bundled regulations, and what is done with it.
const NEW: &str = "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative \
                   --today 2026-04-17 --no-input";
const STEP: &str = "ontvangst-bevestigd --by m1 --to p1 --today 2026-04-18 --no-input";

fn main() -> Result<(), Fault> {
    println!("| cases | work | cold ms | cold cpu ms | warm ms | warm cpu ms | MB |");
    println!("|---|---|---|---|---|---|---|");
    for size in SIZES {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/registers/{size}"));
        if !dir.join(".git").exists() {
            return Err(format!("no register of {size} cases: first run cargo bench --bench register").into());
        }
        let kept = dir.join(".git").join(klacht::casework::case_index::KEPT);
        for verb in OVERVIEWS {
            let forget = format!("rm -f '{}'; ", kept.display());
            let cold = best(&dir, &format!("{forget}'{}' {verb}", klacht()))?;
            row(size, verb, Some(cold), best(&dir, &format!("'{}' {verb}", klacht()))?);
        }
        let typed = "KLACHT_COMPLETE=bash _CLAP_COMPLETE_INDEX=2";
        row(
            size,
            "completion of a case id",
            None,
            best(&dir, &format!("{typed} '{}' -- klacht show K26-Y", klacht()))?,
        );
        one_case(&dir, size)?;
    }
    Ok(())
}

/// Opens a case, takes a step in it, and looks at it; then it is gone again.
fn one_case(dir: &Path, size: usize) -> Result<(), Fault> {
    let before = cases(dir);
    row(size, "new", None, best(dir, &format!("'{}' {NEW}", klacht()))?);
    let made: Vec<PathBuf> = cases(dir).into_iter().filter(|path| before.binary_search(path).is_err()).collect();
    let file = made.first().ok_or("`new` made no case")?;
    let id = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a case without a name")?;
    for (name, line) in [
        ("step: what can be done", format!("step {id} --today 2026-04-18")),
        ("show", format!("show {id} --today 2026-04-18")),
        ("letter", format!("letter {id} acknowledgement --today 2026-04-18")),
        ("add, dry run", format!("add {id} --sealed phone --dry-run --today 2026-04-18")),
        ("step, dry run", format!("step {id} {STEP} --dry-run")),
    ] {
        row(size, name, None, best(dir, &format!("'{}' {line}", klacht()))?);
    }
    let text = file.with_extension("before");
    fs::copy(file, &text)?;
    // Each run takes the step anew in the case as it was.
    let again = format!("cp '{}' '{}'; '{}' step {id} {STEP}", text.display(), file.display(), klacht());
    row(size, "step", None, best(dir, &again)?);
    fs::remove_file(text)?;
    made.iter().try_for_each(fs::remove_file)?;
    let left = git(dir, &["status", "--porcelain"])?;
    if left.is_empty() { Ok(()) } else { Err("the register is not as it was".into()) }
}

/// The files of cases, in order.
fn cases(dir: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(dir.join("cases")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let mut files: Vec<PathBuf> =
        entries.filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
    files.sort();
    files
}

fn row(size: usize, work: &str, cold: Option<Cost>, warm: Cost) {
    let ms = |seconds: f64| format!("{:.0}", seconds * 1000.0);
    let (wall, cpu) = cold.map_or_else(Default::default, |cost| (ms(cost.wall), ms(cost.cpu)));
    println!("| {size} | {work} | {wall} | {cpu} | {} | {} | {:.0} |", ms(warm.wall), ms(warm.cpu), warm.memory);
}
