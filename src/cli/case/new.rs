//! `klacht new` (nieuw): a valid new case, by flags or by answers.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::calendar::Toward;
use crate::case::CaseId;
use crate::casework::duplicates;
use crate::casework::{
    CaseworkError, Choice, Contents, Counter, FIELD, Lock, NewCase, Office, PERSON, Prompt, Values, Workspace,
    complete, create, free_id, judge_edit, named, seals, with_pieces, would_be,
};
use crate::cli::ask::Answers;
use crate::cli::case::args::New;
use crate::cli::context::{commit, day_of, edit_fault, me, refused, reported, said_day, said_done, said_open};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::contents::{asked, read};
use crate::cli::sealed::known::with_persons;
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::init::Wrong;
use crate::naming;
use crate::regulation::SEALED;
use crate::rules::data_protection::{Allowed, KNOWN_PERSON, Known, Source, scan};
use crate::sealing::Piece;
use crate::vault::VaultError;

/// Runs it; the exit code.
pub fn run(args: &New, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let workspace = with_persons(Workspace::open(dir, None)?, world)?;
    let today = day_of(&workspace, global, world);
    let answers = Answers::new(global, world, out).for_a_case(&workspace, today);
    let regulation = regulation(&workspace, args, &answers)?;
    // Whoever says by flags how it came in knows what to say: then nothing is asked that may be left out.
    let by_flags = args.channel.is_some();
    let received = match said_day(args.received, "--received", (today, Toward::Past), out)? {
        Some(day) => day,
        None if by_flags => today,
        None => day_of_receipt(&workspace, &regulation, today, &answers)?,
    };
    let (version, history) = workspace.in_force(&regulation, received)?;
    let counter = Counter { regulation: &version.regulation, id: &regulation, people: &history.people, received };
    let sealing = seals(&history.people);
    words_or_ticks(args, sealing)?;
    let mut said = said(args);
    // A wrong value is told before any question is asked.
    let lock = Lock::take(&workspace)?;
    let id = free_id(&workspace, received, world.random, &|_| false)?;
    drop(lock);
    if said.contains_key("channel") {
        counter.new_case(id, &said)?;
    }
    complete(&mut said, |said| counter.prompts(said), &mut |prompt| {
        let left = by_flags && !prompt.required && !prompt.key.starts_with(PERSON);
        // Where there are keys, the data themselves are asked for, and sealed.
        if left || (sealing && prompt.key == "sealed") { Ok(Vec::new()) } else { answers.to(prompt) }
    })?;
    let case = counter.new_case(id, &said)?;
    counter.with_complainant(&case)?;
    let contents = match &args.sealed_from {
        Some(path) => read(path)?,
        None if sealing && !by_flags && answers.are_a_persons() => {
            let out_of: Vec<String> = SEALED.iter().take(ASKED).map(|key| (*key).to_owned()).collect();
            out.note(text!("Van de klager; dit wordt verzegeld:", "Of the complainant; this is sealed:").in_(out.lang));
            asked(&out_of, &answers)?
        }
        None => Contents::default(),
    };
    let by = me(&workspace, &history.people, world)?;
    let sealed = contents.pieces(case.parties.first().map(|party| party.key.as_str()), by.as_deref(), today);
    Opened { workspace: &workspace, case: &case, args, today, random: world.random }.keep(sealed, out)
}

/// How many of the data of a complainant are asked for: those that are text.
const ASKED: usize = 6;

/// Where there are keys, words are sealed, and a tick says nothing; where there are none, nothing can be sealed.
fn words_or_ticks(args: &New, sealing: bool) -> Result<(), Failure> {
    match (sealing, args.sealed.is_empty(), &args.sealed_from) {
        (true, false, _) => Err(Failure::Usage(
            text!(
                "dit register verzegelt: met --sealed alleen zegt u wat er is, en niet wat het is",
                "this register seals: with --sealed you say that there is something, and not what"
            ),
            text!(
                "geef de gegevens zelf: `--sealed-from BESTAND`, met regels zoals `name: …`",
                "give the data themselves: `--sealed-from FILE`, with lines such as `name: …`"
            ),
        )),
        (false, _, Some(_)) => Err(VaultError::NoReaders.into()),
        _ => Ok(()),
    }
}

/// A new case that is about to be put in its place.
struct Opened<'a> {
    workspace: &'a Workspace,
    case: &'a NewCase,
    args: &'a New,
    today: NaiveDate,
    random: &'a dyn Fn() -> Option<u64>,
}

/// The day on which the complaint came in, which need not be the day on which somebody writes it down.
fn day_of_receipt(
    workspace: &Workspace,
    regulation: &str,
    today: NaiveDate,
    answers: &Answers,
) -> Result<NaiveDate, Failure> {
    let label = text!("op welke dag kwam de klacht binnen", "on which date the complaint was received");
    let wrong = |message: Text, remedy: Text| Wrong { message, remedy };
    let right = |day: NaiveDate| {
        if day > today {
            let last = text!("hoogstens {today}", "{today} at the latest");
            return Err(wrong(text!("die dag moet nog komen", "that date is in the future"), last));
        }
        match workspace.in_force(regulation, day) {
            Err(CaseworkError::Asked(message, remedy)) => Err(wrong(message, remedy)),
            _ => Ok(()),
        }
    };
    answers.day(&label, today, Toward::Past, &right)
}

impl Opened<'_> {
    /// Seals what is said of the complainant, judges the new case and puts it in its place.
    fn keep(&self, sealed: Vec<(Piece, Vec<String>)>, out: &mut Output) -> Result<u8, Failure> {
        let Self { workspace, case, args, today, .. } = *self;
        let (path, text) = (case.path(), case.text().map_err(edit_fault)?);
        names_none(&sealed, &text)?;
        if args.keep.dry_run {
            let brought = judge_edit(workspace, &path, None, &text, today);
            out.print(&text)?;
            said_alike(&duplicates(workspace, case, &text), None, out);
            return reported(&path, &text, brought.findings, out);
        }
        let lock = Lock::take(workspace)?;
        let (text, office) = self.sealed(text, sealed)?;
        let brought = judge_edit(workspace, &path, None, &text, today);
        if brought.refused() {
            office.iter().try_for_each(|office| office.vault.forget(&case.id.to_string()))?;
            return refused(&path, &text, brought.findings, out);
        }
        // Under the lock, so that of two that open the same case at once one is told.
        let others = duplicates(workspace, case, &text);
        create(workspace, &path, &text)?;
        out.print(&format!("{path}\n{}\n", case.id))?;
        reported(&path, &text, brought.findings, out)?;
        let message = format!("Klacht {} geopend", case.id);
        if args.keep.commit {
            commit(workspace, &[&path], &message)?;
        }
        drop(lock);
        if office.is_some() {
            out.note(text!("Verzegeld. Stuur het in: klacht sync", "Sealed. Send it: klacht sync").in_(out.lang));
        }
        said_done(workspace, &path, out)?;
        if !args.keep.commit {
            said_open(workspace, &[&path], &message, out);
        }
        // What is committed stays: a case is never deleted.
        said_alike(&others, Some(path.as_str()).filter(|_| !args.keep.commit), out);
        Ok(0)
    }

    /// The text of the case with the pieces that it names; sealed before it is written, so that no case names what is not there.
    fn sealed(&self, text: String, sealed: Vec<(Piece, Vec<String>)>) -> Result<(String, Option<Office<'_>>), Failure> {
        if sealed.is_empty() {
            return Ok((text, None));
        }
        let office = Office::begin(self.workspace, self.random)?;
        let file = would_be(&self.case.path(), &text)?;
        let lines = office.seal(&file, sealed, self.today)?;
        Ok((with_pieces(&text, &lines).map_err(edit_fault)?, Some(office)))
    }
}

/// That what is sealed of the complainant does not stand in the case itself.
fn names_none(sealed: &[(Piece, Vec<String>)], text: &str) -> Result<(), Failure> {
    let data = sealed.iter().flat_map(|(piece, _)| &piece.fields);
    let known = Known::of(data.map(|(key, value)| (key.as_str(), value.as_str())));
    let hits = scan(text, Source::CaseData, &Allowed::new().knowing(Arc::new(known)));
    let told = hits.iter().find(|hit| hit.code == KNOWN_PERSON).map(|hit| hit.say(Source::CaseData));
    told.map_or(Ok(()), |said| Err(Failure::Usage(said.message, said.remedy)))
}

/// Says that there are cases with the very same answers, as after a `new` that was cut off before it told its id. Two people
/// may complain of the same thing on one day, so it is for somebody to judge. `removable` is the new file that may go.
fn said_alike(others: &[CaseId], removable: Option<&str>, out: &Output) {
    let Some(first) = others.first() else { return };
    let ids = others.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let rest = removable.map_or_else(|| text!("", ""), |path| text!(", en verwijder {path}", ", and remove {path}"));
    let said = text!(
        "Let op: met precies deze gegevens, en nog zonder stap, is er al {ids}. Is dat dezelfde klacht, ga daar dan mee verder: klacht show {first}{rest}",
        "Note: {ids} has exactly the same answers, and no step so far. If it is the same complaint, continue with that case: klacht show {first}{rest}",
        rest
    );
    out.note(said.in_(out.lang));
}

/// The regulation: the one that was named, the only one, or the one that is chosen.
fn regulation(workspace: &Workspace, args: &New, answers: &Answers) -> Result<String, Failure> {
    let title = |id: &String| {
        let history = workspace.context.policy.histories.get(id);
        let last = history.and_then(|d| d.versions.values().next_back());
        Choice::new(id, last.map_or_else(|| naming::same(id), |v| v.regulation.titled()))
    };
    // One of which no version can be read is not offered; named, it is told what is wrong with it.
    let broken =
        |id: &&String| workspace.context.policy.histories.get(*id).is_some_and(|history| history.versions.is_empty());
    if let Some(word) = args.regulation.as_ref().filter(|word| broken(word)) {
        return Ok(word.clone());
    }
    let choices: Vec<Choice> = workspace.context.regulations.iter().filter(|id| !broken(id)).map(title).collect();
    let what = text!("regeling", "regulation");
    if let Some(word) = &args.regulation {
        return Ok(named(&what, word, &choices)?);
    }
    let prompt = Prompt::choice("regulation", what.clone(), choices.clone());
    let given = if prompt.certain { prompt.default } else { answers.to(&prompt)? };
    given.into_iter().next().ok_or_else(|| {
        Failure::Usage(
            text!("onder welke regeling?", "under which regulation?"),
            crate::casework::suggestion("", &choices),
        )
    })
}

fn said(args: &New) -> Values {
    let mut said = Values::new();
    let mut put = |key: &str, values: Vec<String>| {
        if !values.is_empty() {
            said.entry(key.to_owned()).or_default().extend(values);
        }
    };
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    put("channel", one(&args.channel));
    put("source", one(&args.source));
    put("party", args.parties.clone());
    put("topic", args.topics.clone());
    put("main", args.topics.first().filter(|_| args.topics.len() > 1).cloned().into_iter().collect());
    put("severity", one(&args.severity));
    put("sealed", args.sealed.clone());
    put("notes", one(&args.notes));
    for (key, value) in &args.fields {
        put(&format!("{FIELD}{key}"), vec![value.clone()]);
    }
    said
}
