//! The figures as files for machines and spreadsheets: they hold what the pages hold, and no more.

mod csv_files;
mod csvw;
mod dataset;
mod json_file;
mod lines;
#[cfg(test)]
#[path = "../../../tests/unit/site/data/tests.rs"]
mod tests;

use crate::diagnostics::Lang;

use super::engine::Engine;
use super::fault::SiteFault;
use super::figure_words::FigureWords;
use super::input::{ClosedYear, Input, Published};

pub use dataset::dataset;

/// The licence of the figures.
pub const LICENCE: &str = "https://creativecommons.org/publicdomain/zero/1.0/";

/// A form in which a year's figures can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated, with codes (RFC 4180).
    Csv,
    /// Semicolon-separated, with Dutch names, as a Dutch Excel opens it.
    Excel,
    /// JSON with names in both languages.
    Json,
    /// What the columns of the first mean (CSV on the Web).
    Metadata,
}

impl Format {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Excel, Self::Json, Self::Metadata];

    /// The word in keys of sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Excel => "excel",
            Self::Json => "json",
            Self::Metadata => "metadata",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv | Self::Excel => "text/csv",
            Self::Json => "application/json",
            Self::Metadata => "application/csvm+json",
        }
    }
}

/// Where a file of figures stands; the same for both languages.
#[must_use]
pub fn path(regulation: &str, year: i32, format: Format) -> String {
    let end = match format {
        Format::Csv => ".csv",
        Format::Excel => "-excel.csv",
        Format::Json => ".json",
        // CSV on the Web looks for the metadata under this name.
        Format::Metadata => ".csv-metadata.json",
    };
    format!("{regulation}/data/{year}{end}")
}

/// The files of all years of all regulations.
pub fn files(input: &Input, engine: &Engine) -> Result<Vec<(String, Vec<u8>)>, Vec<SiteFault>> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    for published in &input.regulations {
        for closed in &published.years {
            for format in Format::ALL {
                let path = path(&published.id, closed.figures.year, format);
                match bytes(published, closed, input, engine, format) {
                    Ok(bytes) => files.push((path, bytes)),
                    Err(fault) => faults.push(fault),
                }
            }
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn bytes(
    published: &Published,
    closed: &ClosedYear,
    input: &Input,
    engine: &Engine,
    format: Format,
) -> Result<Vec<u8>, SiteFault> {
    let year = closed.figures.year;
    let words = |lang| FigureWords::new(published, engine, lang, year);
    let (nl, en) = (words(Lang::Nl), words(Lang::En));
    let both = Both { nl: &nl, en: &en };
    match format {
        Format::Csv => csv_files::plain(&closed.figures, &path(&published.id, year, format)),
        Format::Excel => csv_files::excel(&closed.figures, &nl, &path(&published.id, year, format)),
        Format::Json => json_file::json(published, closed, input, both),
        Format::Metadata => csvw::metadata(published, closed, input, both),
    }
}

/// The words in both languages.
#[derive(Clone, Copy)]
struct Both<'a> {
    nl: &'a FigureWords<'a>,
    en: &'a FigureWords<'a>,
}

impl Both<'_> {
    /// The same thing said in both, by language.
    fn say(self, say: impl Fn(&FigureWords<'_>) -> Result<String, SiteFault>) -> Result<serde_json::Value, SiteFault> {
        Ok(serde_json::json!({"nl": say(self.nl)?, "en": say(self.en)?}))
    }
}
