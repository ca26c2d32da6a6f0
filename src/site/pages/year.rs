//! The figures of one year: what happened, how it ended, what was learned, and what is not said.

use serde_json::{Value, json};

use super::super::address::{Address, Part};
use super::super::data;
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{ClosedYear, Edition, Input, Lesson, Published};
use super::super::page::Page;
use super::figures::{crumbs, languages, organisation};
use super::year_headline::headline;
use super::year_promises::promises;
use super::year_sections::sections;
use super::year_tables::Years;
use crate::calendar::day_words;
use crate::diagnostics::Lang;
use crate::regulation::Names;
use crate::statistics::{Figures, Size};

/// A page for every closed year of every regulation.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    for published in input.regulations.iter().filter(|p| languages(p, input).contains(&lang)) {
        for closed in &published.years {
            match year(published, closed, input, engine, lang) {
                Ok(made) => pages.extend(made),
                Err(fault) => faults.push(fault),
            }
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

fn year(
    published: &Published,
    closed: &ClosedYear,
    input: &Input,
    engine: &Engine,
    lang: Lang,
) -> Result<Option<Page>, SiteFault> {
    let year = closed.figures.year;
    let words = FigureWords::new(published, engine, lang, year);
    let address = Address::Of(lang, published.id.clone(), Part::Year(year));
    let content = Content { published, closed, words: &words, address: &address };
    let said = content.headline()?;
    let name = organisation(published, input);
    let number = year.to_string();
    let texts = [("year", number.as_str()), ("organisation", name.as_deref().unwrap_or_default())];
    Ok(Some(Page {
        title: words.with("figures-year-title", &texts)?,
        description: words.with("figures-year-description", &texts)?,
        languages: languages(published, input),
        organisation: name,
        crumbs: crumbs(published, input, &words, &[Part::Figures])?,
        menu: Vec::new(),
        updated: Some(closed.closed_on),
        canonical: None,
        structured: vec![data::dataset(published, closed, input, &words, &address)?],
        template: "year.html",
        content: content.value(&said)?,
        address: address.clone(),
    }))
}

/// What a year's page says, and where it stands.
struct Content<'a> {
    published: &'a Published,
    closed: &'a ClosedYear,
    words: &'a FigureWords<'a>,
    address: &'a Address,
}

impl Content<'_> {
    fn figures(&self) -> &Figures {
        &self.closed.figures
    }

    fn link(&self, part: Part) -> String {
        let to = Address::Of(self.words.lang(), self.published.id.clone(), part);
        self.address.to(&to.file())
    }

    fn headline(&self) -> Result<Vec<String>, SiteFault> {
        let before = self.published.year(self.figures().year - 1);
        match self.published.in_year(self.figures().year).last() {
            Some(edition) => headline(self.words, self.figures(), before, &edition.version),
            None => Ok(Vec::new()),
        }
    }

    fn value(&self, said: &[String]) -> Result<Value, SiteFault> {
        let (words, figures) = (self.words, self.figures());
        let year = figures.year.to_string();
        let day = day_words(self.closed.closed_on, words.lang());
        let years = Years { of: figures, before: self.published.year(figures.year - 1) };
        let promised = match self.published.in_year(figures.year).last() {
            Some(edition) => promises(words, figures, &edition.version, !self.closed.lessons.is_empty())?,
            None => Vec::new(),
        };
        Ok(json!({
            "year": year,
            "closed": {"iso": self.closed.closed_on.to_string(), "words": day},
            "corrected": self.closed.revision > 1,
            "next": self.next()?,
            "before": self.neighbour(figures.year - 1)?,
            "headline": said,
            "small": figures.size < Size::Star,
            "size": self.size()?,
            "sections": sections(words, &years)?,
            "lessons": self.lessons(),
            "promises": promised,
            "counted": words.with(if figures.tables.is_empty() { "figures-counted-bare" } else { "figures-counted" }, &[("year", &year), ("day", &day)])?,
            "protected": words.about("figures-protected", u64::from(figures.k), &[])?,
            "versions": self.versions(),
            "method": self.link(Part::Method),
            "files": self.files(),
            "licence": data::LICENCE,
        }))
    }

    /// What a small year leaves out, in words.
    fn size(&self) -> Result<Option<String>, SiteFault> {
        let key = match self.figures().size {
            Size::OneWay => "figures-size-one-way",
            // The headline says that there are no tables.
            Size::Fewer | Size::Total | Size::Star => return Ok(None),
        };
        self.words.say(key).map(Some)
    }

    /// The year after: its page, or when it is to be expected.
    fn next(&self) -> Result<Value, SiteFault> {
        let year = self.figures().year + 1;
        match self.neighbour(year)? {
            Value::Null => {
                let expected = self.words.with("figures-next-expected", &[("year", &year.to_string())])?;
                Ok(json!({"expected": expected}))
            }
            found => Ok(found),
        }
    }

    fn neighbour(&self, year: i32) -> Result<Value, SiteFault> {
        if self.published.year(year).is_none() {
            return Ok(Value::Null);
        }
        let name = self.words.with("figures-year-title", &[("year", &year.to_string())])?;
        Ok(json!({"name": name, "href": self.link(Part::Year(year))}))
    }

    fn lessons(&self) -> Vec<Value> {
        let lang = self.words.lang();
        let said = |lesson: &Lesson| match (&lesson.en, lang) {
            (Some(english), Lang::En) => json!({"text": english, "lang": null}),
            (None, Lang::En) => json!({"text": lesson.nl, "lang": Lang::Nl.tag()}),
            (_, Lang::Nl) => json!({"text": lesson.nl, "lang": null}),
        };
        self.closed.lessons.iter().map(said).collect()
    }

    /// The versions of the regulation that were in force in the year.
    fn versions(&self) -> Vec<Value> {
        let lang = self.words.lang();
        let line = |edition: &&Edition| {
            let from = edition.version.regulation.valid_from;
            json!({
                "title": Names::new(&edition.version, lang).title(),
                "from": day_words(from, lang),
                "iso": from.to_string(),
                "href": self.link(Part::Version(from.to_string())),
            })
        };
        self.published.in_year(self.figures().year).iter().map(line).collect()
    }

    fn files(&self) -> Vec<Value> {
        data::Format::ALL
            .into_iter()
            .map(|format| {
                let path = data::path(&self.published.id, self.figures().year, format);
                json!({"key": format!("figures-file-{}", format.id()), "href": self.address.to(&path)})
            })
            .collect()
    }
}
