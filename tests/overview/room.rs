//! What these tests look for in one regulation of the bundled register.

use std::path::PathBuf;

use crate::common::Bundled;

impl Bundled {
    /// Where the overview is kept.
    pub fn kept(&self) -> PathBuf {
        self.path().join(".git").join(klacht::casework::case_index::KEPT)
    }

    /// The cases, sorted by path.
    pub fn cases(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.path().join("cases")).sort_by_file_name().into_iter();
        let paths = files.map(Result::unwrap).filter(|f| f.path().extension().is_some_and(|e| e == "md"));
        paths.map(|f| f.path().strip_prefix(self.path()).unwrap().to_string_lossy().into_owned()).collect()
    }

    /// The keys of the persons.
    pub fn persons(&self, regulation: &str) -> Vec<String> {
        let source = std::fs::read_to_string(self.path().join(format!("policy/{regulation}/people.yaml"))).unwrap();
        klacht::regulation::read_people(&source).value.unwrap().persons.into_iter().map(|p| p.key).collect()
    }
}

/// Whether a text holds a word, not as a part of another.
pub fn holds(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w == word)
}
