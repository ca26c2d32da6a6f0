//! Steps: what is done, by whom, to whom, in which order, with which data.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use crate::regulation::roles::{Form, Selector};

/// Whether a step belongs to a complaint or to a report that is not yet one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum For {
    /// A complaint.
    #[default]
    Complaint,
    /// A report.
    Report,
    /// Either.
    Both,
}

/// What a step does to the case besides being recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// Names the handler.
    Assign,
    /// Makes a complaint of a report.
    Formalise,
    /// Opens a new round.
    Reopen,
    /// Closes the case; every required step must be there.
    Close,
    /// Ends the case without them.
    End,
}

/// How a case ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// To the complainant's satisfaction, without a judgement.
    Settled,
    /// With a decision.
    Decided,
    /// Taken back by the complainant.
    Withdrawn,
    /// Not handled, for a reason the regulation allows.
    Inadmissible,
    /// Not a complaint after all.
    NoComplaint,
}

impl Ending {
    /// Every way to end.
    pub const ALL: [Self; 5] = [Self::Settled, Self::Decided, Self::Withdrawn, Self::Inadmissible, Self::NoComplaint];

    /// The ending that a word in a file stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.word() == word)
    }

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
            Self::Inadmissible => "inadmissible",
            Self::NoComplaint => "no-complaint",
        }
    }
}

/// For whom or what a step is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Each {
    /// Once for each party that the selectors name.
    Parties(Vec<Selector>),
    /// Once for each thing that another step named under a key.
    Items {
        /// The step that names things.
        step: String,
        /// The key under which it does.
        key: String,
    },
}

/// The type of a value that a step asks for or a case field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskType {
    /// Words.
    Text,
    /// A reference to something elsewhere.
    Reference,
    /// A whole number.
    Number,
    /// An amount of money, in euros with at most two decimals.
    Amount,
    /// A date.
    Date,
    /// `ja` or `nee`.
    YesNo,
    /// One of the listed values.
    Choice,
    /// A person of people.yaml.
    Person,
    /// A party of the case.
    Party,
    /// A value of the judgement scale.
    Judgement,
    /// A cause of the list.
    Cause,
    /// Several causes of the list.
    Causes,
    /// `ja`, `nee` or `onbekend`.
    Satisfaction,
    /// A SHA-256 in 64 hexadecimal digits.
    Digest,
    /// The name of a measure or action.
    Item,
    /// Several texts.
    List,
}

/// Whether a datum must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Always.
    Always,
    /// Before the case closes.
    Closing,
    /// It may.
    #[default]
    Never,
}

fn yes() -> bool {
    true
}

/// A fact of the case that only this organisation records.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseField {
    /// Its key under `fields:` in the case.
    pub id: String,
    /// As printed; the id when absent.
    pub name: Option<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: AskType,
    /// The values of a choice.
    #[serde(default)]
    pub values: Vec<String>,
    /// When it must be there.
    #[serde(default)]
    pub required: Need,
    /// Required only when this holds.
    pub when: Option<Condition>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A datum that a step asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Its key in the entry.
    pub key: String,
    /// As printed; the key when absent.
    pub name: Option<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: AskType,
    /// The values of a choice.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether it must be given.
    #[serde(default = "yes")]
    pub required: bool,
    /// Required only when this holds.
    pub when: Option<Condition>,
    /// Must equal the same key of that step.
    pub same_as: Option<String>,
    /// A date after that step, or after the entry itself (`entry`).
    pub later_than: Option<String>,
    /// A date not beyond the end of that term.
    pub within_term: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

impl Ask {
    /// The name to print.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.key)
    }
}

/// A ground on which a step may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "GroundForm")]
pub struct Ground {
    /// Its word in an entry.
    pub id: String,
    /// It counts only when this holds.
    pub when: Option<Condition>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GroundForm {
    Plain(String),
    Conditional { id: String, when: Condition },
}

impl From<GroundForm> for Ground {
    fn from(form: GroundForm) -> Self {
        match form {
            GroundForm::Plain(id) => Self { id, when: None },
            GroundForm::Conditional { id, when } => Self { id, when: Some(when) },
        }
    }
}

/// One step of the workflow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "four independent switches of the file format")]
pub struct Step {
    /// Id by which cases name it.
    pub id: String,
    /// As printed.
    pub name: String,
    /// Complaint, report or both.
    #[serde(default, rename = "for")]
    pub belongs_to: For,
    /// What it does to the case.
    pub does: Option<Does>,
    /// How the case ends by it.
    pub ends_as: Option<Ending>,
    /// One of these takes it.
    #[serde(default)]
    pub by: Vec<Selector>,
    /// Each of these must have taken it.
    #[serde(default)]
    pub by_each: Vec<Selector>,
    /// Must be consulted.
    #[serde(default)]
    pub with: Vec<Selector>,
    /// Must receive it.
    #[serde(default)]
    pub to: Vec<Selector>,
    /// Must receive a copy.
    #[serde(default)]
    pub cc: Vec<Selector>,
    /// To whom it is reported.
    #[serde(default)]
    pub report_to: Vec<Selector>,
    /// May receive it too.
    #[serde(default)]
    pub also: Vec<Selector>,
    /// Written or oral.
    pub form: Option<Form>,
    /// Allowed channels.
    #[serde(default)]
    pub channels: Vec<String>,
    /// For whom or what it is repeated.
    pub each: Option<Each>,
    /// Parts that must all be covered.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Steps before it.
    #[serde(default)]
    pub after: Vec<String>,
    /// Steps of which one must be before it.
    #[serde(default)]
    pub after_any: Vec<String>,
    /// Belongs only when this holds.
    pub when: Option<Condition>,
    /// Never demanded.
    #[serde(default)]
    pub optional: bool,
    /// Not twice in a round.
    #[serde(default)]
    pub once: bool,
    /// Demanded anew after a re-opening.
    #[serde(default)]
    pub each_round: bool,
    /// Grounds on which it may be left out.
    #[serde(default)]
    pub waivable: Vec<Ground>,
    /// Of whom one is enough, also where there are several.
    #[serde(default)]
    pub any_one: Vec<Selector>,
    /// An offer that nobody took up counts.
    #[serde(default)]
    pub offer_suffices: bool,
    /// Data of the entry.
    #[serde(default)]
    pub asks: Vec<Ask>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

impl Step {
    /// The words of the grounds on which it may be left out.
    #[must_use]
    pub fn grounds(&self) -> Vec<String> {
        self.waivable.iter().map(|ground| ground.id.clone()).collect()
    }

    /// The key under which it asks why, so that no second reason is needed.
    #[must_use]
    pub fn reason_key(&self) -> Option<&str> {
        let asked = |ask: &&Ask| ask.kind == AskType::Text && matches!(ask.key.as_str(), "reden" | "reason");
        self.asks.iter().find(asked).map(|ask| ask.key.as_str())
    }

    /// Whether it is repeated for those whom the selector names.
    #[must_use]
    pub fn each_names(&self, selector: &Selector) -> bool {
        matches!(&self.each, Some(Each::Parties(selectors)) if selectors.contains(selector))
    }

    /// The ground of that word.
    #[must_use]
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.waivable.iter().find(|ground| ground.id == id)
    }

    /// Whether one entry must hold all its parts, for no second one may come after it.
    #[must_use]
    pub fn at_once(&self) -> bool {
        self.once || matches!(self.does, Some(Does::Close | Does::End))
    }
}
