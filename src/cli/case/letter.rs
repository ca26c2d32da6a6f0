//! `klacht letter`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::case::Case;
use crate::casework::{CaseFile, Short, Workspace, judge_edit, still_kept};
use crate::cli::ask::somebody_there;
use crate::cli::case::args::TypedAnswers;
use crate::cli::case::letter_place;
use crate::cli::case::letter_sent::{Body, Sent, body, body_of};
use crate::cli::case::step::Visit;
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::{put, put_new, unwritten};
use crate::cli::sealed::known::complainant;
use crate::cli::sealed::seal::whoever_seals;
use crate::cli::values::{Unfit, one_of};
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::docket::Docket;
use crate::letters::{Addressee, Author, Kind, Letter as Written, LetterError, Templates, draft, overrides};
use crate::publish::findings;
use crate::site::{Address, Part};

/// `letter`.
#[derive(Debug, Args)]
pub struct Letter {
    /// The case id.
    #[arg(value_name = "ID")]
    pub case: String,
    /// The kind: acknowledgement, request, invitation, extension, progress, outcome, referral or closing.
    #[arg(value_name = "KIND", value_parser = kind)]
    pub kind: Option<Kind>,
    /// As text, or as a draft for a mail program.
    #[arg(id = "letter_format", long = "format", value_name = "FORMAT", default_value = "text", value_parser = one_of::<LetterFormat>())]
    pub format: LetterFormat,
    /// The file to write; standard output if omitted.
    #[arg(id = "letter_output", short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if it exists.
    #[arg(long)]
    pub force: bool,
    /// Keep it sealed with the case as it was sent: this file, `-` for standard input, or the text as the program writes it.
    #[arg(id = "letter_sent", long = "sent", value_name = "FILE", num_args = 0..=1, requires = "kind", conflicts_with_all = ["letter_output", "letter_format"])]
    #[allow(clippy::option_option, reason = "not said, said, and said with a file")]
    pub sent: Option<Option<PathBuf>>,
    /// What is said of the step that the letter goes with, where that is not recorded yet; with --sent it is recorded.
    #[command(flatten)]
    pub said: TypedAnswers,
}

/// How a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LetterFormat {
    /// Plain text.
    Text,
    /// A draft of an e-mail.
    Eml,
}

/// Runs it; the exit code.
pub fn run(args: &Letter, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    if args.sent.is_none() && (args.said.keep.commit || args.said.keep.dry_run) {
        return Err(Failure::Usage(
            text!("zonder `--sent` wordt er niets vastgelegd", "without `--sent` nothing is recorded"),
            text!("voeg `--sent` toe, of laat dit weg", "add `--sent`, or leave this out"),
        ));
    }
    let (workspace, file) = Workspace::open_case(dir, &args.case)?;
    still_kept(&file.case)?;
    let visit = Visit { workspace, file, global, world };
    let Some(kind) = args.kind else { return possible(&visit, out) };
    let coming = coming(&visit, kind)?;
    if coming.is_none() && !args.said.is_empty() {
        return Err(Failure::Usage(
            text!(
                "bij deze brief is geen stap meer vast te leggen: die is al gezet, kan nu niet, of er is er geen",
                "no step goes with this letter any more: it was taken, is not possible now, or there is none"
            ),
            text!(
                "laat weg wat u over de stap zegt, zoals `--set`",
                "leave out what you say of the step, such as `--set`"
            ),
        ));
    }
    if let Some(Some(path)) = &args.sent {
        return sent(&visit, (args, kind), coming.as_deref(), body_of(path)?, out);
    }
    let letter = match (&coming, args.said.is_empty() && args.sent.is_none()) {
        (Some(step), false) => written(&visit, &visit.with(step, &args.said, out)?, kind, out)?,
        (Some(step), true) => match written(&visit, &visit.file, kind, out) {
            // Before it is true that it was sent, as it would be.
            Err(refused @ Failure::Usage(..)) => match visit.with(step, &args.said, out) {
                Ok(file) => written(&visit, &file, kind, out)?,
                Err(Failure::Stopped) => return Err(Failure::Stopped),
                Err(_) => return Err(refused),
            },
            other => other?,
        },
        (None, _) => written(&visit, &visit.file, kind, out)?,
    };
    if args.sent.is_some() {
        return sent(&visit, (args, kind), coming.as_deref(), body(&letter)?, out);
    }
    let (workspace, file) = (&visit.workspace, &visit.file);
    let today = day_of(workspace, global, world);
    let bytes = match args.format {
        LetterFormat::Text => letter.text.into_bytes(),
        LetterFormat::Eml => draft(&letter, today)?,
    };
    match &args.output {
        None => out.print(&String::from_utf8_lossy(&bytes))?,
        Some(path) => {
            letter_place::fit(path, &workspace.root, file.case.id)?;
            keep(path, &bytes, args.force)?;
            let shown = path.display();
            out.note(text!("geschreven: {shown}", "written: {shown}").in_(out.lang));
        }
    }
    Ok(0)
}

/// Prints the kinds that can be written now.
fn possible(visit: &Visit<'_>, out: &Output) -> Result<u8, Failure> {
    let (version, history) = visit.workspace.version(&visit.file)?;
    let docket = Docket::replay(&visit.file.case, version, &history.people);
    let discussed = visit.workspace.context.discussed(&visit.file.regulation);
    let today = day_of(&visit.workspace, visit.global, visit.world);
    let kinds = Author::new(&docket, out.lang, today, &discussed).possible();
    out.print(&choices(&kinds, out))?;
    if let Some(first) = kinds.first() {
        let (id, word) = (&visit.file.case.id, first.name(out.lang));
        let more = text!("Schrijf er een: klacht letter {id} {word}", "Write one: klacht letter {id} {word}");
        out.note(more.in_(out.lang));
    }
    Ok(0)
}

/// The step that a letter goes with, where it was not taken in this round and can be now.
fn coming(visit: &Visit<'_>, kind: Kind) -> Result<Option<String>, Failure> {
    let (version, history) = visit.workspace.version(&visit.file)?;
    let docket = Docket::replay(&visit.file.case, version, &history.people);
    let progress = &docket.progress;
    let step = match kind {
        Kind::Acknowledgement => Short::Acknowledge.step(&docket, None).ok(),
        Kind::Extension => Short::Extend.step(&docket, None).ok(),
        Kind::Outcome => version.regulation.milestones.outcome.clone(),
        Kind::Referral => Short::Refer.step(&docket, None).ok(),
        Kind::Closing => Short::Close.step(&docket, None).ok(),
        Kind::Request | Kind::Invitation | Kind::Progress => None,
    };
    let open = |id: &String| {
        let taken = progress.taken.iter().any(|t| t.step.id == *id && t.round == progress.round);
        !taken && version.regulation.step(id).is_some_and(|step| progress.obstacles(step).is_empty())
    };
    Ok(step.filter(open))
}

/// The letter in a case as it is, or as it would be.
fn written(visit: &Visit<'_>, file: &CaseFile, kind: Kind, out: &Output) -> Result<Written, Failure> {
    let (workspace, global, world) = (&visit.workspace, visit.global, visit.world);
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let discussed = workspace.context.discussed(&file.regulation);
    let mut author = Author::new(&docket, out.lang, day_of(workspace, global, world), &discussed);
    author = author.with_page(page(workspace, &file.regulation, out.lang));
    if let Some(addressee) = addressee(workspace, &file.case, global, world, out)? {
        author = author.to(addressee);
    }
    let templates = Templates::new(&overrides(&workspace.files)?).map_err(|error| told(error, workspace, out))?;
    author.write(kind, &templates).map_err(|error| told(error, workspace, out))
}

/// Where the regulation can be read, where the register says at which address its site stands.
fn page(workspace: &Workspace, regulation: &str, lang: Lang) -> Option<String> {
    let base = workspace.context.settings.site.address.as_deref()?.trim_end_matches('/');
    let folder = Address::Of(lang, regulation.to_owned(), Part::Regulation).folder();
    Some(format!("{base}/{folder}"))
}

/// Records the step that the letter goes with, where it was not taken yet, and keeps what was sent; the exit code.
fn sent(
    visit: &Visit<'_>,
    (args, kind): (&Letter, Kind),
    coming: Option<&str>,
    body: Body,
    out: &mut Output,
) -> Result<u8, Failure> {
    let (workspace, global, world) = (&visit.workspace, visit.global, visit.world);
    // Nothing is recorded of a letter that cannot be kept.
    whoever_seals(workspace, &visit.file, global, world)?;
    let coming = coming.filter(|step| !args.said.is_empty() || certain(visit, step, &args.said, out));
    if let Some(step) = coming {
        let code = visit.take(step, &args.said, out)?;
        if code != 0 {
            return Ok(code);
        }
    }
    let file = workspace.read(&visit.file.path)?;
    Sent { args, kind, workspace, file: &file, recorded: coming.is_some() }.keep(body, global, world, out)
}

/// Whether a step can be recorded of which nothing is said: all that it takes is certain, or somebody can be asked. Else what was
/// sent is kept all the same, and the step is for later.
fn certain(visit: &Visit<'_>, step: &str, said: &TypedAnswers, out: &Output) -> bool {
    if somebody_there(visit.global, visit.world) {
        return true;
    }
    let (path, before) = (&visit.file.path, &visit.file.source);
    let today = day_of(&visit.workspace, visit.global, visit.world);
    let with = visit.with(step, said, out);
    with.is_ok_and(|file| !judge_edit(&visit.workspace, path, Some(before), &file.source, today).refused())
}

/// The complainant as they are known from the sealed part; nothing where nothing is sealed, or not for whoever asks.
fn addressee(
    workspace: &Workspace,
    case: &Case,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<Option<Addressee>, Failure> {
    let Some(person) = complainant(workspace, case, global, world, out)? else { return Ok(None) };
    let value = |key: &str| person.get(key).map(|value| value.to_string());
    let mut lines: Vec<String> = value("address").iter().flat_map(|a| a.lines()).map(str::to_owned).collect();
    lines.extend(value("city"));
    if lines.is_empty() {
        lines.extend(value("email"));
    }
    Ok(Some(Addressee { name: value("name"), lines }))
}

fn kind(word: &str) -> Result<Kind, Unfit> {
    Kind::named(word).ok_or_else(|| {
        let near = crate::yaml::most_like(word, Kind::words());
        let all = |lang: Lang| near.map_or_else(|| Kind::ALL.map(|kind| kind.name(lang)).join(", "), str::to_owned);
        let all = Text::new(all(Lang::Nl), all(Lang::En));
        Unfit(text!("kies: {all}", "choose: {all}", all))
    })
}

/// The kinds that can be written now, one a line.
fn choices(kinds: &[Kind], out: &Output) -> String {
    kinds.iter().fold(String::new(), |mut text, kind| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:<22}{}", kind.name(out.lang), kind.about().in_(out.lang));
        text
    })
}

/// Why there is no letter: what to do first, or what is wrong with a template and where.
fn told(error: LetterError, workspace: &Workspace, out: &Output) -> Failure {
    let faults = match error {
        LetterError::NotNow(message, remedy) => return Failure::Usage(message, remedy),
        LetterError::Template(faults) => faults,
    };
    let lines: Vec<String> = findings(&faults, &workspace.context)
        .iter()
        .map(|f| format!("{}:{}:{}: {}", f.path, f.position.line, f.position.column, f.message.in_(out.lang)))
        .collect();
    let said = lines.join("\n");
    Failure::Usage(
        Text::new(said.clone(), said),
        text!(
            "herstel de sjabloon onder site-templates/letters, of haal die weg: dan geldt de meegeleverde",
            "fix the template under site-templates/letters, or remove it to use the bundled one"
        ),
    )
}

/// Puts the letter in its place; replaces a file only when asked to.
fn keep(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let written = if force { put(path, bytes) } else { put_new(path, bytes) };
    let shown = path.display();
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(Failure::Usage(
            text!("{shown} bestaat al", "{shown} already exists"),
            text!("kies een andere naam, of geef `--force`", "choose another name, or use `--force`"),
        )),
        Err(error) => Err(unwritten(path, &error)),
    }
}
