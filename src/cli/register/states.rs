//! The states of a case: the words by which they are asked for, and those by which they are printed.

use crate::cli::values::{Unfit, choice};
use crate::diagnostics::{Lang, Text};
use crate::docket::State;
use crate::regulation::Ending;

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
        State::Ended(Some(Ending::Duplicate)) => ("dubbel ingeschreven", "registered twice"),
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
    State::Ended(Some(Ending::Duplicate)),
    State::Destroyed,
];

/// The states that a word asks for.
#[derive(Debug, Clone)]
pub struct Asked(pub Vec<State>);

/// Reads a state: one of [`STATES`], or what is printed for it in either language. All that ended is also asked for by
/// `afgesloten`.
pub fn asked(word: &str) -> Result<Asked, Unfit> {
    let word = word.trim().to_lowercase();
    let is = |state: &&State| {
        let printed = Lang::ALL.iter().any(|lang| state_words(**state, *lang) == word);
        let all_ended = matches!(state, State::Ended(_)) && state_words(State::Ended(None), Lang::Nl) == word;
        state_word(**state) == word || printed || all_ended
    };
    let found: Vec<State> = PRINTED.iter().filter(is).copied().collect();
    if !found.is_empty() {
        return Ok(Asked(found));
    }
    let known = |lang: Lang| {
        let printed = PRINTED.iter().map(|state| state_words(*state, lang)).filter(|word| !STATES.contains(word));
        choice(&word, &STATES.iter().copied().chain(printed).collect::<Vec<_>>()).in_(lang).to_owned()
    };
    Err(Unfit(Text::new(known(Lang::Nl), known(Lang::En))))
}
