//! How rules name things to a person: by the regulation's own word first, then by the id that stands in the file.
//! Nothing that staff typed freely is repeated, since messages reach logs.

pub(crate) mod condition;
pub(crate) mod data;
pub(crate) mod flag;
pub(crate) mod participant;

pub(crate) use crate::naming::condition::{bounds, occasion};
pub(crate) use crate::naming::data::{asked, data_of, datum, expected, form_of, line, values};
pub(crate) use crate::naming::flag::{add_party, by_new, by_new_fact, by_new_or_add, by_step, by_step_as, flag};
pub(crate) use crate::naming::participant::{handlers, instead, key, key_of, keys_of, on_that_day, who, whos};

use crate::diagnostics::{Text, text};
use crate::docket::{CORRECTION, Docket};
use crate::regulation::{Does, Regulation, Step};
use crate::yaml::is_name;

/// The same in both languages.
pub(crate) fn same(text: impl Into<String>) -> Text {
    let text = text.into();
    Text::new(text.clone(), text)
}

/// A list with the word for "or" before the last.
pub(crate) fn any_of(items: &[Text]) -> Text {
    joined(items, " of ", " or ")
}

/// A list with the word for "and" before the last.
pub(crate) fn all_of(items: &[Text]) -> Text {
    joined(items, " en ", " and ")
}

fn joined(items: &[Text], nl: &str, en: &str) -> Text {
    let join = |words: Vec<&str>, last: &str| match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{}{last}{end}", rest.join(", ")),
        _ => words.concat(),
    };
    Text::new(
        join(items.iter().map(|t| t.nl.as_str()).collect(), nl),
        join(items.iter().map(|t| t.en.as_str()).collect(), en),
    )
}

/// Ids in a list, as they are written in a file.
pub(crate) fn ids<S: AsRef<str>>(ids: &[S]) -> String {
    ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// A step: `stap “Ontvangst bevestigd” (ontvangst-bevestigd)`.
pub(crate) fn step(regulation: &Regulation, id: &str) -> Text {
    match regulation.step(id) {
        Some(_) => {
            let name = regulation.step_name(id);
            text!("stap “{name}” ({id})", "step “{name}” ({id})", name)
        }
        None if is_name(id) => text!("stap `{id}`", "step `{id}`"),
        None => text!("deze stap", "this step"),
    }
}

/// A term: `termijn “Uitkomst melden” (uitkomst)`.
pub(crate) fn term(regulation: &Regulation, id: &str) -> Text {
    let name = regulation.term(id).map_or_else(|| same(id), |term| regulation.term_name(term));
    text!("termijn “{name}” ({id})", "term “{name}” ({id})", name)
}

/// One of several steps.
pub(crate) fn steps(regulation: &Regulation, ids: &[String]) -> Text {
    any_of(&ids.iter().map(|id| step(regulation, id)).collect::<Vec<_>>())
}

/// The names of steps of which one will do, without their ids.
pub(crate) fn any_of_steps<'s>(regulation: &Regulation, steps: impl Iterator<Item = &'s Step>) -> Text {
    any_of(&steps.map(|step| regulation.step_name(&step.id)).collect::<Vec<_>>())
}

/// A topic: `“Lesmateriaal” (lesmateriaal)`.
pub(crate) fn topic(regulation: &Regulation, id: &str) -> Text {
    match regulation.topic(id) {
        Some(topic) => quoted(&regulation.named(&format!("topics/{id}"), &topic.name), id),
        None => shown(id, "dit onderwerp", "this topic"),
    }
}

/// A channel: `“Telefoon” (telefoon)`.
pub(crate) fn channel(regulation: &Regulation, id: &str) -> Text {
    match regulation.channel(id) {
        Some(_) => quoted(&regulation.channel_name(id), id),
        None => shown(id, "dit kanaal", "this channel"),
    }
}

/// A name, and the id that stands in the file: `“Telefoon” (telefoon)`.
fn quoted(name: &Text, id: &str) -> Text {
    text!("“{name}” ({id})", "“{name}” ({id})", name)
}

/// An id or key as it stands in the file; these words instead when it is not written as one, for then it may be anything.
pub(crate) fn shown(id: &str, nl: &str, en: &str) -> Text {
    if is_name(id) { same(format!("`{id}`")) } else { Text::new(nl, en) }
}

/// How a step is taken before the one that is judged: the line that begins its entry, which belongs above in a file that holds
/// both; and the command, for whoever was refused at `klacht step`, where nothing was written.
pub(crate) fn first(docket: &Docket<'_>, step: &str) -> Text {
    let (line, command) = (format!("`- step: {step}`"), command(docket, step));
    text!("{line} (is er nog niets geschreven: {command})", "{line} (if nothing was written yet: {command})")
}

/// The command that takes a step now: for a step that comes after all that is there. What should have come before something
/// else has to be put in its place by hand.
pub(crate) fn command(docket: &Docket<'_>, step: &str) -> String {
    format!("`klacht step {} {step}`", docket.case().id)
}

/// How an entry that should not be there is undone: the log only grows.
pub(crate) fn withdraw() -> Text {
    let flag = by_step("of");
    text!(
        "haal de stap weg; staat hij al vast, schrijf dan onderaan een stap `correctie` met `of:`{flag} het nummer van deze stap",
        "remove the step; if it is already committed, add a step `correctie` below with `of:`{flag} the number of this step",
        flag
    )
}

/// What to do first when a case would stay ended without a step that a correction annulled.
pub(crate) fn end_undone(docket: &Docket<'_>, ending: &str, missing: &str) -> Option<Text> {
    let progress = &docket.progress;
    let end = progress
        .taken
        .iter()
        .rev()
        .find(|t| t.step.id == ending && matches!(t.step.does, Some(Does::Close | Does::End)))?
        .index;
    let log = &docket.case().log;
    // An ending that comes after the correction is itself what cannot be.
    let corrected = |n: usize| {
        let later = log.iter().skip(end + 1).filter(|e| e.step == CORRECTION);
        later.filter_map(|e| e.of.as_ref()?.parse::<usize>().ok()).any(|number| number == n + 1)
    };
    let gone = |n: &usize| *n < end && log.get(*n).is_some_and(|e| e.step == missing) && corrected(*n);
    progress.annulled.iter().any(gone).then(|| {
        let (id, number) = (docket.case().id, end + 1);
        text!("zonder die stap blijft de klacht niet afgesloten: neem eerst de afsluiting terug met `klacht step {id} correctie --of {number}`, daarna deze; zet dan de stap opnieuw en sluit weer af", "without that step the case does not stay closed: first take the closing back with `klacht step {id} correctie --of {number}`, then this one; then take the step anew and close again")
    })
}

/// For whom, what or which part something is still open. A thing named by staff stays unnamed.
pub(crate) fn detail(docket: &Docket<'_>, step: &str, detail: &str) -> Text {
    let regulation = &docket.version.regulation;
    if docket.case().parties.iter().any(|p| p.key == detail) {
        return text!("voor partij {detail}", "for party {detail}");
    }
    let step = regulation.step(step);
    if step.is_some_and(|s| s.parts.iter().any(|p| p == detail)) {
        return text!("het onderdeel `{detail}`", "the part `{detail}`");
    }
    if step.is_some_and(|s| s.by_each.iter().any(|b| b.word() == detail)) {
        let who = who(regulation, detail);
        return text!("door {who}", "by {who}", who);
    }
    text!("voor een van de zaken waarvoor hij nodig is", "for one of the things that need it")
}
