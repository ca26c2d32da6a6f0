//! Steps: what is done, by whom, to whom, in which order, with which data.

use serde::{Deserialize, Serialize};

use super::condition::hundredths;
use super::shared::shared;
use crate::regulation::Condition;
use crate::regulation::roles::{Form, Selector};
use crate::yaml::{Field, Group, Kind, Table, Written, group, kinds, words};

words! {
    /// Whether a step belongs to a complaint or to a report that is not yet one.
    #[derive(Default)]
    pub enum For {
        /// A complaint.
        #[default]
        Complaint = "complaint",
        /// A report.
        Report = "report",
        /// Either.
        Both = "both",
    }
}

words! {
    /// What a step does to the case besides being recorded.
    pub enum Does {
        /// Names the handler.
        Assign = "assign",
        /// Makes a complaint of a report.
        Formalise = "formalise",
        /// Opens a new round.
        Reopen = "reopen",
        /// Closes the case; every required step must be there.
        Close = "close",
        /// Ends the case without them.
        End = "end",
    }
}

words! {
    /// How a case ends.
    #[derive(Serialize)]
    pub enum Ending {
        /// To the complainant's satisfaction, without a judgement.
        Settled = "settled",
        /// With a decision.
        Decided = "decided",
        /// Taken back by the complainant.
        Withdrawn = "withdrawn",
        /// Not handled, for a reason the regulation allows.
        Inadmissible = "inadmissible",
        /// Not a complaint after all.
        NoComplaint = "no-complaint",
        /// Registered twice by accident: it goes on in another case, and is counted there.
        Duplicate = "duplicate",
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

impl Written for Each {
    const KIND: Kind = Kind::Either(&[Kind::Sub(&EACH_ITEM), kinds::IDS]);
}

static EACH_ITEM: Table = Table {
    name: "each",
    open: false,
    fields: &[
        Field::required("step", Kind::Id, "de stap die dingen noemt", "the step that names things"),
        Field::required("key", Kind::Name, "de sleutel waaronder", "the key under which"),
    ],
};

words! {
    /// The type of a value that a step asks for or a case field holds.
    #[derive(Hash)]
    pub enum AskType {
        /// Words.
        Text = "text",
        /// A reference to something elsewhere.
        Reference = "reference",
        /// A whole number.
        Number = "number",
        /// An amount of money, in euros with at most two decimals.
        Amount = "amount",
        /// A date.
        Date = "date",
        /// `ja` or `nee`.
        YesNo = "yes_no",
        /// One of the listed values.
        Choice = "choice",
        /// A person of people.yaml.
        Person = "person",
        /// A party of the case.
        Party = "party",
        /// A value of the judgement scale.
        Judgement = "judgement",
        /// A cause of the list.
        Cause = "cause",
        /// Several causes of the list.
        Causes = "causes",
        /// `ja`, `nee` or `onbekend`.
        Satisfaction = "satisfaction",
        /// A SHA-256 in 64 hexadecimal digits.
        Digest = "digest",
        /// The id of another case.
        Case = "case",
        /// The name of a measure or action.
        Item = "item",
        /// Several texts.
        List = "list",
    }
}

words! {
    /// Whether a datum must be given.
    #[derive(Default)]
    pub enum Need {
        /// Always.
        Always = "always",
        /// Before the case closes.
        Closing = "closing",
        /// It may.
        #[default]
        Never = "never",
    }
}

fn yes() -> bool {
    true
}

group! {
    /// A fact of the case that only this organisation records.
    pub struct CaseField = "field" {
        must id: String as Name, "sleutel onder `fields:`", "key under `fields:`";
        /// The id when absent.
        may name: Option<String>, "zoals het gedrukt wordt", "as printed";
        must kind("type"): AskType, "soort gegeven", "type of datum";
        may values: Vec<String> as IDS, "de keuzes", "the choices";
        may required: Need, "wanneer verplicht", "when it must be there";
        ..limits;
        ..when;
        ..quoted;
        ..note;
    }
}

group! {
    /// A datum that a step asks for.
    pub struct Ask = "ask" {
        must key: String as Name, "sleutel in de stap", "key in the entry";
        /// The key when absent.
        may name: Option<String>, "zoals het gedrukt wordt", "as printed";
        must kind("type"): AskType, "soort gegeven", "type of datum";
        may values: Vec<String> as IDS, "de keuzes", "the choices";
        may else "yes" required: bool, "verplicht (zonder opgave: ja)", "required (yes when absent)";
        ..when;
        ..limits;
        may same_as: Option<String> as Id,
            "gelijk aan dezelfde sleutel van die stap", "equal to the same key of that step";
        may later_than: Option<String> as Id,
            "datum na die stap, of na deze (`entry`)", "a date after that step, or after this one (`entry`)";
        may within_term: Option<String> as Id,
            "datum niet na het einde van die termijn", "a date not beyond the end of that term";
        ..quote;
        ..note;
    }
}

/// The least and the most that a number or amount may be, in hundredths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// At least.
    pub least: Option<i64>,
    /// At most.
    pub most: Option<i64>,
}

impl Limits {
    fn of(least: Option<&String>, most: Option<&String>) -> Self {
        let read = |text: Option<&String>| text.and_then(|t| hundredths(t));
        Self { least: read(least), most: read(most) }
    }

    /// Whether a number, in hundredths, lies within them.
    #[must_use]
    pub fn hold(self, number: i64) -> bool {
        self.least.is_none_or(|least| number >= least) && self.most.is_none_or(|most| number <= most)
    }
}

impl CaseField {
    /// The bounds of its value.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits::of(self.at_least.as_ref(), self.at_most.as_ref())
    }
}

impl Ask {
    /// The bounds of its value.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits::of(self.at_least.as_ref(), self.at_most.as_ref())
    }

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

impl Written for Ground {
    const KIND: Kind = Kind::Either(&[Kind::Sub(OnlyWhen::TABLE), Kind::Id]);
}

group! {
    /// A ground that does not always hold.
    struct OnlyWhen = "ground" {
        ..id;
        must when: Condition, "alleen dan geldt de grond", "the ground holds only then";
    }
}

/// As a regulation writes it: a word, or a word and when it holds.
#[derive(Deserialize)]
#[serde(untagged)]
enum GroundForm {
    Plain(String),
    Conditional(OnlyWhen),
}

impl From<GroundForm> for Ground {
    fn from(form: GroundForm) -> Self {
        match form {
            GroundForm::Plain(id) => Self { id, when: None },
            GroundForm::Conditional(OnlyWhen { id, when }) => Self { id, when: Some(when) },
        }
    }
}

group! {
    /// One step of the workflow.
    pub struct Step = "step" {
        ..id;
        ..name;
        may belongs_to("for"): For, "klacht, melding of beide", "complaint, report or both";
        may does: Option<Does>, "wat de stap met de zaak doet", "what it does to the case";
        may ends_as: Option<Ending>, "hoe de zaak eindigt", "how the case ends";
        /// One of these.
        may by: Vec<Selector>, "wie de stap zet", "who takes it";
        may by_each: Vec<Selector>, "wie hem elk moeten zetten", "each of whom must take it";
        may with: Vec<Selector>, "met wie overlegd wordt", "who is consulted";
        may to: Vec<Selector>, "wie het ontvangt", "who receives it";
        may cc: Vec<Selector>, "wie een afschrift ontvangt", "who receives a copy";
        may report_to: Vec<Selector>, "aan wie het gemeld wordt", "to whom it is reported";
        may also: Vec<Selector>, "wie het ook mag ontvangen", "who may receive it too";
        may form: Option<Form>, "schriftelijk of mondeling", "written or oral";
        may channels: Vec<String> as IDS, "langs welke weg", "by which channels";
        may each: Option<Each>, "voor wie of wat steeds opnieuw", "for whom or what it is repeated";
        may parts: Vec<String> as IDS, "onderdelen die alle aan bod komen", "parts that must all be covered";
        may after: Vec<String> as IDS, "stappen die eerst komen", "steps that come first";
        may after_any: Vec<String> as IDS, "een van deze stappen komt eerst", "one of these comes first";
        ..when;
        may optional: bool, "nooit verplicht", "never demanded";
        /// In a round.
        may once: bool, "niet twee keer", "not twice";
        may each_round: bool, "opnieuw na heropening", "again after a re-opening";
        may waivable: Vec<Ground> as OneOrMany(&Ground::KIND),
            "gronden om ervan af te zien", "grounds on which it may be left out";
        may any_one: Vec<Selector>,
            "van wie er één genoeg is, ook als er meer zijn", "of whom one is enough, also where there are several";
        /// One that nobody took up counts.
        may offer_suffices: bool, "aanbieden is genoeg", "an offer is enough";
        may asks: Vec<Ask>, "gegevens van de stap", "data of the entry";
        ..quoted;
        ..note;
    }
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
