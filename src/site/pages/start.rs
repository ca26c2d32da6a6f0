//! The start page: which regulations there are.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{Edition, Input};
use super::super::page::Page;
use crate::diagnostics::Lang;
use crate::regulation::Names;

/// The start page of a language, for a site that has these other pages. In English it lists Dutch pages too, where there
/// is no translation.
pub fn pages(
    input: &Input,
    engine: &Engine,
    lang: Lang,
    others: &BTreeSet<Address>,
) -> Result<Vec<Page>, Vec<SiteFault>> {
    let words = engine.words(lang);
    let address = Address::Start(lang);
    let mut list = Vec::new();
    let mut updated = None;
    for published in &input.regulations {
        let Some(edition) = published.in_force(input.provenance.on) else { continue };
        let spoken = if edition.version.english.is_some() { lang } else { Lang::Nl };
        let names = Names::new(&edition.version, spoken);
        let to = Address::Of(spoken, published.id.clone(), Part::Complaint);
        list.push(json!({
            "organisation": edition.version.regulation.organisation.name,
            "title": names.title(),
            "lang": spoken.tag(),
            "href": others.contains(&to).then(|| address.to(&to.file())),
        }));
        updated = updated.max(Some(Edition::changed_on(edition)));
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
        updated,
        canonical: None,
        structured: Vec::new(),
        template: "start.html",
        content: json!({"regulations": list}),
    }])
}
