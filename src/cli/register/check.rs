//! `klacht check`.

use std::path::Path;
use std::str::FromStr;

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};

use crate::casework::{is_register, there};
use crate::check;
use crate::check::{Making, Verdict};
use crate::cli::World;
use crate::cli::args::{Check, Global};
use crate::cli::output::{Failure, Output};
use crate::context::Context;
use crate::diagnostics::{FailOn, Format, Report, Text, exit_code, summary, text};
use crate::register::{Content, Range, Register, RegisterError, Snapshot};
use crate::rules::cards;

/// Runs it; the exit code.
pub fn run(args: &Check, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    if args.watch {
        crate::cli::register::watch::run(args, global, world, out)
    } else {
        judged(args, global, world, out)
    }
}

/// One verdict, printed; the exit code.
pub(crate) fn judged(args: &Check, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let format = format_named(&args.format)?;
    let fail_on = fail_on_named(&args.fail_on)?;
    let register = open(global, args)?;
    must_be_register(&register)?;
    if args.verify_objects {
        crate::register::verify_hashes();
    }
    let bar = Bar::new(out.progress);
    let verdict = judge(args, &register, global.today, world, &bar)?;
    bar.finish();
    if verdict.amends {
        let said = text!(
            "dit mag alleen in de plaats van de laatste vastlegging: git commit --amend",
            "this may only take the place of the last commit: git commit --amend"
        );
        out.note(said.in_(out.lang));
    }
    out.versions(&verdict.versions);
    let report = report_of(verdict);
    let source = |path: &str, commit: Option<&str>| source_of(&register, args, path, commit);
    out.report(format, &report, args.snippets, &source)?;
    if format == Format::Github {
        // Annotations are cut off after ten of a kind; the log has them all.
        out.report(Format::Short, &report, false, &source)?;
    }
    out.note(&summary(&report, out.lang));
    Ok(if args.exit_zero { 0 } else { exit_code(&report, fail_on) })
}

/// That this is a register, on disk or in its last commit: of any other folder nothing is wrong, and a pipeline that was started
/// in one would be content for ever. A server to which nothing was pushed yet is one that is still empty.
pub(crate) fn must_be_register(register: &Register) -> Result<(), Failure> {
    if !register.is_bare() && is_register(&register.work_tree()?)? {
        return Ok(());
    }
    let head = if register.git_dir().is_some() { register.head()? } else { None };
    match head {
        Some(head) => Ok(there(&register.at_commit(head)?)?),
        None if register.is_bare() => Ok(()),
        None => Ok(there(&register.work_tree()?)?),
    }
}

/// The format that a word names.
pub fn format_named(word: &str) -> Result<Format, Failure> {
    Format::from_str(word).map_err(|_| {
        let names: Vec<&str> = Format::ALL.iter().map(|f| f.name()).collect();
        Failure::Usage(text!("`{word}` is geen vorm van uitvoer", "`{word}` is not a format"), choice(word, &names))
    })
}

/// The severity that a word names, from which on to fail.
pub fn fail_on_named(word: &str) -> Result<FailOn, Failure> {
    FailOn::from_str(word).map_err(|_| {
        Failure::Usage(
            text!("`{word}` is geen ernst", "`{word}` is not a severity"),
            choice(word, &["error", "warning", "hint", "never"]),
        )
    })
}

/// What somebody may have meant, and what there is to choose from.
pub(crate) fn choice(word: &str, known: &[&str]) -> Text {
    let all = known.join(", ");
    match crate::yaml::most_like(word, known.iter().copied()) {
        Some(near) => {
            text!("bedoelt u `{near}`? er is: {all}", "did you mean `{near}`? there are: {all}")
        }
        None => text!("kies uit {all}", "choose from {all}"),
    }
}

/// A report from what was found.
#[must_use]
pub fn report_of(verdict: Verdict) -> Report {
    Report {
        findings: verdict.findings,
        checked: verdict.checked,
        checked_paths: verdict.paths,
        commits: verdict.commits,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rules: cards(),
    }
}

/// The register around the folder that was named.
pub(crate) fn open(global: &Global, args: &Check) -> Result<Register, RegisterError> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    match Register::open(dir) {
        Ok(register) => Ok(register),
        // A plain folder can be checked as it is; its history cannot.
        Err(error) if error.is_no_repository() && !args.staged && args.range.is_none() && !args.history => {
            Register::folder(dir)
        }
        Err(error) => Err(error),
    }
}

fn judge(
    args: &Check,
    register: &Register,
    today: Option<NaiveDate>,
    world: &World<'_>,
    bar: &Bar,
) -> Result<Verdict, Failure> {
    let tick = |done: usize, all: usize| bar.at(done, all);
    if args.staged {
        let day = day_of_index(register, today)?;
        return Ok(check::check_staged(register, author(register, world)?, day, Making::Either)?);
    }
    if let Some(range) = &args.range {
        let range = parse_range(register, range)?;
        return Ok(check::check_range(register, &range, &tick)?);
    }
    if args.history {
        let Some(head) = register.head()? else { return Ok(Verdict::default()) };
        return Ok(check::check_range(register, &Range::all(head), &tick)?);
    }
    if register.is_bare() {
        let Some(head) = register.head()? else { return Ok(Verdict::default()) };
        let files = register.at_commit(head)?;
        return Ok(check::check_snapshot(&files, day(register, &files, today)?, &tick)?);
    }
    let files = register.work_tree()?;
    Ok(check::check_snapshot(&files, day(register, &files, today)?, &tick)?)
}

/// The day to judge by: the one asked for, the one on which the register stands still, or that of the last commit.
fn day(register: &Register, files: &dyn Snapshot, asked: Option<NaiveDate>) -> Result<Option<NaiveDate>, Failure> {
    match asked.or(Context::read_settings_only(files)?.settings.stands_on) {
        Some(day) => Ok(Some(day)),
        None => head_day(register),
    }
}

/// The day to judge the index by, where it is not today: the one asked for, or the one on which the register stands still. So a
/// hook says of an entry what the verb said that wrote it.
pub(crate) fn day_of_index(register: &Register, asked: Option<NaiveDate>) -> Result<Option<NaiveDate>, RegisterError> {
    match asked {
        Some(day) => Ok(Some(day)),
        None => Ok(Context::read_settings_only(&register.at_index()?)?.settings.stands_on),
    }
}

/// The address of whoever is about to commit: git names it to a hook, and takes it from its settings elsewhere.
pub fn author(register: &Register, world: &World<'_>) -> Result<Option<String>, Failure> {
    match (world.env)("GIT_AUTHOR_EMAIL").filter(|email| !email.is_empty()) {
        Some(email) => Ok(Some(email)),
        None => Ok(register.setting("user.email")?),
    }
}

/// The day of the last commit: what is known of time without looking at a clock.
fn head_day(register: &Register) -> Result<Option<NaiveDate>, Failure> {
    if register.git_dir().is_none() {
        return Ok(None);
    }
    let Some(head) = register.head()? else { return Ok(None) };
    Ok(register.commit(head)?.committer.date())
}

fn parse_range(register: &Register, text: &str) -> Result<Range, Failure> {
    let Some((old, new)) = text.split_once("..").filter(|(_, new)| !new.starts_with('.')) else {
        return Err(Failure::Usage(
            text!("`{text}` is geen reeks", "`{text}` is not a range"),
            text!("schrijf VAN..TOT, zoals origin/main..HEAD", "write FROM..TO, such as origin/main..HEAD"),
        ));
    };
    let new = register.commit_named(if new.is_empty() { "HEAD" } else { new })?;
    let old = register.commit_named(if old.is_empty() { "HEAD" } else { old })?;
    Ok(Range::between(old, new))
}

fn source_of(register: &Register, args: &Check, path: &str, commit: Option<&str>) -> Option<String> {
    let content = match commit {
        Some(commit) => register.at_commit(register.commit_named(commit).ok()?).ok()?.read(path).ok()??,
        None if args.staged => register.at_index().ok()?.read(path).ok()??,
        None if register.is_bare() => register.at_commit(register.head().ok()??).ok()?.read(path).ok()??,
        None => register.work_tree().ok()?.read(path).ok()??,
    };
    match content {
        Content::Bytes(bytes) => String::from_utf8(bytes).ok(),
        _ => None,
    }
}

/// Progress on a terminal, shown only when the work lasts.
pub struct Bar(Option<ProgressBar>);

impl Bar {
    /// A bar, or none.
    #[must_use]
    pub fn new(shown: bool) -> Self {
        let bar = shown.then(|| {
            let bar = ProgressBar::no_length();
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len}");
            style.map_or_else(|_| bar.clone(), |s| bar.clone().with_style(s))
        });
        Self(bar)
    }

    /// So far.
    pub fn at(&self, done: usize, all: usize) {
        if let Some(bar) = &self.0
            && bar.elapsed().as_secs() >= 1
        {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
