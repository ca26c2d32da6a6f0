//! Within what time, and how a term may be extended.

use super::shared::shared;
use crate::calendar::{Counting, Duration};
use crate::yaml::{group, words};

group! {
    /// A date that was agreed in a step.
    pub struct Agreed = "agreed" {
        must step: String as Id, "de stap waarin de datum is afgesproken", "the step in which the date was agreed";
        must key: String as Name, "de sleutel met de datum", "the key with the date";
    }
}

group! {
    /// A term.
    pub struct Term = "term" {
        ..id;
        ..name;
        may else "received" from: String as Id, "`received` of een stap", "`received` or a step";
        /// The first taken.
        must until: Vec<String> as IDS, "de stap die de klok stilzet", "the step that stops the clock";
        may within: Option<Duration>, "hoe lang", "how long";
        may agreed: Option<Agreed>, "tot een afgesproken datum", "until an agreed date";
        /// `step` at least once in each such span.
        may every: Option<Duration>, "steeds binnen", "again within";
        may step: Option<String> as Id, "de stap die zich herhaalt", "the step that recurs";
        may else "yes" hard: bool, "harde termijn of streefdatum", "a hard term or a target";
        /// When other than the regulation's.
        may counting: Option<Counting>, "hoe het einde geteld wordt", "how the end is counted";
        /// A named calendar: its days are the working days of this term.
        may calendar: Option<String> as Id, "de dagen waarop hij telt", "the days on which it counts";
        /// A named calendar: on its closed days the term does not run.
        may pauses: Option<String> as Id, "waarin hij stilstaat", "in which it stands still";
        ..when;
        may each_round: bool, "opnieuw na heropening", "again after a re-opening";
        may else "yes" extendable: bool, "kan verlengd worden", "can be extended";
        ..quoted;
        ..note;
    }
}

fn received() -> String {
    "received".to_owned()
}

fn yes() -> bool {
    true
}

words! {
    /// By when the notice of an extension must be given.
    #[derive(Default)]
    pub enum Notice {
        /// Before the term ends.
        #[default]
        WithinTerm = "within-term",
        /// Before the end that held before any extension.
        WithinOriginalTerm = "within-original-term",
        /// At any time.
        AnyTime = "any-time",
    }
}

group! {
    /// How terms may be extended.
    pub struct Extension = "extension" {
        ..id;
        must terms: Vec<String> as IDS, "welke termijnen", "which terms";
        must step: String as Id, "de stap waarin het gemeld wordt", "the step that gives notice";
        must new_date: String as Name, "de sleutel met de nieuwe datum", "the key with the new date";
        may notice: Notice, "wanneer gemeld", "when notice is given";
        /// Than the original end.
        may at_most: Option<Duration>, "hoogstens zo lang erbij", "at most so much longer";
        may times: Option<usize>, "hoogstens zo vaak", "at most so many times";
        may beyond_with: Option<String> as Id, "de stap die meer toestaat", "the step that permits more";
        ..quoted;
        ..note;
    }
}
