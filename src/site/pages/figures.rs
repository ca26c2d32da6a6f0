//! The figures of all years of a regulation, one line a year. Years are never added up.

use serde_json::{Value, json};

use super::super::address::{Address, Part};
use super::super::chart;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{ClosedYear, Input, Published};
use super::super::page::{Crumb, Page};
use super::year_headline::{IN_TIME, KEPT, headline};
use super::year_tables::cell;
use crate::diagnostics::Lang;
use crate::statistics::Count;

/// The overview of each regulation, also of one without a closed year.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    for published in input.regulations.iter().filter(|p| languages(p, input).contains(&lang)) {
        match overview(published, input, engine, lang) {
            Ok(made) => pages.extend(made),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// The languages in which a regulation has pages.
pub fn languages(published: &Published, input: &Input) -> Vec<Lang> {
    let edition = published.in_force(input.provenance.on);
    let has = |lang: &Lang| *lang == Lang::Nl || edition.is_some_and(|e| e.version.english.is_some());
    Lang::ALL.into_iter().filter(has).collect()
}

/// The way from the start page to a page about figures.
pub fn crumbs(
    published: &Published,
    input: &Input,
    words: &FigureWords<'_>,
    to: &[Part],
) -> Result<Vec<Crumb>, SiteFault> {
    let lang = words.lang();
    let organisation = organisation(published, input).unwrap_or_default();
    let of = |part: &Part| Address::Of(lang, published.id.clone(), part.clone());
    let mut crumbs = vec![
        Crumb { name: words.say("start-title")?, address: Address::Start(lang) },
        Crumb { name: organisation, address: of(&Part::Complaint) },
    ];
    for part in to {
        crumbs.push(Crumb { name: words.say("figures-crumb")?, address: of(part) });
    }
    Ok(crumbs)
}

/// The name of the organisation in the version in force.
pub fn organisation(published: &Published, input: &Input) -> Option<String> {
    published.in_force(input.provenance.on).map(|e| e.version.regulation.organisation.name.clone())
}

fn overview(published: &Published, input: &Input, engine: &Engine, lang: Lang) -> Result<Option<Page>, SiteFault> {
    let Some(edition) = published.in_force(input.provenance.on) else { return Ok(None) };
    let latest = published.years.last();
    let year = latest.map_or(i32::MAX, |y| y.figures.year);
    let words = FigureWords::new(published, engine, lang, year);
    let address = Address::Of(lang, published.id.clone(), Part::Figures);
    let name = edition.version.regulation.organisation.name.as_str();
    let link = |part: Part| {
        let to = Address::Of(lang, published.id.clone(), part);
        address.to(&to.file())
    };
    let content = json!({
        "years": lines(published, &words, &link)?,
        "in_time": published.years.iter().any(|y| y.figures.table(KEPT).is_some()),
        "median": published.years.iter().any(|y| y.figures.times.is_some()),
        "latest": latest.map(|y| latest_year(published, y, &words, &link)).transpose()?,
        "method": link(Part::Method),
    });
    Ok(Some(Page {
        title: words.say("figures-title")?,
        description: words.with("figures-description", &[("organisation", name)])?,
        languages: languages(published, input),
        organisation: Some(name.to_owned()),
        crumbs: crumbs(published, input, &words, &[])?,
        menu: Vec::new(),
        updated: latest.map(|y| y.closed_on),
        canonical: None,
        structured: Vec::new(),
        template: "figures.html",
        content,
        address,
    }))
}

/// One line per year, the latest first.
fn lines(
    published: &Published,
    words: &FigureWords<'_>,
    link: &dyn Fn(Part) -> String,
) -> Result<Vec<Value>, SiteFault> {
    let scale = chart::scale(published.years.iter().map(|y| y.figures.received));
    let line = |closed: &ClosedYear| {
        let figures = &closed.figures;
        let kept = figures.table(KEPT);
        let in_time = kept.and_then(|t| t.count(Some(IN_TIME), None)).unwrap_or(Count::Hidden);
        let base = kept.and_then(|t| t.count(None, None)).unwrap_or(Count::Hidden);
        let median = figures.times.map(|t| words.about("figures-days", u64::from(t.median), &[])).transpose()?;
        Ok(json!({
            "year": figures.year.to_string(),
            "href": link(Part::Year(figures.year)),
            "bar": chart::width(figures.received, scale),
            "received": cell(words, figures.received)?,
            "in_time": words.share(in_time, base).map_or_else(|| words.say("figures-hidden"), Ok)?,
            "in_time_hidden": words.share(in_time, base).is_none(),
            "median_hidden": median.is_none(),
            "median": median.map_or_else(|| words.say("figures-hidden"), Ok)?,
        }))
    };
    published.years.iter().rev().map(line).collect()
}

/// The sentences of the latest year.
fn latest_year(
    published: &Published,
    closed: &ClosedYear,
    words: &FigureWords<'_>,
    link: &dyn Fn(Part) -> String,
) -> Result<Value, SiteFault> {
    let year = closed.figures.year;
    let said = match published.in_year(year).last() {
        Some(edition) => headline(words, &closed.figures, published.year(year - 1), &edition.version)?,
        None => Vec::new(),
    };
    Ok(json!({
        "title": words.with("figures-year-title", &[("year", &year.to_string())])?,
        "headline": said,
        "href": link(Part::Year(year)),
        "more": words.with("figures-year-more", &[("year", &year.to_string())])?,
    }))
}
