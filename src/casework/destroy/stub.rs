//! What is left of a case that was destroyed: that it was, and when.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::date_words;
use crate::case::Case;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::CaseFile;
use crate::diagnostics::{Text, text};

/// What is told of a destroyed case, and all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stub {
    /// `klacht.show/1`.
    pub schema: &'static str,
    /// The id.
    pub id: String,
    /// The regulation it stood under.
    pub regulation: String,
    /// That it was destroyed.
    pub state: Text,
    /// The day of that.
    pub destroyed: NaiveDate,
    /// The same in a sentence.
    pub words: Text,
}

/// What is left of a case; nothing when it was not destroyed.
#[must_use]
pub fn stub(file: &CaseFile) -> Option<Stub> {
    let destroyed = file.case.destroyed.as_ref()?.on;
    Some(Stub {
        schema: "klacht.show/1",
        id: file.case.id.to_string(),
        regulation: file.regulation.clone(),
        state: text!("vernietigd", "destroyed"),
        destroyed,
        words: words(destroyed),
    })
}

/// Refuses to go on with a destroyed case.
///
/// # Errors
///
/// [`CaseworkError::Asked`] when it was destroyed.
pub fn still_kept(case: &Case) -> Result<(), CaseworkError> {
    let Some(destroyed) = &case.destroyed else { return Ok(()) };
    let (id, words) = (case.id, words(destroyed.on));
    Err(CaseworkError::Asked(
        text!("{id}: {words}", "{id}: {words}", words),
        text!(
            "ga verder met een andere klacht; `klacht list` noemt de nummers",
            "continue with another case; `klacht list` lists the ids"
        ),
    ))
}

fn words(day: NaiveDate) -> Text {
    let day = date_words(day);
    text!("vernietigd op {day}; verder is er niets bewaard", "destroyed on {day}; nothing else is kept", day)
}
