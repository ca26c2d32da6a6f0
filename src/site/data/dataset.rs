//! What search engines for data are told (schema.org `Dataset`).

use serde_json::{Value, json};

use super::super::address::{Address, Part};
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{ClosedYear, Input, Published};
use super::super::pages::organisation;
use super::{Format, LICENCE, path};

/// The data set of a year, with a download for each form.
pub fn dataset(
    published: &Published,
    closed: &ClosedYear,
    input: &Input,
    words: &FigureWords<'_>,
    address: &Address,
) -> Result<Value, SiteFault> {
    let year = closed.figures.year;
    let number = year.to_string();
    let name = organisation(published, input).unwrap_or_default();
    let texts = [("year", number.as_str()), ("organisation", name.as_str())];
    let method = Address::Of(words.lang(), published.id.clone(), Part::Method);
    let download = |format: Format| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": format.media(),
            "contentUrl": format!("{}{}", input.base_url, path(&published.id, year, format)),
        })
    };
    let downloads = [Format::Csv, Format::Json].map(download);
    Ok(json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": words.with("figures-year-title", &texts)?,
        "description": words.with("figures-year-description", &texts)?,
        "url": format!("{}{}", input.base_url, address.folder()),
        "inLanguage": words.lang().tag(),
        "creator": {"@type": "Organization", "name": name},
        "license": LICENCE,
        "isAccessibleForFree": true,
        "datePublished": closed.closed_on.to_string(),
        "temporalCoverage": format!("{year}-01-01/{year}-12-31"),
        "measurementTechnique": format!("{}{}", input.base_url, method.folder()),
        "distribution": downloads,
    }))
}
