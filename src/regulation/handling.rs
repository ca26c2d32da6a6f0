//! Who handles a complaint, who owns it, who may not.

use super::shared::shared;
use crate::regulation::roles::Selector;
use crate::yaml::{Group, Kind, Written, group, words};
use serde::Deserialize;

group! {
    /// Assignment.
    pub struct Assignment = "assignment" {
        must step: Vec<String> as IDS, "de stappen die de behandelaar noemen", "the steps that name the handler";
        must handler: HandlerRule, "wie behandelt", "who handles";
        may owner: Option<OwnerRule>, "wie eigenaar is", "who owns";
        may exclude: Vec<Exclusion>, "wie niet mag", "who may not";
        may quote: Vec<String>, "de woorden uit de tekst", "the words of the text";
        ..note;
    }
}

words! {
    /// By what the handler is chosen.
    pub enum HandlerBy {
        /// One role, always.
        Fixed = "fixed",
        /// The main topic.
        Topic = "topic",
        /// Who looks after the client.
        Account = "account",
    }
}

group! {
    /// Who handles.
    pub struct HandlerRule = "handler" {
        must by: HandlerBy, "waarnaar gekozen", "by what it is chosen";
        /// When fixed.
        may role: Option<String> as Id, "de rol", "the role";
        may roles: Vec<String> as IDS, "alle rollen die mogen", "all roles that may";
        may account_field: Option<String> as Name, "het zaakveld met de klant", "the case field with the client";
        ..quoted;
    }
}

group! {
    /// Who owns.
    pub struct OwnerRule = "owner" {
        must role: String as Id, "de rol", "the role";
        ..quoted;
    }
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

impl Written for Substitute {
    const KIND: Kind = Kind::Either(&[Kind::Sub(InRole::TABLE), Kind::Id]);
}

group! {
    /// A substitute who must hold a role.
    struct InRole = "substitute" {
        must step: String as Id, "de stap die een vervanger aanwijst", "the step that appoints a substitute";
        must role: String as Id, "de rol die de vervanger heeft", "the role that the substitute holds";
    }
}

/// As a regulation writes it: a step, or a step and a role.
#[derive(Deserialize)]
#[serde(untagged)]
enum SubstituteForm {
    Step(String),
    Role(InRole),
}

impl From<SubstituteForm> for Substitute {
    fn from(form: SubstituteForm) -> Self {
        match form {
            SubstituteForm::Step(step) => Self { step, role: None },
            SubstituteForm::Role(InRole { step, role }) => Self { step, role: Some(role) },
        }
    }
}

group! {
    /// Who may not (conflict of interest; compare Awb 9:7).
    pub struct Exclusion = "exclude" {
        ..id;
        must who: String as Id,
            "`handler`, een stap, of een rol (voor alles in de zaak)",
            "`handler`, a step, or a role (for everything in the case)";
        /// Whom the entry of that step names under `with`, instead of who took it.
        may part("as"): Option<String> as OneOf(&["consulted"]),
            "geldt voor wie geraadpleegd is", "holds for those consulted";
        must not: Vec<Selector>, "wie het niet mag zijn", "who it may not be";
        may substitute: Option<Substitute>,
            "de stap die een vervanger aanwijst", "the step that appoints a substitute";
        /// An entry then says `waiver: <reason>`.
        may waivable: bool, "mag met reden", "may, with a reason";
        ..quote;
        ..note;
    }
}
