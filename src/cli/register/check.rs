//! `klacht check`.

use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::check;
use crate::check::{Making, Verdict};
use crate::cli::find_register::{at_desk, must_be_register};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::not_here;
use crate::cli::report::report_of;
use crate::cli::values::{Unfit, failing_severity, finding_format};
use crate::cli::world::World;
use crate::context::Context;
use crate::diagnostics::{FailOn, Format, Sink, exit_code, summary, text};
use crate::register::{Content, Range, Register, RegisterError, Snapshot};

/// `check`.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Check {
    /// Check what is about to be committed.
    #[arg(long, conflicts_with_all = ["range", "history"])]
    pub staged: bool,
    /// Check every commit in a range against each of its parents.
    #[arg(long, value_name = "A..B", conflicts_with = "history", value_parser = ends)]
    pub range: Option<Ends>,
    /// Check every commit of the current branch.
    #[arg(long)]
    pub history: bool,
    /// With --history: also tell every power that was given, by whom and when.
    #[arg(long, requires = "history")]
    pub authority: bool,
    /// Check all that is sealed as a server with the hook does; first `git fetch origin '+refs/klacht/*:refs/klacht/*'`.
    #[arg(long, conflicts_with_all = ["staged", "range", "history"])]
    pub sealed: bool,
    /// Check again whenever a file changes, until stopped.
    #[arg(long, conflicts_with_all = ["staged", "range", "history", "sealed"])]
    pub watch: bool,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "human", env = "KLACHT_FORMAT", value_parser = finding_format())]
    pub format: Format,
    /// Lowest severity that counts as failure.
    #[arg(long, value_name = "SEVERITY", default_value = "error", env = "KLACHT_FAIL_ON", value_parser = failing_severity())]
    pub fail_on: FailOn,
    /// Report findings, but always exit with 0.
    #[arg(long)]
    pub exit_zero: bool,
    /// Show the source lines even when not on a terminal.
    #[arg(long)]
    pub snippets: bool,
    /// Verify the hash of every object read.
    #[arg(long)]
    pub verify_objects: bool,
}

/// The ends of a range, as git names commits.
#[derive(Debug, Clone)]
pub struct Ends {
    old: String,
    new: String,
}

/// Reads `A..B`; `A..` goes to the last commit. Without a beginning it is a variable that was not set.
fn ends(text: &str) -> Result<Ends, Unfit> {
    let ends = text.split_once("..").filter(|(old, new)| !old.is_empty() && !new.starts_with('.'));
    let (old, new) = ends.ok_or_else(|| {
        Unfit(text!("schrijf VAN..TOT, zoals origin/main..HEAD", "write FROM..TO, such as origin/main..HEAD"))
    })?;
    let named = |end: &str| if end.is_empty() { "HEAD".to_owned() } else { end.to_owned() };
    Ok(Ends { old: named(old), new: named(new) })
}

/// Runs it once; the exit code.
pub fn run(args: &Check, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
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
            "this may only replace the last commit: git commit --amend"
        );
        out.note(said.in_(out.lang));
    }
    out.versions(&verdict.versions);
    let report = report_of(verdict);
    let source = |path: &str, commit: Option<&str>| source_of(&register, args, path, commit);
    out.report(args.format, &report, args.snippets, &source)?;
    if args.format == Format::Github {
        // Annotations are cut off after ten of a kind; the log has them all.
        out.report(Format::Short, &report, false, &source)?;
    }
    out.note(&summary(&report, out.lang));
    if !(args.staged || args.range.is_some() || args.history) {
        not_here(&register, out)?;
    }
    Ok(if args.exit_zero { 0 } else { exit_code(&report, args.fail_on) })
}

/// The register around the folder that was named.
pub(crate) fn open(global: &Global, args: &Check) -> Result<Register, RegisterError> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    match Register::open(dir) {
        Ok(register) => Ok(register),
        // A plain folder can be checked as it is; its history cannot.
        Err(error)
            if error.is_no_repository() && !args.staged && args.range.is_none() && !args.history && !args.sealed =>
        {
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
        // As the hook does: a register that stands still takes no commits by another day than any other.
        let desk = at_desk(register, today.unwrap_or(world.clock), world)?;
        return Ok(check::check_staged(register, &desk, Making::Either)?);
    }
    if args.sealed {
        return Ok(check::check_sealed(register, today.unwrap_or(world.clock))?);
    }
    if let Some(range) = &args.range {
        let range = range.of(register)?;
        return Ok(check::check_range(register, &range, &tick)?);
    }
    if args.history {
        let Some(head) = register.head()? else { return Ok(Verdict::default()) };
        let mut verdict = check::check_range(register, &Range::all(head), &tick)?;
        if args.authority {
            let mut sink = Sink::new();
            sink.extend(verdict.findings);
            sink.extend(check::grants(register)?);
            verdict.findings = sink.into_findings();
        }
        return Ok(verdict);
    }
    if register.is_bare() {
        let Some(head) = register.head()? else { return Ok(Verdict::default()) };
        let files = register.at_commit(head)?;
        return Ok(check::check_snapshot(&files, day(register, &files, today)?, &tick)?);
    }
    let files = register.work_tree()?;
    let verdict = check::check_snapshot(&files, day(register, &files, today)?, &tick)?;
    let mut sink = Sink::new();
    sink.extend(verdict.findings);
    sink.extend(check::tracked_here(register, &Context::read_settings_only(&files)?.settings)?);
    // What the store on this desk says of the sealed pieces that cases name; nothing where there is none.
    sink.extend(check::sealed_here(register, &files, &verdict.sealed)?);
    Ok(Verdict { findings: sink.into_findings(), ..verdict })
}

/// The day to judge by: the one asked for, the one on which the register stands still, or that of the last commit.
fn day(register: &Register, files: &dyn Snapshot, asked: Option<NaiveDate>) -> Result<Option<NaiveDate>, Failure> {
    match asked.or(Context::read_settings_only(files)?.settings.stands_on) {
        Some(day) => Ok(Some(day)),
        None => head_day(register),
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

impl Ends {
    fn of(&self, register: &Register) -> Result<Range, Failure> {
        let (old, new) = (register.commit_named(&self.old)?, register.commit_named(&self.new)?);
        // In a shallow clone the way back may be cut off: then the walk itself says so.
        if old != new && !register.is_shallow() && register.is_ancestor(new, old)? {
            let (from, to) = (&self.old, &self.new);
            return Err(Failure::Usage(
                text!(
                    "{to} ligt voor {from}: in dit bereik is niets",
                    "{to} comes before {from}: nothing is in this range"
                ),
                text!("verwissel de uiteinden: `{to}..{from}`", "swap the ends: `{to}..{from}`"),
            ));
        }
        Ok(Range::between(old, new))
    }
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
