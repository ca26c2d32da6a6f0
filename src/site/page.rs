//! A page, and the frame that all pages share.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::address::Address;
use super::engine::Engine;
use super::fault::SiteFault;
use super::input::Input;
use crate::calendar::date_words;
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
    /// Whose page it is; the register's own when absent.
    pub organisation: Option<String>,
    /// The way from the start page, without the page itself.
    pub crumbs: Vec<Crumb>,
    /// Pages of the same regulation, for the menu.
    pub menu: Vec<Crumb>,
    /// The day on which what it says last changed.
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

/// Renders a page in its frame.
pub fn render(page: &Page, input: &Input, engine: &Engine) -> Result<String, SiteFault> {
    let lang = page.address.lang();
    let link = |address: &Address| page.address.to(&address.file());
    let absolute = |address: &Address| match address {
        Address::NotFound => format!("{}404.html", input.base_url),
        other => format!("{}{}", input.base_url, other.folder()),
    };
    let links = |crumbs: &[Crumb]| -> Vec<Value> {
        let here = |c: &Crumb| c.address == page.address;
        crumbs.iter().map(|c| json!({"name": c.name, "href": link(&c.address), "here": here(c)})).collect()
    };
    let others: Vec<Value> = page
        .languages
        .iter()
        .map(|other| {
            let address = page.address.in_language(*other);
            json!({"lang": other.tag(), "href": link(&address), "absolute": absolute(&address), "here": *other == lang})
        })
        .collect();
    let canonical = page.canonical.as_ref().unwrap_or(&page.address);
    let structured: Vec<String> = page.structured.iter().map(script_safe).collect();
    let context = json!({
        "lang": lang.tag(),
        "title": page.title,
        "description": page.description,
        "organisation": page.organisation,
        "notice": input.notice.as_ref().map(|n| n.in_(lang)),
        "style": page.address.to(engine.style()),
        "start": link(&Address::Start(lang)),
        "accessibility": link(&Address::Accessibility(lang)),
        "languages": others,
        "crumbs": links(&page.crumbs),
        "menu": links(&page.menu),
        "canonical": absolute(canonical),
        "updated": page.updated.map(|day| json!({"iso": day.to_string(), "words": date_words(day).in_(lang)})),
        "structured": structured,
        "page": page.content,
    });
    engine.render(page.template, &context)
}

/// JSON that may stand in a script element: nothing in it can end the element.
fn script_safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
