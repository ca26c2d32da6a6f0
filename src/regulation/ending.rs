//! What comes at the end: judgement, satisfaction, measures, the external body.

use serde::Deserialize;

use super::shared::shared;
use super::workflow::{AskType, Step};
use crate::calendar::Duration;
use crate::regulation::roles::Selector;
use crate::yaml::{Kind, Written, group, words};

group! {
    /// Which step is which, in the words of ISO 10002, for pages and figures.
    #[derive(Default)]
    pub struct Milestones = "milestones" {
        may registration: Option<String> as Id, "registratie", "registration";
        /// ISO 10002, 7.4.
        may acknowledgement: Option<String> as Id, "ontvangstbevestiging", "acknowledgement";
        may hearing: Option<String> as Id, "horen", "hearing";
        may judgement: Option<String> as Id, "oordeel", "judgement";
        /// ISO 10002, 7.8.
        may outcome: Option<String> as Id, "uitkomst meegedeeld", "outcome told";
        may resolved: Option<String> as Id, "opgelost", "resolved";
        /// ISO 10002, 7.9.
        may closing: Option<String> as Id, "afsluiting", "closing";
    }
}

group! {
    /// The scale of judgement.
    pub struct Judgement = "judgement" {
        must step: String as Id, "de stap", "the step";
        must key: String as Name, "de sleutel", "the key";
        /// In every decided case.
        may required: bool, "altijd", "always";
        must scale: Vec<JudgementItem>, "de schaal", "the scale";
        ..quote;
    }
}

impl Judgement {
    /// Whether a step judges: the one that is named, or one of a later stage that asks a judgement under the same key.
    #[must_use]
    pub fn judged_by(&self, step: &Step) -> bool {
        step.id == self.step || step.asks.iter().any(|ask| ask.kind == AskType::Judgement && ask.key == self.key)
    }
}

group! {
    /// One value of the scale.
    pub struct JudgementItem = "scale" {
        ..id;
        ..name;
        must means: Means, "wat het betekent", "what it means";
    }
}

words! {
    /// What a value of the scale means.
    pub enum Means {
        /// Gegrond.
        Upheld = "upheld",
        /// Deels gegrond.
        PartlyUpheld = "partly-upheld",
        /// Ongegrond.
        NotUpheld = "not-upheld",
        /// Geen oordeel.
        NoJudgement = "no-judgement",
        /// Opgelost.
        Resolved = "resolved",
        /// Niet opgelost.
        NotResolved = "not-resolved",
    }
}

group! {
    /// Whose satisfaction is asked, and what follows from a no.
    pub struct Satisfaction = "satisfaction" {
        must step: String as Id, "de stap die ernaar vraagt", "the step that asks";
        must key: String as Name, "de sleutel", "the key";
        must of: Vec<Selector>, "van wie", "of whom";
        may reopen: Option<String> as Id, "de stap die heropent", "the step that re-opens";
        ..quoted;
    }
}

group! {
    /// Improvements and whether they were really made (ISO 10002, 8.7).
    pub struct Measures = "measures" {
        must step: String as Id, "de stap die een maatregel noemt", "the step that names a measure";
        must key: String as Name, "de sleutel met de naam", "the key with its name";
        /// A key of that step, or a step of its own.
        may none: Option<String> as Name, "waarom er geen is", "why there is none";
        may verified: Option<String> as Id, "de stap die hem toetst", "the step that verifies it";
        /// Nothing: to be looked at is enough.
        may taken: Option<MeasureTaken>,
            "waaraan te zien is dat hij echt is genomen", "what shows that it was really taken";
        ..quoted;
    }
}

group! {
    /// What shows that a measure was taken.
    #[derive(PartialEq, Eq)]
    pub struct MeasureTaken = "taken" {
        must key: String as Name, "de sleutel in de stap die toetst", "the key of the step that verifies";
        must equals: String, "is gelijk aan", "equals";
    }
}

words! {
    /// What the organisation owes a dissatisfied complainant.
    #[derive(Default)]
    pub enum Duty {
        /// To refer.
        Refer = "refer",
        /// To inform.
        Inform = "inform",
        /// To help when asked.
        OnRequest = "on-request",
        /// Nothing.
        #[default]
        None = "none",
    }
}

/// Whether the ruling of an external body binds the organisation. A text that says nothing of it leaves it unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "WrittenBinding")]
pub enum Binding {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The text is silent.
    #[default]
    Unknown,
}

/// `true`, `false`, or a word.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenBinding {
    Flag(bool),
    Word(String),
}

impl TryFrom<WrittenBinding> for Binding {
    type Error = String;

    fn try_from(written: WrittenBinding) -> Result<Self, String> {
        match written {
            WrittenBinding::Flag(true) => Ok(Self::Yes),
            WrittenBinding::Flag(false) => Ok(Self::No),
            WrittenBinding::Word(word) if word == "unknown" => Ok(Self::Unknown),
            WrittenBinding::Word(word) => Err(format!("`{word}` is not true, false or unknown")),
        }
    }
}

impl Written for Binding {
    const KIND: Kind = Kind::Either(&[Kind::Flag, Kind::OneOf(&["unknown"])]);
}

group! {
    /// The way to an external body.
    pub struct Escalation = "escalation" {
        ..id;
        must body: String as Id, "de externe rol", "the external role";
        must who: Vec<Selector>, "wie het mag", "who may";
        may duty: Duty, "wat de organisatie moet", "what the organisation owes";
        ..when;
        may steps: EscalationSteps, "de stappen", "the steps";
        /// Of the body.
        may term: Option<String> as Id, "de termijn", "the term";
        may binding: Binding, "`true`, `false` of `unknown`: bindend", "`true`, `false` or `unknown`: binding";
        may costs: Option<String>, "`none`, `unknown` of een bedrag", "`none`, `unknown` or an amount";
        may file_within: Option<Duration>, "binnen welke tijd", "within what time";
        ..quoted;
        ..note;
    }
}

group! {
    /// The steps of an escalation; those there are.
    #[derive(Default)]
    pub struct EscalationSteps = "steps" {
        may offer: Option<String> as Id, "verwijzen of informeren", "refer or inform";
        may filed: Option<String> as Id, "voorgelegd", "filed";
        may ruled: Option<String> as Id, "uitspraak", "ruling";
        may executed: Option<String> as Id, "uitgevoerd", "executed";
    }
}

impl EscalationSteps {
    /// The steps there are, in order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.offer, &self.filed, &self.ruled, &self.executed].into_iter().filter_map(|s| s.as_deref())
    }
}
