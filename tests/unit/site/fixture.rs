//! The bundled regulations and sentences, for the tests of the site.

use std::path::{Path, PathBuf};

use crate::diagnostics::Lang;
use crate::regulation::{Precedence, Translation, UnreadText, Version, read_regulation, read_words};
use crate::site::phrases::Phrases;
use crate::site::{BUNDLED, Edition, Published};

/// The ids of the bundled regulations.
pub const REGULATIONS: [&str; 5] = ["academie", "cbmk", "cmm", "interactie", "square-mile"];

/// The folder of the newest version.
fn folder(id: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let unknown_actor = root.join("tests/fixtures").join(id);
    let register = if unknown_actor.is_dir() { unknown_actor } else { root.to_path_buf() };
    let entries = std::fs::read_dir(register.join("policy").join(id)).unwrap().map(|e| e.unwrap().path());
    entries.filter(|p| p.is_dir()).max().unwrap()
}

/// The newest version of a bundled regulation, or of one that only the tests have (`awb9`).
pub fn version(id: &str) -> Version {
    let dir = folder(id);
    let source = std::fs::read_to_string(dir.join("regulation.yaml")).unwrap();
    let read = read_regulation(&source);
    let regulation = read.value.unwrap_or_else(|| panic!("{id}: {:?}", read.faults));
    let text = |name: &str| std::fs::read_to_string(dir.join(name));
    let english = text("words.en.yaml").ok().map(|words| Translation {
        path: format!("policy/{id}/text.en.md"),
        text: UnreadText::new(&text("text.en.md").unwrap()),
        words: read_words(&words).value.unwrap(),
    });
    Version {
        id: id.to_owned(),
        path: format!("policy/{id}/{}/regulation.yaml", regulation.valid_from),
        source,
        precedence: Precedence::of(&regulation),
        regulation,
        tree: read.tree.unwrap(),
        text: UnreadText::new(&text("text.nl.md").unwrap()),
        english,
    }
}

/// The bundled sentences of a language.
pub fn words(lang: Lang) -> Phrases {
    let name = format!("{}.ftl", lang.tag());
    let source = BUNDLED.iter().find(|(file, _)| *file == name).unwrap().1;
    Phrases::read(lang, source).unwrap()
}

/// A regulation of which this is the only version.
pub fn published(version: Version) -> Published {
    Published {
        id: version.id.clone(),
        editions: vec![Edition { version, changed: None }],
        years: Vec::new(),
        sealed: false,
        backups: None,
    }
}
