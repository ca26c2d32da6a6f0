//! The public site: what anybody may see, as pages, feeds and data files.
//!
//! A pure function from [`Input`] to files. The input is an allow-list: regulations as published, and figures that were
//! protected before they came here. This room knows no case and no docket; `tests/site` says so.
//!
//! - `pages`: what each kind of page says; `frame`: what all of them share; `engine`: templates and sentences.
//! - `feed`, `sitemap`, `provenance`: the files beside the pages.
//! - `proof`: what is looked at before anything is written.

mod address;
mod chart;
mod compare;
mod contact;
mod data;
mod engine;
mod fault;
mod feed;
mod figure_words;
#[cfg(test)]
#[path = "../../tests/unit/site/figures_fixture/mod.rs"]
mod figures_fixture;
mod file;
#[cfg(test)]
#[path = "../../tests/unit/site/fixture.rs"]
mod fixture;
mod frame;
mod informal;
mod input;
mod markdown;
mod notes;
mod page;
mod pages;
mod phrases;
mod proof;
mod provenance;
mod rule_words;
mod sitemap;
mod structured;
mod unused;
mod voice;
mod workflow;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostics::Lang;
pub(crate) use address::{Address, Part};
pub(crate) use engine::{BUNDLED, Engine};
pub(crate) use engine::{fault as template_fault, faults as template_faults};
pub use fault::SiteFault;
pub(crate) use fault::{Secret, Wording};
pub(crate) use frame::Framer;
pub(crate) use informal::informal;
pub use input::Input;
pub(crate) use input::{About, ClosedYear, Edition, Lesson, Provenance, Published, Revision};
pub(crate) use page::Page;
pub use proof::{BUDGET, Document};
pub(crate) use provenance::{FILE as BUILD_FILE, NOTATION as BUILD_NOTATION};

/// A built site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The bytes of each file by its path, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is worth knowing and keeps nothing from being written, sorted.
    pub remarks: Vec<SiteFault>,
}

/// Builds the whole site; every fault that was found when there are any, sorted.
pub fn build(input: &Input) -> Result<Site, Vec<SiteFault>> {
    let engine = Engine::new(&input.overrides)?;
    let pages = pages::all(input, &engine).map_err(sorted)?;
    let mut files: BTreeMap<String, Vec<u8>> = engine.assets().into_iter().collect();
    files.extend(rendered(input, &engine, &pages)?);
    files.extend(pages::files(input, &engine).map_err(sorted)?);
    files.extend(beside(input, &engine, &pages).map_err(|fault| vec![fault])?);
    let mut found = proof::Proof::new(input, &files, &pages).faults(&engine);
    found.extend(untranslated(input));
    found.extend(input.private.iter().cloned());
    found.extend(unused::unused(&input.overrides, &input.elsewhere));
    if found.iter().any(SiteFault::blocks) {
        return Err(sorted(found));
    }
    let provenance = provenance::build_json(input, &files);
    files.insert(BUILD_FILE.to_owned(), provenance.into_bytes());
    Ok(Site { files, remarks: sorted(found) })
}

/// The values that pages need and do not get, each told once; nothing is built.
pub(crate) fn lacking(input: &Input) -> Result<Vec<SiteFault>, Vec<SiteFault>> {
    let engine = Engine::new(&input.overrides)?;
    let mut found = sorted(pages::lacking(input, &engine));
    let place = |fault: &SiteFault| match fault {
        SiteFault::EmptySlot { path, key, .. } => (path.clone(), key.clone()),
        _ => Default::default(),
    };
    found.dedup_by(|a, b| place(a) == place(b));
    Ok(found)
}

fn sorted(mut faults: Vec<SiteFault>) -> Vec<SiteFault> {
    faults.sort();
    faults.dedup();
    faults
}

/// The pages, each in its frame. In parallel; what comes out stands in the order of the pages.
fn rendered(input: &Input, engine: &Engine, pages: &[Page]) -> Result<Vec<(String, Vec<u8>)>, Vec<SiteFault>> {
    let framer = Framer::new(input, engine, pages);
    let done: Vec<Result<String, SiteFault>> = pages.par_iter().map(|page| framer.render(page)).collect();
    let mut files = Vec::new();
    let mut faults = Vec::new();
    for (page, html) in pages.iter().zip(done) {
        match html {
            Ok(html) => files.push((page.address.file(), html.into_bytes())),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(sorted(faults)) }
}

/// The files beside the pages.
fn beside(input: &Input, engine: &Engine, pages: &[Page]) -> Result<Vec<(String, Vec<u8>)>, SiteFault> {
    let framer = Framer::new(input, engine, pages);
    let addresses: BTreeSet<&Address> = pages.iter().map(|page| &page.address).collect();
    let mut files = vec![
        ("robots.txt".to_owned(), sitemap::robots(&input.base_url)),
        ("sitemap.xml".to_owned(), sitemap::sitemap(&input.base_url, pages, &|page| framer.updated(page))),
    ];
    for lang in Lang::ALL {
        let words = engine.words(lang);
        files.push((feed::file(lang).to_owned(), feed::atom(input, words, lang, &addresses)?));
    }
    Ok(files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect())
}

/// Regulations whose version in force has no English.
fn untranslated(input: &Input) -> impl Iterator<Item = SiteFault> {
    let editions = input.regulations.iter().filter_map(|p| p.in_force(input.provenance.on));
    let dutch_only = editions.filter(|e| e.version.english.is_none());
    dutch_only.map(|e| SiteFault::Untranslated { path: e.version.path.clone() })
}
