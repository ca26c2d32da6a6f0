//! `klacht letter`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::calendar::SpokenDay;
use crate::case::Case;
use crate::casework::{Workspace, still_kept};
use crate::cli::case::letter_place;
use crate::cli::case::letter_sent::{Sent, body, body_of};
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::put::{put, put_new, unwritten};
use crate::cli::sealed::known::complainant;
use crate::cli::values::{Unfit, one_of};
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::docket::Docket;
use crate::letters::{Addressee, Author, Kind, LetterError, Templates, draft, overrides};
use crate::publish::findings;

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
    /// With --sent: the date on which it was sent; today if omitted.
    #[arg(long, value_name = "DATE", value_parser = SpokenDay::read, requires = "letter_sent")]
    pub on: Option<SpokenDay>,
    /// With --sent: commit the case, and only that.
    #[arg(long, requires = "letter_sent", conflicts_with = "preview")]
    pub commit: bool,
    /// With --sent: show what would be sealed; write nothing.
    #[arg(id = "preview", long = "dry-run", requires = "letter_sent")]
    pub dry_run: bool,
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
    let (workspace, file) = Workspace::open_case(dir, &args.case)?;
    let today = day_of(&workspace, global, world);
    still_kept(&file.case)?;
    if let (Some(Some(path)), Some(kind)) = (&args.sent, args.kind) {
        return Sent { args, kind, workspace: &workspace, file: &file }.keep(body_of(path)?, global, world, out);
    }
    let (version, history) = workspace.version(&file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let discussed = workspace.context.discussed(&file.regulation);
    let mut author = Author::new(&docket, out.lang, today, &discussed);
    let Some(kind) = args.kind else {
        let kinds = author.possible();
        out.print(&choices(&kinds, out))?;
        if let Some(first) = kinds.first() {
            let (id, word) = (&file.case.id, first.name(out.lang));
            let more = text!("Schrijf er een: klacht letter {id} {word}", "Write one: klacht letter {id} {word}");
            out.note(more.in_(out.lang));
        }
        return Ok(0);
    };
    if let Some(addressee) = addressee(&workspace, &file.case, global, world, out)? {
        author = author.to(addressee);
    }
    let templates = Templates::new(&overrides(&workspace.files)?).map_err(|error| told(error, &workspace, out))?;
    let letter = author.write(kind, &templates).map_err(|error| told(error, &workspace, out))?;
    if args.sent.is_some() {
        return Sent { args, kind, workspace: &workspace, file: &file }.keep(body(&letter)?, global, world, out);
    }
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
