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
    /// W201: the regulation has no such step.
    UnknownStep { step: String, near: Option<String> },
    /// W202: a step that must come before it is not there, or not for everybody.
    Before { step: String, needs: Vec<String>, detail: Option<String> },
    /// W203: the condition of the step does not hold.
    NoOccasion { step: String },
    /// W204: the case is closed while something is not done.
    Unfinished { closing: String, step: String, detail: Option<String> },
    /// W205: the case had ended.
    AfterEnd { step: String, ended_by: String },
    /// W206: a binding ruling was given.
    AfterRuling { step: String, escalation: String },
    /// W207: a datum is not given.
    DataMissing { step: String, key: String, kind: AskType },
    /// W217: a datum is not of its type, or not one of the values.
    DataWrong { step: String, key: String, kind: AskType, values: Vec<String> },
    /// W217: a datum that is one value holds several.
    DataSeveral { step: String, key: String, kind: AskType },
    /// W217, C112: a number or amount, of a step or of the case, is less or more than it may be.
    OutOfBounds { step: Option<String>, key: String, limits: Limits },
    /// W208: the step does not ask for this.
    DataUnknown { step: String, key: String, near: Option<String> },
    /// W218: a datum does not agree with another.
    Disagrees { step: String, key: String, with: String, how: Disagreement },
    /// W209: somebody did not receive it.
    NotReceived { step: String, who: String, missing: Vec<String>, how: Receipt },
    /// W210: somebody received it who may not.
    NotForThem { step: String, key: String, how: Receipt },
    /// W211: written where oral is meant, or the other way round.
    WrongForm { step: String, channel: String, wanted: &'static str },
    /// W211: not by this channel.
    WrongChannel { step: String, channel: Option<String>, allowed: Vec<String> },
    /// W222: not a ground for leaving it out.
    NotWaivable { step: String, ground: String, allowed: Vec<String> },
    /// W222: a ground for leaving it out that does not hold in this case.
    GroundUntrue { step: String, ground: String },
    /// W212: not one of the parts.
    UnknownPart { step: String, part: String, allowed: Vec<String> },
    /// W204: a step that closes, or comes once, does not name one of its parts.
    PartMissing { step: String, part: String },
    /// R413: a party whom such a case ordinarily does not have.
    UnusualParty { role: String },
    /// R413: nobody has this position.
    PositionEmpty { position: &'static str },
    /// W213: the log is not in order of date.
    OutOfOrder { step: String, previous: NaiveDate },
    /// W213: before the complaint came in.
    BeforeReceipt { step: String },
    /// W214: a step for complaints in a report, or the other way round.
    WrongKind { step: String, report: bool },
    /// W216: twice in a round.
    Twice { step: String },
    /// W221: a correction of nothing.
    BadCorrection { of: String },
    /// W215: too few topics, too many, or no main one.
    Topics { why: TopicsFault },
    /// W215: a topic demands a party with this role.
    NeedsParty { topic: String, role: String },
    /// W223: a fact of the case is not there.
    FactMissing { field: String, kind: AskType },
    /// C112: a fact is not of its type or not one of the values.
    FactWrong { field: String, kind: AskType, values: Vec<String> },
    /// C112: the regulation has no such value.
    UnknownValue { key: &'static str, value: String, near: Option<String>, allowed: Vec<String> },
    /// R413: the role cannot have this position.
    WrongPosition { role: String, position: &'static str },
    /// R401: nobody has this key. `may` are the keys that could stand here.
    UnknownWho { key: String, field: &'static str, may: Vec<String> },
    /// R413: no complainant is named.
    NoComplainant,
    /// W224: data of the intake are missing and nobody asked for them.
    IntakeIncomplete { missing: Vec<String>, step: Option<String> },
    /// W225: data that no sealed piece holds; of this party, where it is one of several.
    OnlyTicked { fields: Vec<String>, party: Option<String> },
    /// W219: the complainant was charged.
    Charged,
    /// W220: a declaration is not there.
    NotAttested { attestation: String, party: Option<String> },
    /// R410: a declaration by somebody who may not give it, or that nobody asks.
    BadAttestation { attestation: String, by: String, known: bool },
    /// R402: taken by somebody who may not; `may` are the keys of those who may on that day.
    WrongActor { step: String, key: String, wanted: Vec<String>, may: Vec<String> },
    /// R402: nobody is said to have taken it.
    NoActor { step: String, wanted: Vec<String>, may: Vec<String> },
    /// R403: the handler is not the one the regulation chooses.
    WrongHandler { key: String, wanted: Vec<String>, may: Vec<String>, why: HandlerFault },
    /// R404: a conflict of interest, by the exclusion of that id.
    Conflict { exclusion: String, step: String, key: String, is: String, substitute: Option<String>, waivable: bool },
    /// R404: a conflict of interest cannot be told, for it is not said which member of staff the party is.
    PersonUnknown { exclusion: String, step: String, party: String },
    /// R414: a party is said to be a member of staff in a role that he never held.
    NotThatRole { party: String, person: String, role: String },
    /// R406: the external body is called upon by somebody who may not.
    WrongEscalator { step: String, key: String, who: Vec<String> },
    /// T301, T302, T303: later than the term allows.
    Late { term: String, step: String, due: Due, on: NaiveDate, hard: bool, accounted: bool },
    /// T304: notice of an extension after the term had ended.
    NoticeTooLate { term: String, due: NaiveDate, on: NaiveDate },
    /// T306: the new date is not later than the present end.
    NotLater { term: String, key: String, due: NaiveDate },
    /// T305: further than the regulation allows.
    TooLong { term: String, limit: NaiveDate, with: Option<String> },
    /// T305: more often than the regulation allows.
    TooOften { term: String, times: usize, with: Option<String> },
    /// T307: a recurring notice is not there.
    NoticeMissing { term: String, step: String, due: NaiveDate, found: NaiveDate },
    /// T308: a date beyond the end of a term.
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
