//! `klacht year close`.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use crate::casework::{Lock, Workspace, create, replace};
use crate::cli::context::uneditable;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::publish::args::CloseYear;
use crate::cli::publish::figures::text;
use crate::cli::publish::stats::regulation_there;
use crate::cli::world::World;
use crate::context::Context;
use crate::diagnostics::{Text, text};
use crate::paths;
use crate::publish::closing::{Closed, NotClosed, Wanted, close as close_year};
use crate::publish::findings;
use crate::register::Snapshot;
use crate::site::SiteFault;

/// Runs it; the exit code.
pub fn close(args: &CloseYear, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let workspace = Workspace::open(global.dir.as_deref().unwrap_or(Path::new(".")), Some(&args.regulation))?;
    regulation_there(&workspace.context, &args.regulation)?;
    let on = global.today.or(workspace.context.settings.stands_on).unwrap_or(world.clock);
    let confidential = args.confidential.as_deref();
    let wanted = Wanted { regulation: &args.regulation, year: args.year, on, correct: args.correct, confidential };
    let closed = match close_year(&workspace.files as &dyn Snapshot, &wanted) {
        Err(NotClosed::Private(found)) => return private(&found, &workspace.context, out),
        other => other.map_err(|why| failure(why, args))?,
    };
    as_committed(&workspace, args, out)?;
    for warning in &closed.warnings {
        let word = text!("let op", "note");
        out.note(&format!("{}: {}", word.in_(out.lang), warning.in_(out.lang)));
    }
    out.print(&text(&args.regulation, &closed.block.figures, out.lang))?;
    if args.dry_run {
        out.note(text!("Er is niets geschreven.", "Nothing was written.").in_(out.lang));
        return Ok(0);
    }
    if !args.yes && !agreed(global, out)? {
        out.note(text!("Niet gesloten.", "Not closed.").in_(out.lang));
        return Ok(1);
    }
    write(&workspace, &closed)?;
    out.note(done(&closed).in_(out.lang));
    Ok(0)
}

/// Figures are frozen for good, so what is counted is what the last commit holds. The year's own book is committed with them. A
/// trial only tells.
fn as_committed(workspace: &Workspace, args: &CloseYear, out: &Output) -> Result<(), Failure> {
    // What was never committed has no commit to be counted by.
    if workspace.register.git_dir().is_none() || workspace.register.head()?.is_none() {
        return Ok(());
    }
    let id = &args.regulation;
    let (cases, policy) = (format!("{}/{id}", paths::CASES), format!("{}/{id}", paths::POLICY));
    let mut differing = workspace.register.not_committed(&[&cases, &policy])?;
    let book = paths::yearbook(id, args.year);
    // What came in later does not count in this year.
    differing.retain(|path| paths::year_of(path).is_none_or(|year| year <= args.year));
    differing.retain(|path| *path != book || workspace.files.read(path).is_ok_and(|read| read.is_none()));
    if differing.is_empty() {
        return Ok(());
    }
    let count = differing.len();
    let said = text!(
        "{count} bestanden onder {cases} of {policy} staan hier niet zoals de laatste commit ze heeft",
        "{count} files below {cases} or {policy} are not here as the last commit has them"
    );
    if args.dry_run {
        out.note(said.in_(out.lang));
        return Ok(());
    }
    let remedy = text!(
        "leg vast wat klopt (git status toont het); wat ontbreekt: `git sparse-checkout disable`, `git restore {cases} {policy}`",
        "commit what is right (git status shows it); what is missing: `git sparse-checkout disable`, `git restore {cases} {policy}`"
    );
    Err(Failure::Usage(said, remedy))
}

/// Says which lessons are not for the public, and why.
fn private(found: &[SiteFault], context: &Context, out: &mut Output) -> Result<u8, Failure> {
    for finding in findings(found, context) {
        let (message, remedy) = (finding.message.in_(out.lang), finding.remedy.in_(out.lang));
        out.print(&format!("{}: {}[{}] {message}\n", finding.path, finding.severity.word(), finding.code))?;
        out.note(remedy);
    }
    Ok(1)
}

fn done(closed: &Closed) -> Text {
    let (path, revision) = (&closed.path, closed.block.revision);
    text!(
        "Bevroren in {path} (herziening {revision}). Leg het vast met git; daarna verandert het niet meer.",
        "Frozen in {path} (revision {revision}). Commit it; it will not change after that."
    )
}

/// Asks on a terminal; elsewhere the answer must have been given already.
fn agreed(global: &Global, out: &Output) -> Result<bool, Failure> {
    let stdin = std::io::stdin();
    if global.no_input || !stdin.is_terminal() {
        return Err(Failure::Usage(
            text!("niemand kan hier ja zeggen", "there is nobody here to confirm this"),
            text!("kijk eerst met --dry-run, en geef dan --yes", "look first with --dry-run, then use --yes"),
        ));
    }
    let question = text!("Deze cijfers bevriezen? [j/N] ", "Freeze these figures? [y/N] ");
    let mut stderr = std::io::stderr().lock();
    // A closed standard error hides the question, not the answer.
    let _ = write!(stderr, "{}", question.in_(out.lang)).and_then(|()| stderr.flush());
    let mut answer = String::new();
    stdin.lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "j" | "ja" | "y" | "yes"))
}

/// Puts the yearbook in its place, unless somebody changed it since it was read.
fn write(workspace: &Workspace, closed: &Closed) -> Result<(), Failure> {
    let _lock = Lock::take(workspace)?;
    match &closed.before {
        Some(before) => replace(workspace, &closed.path, before, &closed.text)?,
        None => create(workspace, &closed.path, &closed.text).map(|_| ())?,
    }
    Ok(())
}

fn confidential(kind: std::io::ErrorKind) -> Failure {
    Failure::Usage(
        text!("de vertrouwelijke map is niet te lezen: {kind}", "the confidential folder cannot be read: {kind}"),
        text!("geef de map van `klacht import`", "use the folder given to `klacht import`"),
    )
}

fn failure(why: NotClosed, args: &CloseYear) -> Failure {
    let (id, year) = (&args.regulation, args.year);
    let again = text!("controleer het register: klacht check", "check the register: klacht check");
    let (message, remedy) = match why {
        NotClosed::Register(error) => return error.into(),
        NotClosed::NoRegulation => (
            text!("de regeling gold in {year} niet", "the regulation was not in force in {year}"),
            text!("kies een ander jaar", "choose another year"),
        ),
        NotClosed::Open => (
            text!("{year} is nog niet voorbij", "{year} is not over yet"),
            text!(
                "sluit het na 31 december {year}; van een open jaar komen geen cijfers naar buiten",
                "close it after 31 December {year}; no figures are published for an open year"
            ),
        ),
        NotClosed::Already => (
            text!("{year} is al gesloten", "{year} is already closed"),
            text!(
                "een herziening: klacht year close {id} {year} --correct",
                "a revision: klacht year close {id} {year} --correct"
            ),
        ),
        NotClosed::NotYet => (
            text!("{year} is nog niet gesloten", "{year} is not closed yet"),
            text!("laat --correct weg", "leave out --correct"),
        ),
        NotClosed::Later(later) => (
            text!("{later} is al gesloten", "{later} is already closed"),
            text!(
                "jaren worden op volgorde gesloten; dit jaar kan niet meer",
                "years are closed in order; this one can no longer be closed"
            ),
        ),
        NotClosed::Unreadable(count) => {
            (text!("{count} bestanden zijn niet te lezen", "{count} files cannot be read"), again)
        }
        NotClosed::Rows { destroyed, rows } => (
            text!(
                "er zijn {destroyed} vernietigde klachten, maar telregels voor {rows}",
                "there are {destroyed} destroyed cases, but tally rows for {rows}"
            ),
            if rows > destroyed {
                text!(
                    "er is een regel te veel: zoek met `git log -p` in het jaarboek welke er zonder vernietiging bij kwam",
                    "there is a row too many: look with `git log -p` of the yearbook which came without a destruction"
                )
            } else {
                text!("vul de telregels in het jaarboek aan", "complete the tally rows in the yearbook")
            },
        ),
        NotClosed::Confidential(kind) => return confidential(kind),
        // Told as findings, with their places.
        NotClosed::Private(_) => return Failure::Usage(again.clone(), again),
        NotClosed::Refused(refused) => (refused.text(), again),
        NotClosed::Edit(error) => {
            let why = uneditable(error);
            (text!("het jaarboek kan niet worden bewerkt: {why}", "the yearbook cannot be edited: {why}", why), again)
        }
    };
    Failure::Usage(message, remedy)
}
