//! The site beside Hugo, and the figures by themselves: whole processes in one run, ratios, not absolutes.
//!
//! ```text
//! cargo bench --bench site                            # everything: some minutes
//! cargo bench --bench site -- --only site --size 60   # one row: so many regulations
//! cargo bench --bench site -- --only figures --size 100
//! ```
//! Registers of numbered copies of the bundled regulations, with their closed years, are made under `target/registers/`, and
//! for Hugo as many pages with as much text each. Hugo's pages have one layout and nothing is proven of them.

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

mod measuring;
#[path = "../tests/unit/statistics/tests/registers.rs"]
#[allow(clippy::unwrap_used, reason = "made for tests")]
#[allow(dead_code, reason = "tests use more of it")]
mod registers;

use std::fs;
use std::path::{Path, PathBuf};

// The makers of years are those of the tests, and name it as the tests do.
use klacht::statistics;

use klacht::site::Document;
use measuring::{Cost, Fault, best, git, klacht};
use walkdir::WalkDir;

/// How many regulations: about 10, 1,000 and 10,000 pages.
const SITES: [usize; 3] = [1, 50, 500];
/// Of how many regulations a year is published at once.
const YEARS: [usize; 3] = [1, 100, 1_000];
/// Complaints in such a year: one with tables of one dimension, and one with all tables.
const RECORDS: [u32; 2] = [60, 250];
/// The least count that is published.
const K: u32 = 5;

fn main() -> Result<(), Fault> {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str| arguments.iter().skip_while(|a| *a != flag).nth(1).cloned();
    let number = |flag: &str| after(flag).map(|n| n.parse::<usize>()).transpose();
    if let (Some(years), Some(records)) = (number("--publish")?, number("--records")?) {
        return publish(years, u32::try_from(records)?);
    }
    let (only, size) = (after("--only"), number("--size")?);
    let wanted = |name: &str| only.as_deref().is_none_or(|o| o == name);
    if wanted("site") {
        println!(
            "| regulations | pages | files | klacht wall s | cpu s | MB | Hugo wall s | cpu s | MB | ratio wall | ratio cpu |"
        );
        println!("|---|---|---|---|---|---|---|---|---|---|---|");
        for size in size.map_or(SITES.to_vec(), |s| vec![s]) {
            site(size)?;
        }
        println!();
    }
    if wanted("figures") {
        println!("| regulations | complaints each | wall s | cpu s | MB | cpu ms a regulation |");
        println!("|---|---|---|---|---|---|");
        for size in size.map_or(YEARS.to_vec(), |s| vec![s]) {
            RECORDS.iter().try_for_each(|records| figures(size, *records))?;
        }
    }
    Ok(())
}

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A register with so many regulations.
fn register(size: usize) -> Result<PathBuf, Fault> {
    let dir = home().join(format!("target/registers/site-{size}"));
    if dir.join(".git/made").exists() {
        return Ok(dir);
    }
    let mut bundled: Vec<String> = Vec::new();
    for entry in fs::read_dir(home().join("policy"))? {
        bundled.push(entry?.file_name().to_string_lossy().into_owned());
    }
    bundled.sort();
    fs::create_dir_all(&dir)?;
    fs::copy(home().join("klacht.yaml"), dir.join("klacht.yaml"))?;
    for (at, id) in bundled.iter().cycle().take(size).enumerate() {
        let own = format!("{id}-{at:04}");
        copy(&home().join("policy").join(id), &dir.join("policy").join(&own), &|_| true)?;
        let yearbook = |file: &Path| file.file_name().is_some_and(|name| name == "yearbook.yaml");
        copy(&home().join("cases").join(id), &dir.join("cases").join(&own), &yearbook)?;
    }
    git(&dir, &["init", "-q", "-b", "main"])?;
    git(&dir, &["add", "--all"])?;
    git(&dir, &["-c", "user.name=Bench", "-c", "user.email=bench@klachten.example", "commit", "-q", "-m", "all"])?;
    fs::write(dir.join(".git/made"), "")?;
    Ok(dir)
}

fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<(), Fault> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_file() && wanted(entry.path()) {
            fs::create_dir_all(target.parent().ok_or("no folder")?)?;
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The same number of pages for Hugo, each with as much Markdown as the page of ours has text.
fn for_hugo(size: usize, ours: &Path) -> Result<(PathBuf, usize), Fault> {
    let dir = home().join(format!("target/registers/hugo-{size}"));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("content/p"))?;
    fs::create_dir_all(dir.join("layouts/_default"))?;
    fs::write(dir.join("config.toml"), include_str!("hugo/config.toml"))?;
    fs::write(dir.join("layouts/_default/single.html"), include_str!("hugo/single.html"))?;
    let text = fs::read_to_string(home().join("policy/cmm/2022-01-01/text.nl.md"))?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
    let mut pages = 0;
    for entry in WalkDir::new(ours).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_none_or(|end| end != "html") {
            continue;
        }
        let length = Document::read(&fs::read(entry.path())?).text.len();
        let mut body = format!("---\ntitle: Bladzijde {pages}\n---\n\n");
        for line in lines.iter().cycle() {
            if body.len() >= length {
                break;
            }
            body += line;
            body.push('\n');
        }
        fs::write(dir.join(format!("content/p/{pages}.md")), body)?;
        pages += 1;
    }
    Ok((dir, pages))
}

/// One register as a site, by us and by Hugo.
fn site(size: usize) -> Result<(), Fault> {
    let dir = register(size)?;
    let ours = best(&dir, &format!("rm -rf public; {} -q build > /dev/null || exit 9", klacht()))?;
    let public = dir.join("public");
    let files = WalkDir::new(&public).into_iter().flatten().filter(|e| e.file_type().is_file()).count();
    let (hugo, pages) = for_hugo(size, &public)?;
    let theirs = best(&hugo, "rm -rf public; hugo --quiet || exit 9")?;
    let written = WalkDir::new(hugo.join("public")).into_iter().flatten();
    let made = written.filter(|e| e.path().extension().is_some_and(|end| end == "html")).count();
    if made != pages {
        return Err(format!("Hugo made {made} pages instead of {pages}").into());
    }
    println!(
        "| {size} | {pages} | {files} | {} | {} | {:.2} | {:.2} |",
        told(ours),
        told(theirs),
        ours.wall / theirs.wall.max(0.001),
        ours.cpu / theirs.cpu.max(0.001)
    );
    Ok(())
}

fn told(cost: Cost) -> String {
    format!("{:.2} | {:.2} | {:.0}", cost.wall, cost.cpu, cost.memory)
}

/// The years of so many regulations, counted, protected and audited, in a process of its own.
fn figures(size: usize, records: u32) -> Result<(), Fault> {
    let me = std::env::current_exe()?;
    let cost = best(&home(), &format!("{} --publish {size} --records {records}", me.display()))?;
    let each = cost.cpu * 1000.0 / f64::from(u32::try_from(size)?);
    println!("| {size} | {records} | {} | {each:.1} |", told(cost));
    Ok(())
}

/// What that process does.
fn publish(years: usize, records: u32) -> Result<(), Fault> {
    let schema = registers::star();
    for seed in 0..u64::try_from(years)? {
        let year = registers::year(&schema, 2025, records, seed);
        statistics::release(&year, &schema, K, &[]).map_err(|refused| refused.text().en)?;
    }
    Ok(())
}
