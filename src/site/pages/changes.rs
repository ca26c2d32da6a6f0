//! What changed from one version to the next.

use serde_json::{Value, json};

use super::super::address::Part;
use super::super::compare::{Change, Fate, compare};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::{Edition, Input};
use super::super::page::Page;
use super::super::phrases::Phrases;
use super::regulation::{About, time};
use crate::diagnostics::Lang;
use crate::regulation::{Names, differences};

/// The changes of each version that has one before it.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let phrases = engine.words(lang);
    let editions = input.regulations.iter().flat_map(|p| p.editions.iter().map(move |e| (p, e)));
    let versions = editions.filter_map(|(p, e)| About::new(input, p, e, lang));
    let pairs = versions.filter_map(|new| Some((new, About::new(input, new.published, new.before()?, lang)?)));
    pairs.map(|(new, old)| page(&new, &old, phrases).map_err(|fault| vec![fault])).collect()
}

fn page(new: &About<'_>, old: &About<'_>, phrases: &Phrases) -> Result<Page, SiteFault> {
    let from = new.edition.version.regulation.valid_from;
    let address = new.at(Part::Changes(new.day()));
    let text = address.to(&new.at(Part::Version(new.day())).file());
    let was = old.edition.version.regulation.valid_from;
    let mut crumbs = new.crumbs_below(phrases)?;
    crumbs
        .push(super::super::page::Crumb { name: phrases.say("regulation-versions")?, address: new.at(Part::Versions) });
    Ok(Page {
        languages: new.languages().into_iter().filter(|lang| old.languages().contains(lang)).collect(),
        title: new.say(phrases, "changes-title", from)?,
        description: new.say(phrases, "changes-description", from)?,
        organisation: Some(new.organisation().to_owned()),
        crumbs,
        menu: Vec::new(),
        updated: new.edition.changed.as_ref().map(|c| c.on),
        canonical: None,
        structured: Vec::new(),
        template: "changes.html",
        content: json!({
            "compared": new.say(phrases, "changes-compared", was)?,
            "old": address.to(&old.at(Part::Version(old.day())).file()),
            "old_name": new.say(phrases, "versions-text", was)?,
            "new": text,
            "new_name": new.say(phrases, "versions-text", from)?,
            "from": time(from, new.lang),
            "dutch": new.translated().then(|| address.to(&address.in_language(Lang::Nl).file())),
            "rules": rules(old.edition, new.edition, new.lang),
            "articles": articles(&compare(old.text(), new.text()), &text),
        }),
        address,
    })
}

/// What changes in terms, steps and other rules, in plain words.
fn rules(old: &Edition, new: &Edition, lang: Lang) -> Vec<String> {
    let (before, after) = (Names::new(&old.version, lang), Names::new(&new.version, lang));
    let name = |names: &Names<'_>, place: &str| names.of(place).unwrap_or_else(|| place.to_owned());
    let found = differences(&old.version.regulation, &new.version.regulation);
    found.iter().map(|d| d.words(lang, &|place| name(&before, place), &|place| name(&after, place))).collect()
}

/// The changes by article.
fn articles(changes: &[Change], text: &str) -> Vec<Value> {
    let mut articles: Vec<(String, Vec<Value>)> = Vec::new();
    for change in changes {
        let parts: Vec<Value> = change.parts.iter().map(|(f, text)| json!({"fate": fate(*f), "text": text})).collect();
        let shown = json!({
            "number": change.number,
            "href": change.anchor.as_ref().map(|name| format!("{text}#{name}")),
            "whole": fate(change.whole),
            "parts": parts,
        });
        match articles.last_mut() {
            Some((heading, list)) if *heading == change.heading => list.push(shown),
            _ => articles.push((change.heading.clone(), vec![shown])),
        }
    }
    articles.into_iter().map(|(heading, changes)| json!({"heading": heading, "changes": changes})).collect()
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Same => "same",
        Fate::Gone => "gone",
        Fate::New => "new",
    }
}
