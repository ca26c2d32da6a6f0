//! `klacht add` (vul-aan): facts of a case that came to light after it was opened.

use std::path::Path;

use clap::Args;

use crate::casework::{
    Addition, CHARGED, Counter, EARLIER, FIELD, HOLD, Lock, Values, Workspace, complete, known_of, still_kept,
};
use crate::cli::ask::Answers;
use crate::cli::case::args::Keep;
use crate::cli::case::edit::Edit;
use crate::cli::context::{day_of, edit_fault, which_case};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::known::with_persons;
use crate::cli::values::pair;
use crate::cli::world::World;
use crate::diagnostics::text;

/// `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// The case id; asked for on a terminal if omitted.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: Option<String>,
    /// Another party, as `role[:position][=person]`; repeat for each.
    #[arg(id = "parties", long = "party", value_name = "PARTY")]
    pub parties: Vec<String>,
    /// Another topic; repeat for each.
    #[arg(long = "topic", value_name = "TOPIC")]
    pub topics: Vec<String>,
    /// The main topic.
    #[arg(id = "main_topic", long = "main-topic", value_name = "TOPIC")]
    pub main: Option<String>,
    /// The severity.
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<String>,
    /// Where it comes from, if the regulation asks for that.
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// A field of this organisation; repeat for each.
    #[arg(long = "field", value_name = "KEY=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
    /// What else the sealed part contains, such as address,city.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub sealed: Vec<String>,
    /// The case id of an earlier report of the same matter.
    #[arg(long, value_name = "ID")]
    pub earlier: Option<String>,
    /// What the complainant was charged, in euros.
    #[arg(long, value_name = "AMOUNT")]
    pub charged: Option<String>,
    /// Why it must not be destroyed for now; `'- …'` with the reason to lift that hold.
    #[arg(long, value_name = "REASON", allow_hyphen_values = true)]
    pub hold: Option<String>,
    /// How it is kept.
    #[command(flatten)]
    pub keep: Keep,
}

/// Runs it; the exit code.
pub fn run(args: &Add, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &which_case(args.id.as_deref(), global, world, out)?)?;
    let workspace = with_persons(workspace, world)?;
    still_kept(&file.case)?;
    let today = day_of(&workspace, global, world);
    let (version, history) = workspace.version(&file)?;
    let received = file.case.first_day();
    let counter = Counter { regulation: &version.regulation, id: &file.regulation, people: &history.people, received };
    let mut said = said(args);
    if said.is_empty() {
        let answers = Answers::new(global, world, out).for_a_case(&workspace, today);
        said = asked(&counter, &file.case, &answers)?;
        if said.is_empty() && answers.are_a_persons() {
            out.note(text!("Er is niets aangevuld.", "Nothing was added.").in_(out.lang));
            return Ok(0);
        }
    }
    let drafted = |file: &crate::casework::CaseFile| -> Result<String, Failure> {
        let addition = Addition::of(&counter, &file.case, &said, today)?;
        addition.written(&file.source).map_err(edit_fault)
    };
    let message = format!("Klacht {}: aangevuld", file.case.id);
    let edit = Edit { workspace: &workspace, today, keep: args.keep, message };
    if args.keep.dry_run {
        return edit.shown(&file, &drafted(&file)?, out);
    }
    let lock = Lock::take(&workspace)?;
    // Somebody else may have written while questions were answered.
    let file = workspace.read(&file.path)?;
    still_kept(&file.case)?;
    let text = drafted(&file)?;
    edit.kept(&file, &text, lock, None, out)
}

/// What somebody on a terminal answers to what the regulation wants to know and the case does not say.
fn asked(counter: &Counter<'_>, case: &crate::case::Case, answers: &Answers) -> Result<Values, Failure> {
    let known = known_of(case);
    let mut all = known.clone();
    if answers.are_a_persons() {
        complete(&mut all, |said| counter.wants_besides(&known, said), &mut |prompt| answers.to(prompt))?;
    }
    let mut said = Values::new();
    for (key, values) in all {
        let before = known.get(&key).map_or(0, Vec::len);
        if values.len() > before {
            said.insert(key, values.into_iter().skip(before).collect());
        }
    }
    if said.is_empty() && !answers.are_a_persons() {
        return Err(Failure::Usage(
            text!("er is niets om aan te vullen genoemd", "nothing to add was given"),
            text!(
                "noem wat erbij komt, zoals --party, --topic, --field of --sealed; alles: klacht add --help",
                "name what is new, for instance with --party, --topic, --field or --sealed; all options: klacht add --help"
            ),
        ));
    }
    Ok(said)
}

/// What was said, by the keys of a complaint at the counter.
fn said(args: &Add) -> Values {
    let mut said = Values::new();
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    for (key, values) in [
        ("party", args.parties.clone()),
        ("topic", args.topics.clone()),
        ("main", one(&args.main)),
        ("severity", one(&args.severity)),
        ("source", one(&args.source)),
        ("sealed", args.sealed.clone()),
        (EARLIER, one(&args.earlier)),
        (CHARGED, one(&args.charged)),
        (HOLD, one(&args.hold)),
    ] {
        if !values.is_empty() {
            said.insert(key.to_owned(), values);
        }
    }
    for (key, value) in &args.fields {
        said.entry(format!("{FIELD}{key}")).or_default().push(value.clone());
    }
    said
}
