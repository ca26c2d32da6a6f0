//! The feed of changes: versions of regulations and the figures of closed years. Its days come from the data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use quick_xml::escape::escape;

use super::address::{Address, Part};
use super::fault::SiteFault;
use super::input::{ClosedYear, Edition, Input, Published};
use super::phrases::{Phrases, Value};
use crate::calendar::day_words;
use crate::diagnostics::Lang;
use crate::regulation::Names;

/// The file of the feed in a language.
#[must_use]
pub const fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "wijzigingen.atom",
        Lang::En => "en/changes.atom",
    }
}

/// One thing that happened.
struct Entry {
    /// Stays the same whatever becomes of the text.
    id: String,
    title: String,
    summary: String,
    updated: NaiveDate,
    link: Address,
}

/// The feed of a language, as Atom (RFC 4287).
pub fn atom(input: &Input, words: &Phrases, lang: Lang, pages: &BTreeSet<&Address>) -> Result<String, SiteFault> {
    let maker = Maker { input, words, lang, pages };
    let mut entries = Vec::new();
    for published in &input.regulations {
        for edition in published.editions.iter().filter(|e| lang == Lang::Nl || e.version.english.is_some()) {
            entries.push(maker.version(published, edition)?);
        }
        for year in &published.years {
            entries.extend(maker.year(published, year)?);
        }
    }
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    maker.feed(&entries)
}

struct Maker<'a> {
    input: &'a Input,
    words: &'a Phrases,
    lang: Lang,
    pages: &'a BTreeSet<&'a Address>,
}

impl Maker<'_> {
    /// The first page there is of these; the start page otherwise.
    fn link(&self, id: &str, parts: impl IntoIterator<Item = Part>) -> Address {
        let mut wanted = parts.into_iter().map(|part| Address::Of(self.lang, id.to_owned(), part));
        wanted.find(|address| self.pages.contains(address)).unwrap_or(Address::Start(self.lang))
    }

    /// An id that outlives a move of the pages: a tag (RFC 4151) of this host.
    fn tag(&self, day: NaiveDate, what: &str) -> String {
        let after_scheme = self.input.base_url.split("://").nth(1).unwrap_or_default();
        let host = after_scheme.split(['/', ':']).next().unwrap_or_default();
        format!("tag:{host},{day}:{what}/{}", self.lang.tag())
    }

    fn version(&self, published: &Published, edition: &Edition) -> Result<Entry, SiteFault> {
        let own = &edition.version.regulation;
        let from = own.valid_from;
        let values = BTreeMap::from([
            ("organisation".to_owned(), Value::Text(own.organisation.name.clone())),
            ("title".to_owned(), Value::Text(Names::new(&edition.version, self.lang).title().to_owned())),
            ("day".to_owned(), Value::Text(day_words(from, self.lang))),
        ]);
        let (coming, id) = (from > self.input.provenance.on, &published.id);
        let parts = [Part::Version(from.to_string()), Part::Regulation, Part::Complaint];
        Ok(Entry {
            id: self.tag(from, &format!("{id}/version")),
            title: self.words.with("feed-version", &values)?,
            summary: self.words.with(if coming { "feed-version-coming" } else { "feed-version-valid" }, &values)?,
            updated: edition.changed_on(),
            link: self.link(id, parts),
        })
    }

    /// Nothing when the figures have no page in this language.
    fn year(&self, published: &Published, closed: &ClosedYear) -> Result<Option<Entry>, SiteFault> {
        let (id, year) = (&published.id, closed.figures.year);
        let link = self.link(id, [Part::Year(year), Part::Figures]);
        let name = published.in_force(self.input.provenance.on).map(|e| e.version.regulation.organisation.name.clone());
        let (Some(name), Some(day)) = (name, NaiveDate::from_ymd_opt(year, 12, 31)) else { return Ok(None) };
        if link == Address::Start(self.lang) {
            return Ok(None);
        }
        let values = BTreeMap::from([
            ("organisation".to_owned(), Value::Text(name)),
            ("year".to_owned(), Value::Text(year.to_string())),
        ]);
        Ok(Some(Entry {
            id: self.tag(day, &format!("{id}/figures")),
            title: self.words.with("feed-figures", &values)?,
            summary: self.words.with("feed-figures-text", &values)?,
            updated: closed.closed_on,
            link,
        }))
    }

    fn feed(&self, entries: &[Entry]) -> Result<String, SiteFault> {
        let (base, lang) = (&self.input.base_url, self.lang);
        let own = escape(format!("{base}{}", file(lang))).into_owned();
        let start = escape(Address::Start(lang).absolute(base)).into_owned();
        let title = self.words.say("feed-title")?;
        let author = self.input.about.responsible.clone().unwrap_or_else(|| title.clone());
        let updated = entries.iter().map(|e| e.updated).max().unwrap_or(self.input.provenance.on);
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
            lang.tag()
        );
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "<id>{own}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{start}\"/>\n",
            escape(title.as_str()),
            instant(updated),
            escape(author.as_str()),
        );
        for entry in entries {
            let _ = write!(
                text,
                "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
                escape(entry.id.as_str()),
                escape(entry.title.as_str()),
                instant(entry.updated),
                escape(entry.link.absolute(base)),
                escape(entry.summary.as_str()),
            );
        }
        text += "</feed>\n";
        Ok(text)
    }
}

/// A day as Atom writes it. The hour is nobody's: a day has none.
fn instant(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
