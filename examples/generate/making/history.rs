//! Large registers to measure with: a history for `git fast-import`, or a plain tree of files.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use klacht::case::Case;

use super::dice::Dice;
use super::maker::{Made, Maker};
use super::mishap::writer;
use super::paths::BasePath;
use super::{FIRST, Fault, day, policy, render};

/// Months over which the cases of a large register come in.
const MONTHS: usize = 34;

/// Writes a stream for `git fast-import`: the policy, then commits in order of date, `commits_per_case` for every case.
/// Only cases of the months in progress are in memory.
///
/// # Errors
/// When the policy or a path cannot be read, no path is long enough, or `out` cannot be written.
pub fn history(seed: u64, cases: usize, commits_per_case: usize, out: &mut impl Write) -> Result<(), Fault> {
    let maker = Maker::new(seed)?;
    policy_commit(out)?;
    let long: Vec<&BasePath> = maker.paths.iter().filter(|p| p.case.log.len() >= commits_per_case).collect();
    let mut waiting = BinaryHeap::new();
    let mut serial = 0_u64;
    for month in 0..MONTHS {
        for number in numbers(cases, month) {
            let made = Rc::new(one(&maker, &long, seed, number, month)?);
            for commit in 1..=commits_per_case {
                let entries = (commit * made.case.log.len()).div_ceil(commits_per_case);
                let on = made.case.log.get(entries.saturating_sub(1)).map_or(made.case.first_day(), |e| e.on);
                serial += 1;
                waiting.push(Reverse(Waiting { on, serial, entries, made: Rc::clone(&made) }));
            }
        }
        let bound = first_of(month + 1);
        while waiting.peek().is_some_and(|Reverse(next)| next.on < bound) {
            let Some(Reverse(next)) = waiting.pop() else { break };
            next.write(&maker, out)?;
        }
    }
    while let Some(Reverse(next)) = waiting.pop() {
        next.write(&maker, out)?;
    }
    writeln!(out, "done")?;
    Ok(())
}

/// Writes a register as plain files: the policy and `cases` whole cases.
///
/// # Errors
/// As for [`history`].
pub fn work_tree(seed: u64, cases: usize, dir: &Path) -> Result<(), Fault> {
    let maker = Maker::new(seed)?;
    for (path, bytes) in policy::files()? {
        put(dir, &path, &bytes)?;
    }
    let all: Vec<&BasePath> = maker.paths.iter().collect();
    for month in 0..MONTHS {
        for number in numbers(cases, month) {
            let made = one(&maker, &all, seed, number, month)?;
            put(dir, &made.file(), render::case(&made.case, &made.note).as_bytes())?;
        }
    }
    Ok(())
}

/// Writes one file of a register, with the folders it needs.
///
/// # Errors
/// When it cannot be written.
pub fn put(dir: &Path, path: &str, bytes: &[u8]) -> Result<(), Fault> {
    let file = dir.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, bytes)?)
}

/// The numbers of the cases that come in during a month.
fn numbers(cases: usize, month: usize) -> std::ops::Range<u64> {
    let at = |month: usize| (cases * month / MONTHS) as u64;
    at(month)..at(month + 1)
}

fn first_of(month: usize) -> NaiveDate {
    let (years, month) = (month / 12, month % 12);
    let number = |n: usize| u32::try_from(n).unwrap_or(0);
    day(FIRST.year() + i32::try_from(years).unwrap_or(0), number(month) + 1, 1)
}

fn one(maker: &Maker, paths: &[&BasePath], seed: u64, number: u64, month: usize) -> Result<Made, Fault> {
    let mut dice = Dice::new(seed, u64::MAX - number);
    for _ in 0..100 {
        let path = dice.pick(paths).ok_or("no path has so many entries")?;
        let about = super::days::plus(first_of(month), dice.below(22) as u64);
        if let Some(made) = maker.trust(number, path, about).filter(|m| m.case.first_day() < first_of(month + 1)) {
            return Ok(made);
        }
    }
    Err("a month in which no path can be followed".into())
}

/// A commit that is yet to be written.
struct Waiting {
    on: NaiveDate,
    serial: u64,
    /// Entries of the log that are there by then.
    entries: usize,
    made: Rc<Made>,
}

impl Waiting {
    fn write(&self, maker: &Maker, out: &mut impl Write) -> Result<(), Fault> {
        let case = self.so_far();
        let step = case.log.last().map(|e| e.step.clone()).unwrap_or_default();
        let text = render::case(&case, &self.made.note);
        let email = self.author(maker, &case).unwrap_or_else(|| "register@voorbeeld.example".to_owned());
        commit(out, self.on, &email, &format!("{}: {step}\n", case.id))?;
        file(out, &self.made.file(), text.as_bytes())
    }

    fn so_far(&self) -> Case {
        let mut case = self.made.case.clone();
        case.log.truncate(self.entries);
        case.attestations.retain(|a| a.on <= self.on);
        case
    }

    /// Whoever wrote the last entry down, or else the handler.
    fn author(&self, maker: &Maker, case: &Case) -> Option<String> {
        let (version, history) = maker.policy.in_force(&self.made.regulation, case.first_day()).ok()?;
        let handler = case.log.iter().rev().find_map(|e| e.handler.clone());
        let wrote = case.log.last().and_then(|e| writer(e, &version.regulation, history));
        history.people.person(&wrote.or(handler)?)?.git.first().cloned()
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.serial == other.serial
    }
}
impl Eq for Waiting {}
impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.on, self.serial).cmp(&(other.on, other.serial))
    }
}

fn policy_commit(out: &mut impl Write) -> Result<(), Fault> {
    commit(out, day(2023, 12, 29), "register@voorbeeld.example", "Set down the regulations\n")?;
    for (path, bytes) in policy::files()? {
        file(out, &path, &bytes)?;
    }
    Ok(())
}

fn commit(out: &mut impl Write, on: NaiveDate, email: &str, message: &str) -> Result<(), Fault> {
    // Five in the afternoon, an hour ahead of UTC.
    let time = on.and_hms_opt(16, 0, 0).unwrap_or_default().and_utc().timestamp();
    let name = email.split('@').next().unwrap_or(email);
    let who = format!("{name} <{email}> {time} +0100");
    writeln!(out, "commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {}\n{message}", message.len())?;
    Ok(())
}

fn file(out: &mut impl Write, path: &str, bytes: &[u8]) -> Result<(), Fault> {
    writeln!(out, "M 100644 inline {path}\ndata {}", bytes.len())?;
    out.write_all(bytes)?;
    writeln!(out)?;
    Ok(())
}
