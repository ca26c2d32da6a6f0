//! All versions of a regulation: the list, and a page for each.

use serde_json::{Value, json};

use super::super::address::Part;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::Input;
use super::super::page::Page;
use super::super::phrases::Phrases;
use super::regulation::{About, State, text_page, time};
use crate::diagnostics::Lang;

/// The list of versions of each regulation, and the versions.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let phrases = engine.words(lang);
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    for published in &input.regulations {
        let editions = published.editions.iter();
        let versions: Vec<About<'_>> = editions.filter_map(|e| About::new(input, published, e, lang)).collect();
        let list = list(&versions, phrases).transpose();
        let texts = versions.iter().map(|about| text_page(about, engine, phrases, Part::Version(about.day())));
        for made in list.into_iter().chain(texts) {
            match made {
                Ok(page) => pages.push(page),
                Err(fault) => faults.push(fault),
            }
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// The list, newest first; nothing when the version in force was not translated, for then it has no page to stand under.
fn list(versions: &[About<'_>], phrases: &Phrases) -> Result<Option<Page>, SiteFault> {
    let Some(current) = versions.iter().find(|v| v.state == State::Current) else { return Ok(None) };
    let address = current.at(Part::Versions);
    let rows = versions.iter().rev().map(|about| row(about, phrases)).collect::<Result<Vec<_>, _>>()?;
    let from = current.edition.version.regulation.valid_from;
    Ok(Some(Page {
        languages: current.languages(),
        title: phrases.say("versions-title")?,
        description: current.say(phrases, "versions-description", from)?,
        organisation: Some(current.organisation().to_owned()),
        crumbs: current.crumbs_below(phrases)?,
        menu: Vec::new(),
        updated: versions.iter().filter_map(|v| v.edition.changed.as_ref()).map(|c| c.on).max(),
        canonical: None,
        structured: Vec::new(),
        template: "versions.html",
        content: json!({"versions": rows}),
        address,
    }))
}

fn row(about: &About<'_>, phrases: &Phrases) -> Result<Value, SiteFault> {
    let here = about.at(Part::Versions);
    let from = about.edition.version.regulation.valid_from;
    let (state, until) = match about.state {
        State::Current => ("versions-current", None),
        State::Coming => ("versions-coming", None),
        State::Replaced(next) => ("versions-replaced", next.pred_opt()),
    };
    let changes = about.before().map(|_| {
        let name = about.say(phrases, "versions-changes", from)?;
        Ok(json!({"href": here.to(&about.at(Part::Changes(about.day())).file()), "name": name}))
    });
    Ok(json!({
        "href": here.to(&about.at(Part::Version(about.day())).file()),
        "name": about.say(phrases, "versions-text", from)?,
        "from": time(from, about.lang),
        "until": until.map(|day| time(day, about.lang)),
        "state": phrases.say(state)?,
        "changes": changes.transpose()?,
    }))
}
