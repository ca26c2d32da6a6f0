//! `klacht import`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::casework::{Lock, Workspace};
use crate::cli::context::{commit, day_of, said_open};
use crate::cli::global::{Global, day};
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::known::with_persons;
use crate::cli::values::pair;
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::intake::{self, Confidential, Given, Map, Outcome, Run, Unusable, map};
use crate::paths::case_name;

/// `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// E-mails (.eml, .msg, .mbox), a table (.csv) or issue forms (.md).
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Add the messages to this case instead of making cases of them.
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// Import it although it does not look like a new complaint.
    #[arg(long)]
    pub anyway: bool,
    /// Who sent a message from an address of the organisation: complainant or colleague.
    #[arg(long, value_name = "WHO")]
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
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub received: Option<NaiveDate>,
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
}

/// Who sent a message from an address of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SentBy {
    /// Who complains.
    #[value(alias = "klager")]
    Complainant,
    /// Somebody who passed it on.
    #[value(alias = "collega")]
    Colleague,
}

/// Runs it; the exit code.
pub fn run(args: &Import, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let register = global.dir.as_deref().unwrap_or(Path::new("."));
    let map = args.map.as_deref().map(|path| read_map(path, out.lang)).transpose()?;
    let workspace = with_persons(Workspace::open(register, None)?, world)?;
    let given = given(args);
    let lock = Lock::take(&workspace)?;
    let (dir, root) = (args.confidential.as_path(), workspace.root.as_path());
    let folder = if args.dry_run { Confidential::open(dir, root) } else { Confidential::hold(dir, root, &lock) };
    let mut folder = folder.map_err(|error| unusable(error, args))?;
    let today = day_of(&workspace, global, world);
    let run =
        Run { workspace: &workspace, given: &given, map: map.as_ref(), today, dry: args.dry_run, random: world.random };
    let case = args.case.as_deref().map(|id| Workspace::open_case(register, id)).transpose()?.map(|(_, file)| file);
    let (mut refused, mut made) = (false, Vec::new());
    for file in &args.files {
        let outcome = match &case {
            Some(case) => run.add(file, case, &mut folder)?,
            None => run.import(file, &mut folder)?,
        };
        refused |= outcome.refused();
        out.print(&report(file, &outcome, args.dry_run, out.lang))?;
        made.extend(outcome.cases);
    }
    made.dedup();
    if !made.is_empty() && !args.dry_run {
        finish(&workspace, &made, args, out)?;
    }
    Ok(u8::from(refused))
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

fn given(args: &Import) -> Given {
    Given {
        regulation: args.regulation.clone(),
        received: args.received,
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

/// What became of a file: the cases it became, and what was not understood, by line.
fn report(file: &Path, outcome: &Outcome, dry: bool, lang: Lang) -> String {
    let shown = file.display();
    let mut text = String::new();
    // Writing to a string cannot fail.
    for remark in &outcome.remarks {
        let place = remark.line.map_or_else(String::new, |line| format!(":{line}"));
        let word = match (remark.blocks, lang) {
            (true, Lang::Nl) => "fout",
            (true, Lang::En) => "error",
            (false, Lang::Nl) => "let op",
            (false, Lang::En) => "note",
        };
        let _ = writeln!(text, "{shown}{place}: {word}: {}", remark.message.in_(lang));
    }
    let lines = outcome.lines.iter().copied().chain(std::iter::repeat(None));
    for (path, line) in outcome.cases.iter().zip(lines) {
        let place = line.map_or_else(String::new, |line| format!("{shown}:{line}: "));
        let _ = writeln!(text, "{place}{path}");
    }
    let _ = writeln!(text, "{shown}: {}", counted(outcome, dry).in_(lang));
    text
}

/// How many of what came of it. What is not there is not counted aloud.
fn counted(outcome: &Outcome, dry: bool) -> Text {
    if outcome.refused() {
        return text!("niets ingevoerd", "nothing imported");
    }
    let (made, known, attached) = (outcome.cases.len(), outcome.known, outcome.attachments);
    let (added, aside) = (outcome.added, outcome.aside);
    let mut said = if added > 0 {
        text!(
            "toegevoegde berichten: {added}; bijlagen: {attached}",
            "messages added: {added}; attachments: {attached}"
        )
    } else if dry {
        text!("te maken zaken: {made}; bijlagen: {attached}", "cases to make: {made}; attachments: {attached}")
    } else {
        text!("zaken gemaakt: {made}; bijlagen: {attached}", "cases made: {made}; attachments: {attached}")
    };
    said = text!("{said}; al eerder ingevoerd: {known}", "{said}; imported before: {known}", said, known);
    if aside > 0 {
        said = text!("{said}; terzijde gelegd: {aside}", "{said}; set aside: {aside}", said, aside);
    }
    said
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
