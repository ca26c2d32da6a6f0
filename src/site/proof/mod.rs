//! What is looked at in every site before it is written, offline: that links lead somewhere, that no place has two names,
//! that nothing forbidden stands in it, and that pages are light.

mod forbidden;
mod html;
mod links;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::engine::Engine;
use super::fault::SiteFault;
use super::file::ends_in;
use super::input::Input;
use super::page::Page;
pub use html::Document;

/// The largest page with its style sheet and icon, in bytes, that is light for a telephone.
pub const BUDGET: usize = 50_000;

/// A built site, as it is looked at.
pub struct Proof<'a> {
    /// What it was made from.
    pub input: &'a Input,
    /// The files.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// The pages among them, taken apart.
    documents: BTreeMap<&'a str, Document>,
    /// The template of each page, by its file.
    templates: BTreeMap<String, &'static str>,
}

impl<'a> Proof<'a> {
    /// Takes the pages apart.
    #[must_use]
    pub fn new(input: &'a Input, files: &'a BTreeMap<String, Vec<u8>>, pages: &[Page]) -> Self {
        let html = files.par_iter().filter(|(path, _)| ends_in(path, "html"));
        let documents = html.map(|(path, bytes)| (path.as_str(), Document::read(bytes))).collect();
        let templates = pages.iter().map(|page| (page.address.file(), page.template)).collect();
        Self { input, files, documents, templates }
    }

    /// Everything that is wrong, or worth knowing.
    #[must_use]
    pub fn faults(&self, engine: &Engine) -> Vec<SiteFault> {
        let mut faults = links::faults(self);
        faults.extend(forbidden::faults(self));
        let shared = engine.style().bytes.len() + engine.icon().bytes.len();
        for (page, document) in &self.documents {
            let id = |id: &String| SiteFault::DuplicateId {
                template: self.template(page),
                page: (*page).to_owned(),
                id: id.clone(),
            };
            faults.extend(document.twice.iter().map(id));
            let bytes = shared + self.files.get(*page).map_or(0, Vec::len);
            if bytes > BUDGET {
                faults.push(SiteFault::Heavy { template: self.template(page), page: (*page).to_owned(), bytes });
            }
        }
        faults
    }

    /// The template of a page, as a path in the register.
    fn template(&self, page: &str) -> String {
        format!("site-templates/{}", self.templates.get(page).copied().unwrap_or("base.html"))
    }
}
