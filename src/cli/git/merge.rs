//! `klacht merge-driver` (run by git) and `klacht resolve`.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::case::CaseId;
use crate::casework::{Lock, Workspace, replace};
use crate::cli::context::me;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::{put, unwritten};
use crate::cli::values::one_of;
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::merging::{Conflict, Kept, Three, alike, apart, merge_keeping, merge_legally, merge_yearbook};
use crate::paths::{case_name, file_name, is_case, regulation_of, yearbook_of};
use crate::register::{Register, Unmerged, merge_lines};

/// `merge-driver`.
#[derive(Debug, Args)]
pub struct MergeDriver {
    /// The version before both edits (git: %O).
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// Ours, which is replaced by the result (git: %A).
    #[arg(value_name = "OURS")]
    pub ours: PathBuf,
    /// Theirs (git: %B).
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    /// The path in the register (git: %P).
    #[arg(id = "merged_path", value_name = "PATH")]
    pub path: String,
}

/// `resolve`.
#[derive(Debug, Args)]
pub struct Resolve {
    /// The id of the case, or the path of the yearbook, that a merge left unresolved.
    #[arg(id = "unresolved", value_name = "ID")]
    pub id: String,
    /// Which entries to keep where both cannot stand: those made here (ours) or those that came in (theirs); the others are annulled.
    #[arg(long, value_name = "ours|theirs", value_parser = one_of::<Whose>())]
    pub keep: Option<Whose>,
    /// Who decides this: a key.
    #[arg(long, value_name = "KEY", requires = "keep")]
    pub by: Option<String>,
    /// Why the other entries are annulled.
    #[arg(long, value_name = "TEXT", requires = "keep")]
    pub reason: Option<String>,
}

/// One of two sides of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    /// What was made here.
    Ours,
    /// What came in.
    Theirs,
}

/// Runs `merge-driver`: 0 when the result stands in the place of ours, 1 when a person must choose.
pub fn driver(args: &MergeDriver, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let [base, ours, theirs] = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    let texts = [&base, &ours, &theirs].map(|bytes| std::str::from_utf8(bytes).ok());
    let three = match texts {
        [Some(base), Some(ours), Some(theirs)] if is_case(&args.path) || yearbook_of(&args.path).is_some() => {
            Some(alike([base, ours, theirs]))
        }
        _ => None,
    };
    let merged = three.as_ref().ok_or(Conflict::Unreadable).and_then(|[base, ours, theirs]| {
        let dir = global.dir.as_deref().unwrap_or(Path::new("."));
        if yearbook_of(&args.path).is_some() {
            return merge_yearbook(Three { base, ours, theirs });
        }
        let workspace = desk_for(dir, &args.path);
        let day = day(workspace.as_ref(), global, world);
        merge_legally(workspace.as_ref(), &args.path, Three { base, ours, theirs }, day, &by_lines)
    });
    match merged {
        Ok(text) => {
            write(&args.ours, text.as_bytes())?;
            Ok(0)
        }
        Err(why) => {
            // As git would have left it, so that the usual tools work.
            let lines = match &three {
                Some(three) => merge_lines(three[0].as_bytes(), three[1].as_bytes(), three[2].as_bytes())?,
                None => merge_lines(&base, &ours, &theirs)?,
            };
            write(&args.ours, &lines.text)?;
            explain(&args.path, &why, out);
            Ok(1)
        }
    }
}

/// Runs `resolve`: 0 when the case is merged and staged, 1 when a person must choose.
pub fn resolve(args: &Resolve, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let register = Register::open(dir)?;
    let found = unresolved(&register, &args.id)?;
    let workspace = desk_for(dir, &found.path);
    let text = |stage: &Option<Vec<u8>>| stage.as_ref().map(|b| String::from_utf8(b.clone()));
    let merged = match found.stages.each_ref().map(text) {
        [_, None, _] | [_, _, None] => Err(Conflict::Deleted),
        [base, Some(Ok(ours)), Some(Ok(theirs))] if !matches!(base, Some(Err(_))) => {
            let base = base.and_then(Result::ok).unwrap_or_default();
            let [base, ours, theirs] = alike([&base, &ours, &theirs]);
            let three = Three { base: &base, ours: &ours, theirs: &theirs };
            let day = day(workspace.as_ref(), global, world);
            let book = yearbook_of(&found.path).is_some();
            let keeping =
                workspace.as_ref().map(|workspace| kept(args, workspace, &found.path, world)).transpose()?.flatten();
            let merged = match (&workspace, &keeping) {
                _ if book => merge_yearbook(three),
                (Some(workspace), Some(keeping)) => {
                    merge_keeping(workspace, &found.path, three, day, &by_lines, keeping)
                }
                _ => merge_legally(workspace.as_ref(), &found.path, three, day, &by_lines),
            };
            if let Err(Conflict::NotLegal(_)) = &merged {
                sides(three, register.rebases(), out);
            }
            merged
        }
        _ => Err(Conflict::Unreadable),
    };
    match (merged, workspace) {
        (Ok(text), Some(workspace)) => {
            let _lock = Lock::take(&workspace)?;
            let now = untouched(&workspace.root.join(&found.path), &found, &text)?;
            replace(&workspace, &found.path, &now, &text)?;
            register.stage(&found.path)?;
            let next = register.goes_on_with().unwrap_or("git commit");
            let done = text!(
                "{path} is samengevoegd en klaargezet. Kijk het na en ga verder: {next}",
                "{path} is merged and staged. Review it and continue: {next}",
                path = found.path
            );
            out.note(done.in_(out.lang));
            Ok(0)
        }
        (Ok(_), None) => {
            explain(&found.path, &Conflict::NotJudged, out);
            Ok(1)
        }
        (Err(why), _) => {
            explain(&found.path, &why, out);
            Ok(1)
        }
    }
}

/// The file as it stands. What somebody already put together by hand is not overwritten: it must still be as git left it, or
/// hold what a `resolve` that was interrupted put there.
fn untouched(file: &Path, found: &Unmerged, merged: &str) -> Result<String, Failure> {
    let now = String::from_utf8(read(file)?).unwrap_or_default();
    let marked = now.starts_with("<<<<<<< ") || now.contains("\n<<<<<<< ");
    if marked || found.stages[1].as_deref() == Some(now.as_bytes()) || now == merged {
        return Ok(now);
    }
    Err(Failure::Usage(
        text!("dit bestand is al met de hand samengevoegd", "this file has already been merged by hand"),
        text!(
            "leg dat vast met git add en git commit; of begin opnieuw: git checkout --merge -- BESTAND",
            "commit that with git add and git commit; or start again: git checkout --merge -- FILE"
        ),
    ))
}

/// Free text brought together line by line, where the lines do not clash.
fn by_lines(notes: Three<'_>) -> Option<String> {
    let [base, ours, theirs] = [notes.base, notes.ours, notes.theirs].map(str::as_bytes);
    let merged = merge_lines(base, ours, theirs).ok().filter(|merged| !merged.conflicts)?;
    String::from_utf8(merged.text).ok()
}

/// Which side stands, where that was said.
fn kept(args: &Resolve, workspace: &Workspace, path: &str, world: &World<'_>) -> Result<Option<Kept>, Failure> {
    let Some(keep) = args.keep else { return Ok(None) };
    let regulation = regulation_of(path).unwrap_or_default();
    let people = workspace.context.policy.histories.get(regulation).map(|history| &history.people);
    let me = people.map(|people| me(workspace, people, world)).transpose()?.flatten();
    let by = args.by.clone().or(me).ok_or_else(|| {
        Failure::Usage(
            text!("er ontbreekt: wie dit beslist", "missing: who decides this"),
            text!("noem met --by uw sleutel uit people.yaml", "give your key from people.yaml with --by"),
        )
    })?;
    let reason = args.reason.clone().ok_or_else(|| {
        Failure::Usage(
            text!("er ontbreekt: waarom de andere stap vervalt", "missing: why the other entry is annulled"),
            text!("zeg het met --reason \"…\"", "give it with --reason \"…\""),
        )
    })?;
    // In a rebase git has it the other way round.
    Ok(Some(Kept { ours: (keep == Whose::Ours) != workspace.register.rebases(), by, reason }))
}

/// Says what each side logged, so that somebody can choose.
fn sides(three: Three<'_>, rebases: bool, out: &Output) {
    let names = [text!("hier (ours)", "here (ours)"), text!("binnengekomen (theirs)", "came in (theirs)")];
    let mut sides = apart(three);
    if rebases {
        sides.reverse();
    }
    for (name, entries) in names.iter().zip(sides) {
        for entry in entries {
            out.note(&format!("{}: {} {} {}", name.in_(out.lang), entry.on, entry.step, entry.by.join(", ")));
        }
    }
}

/// The register with the regulation of a case; nothing when it cannot be read.
fn desk_for(dir: &Path, path: &str) -> Option<Workspace> {
    Workspace::open(dir, regulation_of(path)).ok()
}

fn day(workspace: Option<&Workspace>, global: &Global, world: &World<'_>) -> NaiveDate {
    global.today.or(workspace.and_then(|d| d.context.settings.stands_on)).unwrap_or(world.clock)
}

fn unresolved(register: &Register, asked: &str) -> Result<Unmerged, Failure> {
    if yearbook_of(asked).is_some() {
        let all = register.unmerged()?;
        let found = all.iter().find(|u| u.path == asked).cloned();
        return found
            .ok_or_else(|| Failure::Usage(not_waiting(all.len()), text!("kijk met: git status", "see: git status")));
    }
    let id = CaseId::parse_normalised(asked).map_err(|_| {
        Failure::Usage(
            text!("dit is geen zaaknummer", "this is not a case id"),
            text!(
                "schrijf het als `K26-7F3QXM`, of geef het pad van een jaarboek",
                "write it as `K26-7F3QXM`, or give the path of a yearbook"
            ),
        )
    })?;
    let name = format!("{id}.md");
    let all = register.unmerged()?;
    let named = |u: &&Unmerged| is_case(&u.path) && file_name(&u.path) == name;
    all.iter()
        .find(named)
        .cloned()
        .ok_or_else(|| Failure::Usage(not_waiting(all.len()), text!("kijk met: git status", "see: git status")))
}

fn not_waiting(others: usize) -> Text {
    let others = match others {
        0 => text!("en geen ander bestand", "nor is any other file"),
        1 => text!("1 ander bestand wel", "1 other file is"),
        many => text!("{many} andere bestanden wel", "{many} other files are"),
    };
    text!("dit wacht niet op samenvoegen ({others})", "this is not waiting to be merged ({others})", others)
}

fn explain(path: &str, why: &Conflict, out: &Output) {
    let id = case_name(path).unwrap_or_default();
    let (message, remedy) = (why.message(), why.remedy(id));
    let (not, help) = match out.lang {
        crate::diagnostics::Lang::Nl => ("niet samengevoegd", "doe dit"),
        crate::diagnostics::Lang::En => ("not merged", "fix"),
    };
    out.note(&format!("{path}: {not}: {}", message.in_(out.lang)));
    out.note(&format!("{help}: {}", remedy.in_(out.lang)));
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| {
        let (shown, kind) = (path.display(), error.kind());
        Failure::File(
            text!("kan {shown} niet lezen: {kind}", "cannot read {shown}: {kind}"),
            text!("git geeft dit bestand; probeer de merge opnieuw", "git provides this file; try the merge again"),
        )
    })
}

/// Writes what git takes up when the driver has ended.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    put(path, bytes).map_err(|error| unwritten(path, &error))
}
