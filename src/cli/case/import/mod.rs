//! `klacht import`.

mod asked;
mod report;
mod watch;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::calendar::{SpokenDay, Toward};
use crate::casework::{Lock, Workspace};
use crate::cli::ask::Answers;
use crate::cli::context::{commit, day_of, said_day, said_open};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::known::with_persons;
use crate::cli::values::{one_of, pair};
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::intake::{self, Confidential, Given, Map, Run, Unusable, map};
use crate::paths::case_name;

/// `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// E-mails (.eml, .msg, .mbox), a table (.csv) or issue forms (.md).
    /// A folder, also a Maildir, stands for the messages in it.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Add the messages to this case instead of making cases of them.
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// Import it although it does not look like a new complaint.
    #[arg(long)]
    pub anyway: bool,
    /// Who sent a message from an address of the organisation: complainant or colleague.
    #[arg(long, value_name = "WHO", value_parser = one_of::<SentBy>())]
    pub sent_by: Option<SentBy>,
    /// The folder for names, addresses and texts; git must not see it.
    #[arg(long, value_name = "DIR", env = "KLACHT_CONFIDENTIAL")]
    pub confidential: PathBuf,
    /// The map of a table: which column contains what.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// The regulation; if omitted, taken from the address to which an e-mail was sent.
    #[arg(id = "import_regulation", long = "regulation", value_name = "REGULATION")]
    pub regulation: Option<String>,
    /// The date of receipt, instead of the one in the file.
    #[arg(long, value_name = "DATE", value_parser = SpokenDay::read)]
    pub received: Option<SpokenDay>,
    /// The channel; if omitted, taken from the address to which an e-mail was sent.
    #[arg(long, value_name = "CHANNEL")]
    pub channel: Option<String>,
    /// Internal or external, if the regulation distinguishes them.
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// The complainant's role, if there is more than one.
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// Another party, such as trainer:respondent; repeat for each.
    #[arg(long, value_name = "ROLE:POSITION")]
    pub party: Vec<String>,
    /// A topic; repeat for each.
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// The main topic.
    #[arg(long, value_name = "TOPIC")]
    pub main_topic: Option<String>,
    /// The severity.
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<String>,
    /// A field of this organisation; repeat for each.
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub field: Vec<(String, String)>,
    /// What the complainant's own words also contain, such as address,city; repeat for each.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub sealed: Vec<String>,
    /// Commit the new cases together, and only those.
    #[arg(long, conflicts_with = "dry_run")]
    pub commit: bool,
    /// Report only; write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Keep looking into folders for new messages, until stopped; what was imported is put aside in its folder.
    #[arg(long, conflicts_with_all = ["dry_run", "case"])]
    pub watch: bool,
}

/// Who sent a message from an address of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SentBy {
    /// Who complains.
    Complainant,
    /// Somebody who passed it on.
    Colleague,
}

/// Runs it; the exit code.
pub fn run(args: &Import, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    if args.watch {
        return watch::run(args, global, world, out);
    }
    let files: Vec<PathBuf> = args.files.iter().flat_map(|file| watch::files(file)).collect();
    let done = round(&files, args, global, world, out)?;
    Ok(u8::from(done.refused))
}

/// What came of files that were imported together.
#[derive(Default)]
struct Done {
    /// Those that need not be looked at again.
    through: Vec<PathBuf>,
    /// Whether one was refused.
    refused: bool,
}

/// Imports files together.
fn round(
    files: &[PathBuf],
    args: &Import,
    global: &Global,
    world: &World<'_>,
    out: &mut Output,
) -> Result<Done, Failure> {
    let register = global.dir.as_deref().unwrap_or(Path::new("."));
    let map = args.map.as_deref().map(|path| read_map(path, out.lang)).transpose()?;
    let workspace = with_persons(Workspace::open(register, None)?, world)?;
    let today = day_of(&workspace, global, world);
    let base = given(args, said_day(args.received, "--received", (today, Toward::Past), out)?);
    let lock = Lock::take(&workspace)?;
    let (dir, root) = (args.confidential.as_path(), workspace.root.as_path());
    let folder = if args.dry_run { Confidential::open(dir, root) } else { Confidential::hold(dir, root, &lock) };
    let mut folder = folder.map_err(|error| unusable(error, args))?;
    let answers = Answers::new(global, world, out).for_a_case(&workspace, today);
    let (mut done, mut made) = (Done::default(), Vec::new());
    for file in files {
        let mut said = Said { given: base.clone(), case: args.case.clone() };
        let outcome = loop {
            let run = Run {
                workspace: &workspace,
                given: &said.given,
                map: map.as_ref(),
                today,
                dry: args.dry_run,
                random: world.random,
            };
            let outcome = match &said.case {
                Some(id) => run.add(file, &Workspace::open_case(register, id)?.1, &mut folder)?,
                None => run.import(file, &mut folder)?,
            };
            if args.watch || !outcome.refused() || !answers.are_a_persons() {
                break outcome;
            }
            out.note(&report::report(file, &outcome, args.dry_run, out.lang));
            if !asked::ask(&outcome, &mut said, &workspace, today, &answers)? {
                break outcome;
            }
        };
        done.refused |= outcome.refused();
        if !outcome.refused() {
            done.through.push(file.clone());
        }
        out.print(&report::report(file, &outcome, args.dry_run, out.lang))?;
        made.extend(outcome.cases);
    }
    made.dedup();
    if !made.is_empty() && !args.dry_run {
        finish(&workspace, &made, args, out)?;
    }
    Ok(done)
}

/// What was said of one file, by flags and by answers.
struct Said {
    given: Given,
    case: Option<String>,
}

/// Commits the new cases, or says how that is done, and says what comes next.
fn finish(workspace: &Workspace, made: &[String], args: &Import, out: &Output) -> Result<(), Failure> {
    let paths: Vec<&str> = made.iter().map(String::as_str).collect();
    let ids: Vec<&str> = paths.iter().filter_map(|path| case_name(path)).collect();
    let message = match ids.as_slice() {
        [id] if args.case.is_some() => format!("Klacht {id}: bericht toegevoegd"),
        [id] => format!("Klacht {id} geopend"),
        _ => format!("Klachten geopend: {}", ids.len()),
    };
    if args.commit {
        commit(workspace, &paths, &message)?;
    } else {
        said_open(workspace, &paths, &message, out);
    }
    for id in ids {
        let next = format!("klacht step {id}");
        out.note(text!("Hoe verder: {next}", "What comes next: {next}").in_(out.lang));
    }
    Ok(())
}

fn given(args: &Import, received: Option<NaiveDate>) -> Given {
    Given {
        regulation: args.regulation.clone(),
        received,
        channel: args.channel.clone(),
        source: args.source.clone(),
        role: args.role.clone(),
        parties: args.party.clone(),
        topics: args.topic.clone(),
        main_topic: args.main_topic.clone(),
        severity: args.severity.clone(),
        fields: args.field.iter().map(|(key, value)| (key.clone(), value.trim().to_owned())).collect(),
        sealed: args.sealed.clone(),
        sent_by: args.sent_by.map(|who| match who {
            SentBy::Complainant => intake::SentBy::Complainant,
            SentBy::Colleague => intake::SentBy::Colleague,
        }),
        anyway: args.anyway,
    }
}

fn read_map(path: &Path, lang: Lang) -> Result<Map, Failure> {
    let shown = path.display();
    let source = std::fs::read_to_string(path).map_err(|error| {
        let kind = error.kind();
        Failure::Usage(
            text!("kan {shown} niet lezen: {kind}", "cannot read {shown}: {kind}"),
            text!("klopt de naam van de kaart?", "is the name of the map correct?"),
        )
    })?;
    map::read(&source).map_err(|faults| {
        let lines: Vec<String> =
            faults.iter().map(|(line, message)| format!("{shown}:{line}: {}", message.in_(lang))).collect();
        let said = lines.join("\n");
        Failure::Usage(
            Text::new(said.clone(), said),
            text!("herstel de kaart; docs/import.md heeft een voorbeeld", "fix the map; docs/import.md has an example"),
        )
    })
}

fn unusable(error: Unusable, args: &Import) -> Failure {
    match error {
        Unusable::WithinReach(message, remedy) => Failure::Usage(message, remedy),
        Unusable::Held(error) => error.into(),
        Unusable::File(error) => {
            let (shown, kind) = (args.confidential.display(), error.kind());
            Failure::File(
                text!("kan {shown} niet gebruiken: {kind}", "cannot use {shown}: {kind}"),
                text!("mag u daar lezen en schrijven?", "may you read and write there?"),
            )
        }
    }
}
