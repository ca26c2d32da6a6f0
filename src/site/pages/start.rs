//! The start page: which regulations there are.

use serde_json::json;

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::Input;
use super::super::names::Names;
use super::super::page::Page;
use crate::diagnostics::Lang;

/// The start page of a language.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let Some(words) = engine.words(lang) else { return Ok(Vec::new()) };
    let address = Address::Start(lang);
    let mut list = Vec::new();
    for published in &input.regulations {
        let Some(edition) = published.in_force(input.provenance.on) else { continue };
        if lang == Lang::En && edition.version.english.is_none() {
            continue;
        }
        let names = Names::new(&edition.version, lang);
        let to = Address::Of(lang, published.id.clone(), Part::Complaint);
        list.push(json!({
            "organisation": edition.version.regulation.organisation.name,
            "title": names.title(),
            "href": address.to(&to.file()),
        }));
    }
    let say = |key: &str| words.say(key).map_err(|fault| vec![fault]);
    Ok(vec![Page {
        title: say("start-title")?,
        description: say("start-description")?,
        address,
        languages: Lang::ALL.to_vec(),
        organisation: None,
        crumbs: Vec::new(),
        menu: Vec::new(),
        updated: None,
        canonical: None,
        structured: Vec::new(),
        template: "start.html",
        content: json!({"regulations": list}),
    }])
}
