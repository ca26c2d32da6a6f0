//! A page before it is put in its frame.

use chrono::NaiveDate;
use serde_json::Value;

use super::address::Address;
use crate::diagnostics::Lang;

/// A step of the way from the start page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// The words of the link.
    pub name: String,
    /// Where it leads.
    pub address: Address,
}

/// A page before it is put in its frame.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// The languages in which it exists.
    pub languages: Vec<Lang>,
    /// What it is called, in the browser and in search results.
    pub title: String,
    /// One sentence for search results.
    pub description: String,
    /// Whose page it is; when absent, the organisation of the regulation whose page it is, if it is one.
    pub organisation: Option<String>,
    /// The way from the start page, without the page itself.
    pub crumbs: Vec<Crumb>,
    /// The menu; when empty, the main pages of the regulation whose page it is.
    pub menu: Vec<Crumb>,
    /// The day on which what it says last changed; when absent, that of the version whose page it is.
    pub updated: Option<NaiveDate>,
    /// The address that search engines should keep, when it is another page's.
    pub canonical: Option<Address>,
    /// Structured data (schema.org).
    pub structured: Vec<Value>,
    /// The template that renders it.
    pub template: &'static str,
    /// What the template is given, under `page`.
    pub content: Value,
}
