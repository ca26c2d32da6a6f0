//! One file per kind of page: what it says, taken from the regulation and the figures.

mod accessibility;
mod changes;
mod complaint;
mod figures;
#[cfg(test)]
#[path = "../../../tests/unit/site/pages/figures_tests.rs"]
mod figures_tests;
mod method;
mod not_found;
mod privacy;
mod regulation;
mod start;
mod versions;
mod writer;
mod year;
mod year_headline;
mod year_promises;
mod year_sections;
mod year_tables;

use std::collections::BTreeSet;

pub use figures::organisation;
use rayon::prelude::*;

use super::address::Address;
use super::data;
use super::engine::Engine;
use super::fault::SiteFault;
use super::input::Input;
use super::page::Page;
use crate::diagnostics::Lang;

/// What makes the pages of one kind, in every language in which they exist.
type Maker = fn(&Input, &Engine, Lang) -> Result<Vec<Page>, Vec<SiteFault>>;

const MAKERS: &[Maker] = &[
    accessibility::pages,
    not_found::pages,
    complaint::pages,
    privacy::pages,
    regulation::pages,
    versions::pages,
    changes::pages,
    figures::pages,
    year::pages,
    method::pages,
];

/// What the pages about a complaint and about privacy lack, and the statement on accessibility: those that are filled from a
/// regulation or from the settings.
pub fn lacking(input: &Input, engine: &Engine) -> Vec<SiteFault> {
    let makers: [Maker; 3] = [accessibility::pages, complaint::pages, privacy::pages];
    Lang::ALL
        .into_iter()
        .flat_map(|lang| makers.iter().filter_map(move |maker| maker(input, engine, lang).err()))
        .flatten()
        .filter(|fault| matches!(fault, SiteFault::EmptySlot { .. }))
        .collect()
}

/// The pages about figures.
#[cfg(test)]
pub fn of_figures(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let makers: [Maker; 3] = [figures::pages, year::pages, method::pages];
    Ok(makers.iter().map(|maker| maker(input, engine, lang)).collect::<Result<Vec<_>, _>>()?.concat())
}

/// A file that is no page: its path in the site, and its bytes.
type OtherFile = (String, Vec<u8>);

/// What makes files that are no pages, such as data and plain texts.
type FileMaker = fn(&Input, &Engine) -> Result<Vec<OtherFile>, Vec<SiteFault>>;

const FILE_MAKERS: &[FileMaker] = &[regulation::files, data::files];

/// Every page of the site; or everything that keeps one from being made.
pub fn all(input: &Input, engine: &Engine) -> Result<Vec<Page>, Vec<SiteFault>> {
    let mut pages = Vec::new();
    let mut faults = Vec::new();
    let makers: Vec<(Lang, Maker)> =
        Lang::ALL.into_iter().flat_map(|lang| MAKERS.iter().map(move |maker| (lang, *maker))).collect();
    // In parallel; what comes out stands in the order of the makers.
    let done: Vec<_> = makers.into_par_iter().map(|(lang, maker)| maker(input, engine, lang)).collect();
    for made in done {
        match made {
            Ok(made) => pages.extend(made),
            Err(found) => faults.extend(found),
        }
    }
    let others: BTreeSet<Address> = pages.iter().map(|page| page.address.clone()).collect();
    for lang in Lang::ALL {
        match start::pages(input, engine, lang, &others) {
            Ok(made) => pages.extend(made),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// Every file of the site that is no page; or everything that keeps one from being made.
pub fn files(input: &Input, engine: &Engine) -> Result<Vec<OtherFile>, Vec<SiteFault>> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    let done: Vec<_> = FILE_MAKERS.par_iter().map(|maker| maker(input, engine)).collect();
    for made in done {
        match made {
            Ok(made) => files.extend(made),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

#[cfg(test)]
#[path = "../../../tests/unit/site/pages/tests/mod.rs"]
mod tests;
