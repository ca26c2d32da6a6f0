//! `klacht init`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use chrono::NaiveDate;

use crate::calendar::{SpokenDay, Toward};
use crate::casework::Workspace;
use crate::cli::ask::Answers as Asker;
use crate::cli::case::args::Keep;
use crate::cli::context::said_day;
use crate::cli::git::args::Install;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::put_over_own;
use crate::cli::sealed::args::MakeRecovery;
use crate::cli::sealed::recovery;
use crate::cli::setup::init_ask::{ByFlag, ask};
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};
use crate::init::{
    ANSWERS, Answers, Around, Forge, Found, Given, Key, Planned, Remembered, TemplateFault, append, checked,
    difference, files, held, plan, put, remembered,
};
use crate::register::{Register, begin, setting_at};

/// `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; this one if omitted.
    #[arg(value_name = "DIR")]
    pub place: Option<PathBuf>,
    #[command(flatten)]
    pub answers: ByFlag,
    /// Where the repository is hosted; guessed from the remote if omitted.
    #[arg(long, value_name = "FORGE", value_parser = Forge::ALL.map(Forge::word))]
    pub forge: Option<String>,
    /// The date from which the regulation is in force; today if omitted.
    #[arg(id = "holds_from", long = "valid-from", value_name = "DATE", value_parser = SpokenDay::read)]
    pub valid_from: Option<SpokenDay>,
    /// Also make the recovery key, into this folder outside the register (a stick for the safe), and show its cards.
    #[arg(id = "init_safe", long = "safe", value_name = "DIR", conflicts_with_all = ["diff", "dry_run"])]
    pub safe: Option<PathBuf>,
    /// Accept the proposed answer wherever none is given.
    #[arg(long)]
    pub yes: bool,
    /// Show how what would be written differs from what is there; write nothing.
    #[arg(long, conflicts_with = "dry_run")]
    pub diff: bool,
    /// List the files that would be written; write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs it; the exit code.
pub fn run(args: &Init, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let mut given = args.answers.given()?;
    if let Some(forge) = &args.forge {
        given.take(Key::Forge, forge).map_err(|wrong| Failure::Usage(wrong.message, wrong.remedy))?;
    }
    let root = root(args, global);
    let register = repository(&root)?;
    let (answers, begun) = answers(args, given, &root, global, world, out)?;
    let drafts = files(&answers).map_err(broken)?;
    // The answers are kept anew where one of them may change.
    let rewritten =
        |p: &Planned| begun && args.forge.is_some() && p.draft.path == ANSWERS && matches!(p.found, Found::Other(_));
    let (answered, planned): (Vec<Planned>, Vec<Planned>) = plan(&root, drafts).into_iter().partition(rewritten);
    if args.diff {
        let all: String = answered.iter().chain(&planned).filter_map(difference).collect();
        out.print(&all)?;
        kept(&planned, true, out);
        return Ok(0);
    }
    let wanting = |p: &&Planned| matches!(p.found, Found::Nothing | Found::Lacking(..));
    let missing: Vec<&Planned> = planned.iter().filter(wanting).collect();
    if args.dry_run {
        answered.iter().chain(missing).try_for_each(|p| out.print(&format!("{}\n", p.draft.path)))?;
        kept(&planned, false, out);
        return Ok(0);
    }
    let fresh = register.is_none();
    write(&root, &missing, register, out)?;
    for planned in &answered {
        put_over_own(&root.join(ANSWERS), planned.draft.text.as_bytes(), |_| true)?;
        out.note(&format!("~ {ANSWERS}"));
    }
    kept(&planned, false, out);
    if let Some(dir) = &args.safe {
        let keep = Keep { commit: false, dry_run: false };
        let workspace = Workspace::open(&root, None)?;
        recovery::make(&MakeRecovery { dir: dir.clone(), keep }, &workspace, global, world, out)?;
    }
    if missing.is_empty() && answered.is_empty() && begun && !fresh && args.safe.is_none() {
        out.note(said(
            out.lang,
            "er is niets gewijzigd: dit register is af",
            "nothing was changed: this register is complete",
        ));
        return Ok(0);
    }
    out.note(said(out.lang, "Klaar. Ga zo verder:", "Done. Next steps:"));
    let unknown_actor = around(&root, world)?.own_address.is_none().then_some(answers.handler.as_str());
    out.print(&next(args.place.as_deref(), unknown_actor, global, out.lang))?;
    if args.safe.is_none() {
        let said = text!(
            "Namen en verhalen verzegelen: klacht keys new, en voor de kluis: klacht keys recovery make MAP",
            "To seal names and stories: klacht keys new, and for the safe: klacht keys recovery make FOLDER"
        );
        out.note(said.in_(out.lang));
    }
    Ok(0)
}

/// A template of the program that cannot be filled.
pub fn broken(fault: TemplateFault) -> Failure {
    let fault = fault.0;
    Failure::File(
        text!("een sjabloon van het programma is stuk: {fault}", "a template of the program is broken: {fault}"),
        text!("meld dit; het is een fout in klacht", "report this; it is a bug in klacht"),
    )
}

fn said<'a>(lang: Lang, nl: &'a str, en: &'a str) -> &'a str {
    if lang == Lang::Nl { nl } else { en }
}

fn root(args: &Init, global: &Global) -> PathBuf {
    let from = global.dir.as_deref().unwrap_or(Path::new("."));
    args.place.as_ref().map_or_else(|| from.to_path_buf(), |place| from.join(place))
}

/// The repository that begins in this very folder; none where there is none.
fn repository(root: &Path) -> Result<Option<Register>, Failure> {
    let exists = fs::symlink_metadata(root).is_ok();
    if exists && !root.is_dir() {
        let shown = root.display();
        return Err(Failure::Usage(
            text!("{shown} is geen map", "{shown} is not a folder"),
            text!("geef een andere map", "name another folder"),
        ));
    }
    // A folder that is yet to be made may lie within a repository all the same.
    let Some(there) = root.ancestors().find(|above| above.is_dir() || above.as_os_str().is_empty()) else {
        return Ok(None);
    };
    let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
    let register = match Register::open(there) {
        Err(error) if error.is_no_repository() => return Ok(None),
        other => other?,
    };
    let own = register.root().and_then(|r| r.canonicalize().ok());
    if exists && own.is_some() && own == root.canonicalize().ok() {
        return Ok(Some(register));
    }
    let whole = register.root().unwrap_or(there).display().to_string();
    Err(Failure::Usage(
        text!(
            "deze map ligt in het git-register {whole}; een klachtenregister is een heel git-register",
            "this folder is inside the git repository {whole}; a complaints register is a repository of its own"
        ),
        text!("kies een map daarbuiten, of die map zelf", "choose a folder outside it, or that folder itself"),
    ))
}

/// The answers, and whether they were given in an earlier run.
fn answers(
    args: &Init,
    mut given: Given,
    root: &Path,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<(Answers, bool), Failure> {
    let wrong = |wrong: crate::init::Wrong| Failure::Usage(wrong.message, wrong.remedy);
    let around = around(root, world)?;
    let today = global.today.unwrap_or(world.clock);
    let from = said_day(args.valid_from, "--valid-from", (today, Toward::Past), out)?;
    if let Some(mut earlier) = earlier(root)? {
        // Where the repository is hosted may change at any time.
        if let Some(forge) = given.get(Key::Forge) {
            earlier.given.take(Key::Forge, forge).map_err(wrong)?;
        }
        if let Some(key) = given.contradicts(&earlier.given) {
            return Err(contradicted(key.word()));
        }
        if from.is_some_and(|day| day != earlier.valid_from) {
            return Err(contradicted("valid-from"));
        }
        let answers = Answers::complete(&earlier.given, &around, earlier.lang, earlier.valid_from).map_err(wrong)?;
        return Ok((answers, true));
    }
    if held(root) {
        return Err(Failure::Usage(
            text!(
                "hier is al een register, met een eigen regeling",
                "there is already a register here, with a regulation of its own"
            ),
            text!(
                "kies een lege map; voor dit register: klacht hook install en klacht doctor",
                "choose an empty folder; for this register: klacht hook install and klacht doctor"
            ),
        ));
    }
    ask(&mut given, &around, args.yes, "klacht init", global, world, out)?;
    let from = match from {
        None if !args.yes => Some(since_when(today, &Asker::new(global, world, out))?),
        said => said,
    };
    Ok((Answers::complete(&given, &around, out.lang, from.unwrap_or(today)).map_err(wrong)?, false))
}

/// Since when the regulation is in force: a complaint of before that day falls under no version.
fn since_when(today: NaiveDate, asker: &Asker) -> Result<NaiveDate, Failure> {
    let label = text!("sinds wanneer geldt de regeling", "since when is the regulation in force");
    asker.day(&label, today, Toward::Past, &|_| Ok(()))
}

/// What is known of a folder before anything is asked.
pub fn around(root: &Path, world: &World<'_>) -> Result<Around, Failure> {
    let there = if root.is_dir() { root } else { Path::new(".") };
    let author = (world.env)("GIT_AUTHOR_EMAIL").filter(|email| !email.is_empty());
    let own = match author {
        Some(email) => Some(email),
        None => setting_at(there, "user.email")?,
    };
    let remote = if root.is_dir() { setting_at(root, "remote.origin.url")? } else { None };
    Ok(Around {
        own_address: own.filter(|email| checked(Key::Handler, email, &Given::default()).is_ok()),
        forge: remote.map_or(Forge::None, |url| Forge::guessed(&url)),
    })
}

/// What an earlier run of `init` was told.
pub fn earlier(root: &Path) -> Result<Option<Remembered>, Failure> {
    match fs::read_to_string(root.join(ANSWERS)) {
        Ok(source) => remembered(&source).map(Some).map_err(|wrong| Failure::Usage(wrong.message, wrong.remedy)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unwritable(&root.join(ANSWERS), &error)),
    }
}

fn contradicted(flag: &str) -> Failure {
    Failure::Usage(
        text!(
            "dit register is al begonnen met een ander antwoord op --{flag}",
            "this register was set up with another answer to --{flag}"
        ),
        text!(
            "laat de vlag weg; of wijzig het antwoord in .klacht-init.yaml, bekijk het met klacht init --diff, en pas de bestanden zelf aan",
            "leave the flag out; or change the answer in .klacht-init.yaml, see the difference with klacht init --diff, and change the files yourself"
        ),
    )
}

/// Writes what is missing, and sees that git guards it.
fn write(root: &Path, missing: &[&Planned], register: Option<Register>, out: &Output) -> Result<(), Failure> {
    fs::create_dir_all(root).map_err(|error| unwritable(root, &error))?;
    let register = match register {
        Some(register) => register,
        None => begin(root)?,
    };
    for planned in missing {
        let path = &planned.draft.path;
        let failed = |error| unwritable(&root.join(path), &error);
        if let Found::Lacking(_, lines) = &planned.found {
            append(root, &planned.draft, lines).map_err(failed)?;
            out.note(&added(path, lines, out.lang));
        } else if put(root, &planned.draft).map_err(failed)? {
            out.note(&format!("+ {path}"));
        }
    }
    match crate::cli::git::install::install(&Install { server: false, replace: false }, &register, None, out) {
        // Somebody else's hook stays; the register is made all the same.
        Err(Failure::Usage(message, remedy)) => {
            out.note(&format!("{}; {}", message.in_(out.lang), remedy.in_(out.lang)));
            Ok(())
        }
        other => other,
    }
}

/// What was added to a file of somebody else's.
fn added(path: &str, lines: &str, lang: Lang) -> String {
    let rules: Vec<&str> = lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let rules = rules.join(" ");
    match lang {
        Lang::Nl => format!("+ {path}: aangevuld met {rules}; wat er stond, blijft"),
        Lang::En => format!("+ {path}: added {rules}; the rest stays as it was"),
    }
}

/// Tells what stays as it is though it would be written otherwise.
fn kept(planned: &[Planned], strange_only: bool, out: &Output) {
    for planned in planned {
        let path = &planned.draft.path;
        let told = match (&planned.found, out.lang) {
            (Found::Other(_), _) if strange_only => continue,
            (Found::Other(_), Lang::Nl) => format!("= {path} blijft zoals het is; zie klacht init --diff"),
            (Found::Other(_), Lang::En) => format!("= {path} stays as it is; see klacht init --diff"),
            (Found::Strange, Lang::Nl) => format!("= {path} blijft zoals het is: het is geen tekstbestand"),
            (Found::Strange, Lang::En) => format!("= {path} stays as it is: it is not a text file"),
            _ => continue,
        };
        out.note(&told);
    }
}

/// The next commands, as they can be run from where this one was. Whom git does not know yet begins as the handler: git takes
/// no commit of a stranger, and the register knows its people by the addresses of its people.yaml.
fn next(place: Option<&Path>, unknown_actor: Option<&str>, global: &Global, lang: Lang) -> String {
    let dirs = [global.dir.as_deref(), place];
    let folder = dirs.into_iter().flatten().fold(PathBuf::new(), |all, dir| all.join(dir));
    let there = match folder.to_string_lossy() {
        here if matches!(here.as_ref(), "" | ".") => String::new(),
        folder => format!(" -C {}", quoted(&folder)),
    };
    let message = said(lang, "Register begonnen", "Register begun");
    let mut text = String::new();
    // Writing to a string cannot fail.
    if let Some(handler) = unknown_actor {
        let _ = writeln!(text, "  git{there} config user.name \"{}\"", said(lang, "Uw naam", "Your name"));
        let _ = writeln!(text, "  git{there} config user.email {}", quoted(handler));
    }
    let _ = writeln!(text, "  git{there} add --all && git{there} commit --message \"{message}\"");
    let _ = writeln!(text, "  klacht{there} new");
    let _ = writeln!(text, "  klacht{there} serve");
    text
}

/// As a shell reads it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let name = path.display();
    Failure::File(
        text!("kan {name} niet schrijven: {kind}", "cannot write {name}: {kind}", kind = error.kind()),
        text!(
            "kijk of u hier mag schrijven, en draai klacht init opnieuw: het gaat verder waar het was",
            "check that you may write here, and run klacht init again: it continues where it stopped"
        ),
    )
}
