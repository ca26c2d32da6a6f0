//! Says published figures in the language of a page: names of codes, numbers, shares.

use std::collections::BTreeMap;

use super::engine::Engine;
use super::fault::SiteFault;
use super::input::Published;
use super::phrases::{Phrases, Value};
use crate::diagnostics::Lang;
use crate::regulation::{Names, Version};
use crate::statistics::{ALSO, Count, Dimension, Figures, MAIN, OTHER, Table};

/// A share of a smaller base says too little: one complaint more or less would move it by five points or more.
const LEAST_BASE: u64 = 20;

/// Says the figures of one regulation.
pub struct FigureWords<'a> {
    words: &'a Phrases,
    lang: Lang,
    versions: Vec<&'a Version>,
}

impl<'a> FigureWords<'a> {
    /// The words for a year: names come from the versions in force in it, the latest first, then from all others, since a
    /// code keeps its name when a later version drops it.
    #[must_use]
    pub fn new(published: &'a Published, engine: &'a Engine, lang: Lang, year: i32) -> Self {
        let words = engine.words(lang);
        let mut versions: Vec<&Version> = published.in_year(year).into_iter().rev().map(|e| &e.version).collect();
        for edition in published.editions.iter().rev() {
            if versions.iter().all(|v| !std::ptr::eq(*v, &raw const edition.version)) {
                versions.push(&edition.version);
            }
        }
        Self { words, lang, versions }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence without values.
    pub fn say(&self, key: &str) -> Result<String, SiteFault> {
        self.words.say(key)
    }

    /// A sentence with texts in it.
    pub fn with(&self, key: &str, texts: &[(&str, &str)]) -> Result<String, SiteFault> {
        let value = |(name, text): &(&str, &str)| ((*name).to_owned(), Value::Text((*text).to_owned()));
        self.words.with(key, &texts.iter().map(value).collect())
    }

    /// A sentence about a number: `n` chooses its form, `number` is how the number is written.
    pub fn about(&self, key: &str, number: u64, texts: &[(&str, &str)]) -> Result<String, SiteFault> {
        let value = |(name, text): &(&str, &str)| ((*name).to_owned(), Value::Text((*text).to_owned()));
        let mut values: BTreeMap<String, Value> = texts.iter().map(value).collect();
        // Only the form of the sentence hangs on it, so a rounded giant does no harm.
        values.insert("n".to_owned(), Value::Number(u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)));
        values.insert("number".to_owned(), Value::Text(self.number(number)));
        self.words.with(key, &values)
    }

    /// A number as it is written: `1.234` in Dutch, `1,234` in English.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        let mark = if self.lang == Lang::Nl { '.' } else { ',' };
        let digits = number.to_string();
        let mut written = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
        written
    }

    /// A count: its number, or the words for what is not said.
    pub fn count(&self, count: Count) -> Result<String, SiteFault> {
        match count {
            Count::Shown(number) => Ok(self.number(number)),
            Count::Hidden => self.say("figures-hidden"),
            Count::Fewer => self.say("figures-fewer"),
        }
    }

    /// What part a count is of another, `89 %` in Dutch and `89%` in English; only of two published counts, and of a base
    /// that bears it.
    #[must_use]
    pub fn share(&self, part: Count, base: Count) -> Option<String> {
        let percent = percent(part, base)?;
        Some(if self.lang == Lang::Nl { format!("{percent}\u{a0}%") } else { format!("{percent}%") })
    }

    /// What a dimension is called; topics as this organisation calls them.
    pub fn dimension(&self, dimension: Dimension) -> Result<String, SiteFault> {
        let own = (dimension == Dimension::Topic).then(|| self.named("topics")).flatten();
        own.map_or_else(|| self.say(&format!("figures-dimension-{dimension}")), Ok)
    }

    /// What a value of a dimension is called: as the regulation says, or by a sentence of the site.
    pub fn value(&self, dimension: Dimension, id: &str) -> Result<String, SiteFault> {
        let own = block(dimension).and_then(|block| self.named(&format!("{block}/{id}")));
        // The fault names the sentence that says most: the dimension's own.
        let fixed = |fault| self.say(&format!("figures-value-{id}")).map_err(|_| fault);
        own.map_or_else(|| self.say(&format!("figures-{dimension}-{id}")).or_else(fixed), Ok)
    }

    /// What a row of a table is called.
    pub fn row(&self, table: &Table, id: &str) -> Result<String, SiteFault> {
        match table.dimensions.first() {
            Some(_) if id == OTHER => self.say("figures-value-other"),
            Some(dimension) => self.value(*dimension, id),
            None => Ok(id.to_owned()),
        }
    }

    /// What a column of a table is called.
    pub fn column(&self, table: &Table, id: &str) -> Result<String, SiteFault> {
        match (id, table.dimensions.get(1)) {
            (_, Some(dimension)) => self.value(*dimension, id),
            (MAIN, None) => self.say("figures-main"),
            (ALSO, None) => self.say("figures-also"),
            (other, None) => Ok(other.to_owned()),
        }
    }

    /// What a table is called.
    pub fn table(&self, table: &Table) -> Result<String, SiteFault> {
        match table.dimensions.as_slice() {
            [one] if table.columns.is_empty() => self.dimension(*one),
            [one] => self.with("figures-mentions", &[("dimension", &self.dimension(*one)?)]),
            [one, two, ..] => {
                let (rows, columns) = (self.dimension(*one)?, self.dimension(*two)?);
                self.with("figures-crossed", &[("rows", &rows), ("columns", &lower(&columns))])
            }
            [] => Ok(table.id.clone()),
        }
    }

    /// The names of the hub values that are counted together, in one line; nothing when none are.
    pub fn merged(&self, figures: &Figures) -> Result<Option<String>, SiteFault> {
        let Some(hub) = figures.hub.filter(|_| !figures.merged.is_empty()) else { return Ok(None) };
        let names: Vec<String> = figures.merged.iter().map(|id| self.value(hub, id)).collect::<Result<_, _>>()?;
        self.with("figures-merged", &[("names", &names.join("; "))]).map(Some)
    }

    fn named(&self, place: &str) -> Option<String> {
        self.versions.iter().find_map(|v| Names::new(v, self.lang).of(place))
    }
}

/// The block of the regulation in which the values of a dimension have their names.
const fn block(dimension: Dimension) -> Option<&'static str> {
    match dimension {
        Dimension::Topic => Some("topics"),
        Dimension::Channel => Some("channels"),
        // An escalation is counted by the body that it went to.
        Dimension::Complainant | Dimension::Escalation => Some("roles"),
        Dimension::Severity => Some("severity"),
        Dimension::Cause => Some("causes"),
        Dimension::Outcome => Some("judgement"),
        _ => None,
    }
}

/// Whole percent; never 0 or 100 for a part that is neither nothing nor all.
fn percent(part: Count, base: Count) -> Option<u64> {
    let (part, base) = (part.shown()?, base.shown()?);
    if base < LEAST_BASE || part > base {
        return None;
    }
    let rounded = (part * 200 + base) / (base * 2);
    let all_or_nothing = part == 0 || part == base;
    Some(if all_or_nothing { rounded } else { rounded.clamp(1, 99) })
}

/// With a small first letter, as within a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
#[path = "../../tests/unit/site/figure_words.rs"]
mod tests;
