//! What a page with the text of a version says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::super::super::address::{Address, Part};
use super::super::super::engine::Engine;
use super::super::super::fault::SiteFault;
use super::super::super::input::{Edition, Input, Published};
use super::super::super::notes::annotated;
use super::super::super::page::{Crumb, Page};
use super::super::super::phrases::{Phrases, Value as Word};
use super::super::super::workflow::diagram;
use crate::calendar::day_words;
use crate::diagnostics::Lang;
use crate::regulation::{Names, Shape, UnreadText};

/// Whether a version is the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is.
    Current,
    /// It was, until the day before this one.
    Replaced(NaiveDate),
    /// It will be.
    Coming,
}

/// A version in a language, with what there is to know around it.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The regulation.
    pub published: &'a Published,
    /// The version.
    pub edition: &'a Edition,
    /// The language of the page.
    pub lang: Lang,
    /// Its names.
    pub names: Names<'a>,
    /// Whether it is in force.
    pub state: State,
}

impl<'a> About<'a> {
    /// A version in a language; nothing when it was not translated.
    pub fn new(input: &Input, published: &'a Published, edition: &'a Edition, lang: Lang) -> Option<Self> {
        let version = &edition.version;
        if lang == Lang::En && version.english.is_none() {
            return None;
        }
        let from = |e: &Edition| e.version.regulation.valid_from;
        let own = from(edition);
        let current = published.in_force(input.provenance.on).map(from)?;
        let next = published.editions.iter().map(from).filter(|day| *day > own).min();
        let state = match next {
            _ if own == current => State::Current,
            Some(next) if own < current => State::Replaced(next),
            _ => State::Coming,
        };
        Some(Self { published, edition, lang, names: Names::new(version, lang), state })
    }

    /// The day on which it takes effect, as in addresses.
    pub fn day(&self) -> String {
        self.edition.version.regulation.valid_from.to_string()
    }

    /// The version before it.
    pub fn before(&self) -> Option<&'a Edition> {
        let own = self.edition.version.regulation.valid_from;
        self.published.editions.iter().rfind(|e| e.version.regulation.valid_from < own)
    }

    /// The text in this language.
    pub fn text(&self) -> &'a UnreadText {
        match &self.edition.version.english {
            Some(translation) if self.lang == Lang::En => &translation.text,
            _ => &self.edition.version.text,
        }
    }

    /// The text as it is written.
    pub fn source(&self) -> &'a str {
        self.text().source()
    }

    /// Whether this is a translation.
    pub fn translated(&self) -> bool {
        self.lang != Lang::Nl
    }

    /// Whether the text may be offered as a download.
    pub fn downloadable(&self) -> bool {
        self.edition.version.regulation.publication.as_ref().is_some_and(|p| p.download)
    }

    /// Whose regulation it is.
    pub fn organisation(&self) -> &'a str {
        &self.edition.version.regulation.organisation.name
    }

    /// A page of the same regulation in the same language.
    pub fn at(&self, part: Part) -> Address {
        Address::Of(self.lang, self.published.id.clone(), part)
    }

    /// The languages in which this version exists.
    pub fn languages(&self) -> Vec<Lang> {
        let english = self.edition.version.english.is_some();
        Lang::ALL.into_iter().filter(|lang| *lang == Lang::Nl || english).collect()
    }

    /// The way from the start page to the regulation, without the regulation itself.
    pub fn crumbs(&self, phrases: &Phrases) -> Result<Vec<Crumb>, SiteFault> {
        let start = Crumb { name: phrases.say("start-title")?, address: Address::Start(self.lang) };
        let complaint = Crumb { name: self.organisation().to_owned(), address: self.at(Part::Complaint) };
        Ok(vec![start, complaint])
    }

    /// The same, with the regulation.
    pub fn crumbs_below(&self, phrases: &Phrases) -> Result<Vec<Crumb>, SiteFault> {
        let mut crumbs = self.crumbs(phrases)?;
        crumbs.push(Crumb { name: phrases.say("regulation-crumb")?, address: self.at(Part::Regulation) });
        Ok(crumbs)
    }

    /// A sentence with the organisation, and with a day in words.
    pub fn say(&self, phrases: &Phrases, key: &str, day: NaiveDate) -> Result<String, SiteFault> {
        let word = |text: &str| Word::Text(text.to_owned());
        let day = day_words(day, self.lang);
        let values = [("organisation", word(self.organisation())), ("day", word(&day)), ("from", word(&day))];
        phrases.with(key, &BTreeMap::from(values.map(|(name, value)| (name.to_owned(), value))))
    }
}

/// A day for a `time` element.
pub fn time(day: NaiveDate, lang: Lang) -> Value {
    json!({"iso": day.to_string(), "words": day_words(day, lang)})
}

/// The page with the text of a version, at its own address or at that of the regulation in force.
pub fn page(about: &About<'_>, engine: &Engine, phrases: &Phrases, part: Part) -> Result<Page, SiteFault> {
    let own = part != Part::Regulation;
    let address = about.at(part);
    let regulation = &about.edition.version.regulation;
    Ok(Page {
        languages: about.languages(),
        title: title(about, phrases, own)?,
        description: about.say(phrases, "regulation-description", regulation.valid_from)?,
        organisation: Some(about.organisation().to_owned()),
        crumbs: if own { about.crumbs_below(phrases)? } else { about.crumbs(phrases)? },
        menu: Vec::new(),
        updated: about.edition.changed.as_ref().map(|c| c.on).or(Some(regulation.updated)),
        canonical: own.then(|| about.at(Part::Regulation)).filter(|_| about.state != State::Coming),
        structured: Vec::new(),
        template: "regulation.html",
        content: content(about, engine, phrases, &address)?,
        address,
    })
}

/// Two pages must not have the same title.
fn title(about: &About<'_>, phrases: &Phrases, own: bool) -> Result<String, SiteFault> {
    if !own {
        return Ok(about.names.title().to_owned());
    }
    let from = about.say(phrases, "versions-from", about.edition.version.regulation.valid_from)?;
    Ok(format!("{}, {from}", about.names.title()))
}

fn content(about: &About<'_>, engine: &Engine, phrases: &Phrases, here: &Address) -> Result<Value, SiteFault> {
    let (version, lang) = (&about.edition.version, about.lang);
    let regulation = &version.regulation;
    let to = |address: Address| here.to(&address.file());
    let html = annotated(version, lang, engine)?;
    let until = match about.state {
        State::Replaced(next) => next.pred_opt(),
        _ => None,
    };
    let banner = match about.state {
        State::Current => None,
        State::Replaced(next) => Some(about.say(phrases, "regulation-replaced", next)?),
        State::Coming => Some(about.say(phrases, "regulation-coming", regulation.valid_from)?),
    };
    let dutch = here.in_language(Lang::Nl);
    Ok(json!({
        "title": about.names.title(),
        "banner": banner,
        "current": (*here != about.at(Part::Regulation)).then(|| to(about.at(Part::Regulation))),
        "in_force": about.state == State::Current,
        "dutch": about.translated().then(|| here.to(&dutch.file())),
        "valid_from": time(regulation.valid_from, lang),
        "valid_until": until.map(|day| time(day, lang)),
        "updated": time(regulation.updated, lang),
        "changed": about.edition.changed.as_ref().map(|c| json!({"day": time(c.on, lang), "commit": c.commit})),
        "contents": contents(about),
        "has_notes": html.contains("class=\"notes\""),
        "html": html,
        "diagram": diagram(version, lang, phrases, "weg")?,
        "download": about.downloadable().then(|| file(here, &super::download_file(about), about.source().len())),
        "plain": file(here, &super::plain_file(about), super::plain::text(about, phrases)?.len()),
        "versions": to(about.at(Part::Versions)),
        "changes": about.before().map(|_| to(about.at(Part::Changes(about.day())))),
    }))
}

/// A link to a file with its size in kB, rounded up.
fn file(here: &Address, path: &str, bytes: usize) -> Value {
    json!({"href": here.to(path), "kilobytes": bytes.div_ceil(1000).to_string()})
}

/// The articles, for a list of contents.
fn contents(about: &About<'_>) -> Vec<Value> {
    let text = about.text();
    let names: BTreeMap<usize, String> = text.anchors_as_in(&about.edition.version.text).into_iter().collect();
    let headings = text.blocks.iter().filter(|b| matches!(b.shape, Shape::Heading(1 | 2)));
    let linked = headings.filter_map(|b| Some((b, names.get(&b.event)?)));
    linked.map(|(block, name)| json!({"name": block.text, "href": format!("#{name}")})).collect()
}
