//! What the verbs that look over all cases have in common: the overview, the day, the words of a choice, rows for spreadsheets.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;

use crate::casework::case_index::{CaseIndex, Labels};
use crate::cli::World;
use crate::cli::args::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::register::check::choice;
use crate::diagnostics::{Lang, Text, text};
use crate::docket::State;
use crate::regulation::Ending;

/// The register looked over, and the day from which it is looked at.
pub fn case_index(global: &Global, world: &World<'_>, out: &Output) -> Result<(CaseIndex, NaiveDate), Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let case_index = CaseIndex::of(dir, false)?;
    let today = global.today.or(case_index.stands_on).unwrap_or(world.clock);
    let unread = case_index.unread;
    if unread > 0 {
        let said = text!(
            "{unread} niet te lezen en dus niet getoond; `klacht check` zegt waarom",
            "{unread} cannot be read and so are not shown; `klacht check` says why"
        );
        out.note(said.in_(out.lang));
    }
    Ok((case_index, today))
}

/// The word that was chosen, or what there is to choose from.
pub fn chosen<'a>(what: &Text, word: &str, known: &[&'a str]) -> Result<&'a str, Failure> {
    known.iter().find(|k| **k == word).copied().ok_or_else(|| {
        Failure::Usage(text!("`{word}` is geen {what}", "`{word}` is not a {what}", what), choice(word, known))
    })
}

/// The format that was chosen.
pub fn format<'a>(word: &str, known: &[&'a str]) -> Result<&'a str, Failure> {
    chosen(&text!("vorm van uitvoer", "format"), word, known)
}

/// Fails with a suggestion when there is no such regulation.
pub fn regulation(labels: &Labels, word: Option<&str>) -> Result<(), Failure> {
    let known = labels.regulations();
    word.map_or(Ok(()), |word| chosen(&text!("regeling", "regulation"), word, &known).map(|_| ()))
}

/// The word by which a state is asked for, and by which machines read it.
pub fn state_word(state: State) -> &'static str {
    match state {
        State::Report => "report",
        State::Open => "open",
        State::Escalated => "escalated",
        State::Ruled => "ruled",
        State::Ended(_) => "ended",
        State::Destroyed => "destroyed",
    }
}

/// Every word of [`state_word`].
pub const STATES: &[&str] = &["open", "report", "escalated", "ruled", "ended", "destroyed"];

/// A state in words.
pub fn state_words(state: State, lang: Lang) -> &'static str {
    let (nl, en) = match state {
        State::Report => ("melding", "report"),
        State::Open => ("in behandeling", "open"),
        State::Escalated => ("bij externe instantie", "before an external body"),
        State::Ruled => ("uitspraak uit te voeren", "ruling to carry out"),
        State::Ended(None) => ("afgesloten", "ended"),
        State::Ended(Some(Ending::Settled)) => ("opgelost", "settled"),
        State::Ended(Some(Ending::Decided)) => ("beoordeeld", "decided"),
        State::Ended(Some(Ending::Withdrawn)) => ("ingetrokken", "withdrawn"),
        State::Ended(Some(Ending::Inadmissible)) => ("niet behandeld", "not handled"),
        State::Ended(Some(Ending::NoComplaint)) => ("geen klacht", "no complaint"),
        State::Destroyed => ("vernietigd", "destroyed"),
    };
    if lang == Lang::Nl { nl } else { en }
}

/// Every state as it is printed, in the order of [`STATES`].
pub const PRINTED: &[State] = &[
    State::Open,
    State::Report,
    State::Escalated,
    State::Ruled,
    State::Ended(None),
    State::Ended(Some(Ending::Settled)),
    State::Ended(Some(Ending::Decided)),
    State::Ended(Some(Ending::Withdrawn)),
    State::Ended(Some(Ending::Inadmissible)),
    State::Ended(Some(Ending::NoComplaint)),
    State::Destroyed,
];

/// The states that a word asks for: one of [`STATES`], or what is printed for it in either language. All that ended is also
/// asked for by `afgesloten`.
pub fn states(word: &str, lang: Lang) -> Result<Vec<State>, Failure> {
    let word = word.trim().to_lowercase();
    let is = |state: &&State| {
        let printed = Lang::ALL.iter().any(|lang| state_words(**state, *lang) == word);
        let all_ended = matches!(state, State::Ended(_)) && state_words(State::Ended(None), Lang::Nl) == word;
        state_word(**state) == word || printed || all_ended
    };
    let found: Vec<State> = PRINTED.iter().filter(is).copied().collect();
    if found.is_empty() {
        let printed = PRINTED.iter().map(|state| state_words(*state, lang));
        let known: Vec<&str> = STATES.iter().copied().chain(printed.filter(|word| !STATES.contains(word))).collect();
        chosen(&text!("toestand", "state"), &word, &known)?;
    }
    Ok(found)
}

/// Rows as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn csv<C: AsRef<str>>(rows: &[Vec<C>], excel: bool) -> Result<String, Failure> {
    let separator = if excel { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell.as_ref()).into_owned()))
            .map_err(|e| Failure::Output(e.into()))?;
    }
    let bytes = writer.into_inner().map_err(|e| Failure::Output(std::io::Error::other(e.to_string())))?;
    let text = String::from_utf8(bytes).map_err(|e| Failure::Output(std::io::Error::other(e)))?;
    Ok(if excel { format!("\u{feff}{text}") } else { text })
}

fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}").into() } else { cell.into() }
}

/// A document as JSON.
pub fn json(document: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(document).map(|text| text + "\n").map_err(|e| Failure::Output(e.into()))
}

#[cfg(test)]
mod tests {
    use crate::cli::register::looking::*;

    #[test]
    fn no_cell_is_a_formula() {
        let row = ["=1+1", "+31", "-2", "@x", "plain", "a=b", ""].map(str::to_owned).to_vec();
        assert_eq!(csv(std::slice::from_ref(&row), false).unwrap(), "'=1+1,'+31,'-2,'@x,plain,a=b,\n");
        assert!(csv(&[row], true).unwrap().starts_with("\u{feff}'=1+1;"));
    }
}
