//! What a complaint is here: how it comes in, what it must contain, what it is about.

use serde::Deserialize;

use crate::regulation::roles::{Form, Position};

/// A way in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// Written or oral.
    pub form: Form,
    /// Whether what comes in this way is a complaint or a report.
    pub formal: bool,
    /// The role that receives it.
    pub via: Option<String>,
    /// An id of `organisation.contact`.
    pub contact: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What a complaint must contain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// Positions that the parties must fill.
    #[serde(default)]
    pub parties: Vec<Position>,
    /// Roles that a case ordinarily has, at most one of each.
    #[serde(default)]
    pub usual_parties: Vec<String>,
    /// Data that the sealed part must hold.
    #[serde(default)]
    pub sealed: Vec<String>,
    /// Where it may come from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether somebody may complain for another.
    #[serde(default)]
    pub representation: bool,
    /// What happens when something is missing.
    pub when_incomplete: Option<IncompleteRule>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What an incomplete complaint leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncompleteDo {
    /// The complainant is asked to complete it.
    Ask,
    /// It is not handled.
    Reject,
    /// The terms stand still until it is complete.
    Suspend,
}

/// The step that an incomplete complaint demands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncompleteRule {
    /// What happens.
    #[serde(rename = "do")]
    pub action: IncompleteDo,
    /// The step.
    pub step: String,
    /// The step that ends a suspension.
    pub until: Option<String>,
    /// The terms that stand still; all when none is named.
    #[serde(default)]
    pub terms: Vec<String>,
}

/// What every entry of the log must carry, whatever its step; a correction is excepted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryRule {
    /// Keys.
    pub require: Vec<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// What complaints are about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// A case may have more than one.
    #[serde(default)]
    pub several: bool,
    /// A case has at least so many.
    #[serde(default)]
    pub at_least: usize,
    /// `required`: one of them is the main one.
    #[serde(default)]
    pub main: Option<String>,
    /// What this organisation calls them.
    pub name: Option<String>,
    /// The list.
    pub list: Vec<Topic>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

impl Topics {
    /// Whether a main topic must be named.
    #[must_use]
    pub fn main_required(&self) -> bool {
        self.main.as_deref() == Some("required")
    }
}

/// One topic.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// The role that handles it.
    pub assign_to: Option<String>,
    /// A party with this role must be named.
    pub needs_party: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A list of codes: causes, degrees of severity.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// The step at which one must be there.
    pub required_at: Option<String>,
    /// The list.
    pub list: Vec<Item>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// One code.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id.
    pub id: String,
    /// As printed.
    pub name: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}
