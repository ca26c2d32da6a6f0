//! The page that a server shows for an address that is not there.

use serde_json::json;

use super::super::address::Address;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::Input;
use super::super::page::Page;
use crate::diagnostics::Lang;

/// One page, in Dutch and English together, since nobody knows which was asked for.
pub fn pages(_: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let (Lang::Nl, Some(words)) = (lang, engine.words(lang)) else { return Ok(Vec::new()) };
    let say = |key: &str| words.say(key).map_err(|fault| vec![fault]);
    Ok(vec![Page {
        title: say("not-found-title")?,
        description: say("not-found-description")?,
        address: Address::NotFound,
        languages: vec![Lang::Nl],
        organisation: None,
        crumbs: Vec::new(),
        menu: Vec::new(),
        updated: None,
        canonical: None,
        structured: Vec::new(),
        template: "404.html",
        content: json!({}),
    }])
}
