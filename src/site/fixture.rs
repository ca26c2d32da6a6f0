//! The bundled regulations and sentences, for the tests of the site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostics::Lang;
use crate::regulation::{Reach, Translation, UnreadText, Version, read_regulation, read_words};
use crate::site::{BUNDLED, Edition, Input, Phrases, Provenance, Published};

/// The ids of the bundled regulations.
pub const REGULATIONS: [&str; 5] = ["academie", "cbmk", "cmm", "interactie", "square-mile"];

/// The folder of the newest version.
fn folder(id: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy").join(id);
    let entries = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    entries.filter(|p| p.is_dir()).max().unwrap()
}

/// `regulation.yaml` of the newest version.
pub fn source(id: &str) -> String {
    std::fs::read_to_string(folder(id).join("regulation.yaml")).unwrap()
}

/// The newest version.
pub fn version(id: &str) -> Version {
    version_of(id, &source(id))
}

/// The newest version, with other words in its `regulation.yaml`.
pub fn version_of(id: &str, source: &str) -> Version {
    let read = read_regulation(source);
    let regulation = read.value.unwrap_or_else(|| panic!("{id}: {:?}", read.faults));
    let text = |name: &str| std::fs::read_to_string(folder(id).join(name)).unwrap();
    let english = Translation {
        path: format!("policy/{id}/text.en.md"),
        text: UnreadText::new(&text("text.en.md")),
        words: read_words(&text("words.en.yaml")).value.unwrap(),
    };
    Version {
        id: id.to_owned(),
        path: format!("policy/{id}/{}/regulation.yaml", regulation.valid_from),
        source: source.to_owned(),
        reach: Reach::of(&regulation),
        regulation,
        tree: read.tree.unwrap(),
        text: UnreadText::new(&text("text.nl.md")),
        english: Some(english),
    }
}

/// The bundled sentences of a language.
pub fn words(lang: Lang) -> Phrases {
    let name = format!("{}.ftl", lang.tag());
    let source = BUNDLED.iter().find(|(file, _)| *file == name).unwrap().1;
    Phrases::read(lang, source).unwrap()
}

/// A site with these versions.
pub fn input(versions: Vec<Version>) -> Input {
    let published = |version: Version| Published {
        id: version.id.clone(),
        editions: vec![Edition { version, changed: None }],
        years: Vec::new(),
    };
    Input {
        base_url: "https://klachten.example/".to_owned(),
        notice: None,
        regulations: versions.into_iter().map(published).collect(),
        overrides: BTreeMap::new(),
        provenance: Provenance { commit: None, on: "2026-11-20".parse().unwrap() },
    }
}
