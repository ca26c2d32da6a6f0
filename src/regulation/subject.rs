//! What a complaint is here: how it comes in, what it must contain, what it is about.

use super::shared::shared;
use crate::regulation::roles::{Form, Position};
use crate::yaml::{group, words};

group! {
    /// A way in.
    pub struct Channel = "channel" {
        ..id;
        ..name;
        must form: Form, "schriftelijk of mondeling", "written or oral";
        must formal: bool, "klacht (true) of melding (false)", "a complaint (true) or a report (false)";
        may via: Option<String> as Id, "de rol die het ontvangt", "the role that receives it";
        may contact: Option<String> as Id, "een adres van de organisatie", "a contact of the organisation";
        ..quoted;
        ..note;
    }
}

/// The data that the sealed part may hold.
pub const SEALED: &[&str] =
    &["name", "address", "city", "email", "phone", "narrative", "signature", "statements", "attachments"];

group! {
    /// What a complaint must contain.
    pub struct Intake = "intake" {
        may parties: Vec<Position>, "wie er genoemd moeten zijn", "positions that must be filled";
        /// At most one of each.
        may usual_parties: Vec<String> as IDS, "wie er gewoonlijk zijn", "roles that a case ordinarily has";
        may sealed: Vec<String> as OneOrMany(&OneOf(SEALED)), "gegevens in het gesloten deel", "data of the sealed part";
        may sources: Vec<String> as IDS, "waar het vandaan kan komen", "where it may come from";
        may representation: bool, "iemand mag namens een ander klagen", "somebody may complain for another";
        may when_incomplete: Option<IncompleteRule>, "als er iets ontbreekt", "when something is missing";
        ..quote;
        ..note;
    }
}

words! {
    /// What an incomplete complaint leads to.
    pub enum IncompleteDo {
        /// The complainant is asked to complete it.
        Ask = "ask",
        /// It is not handled.
        Reject = "reject",
        /// The terms stand still until it is complete.
        Suspend = "suspend",
    }
}

group! {
    /// The step that an incomplete complaint demands.
    pub struct IncompleteRule = "when_incomplete" {
        must action("do"): IncompleteDo, "wat er dan gebeurt", "what happens then";
        must step: String as Id, "de stap", "the step";
        /// Of a suspension.
        may until: Option<String> as Id, "de stap die het hervat", "the step that resumes";
        /// All when none is named.
        may terms: Vec<String> as IDS, "welke termijnen stilstaan", "which terms are suspended";
    }
}

group! {
    /// What every entry of the log must carry, whatever its step; a correction is excepted.
    pub struct EntryRule = "entries" {
        must require: Vec<String> as OneOrMany(&OneOf(&["ref", "note", "channel", "recorded_by"])),
            "sleutels die elke stap heeft", "keys that every entry has";
        ..quoted;
        ..note;
    }
}

group! {
    /// What complaints are about.
    #[derive(Default)]
    pub struct Topics = "topics" {
        may several: bool, "meer dan één mag", "more than one may";
        may at_least: usize, "minstens zoveel", "at least so many";
        may main: Option<String> as OneOf(&["required", "optional"]), "hoofdonderwerp", "main topic";
        may name: Option<String>, "hoe de organisatie ze noemt", "what the organisation calls them";
        must list: Vec<Topic>, "de lijst", "the list";
        ..quote;
        ..note;
    }
}

impl Topics {
    /// Whether a main topic must be named.
    #[must_use]
    pub fn main_required(&self) -> bool {
        self.main.as_deref() == Some("required")
    }
}

group! {
    /// One topic.
    pub struct Topic = "topic" {
        ..id;
        ..name;
        may assign_to: Option<String> as Id, "de rol die het behandelt", "the role that handles it";
        may needs_party: Option<String> as Id, "een partij met deze rol is genoemd", "a party with this role is named";
        ..quote;
        ..note;
    }
}

group! {
    /// A list of codes: causes, degrees of severity.
    pub struct CodeList = "codes" {
        may required_at: Option<String> as Id, "verplicht bij deze stap", "required at this step";
        must list: Vec<Item>, "de lijst", "the list";
        ..quote;
        ..note;
    }
}

group! {
    /// One code.
    pub struct Item = "code" {
        ..id;
        ..name;
        ..quote;
    }
}
