//! Who handles a complaint, who owns it, who may not.

use serde::Deserialize;

use crate::regulation::roles::Selector;

/// By what the handler is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandlerBy {
    /// One role, always.
    Fixed,
    /// The main topic.
    Topic,
    /// Who looks after the client.
    Account,
}

/// Who handles.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandlerRule {
    /// By what.
    pub by: HandlerBy,
    /// The role, when fixed.
    pub role: Option<String>,
    /// All roles that may.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The case field that names the client.
    pub account_field: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Who owns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerRule {
    /// The role.
    pub role: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// Who takes the place of somebody who is excluded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "SubstituteForm")]
pub struct Substitute {
    /// The step by which he is appointed.
    pub step: String,
    /// The role that he must hold; nothing: any member of staff.
    pub role: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SubstituteForm {
    Step(String),
    Role { step: String, role: String },
}

impl From<SubstituteForm> for Substitute {
    fn from(form: SubstituteForm) -> Self {
        match form {
            SubstituteForm::Step(step) => Self { step, role: None },
            SubstituteForm::Role { step, role } => Self { step, role: Some(role) },
        }
    }
}

/// Who may not (conflict of interest; compare Awb 9:7).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Id.
    pub id: String,
    /// `handler`, a step, or a role: that role in the whole case.
    pub who: String,
    /// `consulted`: whom the entry of that step names under `with`, instead of who took it.
    #[serde(rename = "as")]
    pub part: Option<String>,
    /// May not be one of these.
    pub not: Vec<Selector>,
    /// How a substitute is appointed.
    pub substitute: Option<Substitute>,
    /// An entry may say `waiver: <reason>`.
    #[serde(default)]
    pub waivable: bool,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// Assignment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The steps that name the handler.
    pub step: Vec<String>,
    /// Who handles.
    pub handler: HandlerRule,
    /// Who owns.
    pub owner: Option<OwnerRule>,
    /// Who may not.
    #[serde(default)]
    pub exclude: Vec<Exclusion>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}
