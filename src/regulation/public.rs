//! What the public sees of a regulation besides its rules: the organisation, its documents, what is promised and what is left
//! open.

use chrono::NaiveDate;
use serde::Deserialize;

/// The organisation as it presents itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Display name.
    pub name: String,
    /// Its site.
    pub site: String,
    /// Ways to reach it.
    #[serde(default)]
    pub contact: Vec<Contact>,
}

/// One way to reach the organisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Id.
    pub id: String,
    /// `email`, `phone`, `post`, `visit` or `form`.
    pub kind: String,
    /// The address or number.
    pub value: String,
    /// Whether it may be public.
    #[serde(default)]
    pub publish: bool,
    /// As printed.
    pub label: Option<String>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// What it costs the complainant.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRule {
    /// `none`, `unknown` or an amount.
    pub complainant: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}

/// A document that the text names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedDocument {
    /// Id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: Option<String>,
    /// When somebody last looked.
    pub verified_on: Option<NaiveDate>,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// A sentence for the reader only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Id.
    pub id: Option<String>,
    /// `goal`, `promise`, `context`, `policy` or `explanation`.
    pub kind: String,
    /// The figure that shows whether it is true.
    pub measured_by: Option<MeasuredBy>,
    /// The words.
    pub quote: Vec<String>,
    /// For the reader of the file.
    pub note: Option<String>,
}

/// The figure that shows whether a statement is true.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasuredBy {
    /// Which figure.
    pub figure: String,
    /// The ids that count; all when there are none.
    #[serde(default)]
    pub values: Vec<String>,
}

/// What may and must not appear on a page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Whether there is a download.
    #[serde(default)]
    pub download: bool,
    /// Texts that never appear.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// The address of the page.
    pub canonical: Option<String>,
}

/// Something that the text leaves open, said openly.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// Why it is left open.
    pub why: String,
    /// What it rests on in the text.
    #[serde(default)]
    pub quote: Vec<String>,
}
