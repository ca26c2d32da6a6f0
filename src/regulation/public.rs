//! What the public sees of a regulation besides its rules: the organisation, its documents, what is promised and what is left
//! open.

use chrono::NaiveDate;

use super::shared::shared;
use crate::yaml::{group, words};

words! {
    /// How a reader is addressed in Dutch.
    #[derive(Default)]
    pub enum AddressAs {
        /// Formally.
        #[default]
        U = "u",
        /// Informally.
        Je = "je",
    }
}

group! {
    /// The organisation as it presents itself.
    pub struct Organisation = "organisation" {
        must name: String, "naam", "display name";
        must site: String, "website", "its site";
        may address_as: AddressAs, "`u` of `je` op pagina's en in brieven", "`u` or `je` on Dutch pages and in Dutch letters";
        may contact: Vec<Contact>, "hoe bereikbaar", "ways to reach it";
    }
}

group! {
    /// One way to reach the organisation.
    pub struct Contact = "contact" {
        ..id;
        must kind: String as OneOf(&["email", "phone", "post", "visit", "form"]), "soort", "kind";
        must value: String, "het adres of nummer", "the address or number";
        may publish: bool, "mag op de pagina", "may be public";
        may label: Option<String>, "zoals het gedrukt wordt", "as printed";
        ..quote;
    }
}

group! {
    /// What it costs the complainant.
    pub struct CostRule = "costs" {
        must complainant: String, "`none`, `unknown` of een bedrag", "`none`, `unknown` or an amount";
        ..quote;
    }
}

group! {
    /// A document that the text names.
    pub struct NamedDocument = "document" {
        ..id;
        must title: String, "titel", "title";
        may url: Option<String>, "vindplaats", "where it is";
        may verified_on: Option<NaiveDate>, "wanneer nagekeken", "when it was last looked up";
        ..quoted;
        ..note;
    }
}

group! {
    /// A sentence for the reader only.
    pub struct Statement = "statement" {
        must kind: String as OneOf(&["goal", "promise", "context", "policy", "explanation"]),
            "soort zin", "kind of sentence";
        may id: Option<String> as Id, "naam", "id";
        may measured_by: Option<MeasuredBy>, "het cijfer dat het laat zien", "the figure that shows it";
        ..quoted;
        ..note;
    }
}

/// The figures that can show whether a statement is true.
const FIGURES: &[&str] = &[
    "received",
    "handling-time",
    "within-term",
    "judgement",
    "satisfaction",
    "cause",
    "topic",
    "escalation",
    "measures",
    "extension",
    "progress",
    "reopening",
    "redress",
];

group! {
    /// The figure that shows whether a statement is true.
    #[derive(PartialEq, Eq)]
    pub struct MeasuredBy = "measured_by" {
        must figure: String as OneOf(FIGURES), "welk cijfer", "which figure";
        /// Ids; all count when there are none.
        may values: Vec<String> as IDS, "wat meetelt", "what counts";
    }
}

group! {
    /// What may and must not appear on a page.
    #[derive(Default)]
    pub struct Publication = "publication" {
        may download: bool, "te downloaden", "can be downloaded";
        may forbidden: Vec<String>, "mag nooit op een pagina", "never on a page";
        may canonical: Option<String>, "adres van de pagina", "address of the page";
    }
}

/// What a gap may be about.
const GAPS: &[&str] = &[
    "acknowledgement-term",
    "extension-maximum",
    "extension-reason",
    "maximum-term",
    "retention",
    "conflict-of-interest",
    "costs",
    "external-term",
    "external-costs",
    "confidentiality",
    "hearing",
    "binding",
    "satisfaction-scale",
    "progress-frequency",
    "report-term",
    "text",
];

group! {
    /// Something that the text leaves open, said openly.
    pub struct Gap = "gap" {
        ..id;
        must about: String as OneOf(GAPS), "waarover", "what it is about";
        must why: String, "waarom opengelaten", "why it is left open";
        ..quote;
    }
}
