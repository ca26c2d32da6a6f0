//! The page that says how to complain. All of it comes from the regulation; a slot without data is a fault.

mod counting;
mod ending;
mod escalation;
mod handling;
mod longer;
mod terms;
mod timeline;
mod ways;

use serde_json::{Value, json};

pub use self::ways::reachable;
use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{Edition, Input, Published};
use super::super::page::{Crumb, Page};
use super::super::phrases::Phrases;
use super::writer::{Writer, of_each};
use crate::diagnostics::Lang;

/// The page of each regulation that exists in the language.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    of_each(input, engine, lang, page)
}

/// The page of one regulation.
pub fn page(published: &Published, edition: &Edition, words: &Phrases, lang: Lang) -> Result<Page, Vec<SiteFault>> {
    let address = Address::Of(lang, published.id.clone(), Part::Complaint);
    let mut writer = Writer::new(&edition.version, lang, words, &address);
    let organisation = edition.version.regulation.organisation.name.as_str();
    let title = writer.with("complaint-title", &[("organisation", organisation.into())]);
    let description = writer.with("complaint-description", &[("organisation", organisation.into())]);
    let start = writer.say("complaint-crumb");
    let mut content = content(&mut writer);
    if let Some(map) = content.as_object_mut() {
        map.insert("links".to_owned(), links(published, &address, &mut writer));
    }
    writer.finish()?;
    Ok(Page {
        languages: languages(edition),
        organisation: Some(organisation.to_owned()),
        crumbs: vec![Crumb { name: start, address: Address::Start(lang) }],
        menu: Vec::new(),
        updated: Some(edition.version.regulation.updated),
        canonical: None,
        structured: Vec::new(),
        template: "complaint.html",
        title,
        description,
        content,
        address,
    })
}

/// In which languages a version can be shown.
pub fn languages(edition: &Edition) -> Vec<Lang> {
    let there = |lang: &Lang| *lang == Lang::Nl || edition.version.english.is_some();
    Lang::ALL.into_iter().filter(there).collect()
}

/// What the template is given. Lists stand in the order of the page.
fn content(w: &mut Writer<'_>) -> Value {
    json!({
        "promises": terms::promises(w),
        "terms": terms::groups(w),
        "counting": counting::counting(w),
        "ways": ways::formal(w),
        "reports": ways::reports(w),
        "send": ways::send(w),
        "forms": ways::forms(w),
        "may": handling::may(w),
        "topics": handling::topics(w),
        "handler": handling::handler(w),
        "about_handler": handling::about_handler(w),
        "steps": timeline::steps(w),
        "late": ending::late(w),
        "reachable": ways::reachable(w),
        "escalations": escalation::all(w),
        "after": ending::after(w),
        "gaps": ending::gaps(w),
        "documents": ending::documents(w),
    })
}

/// The other pages of the regulation.
fn links(published: &Published, address: &Address, w: &mut Writer<'_>) -> Value {
    let mut parts = vec![("complaint-link-regulation", Part::Regulation), ("complaint-link-privacy", Part::Privacy)];
    if !published.years.is_empty() {
        parts.insert(1, ("complaint-link-figures", Part::Figures));
    }
    let link = |(key, part): (&str, Part), w: &mut Writer<'_>| {
        let to = Address::Of(address.lang(), published.id.clone(), part);
        json!({"name": w.say(key), "href": address.to(&to.file())})
    };
    parts.into_iter().map(|p| link(p, w)).collect()
}
