//! The statement on accessibility: the standard, how it was tested, what does not work yet, and whom to tell.

use serde_json::json;

use super::super::address::Address;
use super::super::contact;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{About, Input};
use super::super::page::{Crumb, Page};
use crate::calendar::day_words;
use crate::diagnostics::Lang;

/// The page in a language. What it needs is in `klacht.yaml`, under `site:`.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let words = engine.words(lang);
    let say = |key: &str| words.say(key).map_err(|fault| vec![fault]);
    let address = Address::Accessibility(lang);
    let content = content(&input.about, lang).map_err(|missing| {
        let fault = |key: &str| SiteFault::EmptySlot {
            path: "klacht.yaml".to_owned(),
            key: format!("site.{key}"),
            page: address.file(),
            gap: None,
        };
        missing.into_iter().map(fault).collect::<Vec<_>>()
    })?;
    Ok(vec![Page {
        title: say("accessibility-title")?,
        description: say("accessibility-description")?,
        languages: Lang::ALL.to_vec(),
        organisation: None,
        crumbs: vec![Crumb { name: say("start")?, address: Address::Start(lang) }],
        menu: Vec::new(),
        updated: input.about.tested.as_ref().map(|(on, _)| *on),
        canonical: None,
        structured: Vec::new(),
        template: "accessibility.html",
        content,
        address,
    }])
}

/// What the template is given; the keys that are missing.
fn content(about: &About, lang: Lang) -> Result<serde_json::Value, Vec<&'static str>> {
    let (Some(responsible), Some(contact), Some(within), Some((on, how))) =
        (&about.responsible, &about.contact, about.answer_within, &about.tested)
    else {
        let there = [
            ("responsible", about.responsible.is_some()),
            ("contact", about.contact.is_some()),
            ("answer_within", about.answer_within.is_some()),
            ("tested", about.tested.is_some()),
        ];
        return Err(there.into_iter().filter(|(_, there)| !there).map(|(key, _)| key).collect());
    };
    let kind = if contact.contains('@') { "email" } else { "form" };
    Ok(json!({
        "responsible": responsible,
        "contact": {"value": contact, "href": contact::href(kind, contact)},
        "answer_within": within.words().in_(lang),
        "tested": {"iso": on.to_string(), "words": day_words(*on, lang), "how": how.in_(lang)},
        "limits": about.limits.iter().map(|limit| limit.in_(lang)).collect::<Vec<_>>(),
    }))
}
