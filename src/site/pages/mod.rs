//! One file per kind of page: what it says, taken from the regulation and the figures.

mod figures;
#[cfg(test)]
mod figures_tests;
mod method;
mod not_found;
mod start;
mod year;
mod year_headline;
mod year_promises;
mod year_sections;
mod year_tables;

pub use figures::organisation;

use super::data;
use super::engine::Engine;
use super::fault::SiteFault;
use super::input::Input;
use super::page::Page;
use crate::diagnostics::Lang;

/// What makes the pages of one kind, in every language in which they exist.
type Maker = fn(&Input, &Engine, Lang) -> Result<Vec<Page>, Vec<SiteFault>>;

const MAKERS: &[Maker] = &[start::pages, not_found::pages, figures::pages, year::pages, method::pages];

/// The pages about figures.
#[cfg(test)]
pub fn of_figures(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let makers: [Maker; 3] = [figures::pages, year::pages, method::pages];
    Ok(makers.iter().map(|maker| maker(input, engine, lang)).collect::<Result<Vec<_>, _>>()?.concat())
}

/// What makes files that are no pages: each with its path in the site.
type Filer = fn(&Input, &Engine) -> Result<Vec<(String, Vec<u8>)>, Vec<SiteFault>>;

const FILES: &[Filer] = &[data::files];

/// Every file that is no page; or everything that keeps one from being made.
pub fn files(input: &Input, engine: &Engine) -> Result<Vec<(String, Vec<u8>)>, Vec<SiteFault>> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    for filer in FILES {
        match filer(input, engine) {
            Ok(made) => files.extend(made),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

/// Every page of the site; or everything that keeps one from being made.
pub fn all(input: &Input, engine: &Engine) -> Result<Vec<Page>, Vec<SiteFault>> {
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for maker in MAKERS {
            match maker(input, engine, lang) {
                Ok(made) => pages.extend(made),
                Err(found) => faults.extend(found),
            }
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}
