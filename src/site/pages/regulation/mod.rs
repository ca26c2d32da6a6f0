//! The regulation in force: its text with anchors and notes, the way of a complaint, and the text to take along.

mod content;
mod plain;

pub use content::{About, State, page as text_page, time};

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::input::Input;
use super::super::page::Page;
use crate::diagnostics::Lang;

/// The page of each regulation in a language.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let phrases = engine.words(lang);
    let current = input.regulations.iter().filter_map(|p| p.in_force(input.provenance.on).map(|e| (p, e)));
    let abouts = current.filter_map(|(p, e)| About::new(input, p, e, lang));
    let made = abouts.map(|about| content::page(&about, engine, phrases, Part::Regulation));
    made.collect::<Result<_, _>>().map_err(|fault| vec![fault])
}

/// The texts to take along: of each version, as it is written and without signs.
pub fn files(input: &Input, engine: &Engine) -> Result<Vec<(String, Vec<u8>)>, Vec<SiteFault>> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let phrases = engine.words(lang);
        for published in &input.regulations {
            for about in published.editions.iter().filter_map(|e| About::new(input, published, e, lang)) {
                let text = plain::text(&about, phrases).map_err(|fault| vec![fault])?;
                files.push((plain_file(&about), text.into_bytes()));
                if about.downloadable() {
                    files.push((download_file(&about), about.source().as_bytes().to_vec()));
                }
            }
        }
    }
    Ok(files)
}

/// The path of the text as it is written.
fn download_file(about: &About<'_>) -> String {
    beside(about, "md")
}

/// The path of the text without signs.
fn plain_file(about: &About<'_>) -> String {
    beside(about, "txt")
}

fn beside(about: &About<'_>, ending: &str) -> String {
    let folder = Address::Of(about.lang, about.published.id.clone(), Part::Regulation).folder();
    format!("{folder}{}.{ending}", about.day())
}

#[cfg(test)]
#[path = "../../../../tests/unit/site/pages/regulation/tests.rs"]
mod tests;
