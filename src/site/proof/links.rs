//! Whether every link into the site leads to a file, and to a place in it.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Proof;
use crate::site::address::path_of;
use crate::site::fault::SiteFault;
use crate::site::file::ends_in;

/// Links that lead nowhere.
pub fn faults(proof: &Proof<'_>) -> Vec<SiteFault> {
    let mut faults = Vec::new();
    for (page, document) in &proof.documents {
        for link in &document.links {
            faults.extend(proof.fault(page, link));
        }
    }
    for (file, bytes) in proof.files.iter().filter(|(path, _)| ends_in(path, "atom") || ends_in(path, "xml")) {
        for link in links_of_xml(bytes) {
            faults.extend(proof.fault(file, &link));
        }
    }
    faults
}

impl Proof<'_> {
    fn fault(&self, page: &str, link: &str) -> Option<SiteFault> {
        let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
        let file = self.file(page, path)?;
        let found = self.files.contains_key(&file);
        let place = anchor.filter(|a| !a.is_empty());
        let reached = match (self.documents.get(file.as_str()), place) {
            (_, None) => found,
            (Some(document), Some(id)) => document.ids.contains(id),
            (None, Some(_)) => false,
        };
        (!reached).then(|| SiteFault::BrokenLink {
            template: self.template(page),
            page: page.to_owned(),
            link: link.to_owned(),
            anchor: found,
        })
    }

    /// The file of the site that a link means; nothing when it leads out of the site.
    fn file(&self, page: &str, path: &str) -> Option<String> {
        let base = self.input.base_url.as_str();
        if let Some(below) = path.strip_prefix(base) {
            return Some(with_index(below));
        }
        if path.contains(':') || path.starts_with("//") {
            return None;
        }
        if let Some(below) = path.strip_prefix(path_of(base)) {
            return Some(with_index(below));
        }
        if path.starts_with('/') {
            return None;
        }
        if path.is_empty() {
            return Some(page.to_owned());
        }
        // A link to a folder finds no page when the site is opened from a disk.
        let mut folders: Vec<&str> = page.split('/').collect();
        folders.pop();
        for part in path.split('/') {
            match part {
                // Above the root there is no file of ours.
                ".." if folders.pop().is_none() => return Some(String::new()),
                ".." | "." => {}
                name => folders.push(name),
            }
        }
        Some(folders.join("/"))
    }
}

/// The file that a server gives for a path: `index.html` for a folder.
fn with_index(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The addresses in a feed or a list of pages.
fn links_of_xml(bytes: &[u8]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut reader = Reader::from_reader(bytes);
    let mut in_loc = false;
    let mut buffer = Vec::new();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                in_loc = tag.name().as_ref() == b"loc";
                let hrefs = tag.attributes().flatten().filter(|a| a.key.as_ref() == b"href");
                found.extend(hrefs.map(|a| String::from_utf8_lossy(&a.value).replace("&amp;", "&")));
            }
            Event::Text(text) if in_loc => {
                found.insert(String::from_utf8_lossy(&text).into_owned());
            }
            _ => in_loc = false,
        }
        buffer.clear();
    }
    found
}
