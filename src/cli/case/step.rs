//! `klacht step` (stap) and the short verbs: what is possible, and one step taken.

use std::fmt::Write;
use std::path::Path;

use chrono::NaiveDate;

use crate::calendar::{Toward, date_words, parse_date};
use crate::case::Case;
use crate::casework::{
    ATTEST, ATTEST_BY, CHANNEL, CaseFile, DAY, Lock, Prompt, Short, StepCard, StepForm, Values, Workspace, cards,
    complete, corrects_nothing, drafted, step_choices, still_kept, stub, suggestion, would_be,
};
use crate::cli::ask::Answers;
use crate::cli::case::args::{Shorthand, Step, TypedAnswers};
use crate::cli::case::edit::Edit;
use crate::cli::context::{day_of, edit_fault, me, message_of, said_day, still_open, which_case};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::sealed::known::with_persons;
use crate::cli::world::World;
use crate::diagnostics::{Lang, Text, text};
use crate::docket::{CORRECTION, Docket};
use crate::regulation::Version;
use crate::yaml::most_like;

/// Runs `step`; the exit code.
pub fn run(args: &Step, global: &Global, world: &World<'_>, out: &mut Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &which_case(args.id.as_deref(), global, world, out)?)?;
    let workspace = with_persons(workspace, world)?;
    if args.which.is_none()
        && let Some(left) = stub(&file)
    {
        out.print(&format!("{}  ({})\n  {}\n", left.id, left.regulation, left.words.in_(out.lang)))?;
        return Ok(0);
    }
    still_kept(&file.case)?;
    let Some(word) = &args.which else {
        let today = day_of(&workspace, global, world);
        return possible(&workspace, &file, args.all, today, out);
    };
    let step = chosen(&workspace, &file, word)?;
    Visit { workspace, file, global, world }.take(&step, &args.said, out)
}

/// Runs a short verb; the exit code.
pub fn short(
    verb: Short,
    args: &Shorthand,
    global: &Global,
    world: &World<'_>,
    out: &mut Output,
) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &which_case(args.id.as_deref(), global, world, out)?)?;
    let workspace = with_persons(workspace, world)?;
    still_kept(&file.case)?;
    let (version, history) = workspace.version(&file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let step = verb.step(&docket, args.step.as_deref())?;
    Visit { workspace, file, global, world }.take(&step, &args.said, out)
}

/// The step that a word names. A wrong one gets a suggestion, and the steps that are possible now.
fn chosen(workspace: &Workspace, file: &CaseFile, word: &str) -> Result<String, Failure> {
    let (version, history) = workspace.version(file)?;
    let regulation = &version.regulation;
    let mut known: Vec<&str> = regulation.steps.iter().map(|s| s.id.as_str()).collect();
    known.push(CORRECTION);
    let lower = word.to_lowercase();
    let is = |name: &Text| name.nl.to_lowercase() == lower || name.en.to_lowercase() == lower;
    let named = known.iter().copied().find(|id| is(&regulation.step_name(id)));
    if let Some(step) = known.iter().copied().find(|id| *id == word).or(named) {
        return Ok(step.to_owned());
    }
    let docket = Docket::replay(&file.case, version, &history.people);
    let open = docket.possible().into_iter().filter(|p| p.obstacles.is_empty());
    let open: Vec<String> = open.map(|p| p.step.id.clone()).collect();
    let near = most_like(word, known.into_iter());
    let near = near.map_or_else(|| text!("", ""), |near| text!("bedoelt u `{near}`? ", "did you mean `{near}`? "));
    let choices = suggestion("", &step_choices(regulation, &open));
    Err(Failure::Usage(
        text!("stap `{word}` is er niet", "there is no step `{word}`"),
        text!("{near}{choices}", "{near}{choices}", near, choices),
    ))
}

/// Somebody at the desk with a case.
pub(super) struct Visit<'a> {
    pub(super) workspace: Workspace,
    pub(super) file: CaseFile,
    pub(super) global: &'a Global,
    pub(super) world: &'a World<'a>,
}

impl Visit<'_> {
    /// The case as it would be with this step, which is not written.
    pub(super) fn with(&self, step: &str, said: &TypedAnswers, out: &Output) -> Result<CaseFile, Failure> {
        let today = day_of(&self.workspace, self.global, self.world);
        let answers = Answers::new(self.global, self.world, out).for_a_case(&self.workspace, today);
        let mut values = said.values(step, said_day(said.on, "--on", (today, Toward::Past), out)?);
        self.ask(&mut values, &answers, today, out)?;
        Ok(would_be(&self.file.path, &self.drafted(&self.file, &values)?)?)
    }

    /// Takes the step; the exit code.
    pub(super) fn take(&self, step: &str, said: &TypedAnswers, out: &mut Output) -> Result<u8, Failure> {
        let today = day_of(&self.workspace, self.global, self.world);
        let answers = Answers::new(self.global, self.world, out).for_a_case(&self.workspace, today);
        let on = said_day(said.on, "--on", (today, Toward::Past), out)?;
        let mut values = said.values(step, on);
        self.ask(&mut values, &answers, today, out)?;
        let recorder = self.recorder(&mut values)?;
        let message = message_of(self.file.case.id, step);
        let edit = Edit { workspace: &self.workspace, today, keep: said.keep, message };
        if said.keep.dry_run {
            return edit.shown(&self.file, &self.drafted(&self.file, &values)?, out);
        }
        let lock = Lock::take(&self.workspace)?;
        // Somebody else may have written while questions were answered: judged is what stands there now.
        let file = self.workspace.read(&self.file.path)?;
        still_kept(&file.case)?;
        if self.workspace.written_just_now(&file, &values)? {
            return Ok(still_open(&file.path, &edit.message, out));
        }
        edit.kept(&file, &self.drafted(&file, &values)?, lock, recorder.as_ref(), out)
    }

    fn drafted(&self, file: &CaseFile, values: &Values) -> Result<String, Failure> {
        let (version, _) = self.workspace.version(file)?;
        drafted(&file.source, &version.regulation, values).map_err(edit_fault)
    }

    /// Who wrote it down, where that is known and it is nobody of those who took the step: it goes into the entry, so that
    /// nobody acts in another's name without a trace.
    fn recorder(&self, values: &mut Values) -> Result<Option<Text>, Failure> {
        let (_, history) = self.workspace.version(&self.file)?;
        let by = values.get("by").cloned().unwrap_or_default();
        let me = me(&self.workspace, &history.people, self.world)?;
        let Some(me) = me.filter(|me| !by.is_empty() && !by.contains(me)) else { return Ok(None) };
        if values.contains_key("recorded_by") {
            return Ok(None);
        }
        let who = by.join(", ");
        let said =
            text!("Vastgelegd als {who}, opgeschreven door {me}.", "Recorded as done by {who}, entered by {me}.");
        values.insert("recorded_by".to_owned(), vec![me]);
        Ok(Some(said))
    }

    /// Completes what was said, by what is certain and by what is answered, as it stands in a file.
    fn ask(&self, values: &mut Values, answers: &Answers, today: NaiveDate, out: &Output) -> Result<(), Failure> {
        let file = &self.file;
        let (version, history) = self.workspace.version(file)?;
        let me = me(&self.workspace, &history.people, self.world)?;
        let (case, people) = (&file.case, &history.people);
        let table = StepForm { source: &file.source, case, version, people, me: me.as_deref(), today };
        let typed = values.clone();
        *values = table.as_written(std::mem::take(values))?;
        understood(&typed, values, out);
        let obstacles = table.step(values).map(|s| table.docket().progress.obstacles(s)).unwrap_or_default();
        // Nobody is asked anything about a step that cannot be taken; what is certain suffices to say why it cannot.
        let in_vain = answers.are_a_persons() && !obstacles.is_empty();
        let mut answer = |prompt: &Prompt| if in_vain { Ok(Vec::new()) } else { answers.to(prompt) };
        complete(values, |values| table.prompts(values), &mut answer)?;
        if corrects_nothing(case, values) {
            return Err(nothing_corrected(case, version));
        }
        let step = table.step(values).filter(|s| !s.parts.is_empty() && obstacles.is_empty());
        if let Some(step) = step.filter(|_| !values.contains_key("parts") && !values.contains_key("waived")) {
            let parts = step.parts.join(",");
            return Err(Failure::Usage(
                text!("deze stap heeft onderdelen: welke zijn gedaan?", "this step has parts: which have been done?"),
                text!("noem ze: --parts {parts}", "name them: --parts {parts}"),
            ));
        }
        Ok(())
    }
}

/// Tells how days were understood that were not written as in files.
fn understood(typed: &Values, written: &Values, out: &Output) {
    for (key, values) in written {
        let other = typed.get(key).is_none_or(|typed| typed != values);
        for day in values.iter().filter(|_| other).filter_map(|value| parse_date(value).ok()) {
            out.note(&format!("{key}: {}", date_words(day).in_(out.lang)));
        }
    }
}

/// A correction of the receipt that leaves everything as it was.
fn nothing_corrected(case: &Case, version: &Version) -> Failure {
    let channels: Vec<&str> = version.regulation.channels.iter().map(|c| c.id.as_str()).collect();
    let (received, channels) = (case.first_day(), channels.join(", "));
    Failure::Usage(
        text!(
            "deze correctie laat de ontvangst zoals die is: {received}, {channel}",
            "this correction changes nothing about the receipt: {received}, {channel}",
            channel = case.intake.channel
        ),
        text!(
            "zeg wat het moet zijn: --set {value}=JJJJ-MM-DD of --set {value2}=… (een van: {channels})",
            "give the right value: --set {value}=YYYY-MM-DD or --set {value2}=… (one of: {channels})",
            value = DAY,
            value2 = CHANNEL
        ),
    )
}

impl TypedAnswers {
    /// Whether nothing is said of a step but the day.
    pub(super) fn is_empty(&self) -> bool {
        self.values("", None).len() == 1
    }

    /// What was said, by key of the entry.
    fn values(&self, step: &str, on: Option<NaiveDate>) -> Values {
        let mut said = Values::new();
        let mut put = |key: &str, values: Vec<String>| {
            if !values.is_empty() {
                said.entry(key.to_owned()).or_default().extend(values);
            }
        };
        let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
        put("step", vec![step.to_owned()]);
        put("on", on.iter().map(ToString::to_string).collect());
        for (key, values) in [
            ("by", &self.by),
            ("to", &self.to),
            ("cc", &self.cc),
            ("with", &self.with),
            ("reported_to", &self.reported_to),
            ("party", &self.party),
            ("parts", &self.parts),
        ] {
            put(key, values.clone());
        }
        for (key, value) in [
            ("channel", &self.channel),
            ("handler", &self.handler),
            ("late", &self.late),
            ("waived", &self.waived),
            ("waiver", &self.waiver),
            ("recorded_by", &self.recorded_by),
            ("reason", &self.reason),
            ("ref", &self.reference),
            ("note", &self.note),
            ("of", &self.of),
        ] {
            put(key, one(value));
        }
        put("offered", self.offered.then(|| "true".to_owned()).into_iter().collect());
        for (prefix, pairs) in [("", &self.set), (ATTEST, &self.attest), (ATTEST_BY, &self.attest_by)] {
            for (key, value) in pairs {
                put(&format!("{prefix}{key}"), vec![value.clone()]);
            }
        }
        said
    }
}

/// Prints the steps there are.
fn possible(workspace: &Workspace, file: &CaseFile, all: bool, today: NaiveDate, out: &Output) -> Result<u8, Failure> {
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people).as_of(today);
    let (now, later): (Vec<StepCard>, Vec<StepCard>) =
        cards(&docket).into_iter().partition(|c| c.violations.is_empty());
    let mut text = format!("{}  {} ({})\n", file.case.id, version.regulation.titled().in_(out.lang), file.regulation);
    let heading = if now.is_empty() {
        text!("Er is geen stap meer mogelijk.", "No more steps are possible.")
    } else {
        text!("Nu mogelijk:", "Possible now:")
    };
    headed(&heading, out, &mut text);
    now.iter().for_each(|card| described(card, version, out, &mut text));
    if all {
        let heading = text!("Nog niet mogelijk:", "Not possible yet:");
        headed(&heading, out, &mut text);
        later.iter().for_each(|card| described(card, version, out, &mut text));
    }
    out.print(&text)?;
    let id = file.case.id;
    // What must be done says more than what can be.
    let duty = docket.duties(docket.last_recorded()).into_iter().map(|d| d.step.id.clone());
    let first = duty.into_iter().find(|step| now.iter().any(|card| card.step == *step));
    if !now.is_empty() {
        let step = first.as_deref().unwrap_or(text!("STAP", "STEP").in_(out.lang)).to_owned();
        let take = format!("klacht step {id} {step}");
        out.note(text!("Zet een stap: {take}", "Take a step: {take}").in_(out.lang));
    }
    if !all && !later.is_empty() {
        let count = later.len();
        let more = text!(
            "Nog {count} stappen kunnen nu niet: klacht step {id} --all",
            "{count} more steps are not possible yet: klacht step {id} --all"
        );
        out.note(more.in_(out.lang));
    }
    Ok(0)
}

fn headed(heading: &Text, out: &Output, text: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n{}", out.strong(heading.in_(out.lang)));
}

fn described(card: &StepCard, version: &Version, out: &Output, text: &mut String) {
    let nl = out.lang == Lang::Nl;
    let names = if nl {
        ["door", "uiterlijk", "vraagt", "regeling", "mist"]
    } else {
        ["by", "due", "needs", "rule", "missing"]
    };
    let mut lines = vec![(names[0], card.by.in_(out.lang).to_owned())];
    lines.extend(card.until.iter().map(|t| (names[1], t.in_(out.lang).to_owned())));
    lines.extend(card.violations.iter().map(|t| (names[4], t.in_(out.lang).to_owned())));
    lines.extend(card.asks.iter().map(|t| (names[2], t.in_(out.lang).to_owned())));
    lines.extend(card.quote.iter().map(|t| (names[3], format!("“{}”", version.quoted_in(t, out.lang)))));
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n  {} – {}", out.strong(&card.step), card.name.in_(out.lang));
    for (word, what) in lines {
        let _ = writeln!(text, "    {word:<9} {what}");
    }
}
