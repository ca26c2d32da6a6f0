//! The page that a server shows for an address that is not there.

use serde_json::json;

use super::super::address::Address;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::Input;
use super::super::page::Page;
use super::super::phrases::Phrases;
use crate::diagnostics::Lang;

/// One page, in Dutch and English together, since nobody knows which was asked for.
pub fn pages(_: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    if lang != Lang::Nl {
        return Ok(Vec::new());
    }
    let (words, english) = (engine.words(lang), engine.words(Lang::En));
    let say = |words: &Phrases, key: &str| words.say(key).map_err(|fault| vec![fault]);
    Ok(vec![Page {
        title: say(words, "not-found-title")?,
        description: say(words, "not-found-description")?,
        address: Address::NotFound,
        languages: Vec::new(),
        organisation: None,
        crumbs: Vec::new(),
        menu: Vec::new(),
        updated: None,
        canonical: None,
        structured: Vec::new(),
        template: "404.html",
        content: json!({
            "text": say(words, "not-found-text")?,
            "english": {
                "title": say(english, "not-found-title")?,
                "text": say(english, "not-found-text")?,
                "to_start": say(english, "to-start")?,
            },
        }),
    }])
}
