//! The public site: what anybody may see, as pages, feeds and data files.
//!
//! A pure function from [`Input`] to files. The input is an allow-list: regulations as published, and figures that were
//! protected before they came here. This room knows no case and no docket; `tests/site` says so.

mod address;
mod chart;
mod data;
mod engine;
mod fault;
mod figure_words;
#[cfg(test)]
mod figures_fixture;
mod input;
mod names;
mod page;
mod pages;
mod phrases;

use std::collections::BTreeMap;

pub use address::{Address, Part};
pub use engine::{BUNDLED, Engine};
pub use fault::SiteFault;
pub use input::{ClosedYear, Edition, Input, Lesson, Provenance, Published, Revision};
pub use names::Names;
pub use page::{Crumb, Page};
pub use phrases::Phrases;

/// A built site: the bytes of each file by its path, with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Builds the whole site; every fault that was found when there are any, sorted.
pub fn build(input: &Input) -> Result<Site, Vec<SiteFault>> {
    let engine = Engine::new(&input.overrides)?;
    let mut faults = Vec::new();
    let mut planned = Vec::new();
    match pages::all(input, &engine) {
        Ok(pages) => planned = pages,
        Err(found) => faults.extend(found),
    }
    let mut site = Site::default();
    site.files.extend(engine.assets());
    match pages::files(input, &engine) {
        Ok(files) => site.files.extend(files),
        Err(found) => faults.extend(found),
    }
    for page in &planned {
        match page::render(page, input, &engine) {
            Ok(html) => {
                site.files.insert(page.address.file(), html.into_bytes());
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        return Ok(site);
    }
    faults.sort();
    faults.dedup();
    Err(faults)
}
