//! `klacht show` (toon): one case with its timeline and the reckoning of each last day.

use std::fmt::Write;
use std::path::Path;

use crate::calendar::date_words;
use crate::case::{Case, Sealed};
use crate::casework::{CaseReport, ClockView, DutyView, Event, Stub, Workspace, case_report, sealed_name, stub};
use crate::cli::case::args::Show;
use crate::cli::context::{day_of, one_of, which_case};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::looking::json;
use crate::cli::sealed::known::{known_now, letters_now};
use crate::cli::values::Answer;
use crate::cli::world::World;
use crate::diagnostics::{Lang, text};
use crate::docket::Docket;
use crate::dossier::titled;

/// Runs it; the exit code.
pub fn run(args: &Show, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &which_case(args.id.as_deref(), global, world, out)?)?;
    if let Some(left) = stub(&file) {
        return gone(&left, args.format, out);
    }
    let (version, history) = workspace.version(&file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let discussed = workspace.context.discussed(&file.regulation);
    let told = case_report(&docket, &file.regulation, &discussed, day_of(&workspace, global, world));
    match args.format {
        Answer::Text => {
            out.print(&text(&told, out))?;
            out.print(&sealed(&workspace, &file.case, global, world, out)?)?;
        }
        Answer::Json => out.print(&json(&told)?)?,
    }
    Ok(0)
}

/// What is sealed: the parties as they are known, while a key is unlocked; else what there is, and how one reads it.
fn sealed(
    workspace: &Workspace,
    case: &Case,
    global: &Global,
    world: &World<'_>,
    out: &Output,
) -> Result<String, Failure> {
    let lines: Vec<_> = case.sealed.iter().flat_map(Sealed::present).collect();
    if lines.is_empty() {
        return Ok(String::new());
    }
    let heading = text!("Verzegeld deel", "Sealed part");
    let mut text = format!("\n{}\n", out.strong(heading.in_(out.lang)));
    let persons = known_now(workspace, case, global, world, out)?;
    for (party, person) in &persons {
        for (key, value) in person {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {party:<4} {:<12} {}", sealed_name(key).in_(out.lang), value.as_str());
        }
    }
    for letter in letters_now(workspace, case, global, world, out)? {
        let _ = writeln!(text, "  {}", titled(&letter.piece, out.lang));
    }
    if persons.is_empty() {
        for line in &lines {
            let held: Vec<String> = line.holds.iter().map(|k| sealed_name(k).in_(out.lang).to_owned()).collect();
            let _ = writeln!(text, "  {:<4} {}", line.of.as_deref().unwrap_or(""), held.join(", "));
        }
    }
    let more = text!("  Lees alles: klacht open {id}", "  Read all: klacht open {id}", id = case.id);
    let _ = writeln!(text, "{}", more.in_(out.lang));
    Ok(text)
}

/// Of a destroyed case nothing runs and nothing is to be done.
fn gone(left: &Stub, format: Answer, out: &Output) -> Result<u8, Failure> {
    match format {
        Answer::Text => {
            let words = left.words.in_(out.lang);
            out.print(&format!("{}  ({})\n  {words}\n", out.strong(&left.id), left.regulation))?;
        }
        Answer::Json => out.print(&json(left)?)?,
    }
    Ok(0)
}

fn text(told: &CaseReport, out: &Output) -> String {
    let lang = out.lang;
    let say = |nl: &str, en: &str| if lang == Lang::Nl { nl.to_owned() } else { en.to_owned() };
    let received = date_words(told.received);
    let mut text = format!("{}  {} ({})\n", out.strong(&told.id), told.title.in_(lang), told.regulation);
    let mut line = |name: String, what: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name:<12} {what}");
    };
    line(say("ontvangen", "received"), received.in_(lang));
    line(say("stand", "state"), told.state.in_(lang));
    line(say("behandelaar", "handler"), told.handler.as_deref().unwrap_or("–"));
    if !told.topic_names.is_empty() {
        let names: Vec<&str> = told.topic_names.iter().map(|name| name.in_(lang)).collect();
        line(say("onderwerp", "topic"), &names.join(", "));
    }
    let mut part = |name: String, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(text, "\n{}\n{}", out.strong(&name), lines.concat());
        }
    };
    part(say("Verloop", "Timeline"), told.timeline.iter().map(|e| event(e, lang)).collect());
    part(say("Termijnen", "Terms"), told.clocks.iter().map(|c| clock(c, lang)).collect());
    part(say("Te doen", "To do"), told.duties.iter().map(|d| duty(d, lang)).collect());
    let mut keeping = vec![format!("  {}\n", told.retention.words.in_(lang))];
    keeping.extend(told.retention.holds.iter().map(|h| format!("  – {}\n", h.in_(lang))));
    part(say("Bewaren", "Retention"), keeping);
    text
}

fn event(event: &Event, lang: Lang) -> String {
    let (on, by) = (date_words(event.on), event.by.join(", "));
    let to = if event.to.is_empty() { String::new() } else { format!(" → {}", event.to.join(", ")) };
    let others = [
        (text!("met", "with"), &event.with),
        (text!("kopie", "copy"), &event.cc),
        (text!("gemeld aan", "reported to"), &event.reported_to),
    ];
    let others = others.iter().filter(|(_, who)| !who.is_empty());
    let others =
        others.map(|(how, who)| format!("; {} {}", how.in_(lang), who.join(", "))).collect::<Vec<_>>().concat();
    let mark = match (event.annulled, event.late) {
        (true, _) => text!(" (vervallen)", " (annulled)"),
        (false, true) => text!(" (te laat, met reden)", " (late, with a reason)"),
        (false, false) => text!("", ""),
    };
    let about: Vec<&str> = event.about.iter().map(|t| t.in_(lang)).collect();
    let about = if about.is_empty() { String::new() } else { format!(": {}", about.join("; ")) };
    let name = event.name.in_(lang);
    format!("  {:>2}. {}  {name}{about}  [{by}{to}{others}]{}\n", event.number, on.in_(lang), mark.in_(lang))
}

fn clock(clock: &ClockView, lang: Lang) -> String {
    format!("  {}: {}\n      {}\n", clock.name.in_(lang), clock.standing.in_(lang), clock.reckoning.in_(lang))
}

fn duty(duty: &DutyView, lang: Lang) -> String {
    let until = duty.until.map(|day| {
        let day = date_words(day);
        text!(", uiterlijk {day}", ", by {day}", day)
    });
    let detail = duty.detail.as_ref().map_or(String::new(), |d| format!(" ({})", d.in_(lang)));
    let by = duty.by.in_(lang);
    let persons = if duty.persons.is_empty() { String::new() } else { format!(": {}", duty.persons.join(", ")) };
    let until = until.as_ref().map_or("", |t| t.in_(lang));
    let steps = one_of(std::iter::once(&duty.step).chain(&duty.or)).in_(lang).to_owned();
    format!("  {steps} – {}{detail}, {by}{persons}{until}\n", duty.name.in_(lang))
}
