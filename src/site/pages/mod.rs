//! One file per kind of page: what it says, taken from the regulation and the figures.

mod complaint;
mod not_found;
mod privacy;
mod start;
mod writer;

use super::engine::Engine;
use super::fault::SiteFault;
use super::input::Input;
use super::page::Page;
use crate::diagnostics::Lang;

/// What makes the pages of one kind, in every language in which they exist.
type Maker = fn(&Input, &Engine, Lang) -> Result<Vec<Page>, Vec<SiteFault>>;

const MAKERS: &[Maker] = &[start::pages, not_found::pages, complaint::pages, privacy::pages];

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

#[cfg(test)]
mod tests;
