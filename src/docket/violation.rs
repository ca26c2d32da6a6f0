//! What a case lacks, measured against its regulation. Rules turn lacks into findings; nothing here has words.

use chrono::NaiveDate;

use super::clock::Due;
use crate::regulation::{AskType, Limits, RuleRef};
use crate::yaml::Route;

/// One thing that is not as the regulation demands.
#[derive(Debug, Clone)]
pub struct Violation {
    /// What.
    pub kind: ViolationKind,
    /// Where in the case file.
    pub at: Route,
    /// The rule that demands it.
    pub rule: Option<RuleRef>,
}

/// How many keys a lack names of those who could have been meant: one more than anybody is told, to tell that there are more.
pub const MOST: usize = 9;

/// Who must receive something, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// As addressee.
    To,
    /// A copy.
    Cc,
    /// By consultation.
    With,
    /// By report.
    ReportedTo,
}

impl Receipt {
    /// The key in an entry.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::To => "to",
            Self::Cc => "cc",
            Self::With => "with",
            Self::ReportedTo => "reported_to",
        }
    }
}

/// The kinds of lack, by the family of rules that reports them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant says what it is; its fields are named after what they hold")]
pub enum ViolationKind {
    /// The regulation has no such step.
    UnknownStep { step: String, near: Option<String> },
    /// A step that must come before it is not there, or not for everybody.
    Before { step: String, needs: Vec<String>, detail: Option<String> },
    /// The condition of the step does not hold.
    NoOccasion { step: String },
    /// The case is closed while something is not done.
    Unfinished { closing: String, step: String, detail: Option<String> },
    /// The case had ended.
    AfterEnd { step: String, ended_by: String },
    /// A binding ruling was given.
    AfterRuling { step: String, escalation: String },
    /// A datum is not given.
    DataMissing { step: String, key: String, kind: AskType },
    /// A datum is not of its type, or not one of the values.
    DataWrong { step: String, key: String, kind: AskType, values: Vec<String> },
    /// A datum that is one value holds several.
    DataSeveral { step: String, key: String, kind: AskType },
    /// A number or amount, of a step or of the case, is less or more than it may be.
    OutOfBounds { step: Option<String>, key: String, limits: Limits },
    /// The step does not ask for this.
    DataUnknown { step: String, key: String, near: Option<String> },
    /// A datum does not agree with another.
    Disagrees { step: String, key: String, with: String, how: Disagreement },
    /// Somebody did not receive it.
    NotReceived { step: String, who: String, missing: Vec<String>, how: Receipt },
    /// Somebody received it who may not.
    NotForThem { step: String, key: String, how: Receipt },
    /// Written where oral is meant, or the other way round.
    WrongForm { step: String, channel: String, wanted: &'static str },
    /// Not by this channel.
    WrongChannel { step: String, channel: Option<String>, allowed: Vec<String> },
    /// Not a ground for leaving it out.
    NotWaivable { step: String, ground: String, allowed: Vec<String> },
    /// A ground for leaving it out that does not hold in this case.
    GroundUntrue { step: String, ground: String },
    /// Not one of the parts.
    UnknownPart { step: String, part: String, allowed: Vec<String> },
    /// A step that closes, or comes once, does not name one of its parts.
    PartMissing { step: String, part: String },
    /// A party whom such a case ordinarily does not have.
    UnusualParty { role: String },
    /// Nobody has this position.
    PositionEmpty { position: &'static str },
    /// The log is not in order of date.
    OutOfOrder { step: String, previous: NaiveDate },
    /// Before the complaint came in.
    BeforeReceipt { step: String },
    /// A step for complaints in a report, or the other way round.
    WrongKind { step: String, report: bool },
    /// Twice in a round.
    Twice { step: String },
    /// A correction of nothing.
    BadCorrection { of: String },
    /// Too few topics, too many, or no main one.
    Topics { why: TopicsFault },
    /// A topic demands a party with this role.
    NeedsParty { topic: String, role: String },
    /// A fact of the case is not there.
    FactMissing { field: String, kind: AskType },
    /// A fact is not of its type or not one of the values.
    FactWrong { field: String, kind: AskType, values: Vec<String> },
    /// The regulation has no such value.
    UnknownValue { key: &'static str, value: String, near: Option<String>, allowed: Vec<String> },
    /// The role cannot have this position.
    WrongPosition { role: String, position: &'static str },
    /// Nobody has this key. `may` are the keys that could stand here.
    UnknownWho { key: String, field: &'static str, may: Vec<String> },
    /// No complainant is named.
    NoComplainant,
    /// Data of the intake are missing and nobody asked for them.
    IntakeIncomplete { missing: Vec<String>, step: Option<String> },
    /// The complainant was charged.
    Charged,
    /// A declaration is not there.
    NotAttested { attestation: String, party: Option<String> },
    /// A declaration by somebody who may not give it, or that nobody asks.
    BadAttestation { attestation: String, by: String, known: bool },
    /// Taken by somebody who may not; `may` are the keys of those who may on that day.
    WrongActor { step: String, key: String, wanted: Vec<String>, may: Vec<String> },
    /// Nobody is said to have taken it.
    NoActor { step: String, wanted: Vec<String>, may: Vec<String> },
    /// The handler is not the one the regulation chooses.
    WrongHandler { key: String, wanted: Vec<String>, may: Vec<String>, why: HandlerFault },
    /// A conflict of interest, by the exclusion of that id.
    Conflict { exclusion: String, step: String, key: String, is: String, substitute: Option<String>, waivable: bool },
    /// A conflict of interest cannot be told, for it is not said which member of staff the party is.
    PersonUnknown { exclusion: String, step: String, party: String },
    /// A party is said to be a member of staff in a role that he never held.
    NotThatRole { party: String, person: String, role: String },
    /// The external body is called upon by somebody who may not.
    WrongEscalator { step: String, key: String, who: Vec<String> },
    /// Later than the term allows.
    Late { term: String, step: String, due: Due, on: NaiveDate, hard: bool, accounted: bool },
    /// Notice of an extension after the term had ended.
    NoticeTooLate { term: String, due: NaiveDate, on: NaiveDate },
    /// The new date is not later than the present end.
    NotLater { term: String, key: String, due: NaiveDate },
    /// Further than the regulation allows.
    TooLong { term: String, limit: NaiveDate, with: Option<String> },
    /// More often than the regulation allows.
    TooOften { term: String, times: usize, with: Option<String> },
    /// A recurring notice is not there.
    NoticeMissing { term: String, step: String, due: NaiveDate, found: NaiveDate },
    /// A date beyond the end of a term.
    BeyondTerm { step: String, key: String, term: String, due: NaiveDate },
}

/// How two data disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// They should be the same.
    NotSame,
    /// One should be later.
    NotLater,
    /// A day that is promised or agreed lies before the entry that does so.
    Past,
}

/// What is wrong with the topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TopicsFault {
    /// Fewer than this.
    TooFew(usize),
    /// Only one may be named.
    TooMany,
    /// No main topic.
    NoMain,
    /// The main topic is not one of the topics.
    MainNotListed,
    /// The same topic stands there more than once.
    Twice(String),
}

/// Why a handler is the wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandlerFault {
    /// Does not hold the role.
    Role,
    /// Is not who looks after the client, and no reason is given.
    Account,
    /// Is not who was appointed in the place of a handler who is excluded.
    StandIn,
    /// Not named.
    Missing,
}
